/** A verification: plots measured again beside the owner's, findings back and forth, the conclusion. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { SinkVerification } from '../api/types';
import { groupDecimal, readable } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { useUser } from '../session/session-provider';
import { moment, today } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { percent } from './figures';
import { Findings } from './findings';
import { useAgain } from './use-again';
import './credits.css';

const colours = { open: 'processing', passed: 'success', failed: 'error' } as const;

export function VerificationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const user = useUser();
  const query = useQuery({
    queryKey: ['sink-verification', id],
    queryFn: () => ask(api.GET('/api/v1/sink/verifications/{id}', { params: { path: { id } } })),
  });
  useTitle(query.data?.number ?? t('credits:verification'));
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Waiting />;
  const one = query.data;
  const active = one.status === 'open' && one.verifier.id === user.id;
  return (
    <div className="page">
      <PageHead
        title={
          <>
            {t('credits:verification')} <span className="num">{one.number}</span>
            <Tag color={colours[one.status]}>{t(`credits:verificationStatus.${one.status}`)}</Tag>
          </>
        }
        hint={t('credits:verifier', { name: one.verifier.name, at: moment(one.openedAt) })}
        back={{ to: `/credits/${one.projectId}`, text: t('credits:toProject') }}
      />
      {one.statement && <Alert type={one.status === 'passed' ? 'success' : 'error'} showIcon title={one.statement} />}
      <section className="panel">
        <dl className="facts">
          {(
            [
              ['tolerance', percent(one.tolerance), one.basis],
              ['materiality', percent(one.materiality), one.basis],
              ['bufferShare', percent(one.bufferShare), one.bufferBasis],
              ['error', percent(one.error), t('credits:errorHint')],
            ] as const
          ).map(([name, value, basis]) => (
            <div key={name}>
              <dt>{t(`credits:${name}`)}</dt>
              <dd>
                <strong className="num">{value}</strong> <span className="muted">{basis}</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Plots verification={one} active={active} />
      <Findings verification={one} active={active} />
      {active && <Decision verification={one} />}
    </div>
  );
}

function Plots({ verification: one, active }: { verification: SinkVerification; active: boolean }) {
  const { t } = useTranslation();
  const again = useAgain(one);
  const [form] = Form.useForm<{ plot: string; value: string; measuredOn: string; note?: string }>();
  const measure = useMutation({
    mutationFn: (plot: { plot: string; value: string; measuredOn: string; note?: string }) =>
      ask(
        api.PUT('/api/v1/sink/verifications/{id}/plots', {
          params: { path: { id: one.id } },
          body: { plots: [plot] },
        }),
      ),
    onSuccess: (next) => {
      void again(next);
      form.resetFields(['plot', 'value', 'note']);
    },
  });
  const done = new Set(one.plots.map(({ plot }) => plot));
  const left = one.sample.filter((plot) => !done.has(plot));
  const unit = prettyUnit(one.unit);
  const columns: TableColumnsType<SinkVerification['plots'][number]> = [
    { title: t('credits:stratum'), dataIndex: 'stratum' },
    { title: t('credits:plot'), className: 'num', dataIndex: 'plot' },
    {
      title: `${t('credits:owner')} (${unit})`,
      align: 'end',
      className: 'num',
      render: (_, { ownerValue }) => readable(ownerValue),
    },
    {
      title: `${t('credits:verifierValue')} (${unit})`,
      align: 'end',
      className: 'num',
      render: (_, { verifierValue }) => groupDecimal(verifierValue),
    },
    {
      title: t('credits:difference'),
      align: 'end',
      render: (_, { ownerValue, verifierValue, within }) => (
        <span>
          <span className="num">
            {Number(ownerValue) ? percent(Number(verifierValue) / Number(ownerValue) - 1) : '–'}
          </span>{' '}
          <Tag color={within ? 'success' : 'error'}>{t(within ? 'credits:within' : 'credits:beyond')}</Tag>
        </span>
      ),
    },
    { title: t('credits:measuredOn'), className: 'num', dataIndex: 'measuredOn' },
    { title: t('credits:note'), dataIndex: 'note' },
  ];
  return (
    <section className="panel" data-test="verified-plots">
      <h2>{t('credits:plots')}</h2>
      <p className="muted">
        {t('credits:sampleHint', { count: one.sample.length, all: one.candidates.length })}
        {left.length > 0 && ` ${t('credits:left', { plots: left.join(' ') })}`}
      </p>
      {active && (
        <Form
          form={form}
          layout="vertical"
          className="inline-form"
          initialValues={{ measuredOn: today().format('YYYY-MM-DD') }}
          onFinish={(values) => measure.mutate(values)}
        >
          <Form.Item name="plot" label={t('credits:plot')} rules={[{ required: true, message: t('common:required') }]}>
            <Select
              showSearch
              data-test="plot"
              options={[...one.candidates]
                .sort((a, b) => Number(one.sample.includes(b.plot)) - Number(one.sample.includes(a.plot)))
                .map(({ plot }) => ({ value: plot, label: one.sample.includes(plot) ? `★ ${plot}` : plot }))}
            />
          </Form.Item>
          <Form.Item
            name="value"
            label={`${t('credits:verifierValue')} (${unit})`}
            rules={[{ required: true, pattern: /^\d+(\.\d{1,8})?$/, message: t('credits:numberHint') }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item
            name="measuredOn"
            label={t('credits:measuredOn')}
            rules={[{ required: true, pattern: /^\d{4}-\d{2}-\d{2}$/, message: 'YYYY-MM-DD' }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="note" label={t('credits:note')}>
            <Input />
          </Form.Item>
          <Form.Item label={<span className="sr-only">{t('credits:record')}</span>} colon={false}>
            <Button htmlType="submit" loading={measure.isPending}>
              {t('credits:record')}
            </Button>
          </Form.Item>
        </Form>
      )}
      {measure.error && <ProblemAlert error={measure.error} />}
      <WideTable
        label={t('credits:plots')}
        rowKey="plot"
        columns={columns}
        dataSource={one.plots}
        rowClassName={({ within }) => (within ? '' : 'beyond')}
        locale={{ emptyText: <span className="muted">{t('credits:noPlots')}</span> }}
      />
    </section>
  );
}

function Decision({ verification: one }: { verification: SinkVerification }) {
  const { t } = useTranslation();
  const again = useAgain(one);
  const [statement, setStatement] = useState('');
  const decide = useMutation({
    mutationFn: (conclusion: 'passed' | 'failed') =>
      ask(
        api.POST('/api/v1/sink/verifications/{id}/decision', {
          params: { path: { id: one.id } },
          body: { conclusion, statement: statement.trim() },
        }),
      ),
    onSuccess: (next) => again(next),
  });
  return (
    <section className="panel" data-test="decision">
      <h2>{t('credits:conclusion')}</h2>
      {decide.error && <ProblemAlert error={decide.error} />}
      <Input.TextArea
        rows={3}
        value={statement}
        onChange={({ target }) => setStatement(target.value)}
        aria-label={t('credits:statement')}
        placeholder={t('credits:statement')}
      />
      <div className="filters" style={{ marginTop: 12 }}>
        <Button
          type="primary"
          disabled={!statement.trim()}
          loading={decide.isPending}
          onClick={() => decide.mutate('passed')}
        >
          {t('credits:pass')}
        </Button>
        <Button danger disabled={!statement.trim()} onClick={() => decide.mutate('failed')}>
          {t('credits:fail')}
        </Button>
      </div>
    </section>
  );
}
