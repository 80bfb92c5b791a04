/**
 * The form in which one person enters the constants: value, clause and page of each, and the document they stand in. All
 * parameters come together; of look-up tables, the rows that were chosen.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { MethodConstants } from '../api/types';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { ConstantFields } from './constant-fields';
import { constantId, keysOf } from './provisional';

interface Entered {
  value: string;
  clause: string;
  page?: string;
}

interface Values {
  title: string;
  number?: string;
  publishedOn?: Dayjs | null;
  url?: string;
  validFrom: Dayjs;
  constants?: Record<string, Entered>;
  /** By the row's place among those that can be entered. */
  rows?: Record<string, Entered>;
  formulas?: string;
  compared?: boolean;
}

const entered = ({ value = '', clause = '', page }: Partial<Entered> = {}) => ({
  value,
  clause,
  ...(page && { page }),
});

export function EnterConstants({ all }: { all: MethodConstants }) {
  const { t } = useTranslation();
  const text = useText();
  const client = useQueryClient();
  const [domain = '', name = ''] = all.method.split('/');
  const [chosen, setChosen] = useState<string[]>([]);
  const [rowsAlone, setRowsAlone] = useState(all.needed.length === 0);
  const parameters = rowsAlone ? [] : all.needed;
  const formulas = all.formulas && !rowsAlone;
  const rows = all.rows.map((row, i) => ({ ...row, place: String(i), label: `${text(row.title)} · ${keysOf(row)}` }));
  const enter = useMutation({
    mutationFn: ({
      title,
      number,
      publishedOn,
      url,
      validFrom,
      constants = {},
      rows: given = {},
      formulas: at,
    }: Values) =>
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
            constants: [
              ...parameters.map((parameter) => ({
                ...{ name: parameter.name, unit: parameter.unit },
                ...entered(constants[parameter.name]),
              })),
              ...rows
                .filter(({ place }) => chosen.includes(place))
                .map(({ name: table, keys, unit, place }) => ({ name: table, keys, unit, ...entered(given[place]) })),
            ],
            ...(formulas && at && { formulas: { clause: at } }),
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
        {all.needed.length > 0 && all.rows.length > 0 && (
          <Form.Item>
            <Checkbox checked={rowsAlone} onChange={({ target }) => setRowsAlone(target.checked)}>
              {t('methods:constants.rowsAlone')}
            </Checkbox>
          </Form.Item>
        )}
        {parameters.map(({ name: constant, title, unit, values }) => (
          <ConstantFields
            key={constant}
            name={['constants', constant]}
            title={
              <>
                {text(title)} <code className="muted">{constant}</code>
              </>
            }
            unit={unit}
            standing={values[0]}
          />
        ))}
        {rows.length > 0 && (
          <Form.Item
            label={t('methods:constants.rows')}
            htmlFor="constant-rows"
            extra={t('methods:constants.rowsHint')}
          >
            <Select
              id="constant-rows"
              mode="multiple"
              value={chosen}
              onChange={setChosen}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('methods:constants.chooseRows')}
              options={rows.map(({ place, label, provisional }) => ({
                value: place,
                label: provisional ? label : `${label} · ${t('methods:constants.inForce')}`,
              }))}
            />
          </Form.Item>
        )}
        {rows
          .filter(({ place }) => chosen.includes(place))
          .map(({ place, label, name: table, unit, values, ...row }) => (
            <ConstantFields
              key={constantId({ name: table, ...row })}
              name={['rows', place]}
              title={label}
              unit={unit}
              standing={values[0]}
            />
          ))}
        {formulas && (
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
        <Button
          type="primary"
          htmlType="submit"
          disabled={parameters.length + chosen.length === 0}
          loading={enter.isPending}
        >
          {t('methods:constants.submit')}
        </Button>
      </Form>
    </section>
  );
}
