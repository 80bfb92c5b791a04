/** Uncertainty told whole: the statutory figure, the same plots under every scheme, and chance as information. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { SinkUncertainty } from '../api/types';
import { useLandArea } from '../numbers/use-quantities';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { SinkChart } from './chart';
import { percent, Tonnes } from './figures';
import './credits.css';

type Scheme = SinkUncertainty['schemes'][number];
type Change = SinkUncertainty['independent'];

export function UncertaintyPage() {
  const { t, i18n } = useTranslation();
  const land = useLandArea();
  const { run = '' } = useParams();
  useTitle(t('credits:uncertainty.title'));
  const query = useQuery({
    queryKey: ['sink-uncertainty', run],
    queryFn: () => ask(api.GET('/api/v1/sink/runs/{id}/uncertainty', { params: { path: { id: run } } })),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Waiting />;
  const { first, second, independent, paired, schemes } = query.data;
  const english = i18n.language === 'en';
  const columns: TableColumnsType<Scheme> = [
    { title: t('credits:uncertainty.scheme'), render: (_, { zh, en }) => (english ? en : zh) },
    {
      title: t('credits:uncertainty.deduction'),
      align: 'end',
      render: (_, { deduction }) => <Tonnes of={deduction} places={1} />,
    },
    {
      title: t('credits:uncertainty.credited'),
      align: 'end',
      render: (_, { credited, state }) =>
        state === 'known' ? (
          <strong>
            <Tonnes of={credited} places={1} />
          </strong>
        ) : (
          <span className="muted">{t(`credits:uncertainty.state.${state}`)}</span>
        ),
    },
    {
      title: t('credits:uncertainty.source'),
      render: (_, { confidence, source }) => (
        <span>
          <ConfidenceTag confidence={confidence} /> {source}
        </span>
      ),
    },
  ];
  const changes: { name: string; change: Change | null }[] = [
    { name: 'independent', change: independent },
    { name: 'paired', change: paired },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('credits:uncertainty.title')}
        hint={t('credits:uncertainty.hint')}
        actions={
          <Link to="/credits/planner" state={{ strata: second }}>
            <Button tabIndex={-1}>{t('credits:planner.next')}</Button>
          </Link>
        }
      />
      <section className="panel" data-test="changes">
        <h2>{t('credits:uncertainty.change')}</h2>
        <WideTable
          label={t('credits:uncertainty.change')}
          rowKey="name"
          dataSource={changes}
          columns={[
            { title: t('credits:uncertainty.estimate'), render: (_, { name }) => t(`credits:uncertainty.${name}`) },
            {
              title: t('credits:uncertainty.total'),
              align: 'end',
              render: (_, { change }) => <Tonnes of={change?.total} places={1} />,
            },
            {
              title: t('credits:uncertainty.halfWidth'),
              align: 'end',
              render: (_, { change }) => <Tonnes of={change?.halfWidth} places={1} />,
            },
            { title: 'U', align: 'end', className: 'num', render: (_, { change }) => percent(change?.relative) },
            {
              title: t('credits:uncertainty.pairs'),
              align: 'end',
              className: 'num',
              render: (_, { change }) => change?.pairs ?? '–',
            },
          ]}
        />
      </section>
      <section className="panel" data-test="schemes">
        <h2>{t('credits:uncertainty.schemes')}</h2>
        <p className="muted">{t('credits:uncertainty.schemesHint')}</p>
        <WideTable label={t('credits:uncertainty.schemes')} rowKey="code" columns={columns} dataSource={schemes} />
      </section>
      <Simulations uncertainty={query.data} />
      <section className="panel">
        <h2>{t('credits:uncertainty.strata')}</h2>
        <WideTable
          label={t('credits:uncertainty.strata')}
          rowKey="key"
          dataSource={[
            ...first.map((row) => ({ ...row, visit: 1 })),
            ...second.map((row) => ({ ...row, visit: 2 })),
          ].map((row) => ({ ...row, key: `${row.visit}${row.stratum}` }))}
          columns={[
            { title: t('credits:uncertainty.visit'), className: 'num', dataIndex: 'visit' },
            { title: t('credits:stratum'), dataIndex: 'stratum' },
            {
              title: `${t('credits:hectares')} (${land.unit})`,
              align: 'end',
              className: 'num',
              render: (_, { hectares }) => land.of(String(hectares)),
            },
            { title: t('credits:uncertainty.plots'), align: 'end', className: 'num', dataIndex: 'plots' },
            {
              title: t('credits:uncertainty.mean'),
              align: 'end',
              className: 'num',
              render: (_, { mean }) => mean.toFixed(2),
            },
            {
              title: t('credits:uncertainty.deviation'),
              align: 'end',
              className: 'num',
              render: (_, { deviation }) => deviation.toFixed(2),
            },
          ]}
        />
      </section>
    </div>
  );
}

function Simulations({ uncertainty: { runId, simulations } }: { uncertainty: SinkUncertainty }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [seed, setSeed] = useState<number | null>(null);
  const may = hasRole(useUser(), 'filer', 'reviewer');
  const draw = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/sink/runs/{id}/simulations', {
          params: { path: { id: runId } },
          body: { ...(seed !== null && { seed }) },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['sink-uncertainty', runId] }),
  });
  const [latest] = simulations;
  return (
    <section className="panel" data-test="simulation">
      <div className="panel-head">
        <h2>{t('credits:uncertainty.simulation')}</h2>
        {may && (
          <div className="filters">
            <InputNumber
              min={0}
              max={4294967295}
              precision={0}
              value={seed}
              onChange={setSeed}
              aria-label={t('credits:uncertainty.seed')}
              placeholder={t('credits:uncertainty.seed')}
            />
            <Button loading={draw.isPending} onClick={() => draw.mutate()}>
              {t('credits:uncertainty.draw')}
            </Button>
          </div>
        )}
      </div>
      <p className="muted">{t('credits:uncertainty.simulationHint')}</p>
      {draw.error && <ProblemAlert error={draw.error} />}
      {latest && (
        <>
          <dl className="facts">
            {(['p5', 'p50', 'p95'] as const).map((name) => (
              <div key={name}>
                <dt>{name.toUpperCase()}</dt>
                <dd>
                  <Tonnes of={latest.result[name]} /> t CO₂e
                </dd>
              </div>
            ))}
            <div>
              <dt>{t('credits:uncertainty.record')}</dt>
              <dd className="num">
                {latest.result.seed} · {latest.result.draws} · {latest.sha256.slice(0, 12)}
              </dd>
            </div>
          </dl>
          <SinkChart
            label={t('credits:uncertainty.histogram')}
            x={latest.result.histogram.map(({ from, to }) => ((from + to) / 2).toFixed(0))}
            units={['']}
            all={[
              {
                name: t('credits:uncertainty.draws'),
                type: 'bar',
                data: latest.result.histogram.map(({ count }) => count),
              },
            ]}
          />
          <WideTable
            label={t('credits:uncertainty.alone')}
            rowKey="code"
            dataSource={latest.result.alone}
            columns={[
              {
                title: t('credits:uncertainty.alone'),
                render: (_, { code }) => t(`credits:uncertainty.cause.${code}`),
              },
              {
                title: t('credits:uncertainty.spread'),
                align: 'end',
                render: (_, { sd }) => <Tonnes of={sd} />,
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
