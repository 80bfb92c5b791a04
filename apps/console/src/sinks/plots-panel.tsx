/** Plots: where they lie, how large they are once slopes are taken off, when they were visited. */
import { type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SinkPlot, SinkProject } from '../api/types';
import { LoadMore } from '../shared/load-more';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';
import { usePlots } from './use-sink';

export function PlotsPanel({ project }: { project: SinkProject }) {
  const { t } = useTranslation();
  const plots = usePlots(project.id);
  if (plots.error) return <ProblemAlert error={plots.error} onRetry={() => void plots.refetch()} />;
  const columns: TableColumnsType<SinkPlot> = [
    { title: t('sinks:plot'), dataIndex: 'code' },
    { title: t('sinks:stratum'), render: (_, { stratum }) => stratum ?? '–' },
    { title: t('sinks:kind'), render: (_, { kind }) => t(`sinks:plotKind.${kind}`) },
    {
      title: t('sinks:plotArea'),
      align: 'end',
      className: 'num',
      render: (_, { areaHa }) => `${(Number(areaHa) * 10_000).toFixed(1)} m²`,
    },
    { title: t('sinks:slope'), align: 'end', className: 'num', render: (_, { slopeDegrees }) => `${slopeDegrees}°` },
    {
      title: t('sinks:position'),
      className: 'num',
      render: (_, { longitude, latitude, exact }) => (
        <span>
          {Number(longitude).toFixed(exact ? 6 : 2)}, {Number(latitude).toFixed(exact ? 6 : 2)}{' '}
          {!exact && <Tag>{t('sinks:coarseTag')}</Tag>}
        </span>
      ),
    },
    {
      title: t('sinks:areaCode'),
      render: (_, { area }) => area ?? <Tag color="error">{t('sinks:outside')}</Tag>,
    },
    {
      title: t('sinks:visits'),
      className: 'num',
      render: (_, { visits }) => visits.map(({ round, visitedOn }) => `${round}: ${visitedOn}`).join('  '),
    },
  ];
  return (
    <div className="rooms" data-test="plots">
      <WideTable<SinkPlot>
        label={t('sinks:view.plots')}
        rowKey="code"
        columns={columns}
        dataSource={plots.items}
        loading={plots.isPending}
        locale={{ emptyText: plots.isPending ? ' ' : t('sinks:noPlots') }}
      />
      <LoadMore query={plots} />
    </div>
  );
}
