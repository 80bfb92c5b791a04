import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Radio, Select } from 'antd';
import { type Dayjs } from 'dayjs';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask, newKey } from '../api/client';
import { useMethods } from '../methods/use-methods';
import { today } from '../shared/dates';
import { ConfidenceTag } from '../shared/confidence-tag';
import { useInPieces } from '../shared/in-pieces';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName, useRegions } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import './new-filing.css';

interface Values {
  method: string;
  title: string;
  product?: string;
  period: [Dayjs, Dayjs];
  region: string;
}

const lastYear = (): [Dayjs, Dayjs] => {
  const year = today().subtract(1, 'year');
  return [year.startOf('year'), year.endOf('year')];
};

/** Regions a filing can be for: from the province down. The catalogue also has grids and countries, for factors. */
const places = ['province', 'league', 'banner'];

export function NewFilingPage() {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const methods = useMethods();
  const drawn = useInPieces(!methods.isPending);
  const regions = useRegions();
  const regionName = useRegionName();
  useTitle(t('filings:new'));
  // One key for this form: sent twice, it still makes one filing.
  const key = useRef(newKey());
  const domainOf = (id: string) => id.split('/')[0]!;
  const domains = useMemo(() => [...new Set((methods.data ?? []).map(({ id }) => domainOf(id)))], [methods.data]);
  const [domain, setDomain] = useState('footprint');
  const [form] = Form.useForm<Values>();
  const choices = (methods.data ?? []).filter(({ id }) => domainOf(id) === domain);
  const create = useMutation({
    mutationFn: ({ period, ...rest }: Values) =>
      ask(
        api.POST('/api/v1/filings', {
          headers: { 'Idempotency-Key': key.current },
          body: {
            ...rest,
            periodStart: period[0].format('YYYY-MM-DD'),
            periodEnd: period[1].format('YYYY-MM-DD'),
            input: { parameters: {}, tables: {} },
          },
        }),
      ),
    onSuccess: (filing) => {
      client.setQueryData(['filing', filing.id], filing);
      void client.invalidateQueries({ queryKey: ['filings'] });
      void navigate(`/filings/${filing.id}`, { replace: true });
    },
    onError: () => {
      key.current = newKey();
    },
  });
  if (!drawn) return <Waiting />;
  const places15 = (regions.data ?? []).filter((region) => places.includes(region.level));
  return (
    <div className="page new-filing">
      <PageHead
        title={t('filings:new')}
        hint={t('filings:newHint')}
        back={{ to: '/filings', text: t('filings:title') }}
      />
      {methods.error && <ProblemAlert error={methods.error} onRetry={() => void methods.refetch()} />}
      <Form<Values>
        form={form}
        layout="vertical"
        className="panel"
        requiredMark="optional"
        initialValues={{ method: choices[0]?.id, period: lastYear(), region: '150000' }}
        onFinish={(values) => create.mutate(values)}
        scrollToFirstError={{ focus: true }}
      >
        <Form.Item label={t('filings:domain')} required>
          <Select
            aria-label={t('filings:domain')}
            value={domain}
            data-test="domain"
            options={domains.map((value) => ({ value, label: t(`filings:domains.${value}`, { defaultValue: value }) }))}
            onChange={(next: string) => {
              setDomain(next);
              form.setFieldValue('method', (methods.data ?? []).find(({ id }) => domainOf(id) === next)?.id);
            }}
          />
        </Form.Item>
        <Form.Item name="method" label={t('filings:method')} rules={[{ required: true }]}>
          <Radio.Group className="method-choice">
            {choices.map((method) => (
              <Radio key={method.id} value={method.id}>
                <strong>{text(method.title)}</strong>
                <span className="method-source">
                  {method.source.title} <ConfidenceTag confidence={method.source.confidence} />
                </span>
                <span className="muted">{text(method.summary)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <div className="new-filing-fields">
          <Form.Item
            name="title"
            label={t('filings:name')}
            rules={[{ required: true, whitespace: true, message: t('filings:nameMissing') }]}
          >
            <Input maxLength={200} placeholder={t('filings:nameExample')} />
          </Form.Item>
          <Form.Item name="product" label={t('filings:product')}>
            <Input maxLength={200} placeholder={t('filings:productExample')} />
          </Form.Item>
          <Form.Item
            name="period"
            label={t('filings:period')}
            rules={[{ required: true, message: t('filings:periodMissing') }]}
          >
            <DatePicker.RangePicker style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item
            name="region"
            label={t('filings:region')}
            rules={[{ required: true, message: t('filings:regionMissing') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={regions.isPending}
              options={places15.map((region) => ({
                value: region.code,
                label: `${regionName(region.code)} ${region.code}`,
              }))}
            />
          </Form.Item>
        </div>
        {create.error && <ProblemAlert error={create.error} />}
        <div className="new-filing-end">
          <Button onClick={() => void navigate('/filings')}>{t('common:cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={create.isPending} data-test="create-filing">
            {t('filings:create')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
