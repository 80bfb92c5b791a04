/** A programme is drafted: what it rests on, whose money, for which period and region, by which method. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask, newKey } from '../api/client';
import { useMethods } from '../methods/use-methods';
import { today } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionOptions } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import './compensation.css';
import { Yuan } from './yuan';

interface Values {
  title: string;
  period: [Dayjs, Dayjs];
  region: string;
  method: string;
  basis: string;
  document?: string;
  clause?: string;
  payer: string;
  poolCode: string;
  pool: string;
  fundsReceivedOn?: Dayjs;
  noticeDays: number;
}

const POOL = /^\d{1,15}(\.\d{2})?$/;
const whole = (pool: string) => (pool.includes('.') ? pool : `${pool}.00`);
const lastYear = today().subtract(1, 'year');

export function NewProgrammePage() {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const methods = useMethods();
  const regions = useRegionOptions({ within: '15' });
  useTitle(t('compensation:draft.title'));
  const [form] = Form.useForm<Values>();
  const pool = Form.useWatch('pool', form) as string | undefined;
  const key = useRef(newKey()); // sent twice, it still makes one programme
  const create = useMutation({
    mutationFn: ({ period, fundsReceivedOn, basis, document, clause, payer, pool, ...rest }: Values) =>
      ask(
        api.POST('/api/v1/compensation/programmes', {
          headers: { 'Idempotency-Key': key.current },
          body: {
            ...rest,
            pool: whole(pool),
            year: period[0].year(),
            periodStart: period[0].format('YYYY-MM-DD'),
            periodEnd: period[1].format('YYYY-MM-DD'),
            legalBasis: [{ title: basis, ...(document && { document }), ...(clause && { clause }) }],
            parties: [{ role: 'payer', name: payer }],
            ...(fundsReceivedOn && { fundsReceivedOn: fundsReceivedOn.format('YYYY-MM-DD') }),
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['programmes'] });
      await navigate(`/compensation/${id}`);
    },
    onError: () => (key.current = newKey()),
  });
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <div className="page">
      <PageHead title={t('compensation:draft.title')} back={{ to: '/compensation', text: t('compensation:back') }} />
      <section className="panel">
        {create.error && <ProblemAlert error={create.error} />}
        <Form<Values>
          form={form}
          layout="vertical"
          className="form-narrow"
          requiredMark={false}
          onFinish={(values) => create.mutate(values)}
          initialValues={{ period: [lastYear.startOf('year'), lastYear.endOf('year')], noticeDays: 7 }}
        >
          <Form.Item
            name="title"
            extra={t('compensation:draft.help.title')}
            label={t('compensation:draft.name')}
            rules={rules}
          >
            <Input data-test="title" />
          </Form.Item>
          <Form.Item
            name="method"
            extra={t('compensation:draft.help.method')}
            label={t('compensation:method')}
            rules={rules}
          >
            <Select
              options={methods.data
                ?.filter(({ id }) => id.startsWith('compensation/'))
                .map(({ id, title }) => ({ value: id, label: text(title) }))}
            />
          </Form.Item>
          <Form.Item name="region" label={t('compensation:region')} rules={rules}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={regions} />
          </Form.Item>
          <Form.Item name="period" label={t('compensation:period')} rules={rules}>
            <DatePicker.RangePicker />
          </Form.Item>
          <Form.Item
            name="pool"
            label={t('compensation:draft.pool')}
            extra={pool && POOL.test(pool) ? <Yuan amount={whole(pool)} short /> : t('compensation:draft.help.pool')}
            rules={[...rules, { pattern: POOL, message: t('compensation:draft.poolHint') }]}
          >
            <Input inputMode="decimal" data-test="pool" />
          </Form.Item>
          <Form.Item
            name="poolCode"
            extra={t('compensation:draft.help.poolCode')}
            label={t('compensation:poolCode')}
            rules={rules}
          >
            <Input data-test="pool-code" />
          </Form.Item>
          <Form.Item
            name="payer"
            extra={t('compensation:draft.help.payer')}
            label={t('compensation:draft.payer')}
            rules={rules}
          >
            <Input data-test="payer" />
          </Form.Item>
          <Form.Item
            name="basis"
            extra={t('compensation:draft.help.basis')}
            label={t('compensation:legalBasis')}
            rules={rules}
          >
            <Input data-test="basis" />
          </Form.Item>
          <Form.Item
            name="document"
            extra={t('compensation:draft.help.document')}
            label={t('compensation:draft.document')}
          >
            <Input />
          </Form.Item>
          <Form.Item
            name="clause"
            extra={t('compensation:draft.help.clause')}
            label={t('compensation:decision.clause')}
          >
            <Input />
          </Form.Item>
          <Form.Item
            name="fundsReceivedOn"
            extra={t('compensation:draft.help.fundsReceived')}
            label={t('compensation:fundsReceived')}
          >
            <DatePicker />
          </Form.Item>
          <Form.Item
            name="noticeDays"
            extra={t('compensation:draft.help.noticeDays')}
            label={t('compensation:noticeDays')}
            rules={rules}
          >
            <InputNumber min={1} max={90} precision={0} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={create.isPending} data-test="create">
            {t('compensation:draft.create')}
          </Button>
        </Form>
      </section>
    </div>
  );
}
