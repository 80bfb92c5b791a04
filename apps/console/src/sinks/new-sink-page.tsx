/** A sink project is drafted; the version of its method is locked with it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask, newKey } from '../api/client';
import type { SinkProject } from '../api/types';
import { useMethods } from '../methods/use-methods';
import { today } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionOptions } from '../shared/use-regions';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';

const pools: SinkProject['pools'] = ['tree', 'shrub', 'bamboo', 'grass', 'dead-wood', 'litter', 'soil', 'wetland'];

interface Values {
  name: string;
  method: string;
  region: string;
  pools: SinkProject['pools'];
  crediting: [Dayjs, Dayjs];
}

export function NewSinkPage() {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const methods = useMethods();
  const regions = useRegionOptions({ levels: ['banner'], within: '15' });
  useTitle(t('sinks:new'));
  const key = useRef(newKey()); // sent twice, it still makes one project
  const create = useMutation({
    mutationFn: ({ crediting, ...rest }: Values) =>
      ask(
        api.POST('/api/v1/sink/projects', {
          headers: { 'Idempotency-Key': key.current },
          body: {
            ...rest,
            creditingStart: crediting[0].format('YYYY-MM-DD'),
            creditingEnd: crediting[1].format('YYYY-MM-DD'),
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['sinks'] });
      await navigate(`/sinks/${id}`);
    },
    onError: () => (key.current = newKey()),
  });
  const rules = [{ required: true, message: t('common:required') }];
  const start = today().startOf('year');
  return (
    <div className="page">
      <PageHead title={t('sinks:new')} hint={t('sinks:newHint')} back={{ to: '/sinks', text: t('sinks:back') }} />
      <section className="panel">
        {create.error && <ProblemAlert error={create.error} />}
        <Form<Values>
          layout="vertical"
          className="form-narrow"
          requiredMark={false}
          onFinish={(values) => create.mutate(values)}
          initialValues={{ pools: ['tree'], crediting: [start, start.add(20, 'year').subtract(1, 'day')] }}
        >
          <Form.Item name="name" label={t('sinks:name')} rules={rules}>
            <Input data-test="name" />
          </Form.Item>
          <Form.Item name="method" label={t('sinks:method')} rules={rules}>
            <Select
              options={methods.data
                ?.filter(({ id }) => id.startsWith('sink/'))
                .map(({ id, title }) => ({ value: id, label: text(title) }))}
            />
          </Form.Item>
          <Form.Item name="region" label={t('sinks:region')} rules={rules}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={regions} />
          </Form.Item>
          <Form.Item name="pools" label={t('sinks:pools')} rules={rules}>
            <Select mode="multiple" options={pools.map((value) => ({ value, label: t(`sinks:pool.${value}`) }))} />
          </Form.Item>
          <Form.Item name="crediting" label={t('sinks:crediting')} rules={rules}>
            <DatePicker.RangePicker />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('sinks:create')}
          </Button>
        </Form>
      </section>
    </div>
  );
}
