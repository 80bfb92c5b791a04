/** How many plots the next visit needs, and where: Neyman allocation, t iterated, finite population. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { api, ask } from '../api/client';
import type { SinkUncertainty } from '../api/types';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import { percent } from './figures';
import './credits.css';

interface Values {
  precision: number;
  confidence: number;
  plotHectares: number;
  strata: { code: string; hectares: number; mean: number; deviation: number }[];
}

const number = (more: object) => <InputNumber style={{ width: '100%' }} {...more} />;

export function PlannerPage() {
  const { t } = useTranslation();
  const { state } = useLocation() as { state: { strata?: SinkUncertainty['second'] } | null };
  useTitle(t('credits:planner.title'));
  const plan = useMutation({
    mutationFn: ({ precision, confidence, ...rest }: Values) =>
      ask(
        api.POST('/api/v1/sink/sample-plan', {
          body: { ...rest, precision: precision / 100, confidence: confidence / 100 },
        }),
      ),
  });
  const strata = state?.strata?.map(({ stratum, hectares, mean, deviation }) => ({
    code: stratum,
    hectares,
    mean: Number(mean.toFixed(3)),
    deviation: Number(deviation.toFixed(3)),
  }));
  const rules = [{ required: true, message: t('common:required') }];
  return (
    <div className="page">
      <PageHead
        title={t('credits:planner.title')}
        hint={t('credits:planner.hint')}
        back={{ to: '/credits', text: t('credits:title') }}
      />
      <section className="panel">
        <Form<Values>
          layout="vertical"
          initialValues={{
            precision: 10,
            confidence: 90,
            plotHectares: 0.06,
            strata: strata ?? [{ code: '1', hectares: 100, mean: 60, deviation: 15 }],
          }}
          onFinish={(values) => plan.mutate(values)}
        >
          <div className="inline-form">
            <Form.Item name="precision" label={t('credits:planner.precision')} rules={rules}>
              {number({ min: 0.5, max: 100, suffix: '%' })}
            </Form.Item>
            <Form.Item name="confidence" label={t('credits:planner.confidence')} rules={rules}>
              {number({ min: 50, max: 99.9, suffix: '%' })}
            </Form.Item>
            <Form.Item name="plotHectares" label={t('credits:planner.plotHectares')} rules={rules}>
              {number({ min: 0.0001, max: 10, suffix: 'hm²' })}
            </Form.Item>
          </div>
          <Form.List name="strata">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <div className="inline-form" key={key}>
                    <Form.Item name={[name, 'code']} label={t('credits:stratum')} rules={rules}>
                      <Input />
                    </Form.Item>
                    <Form.Item name={[name, 'hectares']} label={`${t('credits:hectares')} (hm²)`} rules={rules}>
                      {number({ min: 0.01 })}
                    </Form.Item>
                    <Form.Item name={[name, 'mean']} label={t('credits:uncertainty.mean')} rules={rules}>
                      {number({ min: 0.001 })}
                    </Form.Item>
                    <Form.Item name={[name, 'deviation']} label={t('credits:uncertainty.deviation')} rules={rules}>
                      {number({ min: 0 })}
                    </Form.Item>
                    <Form.Item label={<span className="sr-only">{t('credits:planner.remove')}</span>} colon={false}>
                      <Button
                        icon={<DeleteOutlined />}
                        aria-label={t('credits:planner.remove')}
                        disabled={fields.length === 1}
                        onClick={() => remove(name)}
                      />
                    </Form.Item>
                  </div>
                ))}
                <div className="filters">
                  <Button icon={<PlusOutlined />} onClick={() => add({})}>
                    {t('credits:planner.add')}
                  </Button>
                  <Button type="primary" htmlType="submit" loading={plan.isPending}>
                    {t('credits:planner.plan')}
                  </Button>
                </div>
              </>
            )}
          </Form.List>
        </Form>
      </section>
      {plan.error && <ProblemAlert error={plan.error} />}
      {plan.data && (
        <section className="panel" data-test="plan" aria-live="polite">
          <h2>{t('credits:planner.result', { count: plan.data.plots })}</h2>
          <p className="muted">
            {t('credits:planner.expected', { expected: percent(plan.data.expected), count: plan.data.iterations })}
          </p>
          <WideTable
            label={t('credits:planner.title')}
            rowKey="code"
            dataSource={plan.data.byStratum}
            columns={[
              { title: t('credits:stratum'), dataIndex: 'code' },
              { title: t('credits:uncertainty.plots'), align: 'end', className: 'num', dataIndex: 'plots' },
              { title: t('credits:planner.possible'), align: 'end', className: 'num', dataIndex: 'possible' },
            ]}
          />
        </section>
      )}
    </div>
  );
}
