/** A prospect's stands year by year: pools stacked, what is counted of them, and which equations and parameters they rest on. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkProspect, SinkStandCourse } from '../api/types';
import { SinkChart } from '../credits/chart';
import { Tonnes } from '../credits/figures';
import { ConfidenceTag } from '../shared/confidence-tag';
import { ProblemAlert } from '../shared/problem-alert';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { pools } from './pools';

export function StandDrawer({ prospect, onClose }: { prospect: SinkProspect; onClose(): void }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['sink-reserve', 'course', prospect.id, prospect.revision],
    queryFn: () =>
      ask(api.GET('/api/v1/sink/reserve/prospects/{id}/course', { params: { path: { id: prospect.id } } })),
  });
  return (
    <Drawer open size="min(960px, 100%)" title={prospect.name} onClose={onClose}>
      <Alert type="warning" showIcon title={t('reserve:stand.planning')} style={{ marginBottom: 16 }} />
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {query.data && <Course course={query.data} counted={prospect.stand?.counted ?? []} />}
    </Drawer>
  );
}

function Course({ course: { years, sources }, counted }: { course: SinkStandCourse; counted: string[] }) {
  const { t } = useTranslation();
  const columns = [...pools, 'products', 'stock', 'gained'] as const;
  return (
    <div data-test="course">
      <SinkChart
        label={t('reserve:stand.chart')}
        x={years.map(({ year }) => String(year))}
        units={['t CO₂e']}
        all={pools.map((pool) => ({
          name: t(`reserve:stand.pool.${pool}`),
          type: 'line',
          stack: 'pools',
          data: years.map((row) => Number(row[pool])),
        }))}
      />
      <p className="muted">
        {t('reserve:stand.countedHint', {
          pools: pools
            .filter((pool) => counted.includes(pool))
            .map((pool) => t(`reserve:stand.pool.${pool}`))
            .join(t('reserve:stand.and')),
        })}
      </p>
      <details>
        <summary>{t('reserve:byYear')}</summary>
        <WideTable
          label={t('reserve:stand.chart')}
          rowKey="year"
          dataSource={years}
          columns={[
            { title: t('reserve:stand.endOf'), className: 'num', dataIndex: 'year' },
            ...columns.map((name) => ({
              title: t(`reserve:stand.pool.${name}`),
              align: 'end' as const,
              render: (_: unknown, row: SinkStandCourse['years'][number]) => <Tonnes of={row[name]} places={1} />,
            })),
          ]}
        />
      </details>
      <h3>{t('reserve:stand.sources')}</h3>
      <dl className="facts" data-test="sources">
        {sources.map(({ part, value, source, confidence }) => (
          <div key={part}>
            <dt>
              {t(`reserve:stand.part.${part}`)} <ConfidenceTag confidence={confidence} />
            </dt>
            <dd>
              {value}
              <div className="sub">{source}</div>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
