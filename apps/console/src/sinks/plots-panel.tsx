/** Plots: where they lie, how large they are once slopes are taken off, when they were visited. */
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SinkPlot, SinkProject } from '../api/types';
import { groupDecimal, roundDecimal, shiftDecimal } from '../numbers/decimal';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { usePlots } from './use-sink';

export function PlotsPanel({ project }: { project: SinkProject }) {
  const { t } = useTranslation();
  const plots = usePlots(project.id);
  const columns: LongColumn<SinkPlot>[] = [
    { key: 'plot', title: t('sinks:plot'), text: ({ code }) => code },
    { key: 'stratum', title: t('sinks:stratum'), text: ({ stratum }) => stratum ?? '–' },
    { key: 'kind', title: t('sinks:kind'), wide: true, text: ({ kind }) => t(`sinks:plotKind.${kind}`) },
    {
      key: 'area',
      title: t('sinks:plotArea'),
      unit: 'm²',
      numeric: true,
      text: ({ areaHa }) => roundDecimal(shiftDecimal(areaHa, 4), 1),
      words: ({ areaHa }) => groupDecimal(roundDecimal(shiftDecimal(areaHa, 4), 1)),
    },
    {
      key: 'slope',
      title: t('sinks:slope'),
      unit: '°',
      numeric: true,
      wide: true,
      text: ({ slopeDegrees }) => slopeDegrees,
    },
    {
      key: 'position',
      title: t('sinks:position'),
      wide: true,
      text: ({ longitude, latitude, exact }) =>
        [longitude, latitude].map((degrees) => roundDecimal(degrees, exact ? 6 : 2)).join(', '),
      cell: ({ longitude, latitude, exact }) => (
        <span className="num">
          {[longitude, latitude].map((degrees) => roundDecimal(degrees, exact ? 6 : 2)).join(', ')}{' '}
          {!exact && <Tag>{t('sinks:coarseTag')}</Tag>}
        </span>
      ),
    },
    {
      key: 'boundary',
      title: t('sinks:areaCode'),
      text: ({ area }) => area ?? t('sinks:outside'),
      cell: ({ area }) => area ?? <Tag color="error">{t('sinks:outside')}</Tag>,
    },
    {
      key: 'visits',
      title: t('sinks:visits'),
      wide: true,
      text: ({ visits }) => visits.map(({ round, visitedOn }) => `${round}: ${visitedOn}`).join('  '),
    },
  ];
  return (
    <div className="rooms" data-test="plots">
      <LongList
        name="sink-plots"
        label={t('sinks:view.plots')}
        rowKey={({ code }) => code}
        columns={columns}
        query={plots}
        empty={<Nothing title={t('sinks:noPlots')} />}
      />
    </div>
  );
}
