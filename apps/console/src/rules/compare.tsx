/** The same quantities, or others, under two rule sets: where the difference comes from, to the last fen. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { RuleBook, RuleComparison } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionOptions } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { Compared } from './compared';

interface SideValues {
  ruleSet: string;
  priceYear?: number;
  price?: string;
  local?: string;
}
interface Values {
  region: string;
  sample: string;
  a: SideValues;
  b: SideValues;
  quantities?: string;
}

export function Compare({ book }: { book: RuleBook }) {
  const { t } = useTranslation();
  const text = useText();
  const regions = useRegionOptions();
  const [form] = Form.useForm<Values>();
  const [edited, setEdited] = useState(false);
  const compare = useMutation<RuleComparison, unknown, Values>({
    mutationFn: ({ region, sample, a, b, quantities }) => {
      const data = book.samples.find(({ id }) => id === sample)!.data;
      const own = edited && quantities ? (JSON.parse(quantities) as typeof data) : undefined;
      const body = { region, a: { ...sideOf(a), data }, b: { ...sideOf(b), ...(own && { data: own }) } };
      return ask(api.POST('/api/v1/ecoproduct/rule-sets/compare', { body }));
    },
  });
  const [first, second] = [book.sets.find((set) => set.default) ?? book.sets[0], book.sets.find((set) => !set.default)];
  const nameOf = (code: string) =>
    text(book.sets.flatMap(({ indicators }) => indicators).find((one) => one.code === code)?.title) || code;
  const rules = [{ required: true, message: t('common:required') }];
  const edit = () => {
    const data = book.samples.find(({ id }) => id === form.getFieldValue('sample'))?.data;
    form.setFieldValue('quantities', JSON.stringify(data, null, 1));
    setEdited(true);
  };
  return (
    <div className="stack" style={{ gap: 20 }}>
      <Form<Values>
        form={form}
        layout="vertical"
        className="panel"
        requiredMark={false}
        initialValues={{
          ...{ region: '150000', sample: book.samples[0]?.id },
          ...{ a: { ruleSet: first?.id }, b: { ruleSet: second?.id } },
        }}
        onFinish={(values) => compare.mutate(values)}
      >
        <div className="rule-fields">
          <Form.Item name="sample" label={t('rules:quantities')} rules={rules}>
            <Select options={book.samples.map(({ id, title }) => ({ value: id, label: text(title) }))} />
          </Form.Item>
          <Form.Item name="region" label={t('rules:region')} rules={rules}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={regions} />
          </Form.Item>
        </div>
        <div className="rule-sides">
          {(['a', 'b'] as const).map((side) => (
            <fieldset key={side} className="rule-side" data-test={`side-${side}`}>
              <legend>{t(`rules:sides.${side}`)}</legend>
              <Form.Item name={[side, 'ruleSet']} label={t('rules:set')} rules={rules}>
                <Select options={book.sets.map(({ id, title }) => ({ value: id, label: text(title) }))} />
              </Form.Item>
              <div className="rule-fields">
                <Form.Item name={[side, 'priceYear']} label={t('rules:priceYear')} extra={t('rules:priceYearHint')}>
                  <InputNumber min={2000} max={2100} precision={0} style={{ width: '100%' }} />
                </Form.Item>
                <Form.Item name={[side, 'price']} label={t('rules:localPrice')}>
                  <Select
                    allowClear
                    showSearch={{ optionFilterProp: 'label' }}
                    options={[...new Map(book.prices.map((price) => [price.key, price])).values()].map(
                      ({ key, name, unit }) => ({
                        value: key,
                        label: `${text(name)} (${unit})`,
                      }),
                    )}
                  />
                </Form.Item>
                <Form.Item
                  name={[side, 'local']}
                  label={t('rules:value')}
                  dependencies={[[side, 'price']]}
                  rules={[
                    ({ getFieldValue }) => ({
                      required: Boolean(getFieldValue([side, 'price'])),
                      message: t('common:required'),
                    }),
                  ]}
                >
                  <Input inputMode="decimal" />
                </Form.Item>
              </div>
            </fieldset>
          ))}
        </div>
        {edited ? (
          <Form.Item
            name="quantities"
            label={t('rules:quantitiesOfB')}
            rules={[{ validator: (_, value: string) => json(value, t('rules:notJson')) }]}
          >
            <Input.TextArea autoSize={{ minRows: 6, maxRows: 18 }} spellCheck={false} className="num" />
          </Form.Item>
        ) : (
          <Button type="link" style={{ padding: 0, marginBottom: 12 }} onClick={edit}>
            {t('rules:edit')}
          </Button>
        )}
        <div>
          <Button type="primary" htmlType="submit" loading={compare.isPending} data-test="compare">
            {t('rules:doCompare')}
          </Button>
        </div>
      </Form>
      {compare.error !== null && <ProblemAlert error={compare.error} />}
      {compare.data && (
        <>
          {compare.data.provisional && <Alert type="warning" showIcon title={t('rules:trial')} />}
          <Compared result={compare.data} nameOf={nameOf} />
        </>
      )}
    </div>
  );
}

const sideOf = ({ ruleSet, priceYear, price, local }: SideValues) => ({
  ruleSet,
  ...(priceYear && { priceYear }),
  ...(price && local && { prices: { [price]: local } }),
});

function json(text: string | undefined, message: string): Promise<void> {
  try {
    JSON.parse(text ?? '');
    return Promise.resolve();
  } catch {
    return Promise.reject(new Error(message));
  }
}
