/** The form in which one person enters the constants: value, clause and page of each, and the document they stand in. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { MethodConstants } from '../api/types';
import { prettyUnit } from '../numbers/unit';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';

interface Values {
  title: string;
  number?: string;
  publishedOn?: Dayjs | null;
  url?: string;
  validFrom: Dayjs;
  constants: Record<string, { value: string; clause: string; page?: string }>;
  formulas?: string;
  compared?: boolean;
}

export function EnterConstants({ all }: { all: MethodConstants }) {
  const { t } = useTranslation();
  const text = useText();
  const client = useQueryClient();
  const [domain = '', name = ''] = all.method.split('/');
  const enter = useMutation({
    mutationFn: ({ title, number, publishedOn, url, validFrom, constants, formulas }: Values) =>
      ask(
        api.POST('/api/v1/methods/{domain}/{name}/constants', {
          params: { path: { domain, name } },
          body: {
            document: {
              title,
              ...(number && { number }),
              ...(publishedOn && { publishedOn: publishedOn.format('YYYY-MM-DD') }),
              ...(url && { url }),
            },
            validFrom: validFrom.format('YYYY-MM-DD'),
            constants: all.needed.map((parameter) => {
              const { value = '', clause = '', page } = constants[parameter.name] ?? {};
              return { name: parameter.name, unit: parameter.unit, value, clause, ...(page && { page }) };
            }),
            ...(formulas && { formulas: { clause: formulas } }),
          },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['method-constants', all.method] }),
  });
  const needed = { required: true, whitespace: true, message: t('common:required') };
  return (
    <section className="panel" data-test="enter">
      <h2>{t('methods:constants.enter')}</h2>
      <p className="muted">{t('methods:constants.enterHint')}</p>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => enter.mutate(values)}
        initialValues={{ validFrom: dayjs() }}
      >
        <div className="constant-document">
          <Form.Item name="title" label={t('methods:constants.document')} rules={[needed]}>
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="number" label={t('methods:constants.documentNumber')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="publishedOn" label={t('methods:constants.publishedOn')}>
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item
            name="url"
            label={t('methods:constants.url')}
            rules={[{ type: 'url', message: t('methods:constants.urlHint') }]}
          >
            <Input maxLength={1000} inputMode="url" />
          </Form.Item>
          <Form.Item
            name="validFrom"
            label={t('methods:constants.validFrom')}
            rules={[{ required: true, message: t('common:required') }]}
          >
            <DatePicker style={{ width: '100%' }} allowClear={false} />
          </Form.Item>
        </div>
        {all.needed.map(({ name: constant, title, unit, values }) => (
          <fieldset key={constant} className="constant">
            <legend>
              {text(title)} <code className="muted">{constant}</code>
            </legend>
            <p className="muted">
              {t('methods:constants.standsAs', { value: values[0]?.value, source: values[0]?.source })}
            </p>
            <div className="constant-fields">
              <Form.Item name={['constants', constant, 'value']} label={t('methods:constants.value')} rules={[needed]}>
                <Input inputMode="decimal" maxLength={60} suffix={unit === '1' ? undefined : prettyUnit(unit)} />
              </Form.Item>
              <Form.Item
                name={['constants', constant, 'clause']}
                label={t('methods:constants.clause')}
                rules={[needed]}
              >
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={['constants', constant, 'page']} label={t('methods:constants.page')}>
                <Input maxLength={20} />
              </Form.Item>
            </div>
          </fieldset>
        ))}
        {all.formulas && (
          <>
            <Form.Item
              name="formulas"
              label={t('methods:constants.formulas')}
              extra={t('methods:constants.formulasHint')}
              rules={[needed]}
            >
              <Input maxLength={300} />
            </Form.Item>
            <Form.Item
              name="compared"
              valuePropName="checked"
              rules={[
                {
                  validator: (_, checked) =>
                    checked ? Promise.resolve() : Promise.reject(new Error(t('methods:constants.compareFirst'))),
                },
              ]}
            >
              <Checkbox>{t('methods:constants.compared')}</Checkbox>
            </Form.Item>
          </>
        )}
        {enter.error && <ProblemAlert error={enter.error} />}
        <Button type="primary" htmlType="submit" loading={enter.isPending}>
          {t('methods:constants.submit')}
        </Button>
      </Form>
    </section>
  );
}
