/** The plots of a round, each opened down to its trees and the equation that worked each of them out. */
import { Button, Descriptions, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkStock } from '../api/types';
import { groupDecimal, roundDecimal } from '../numbers/decimal';
import { ConfidenceTag } from '../shared/confidence-tag';
import { LongList } from '../shared/long-table/long-list';
import { Nothing } from '../shared/nothing';
import { usePages } from '../shared/use-pages';
import { useSpeciesName } from './species';

interface PlotRow {
  plot: string;
  stratum: string;
  trees: number;
  outside: number;
  aboveKg: string;
  aboveTonnesPerHa: string;
}
interface TreeRow {
  tag: string;
  species: string;
  speciesZh: string;
  d: string;
  h: string | null;
  formula: string;
  kg: string;
  outside: boolean;
  source: string;
  confidence: 'official' | 'secondary' | 'provisional';
}

export function StockPlots({ stock, round }: { stock: SinkStock; round: number }) {
  const { t } = useTranslation();
  const [plot, setPlot] = useState<string>();
  const plots = usePages<PlotRow>(['stock-plots', stock.id, round], async (cursor) => {
    const page = await ask(
      api.GET('/api/v1/sink/stocks/{id}/plots', {
        params: { path: { id: stock.id }, query: { round, limit: 200, ...(cursor && { cursor }) } },
      }),
    );
    return { ...page, items: page.items as unknown as PlotRow[] };
  });
  if (plot !== undefined) return <Trees stock={stock} round={round} plot={plot} onBack={() => setPlot(undefined)} />;
  return (
    <LongList<PlotRow>
      name="stock-plots"
      label={t('sinks:view.plots')}
      rowKey={(row) => row.plot}
      query={plots}
      empty={<Nothing title={t('sinks:noPlots')} />}
      columns={[
        {
          key: 'plot',
          title: t('sinks:plot'),
          text: (row) => row.plot,
          cell: (row) => (
            <Button type="link" size="small" onClick={() => setPlot(row.plot)}>
              {row.plot}
            </Button>
          ),
        },
        { key: 'stratum', title: t('sinks:stratum'), text: ({ stratum }) => stratum },
        { key: 'trees', title: t('sinks:trees'), numeric: true, text: ({ trees }) => String(trees) },
        {
          key: 'outside',
          title: t('sinks:extrapolated'),
          numeric: true,
          wide: true,
          text: ({ outside }) => String(outside),
        },
        {
          key: 'above',
          title: t('sinks:aboveGround'),
          unit: 'kg',
          numeric: true,
          text: ({ aboveKg }) => aboveKg,
          words: ({ aboveKg }) => groupDecimal(roundDecimal(aboveKg, 2)),
        },
        {
          key: 'perHectare',
          title: t('sinks:perHectare'),
          unit: 't/hm²',
          numeric: true,
          wide: true,
          text: ({ aboveTonnesPerHa }) => aboveTonnesPerHa,
          words: ({ aboveTonnesPerHa }) => groupDecimal(aboveTonnesPerHa),
        },
      ]}
    />
  );
}

function Trees({ stock, round, plot, onBack }: { stock: SinkStock; round: number; plot: string; onBack: () => void }) {
  const { t } = useTranslation();
  const speciesName = useSpeciesName();
  const trees = usePages<TreeRow>(['stock-trees', stock.id, round, plot], async (cursor) => {
    const page = await ask(
      api.GET('/api/v1/sink/stocks/{id}/trees', {
        params: { path: { id: stock.id }, query: { round, plot, limit: 200, ...(cursor && { cursor }) } },
      }),
    );
    return { ...page, items: page.items as unknown as TreeRow[] };
  });
  return (
    <div className="rooms">
      <span>
        <Button onClick={onBack}>{t('sinks:backToPlots')}</Button>
      </span>
      <Descriptions size="small" items={[{ key: 'plot', label: t('sinks:plot'), children: plot }]} />
      <LongList<TreeRow>
        name="stock-trees"
        label={t('sinks:trees')}
        rowKey={({ tag }) => tag}
        query={trees}
        empty={<Nothing title={t('sinks:noRows')} />}
        columns={[
          { key: 'tag', title: t('sinks:tag'), text: ({ tag }) => tag },
          {
            key: 'species',
            title: t('sinks:trait.species'),
            text: ({ species, speciesZh }) => speciesName(species, speciesZh),
          },
          { key: 'd', title: 'D', unit: 'cm', numeric: true, text: ({ d }) => d },
          {
            key: 'h',
            title: 'H',
            unit: 'm',
            numeric: true,
            wide: true,
            text: ({ h }) => h ?? '',
            words: ({ h }) => h ?? '–',
          },
          {
            key: 'formula',
            title: t('sinks:workedOut'),
            width: 260,
            text: ({ formula }) => formula,
            sub: {
              title: t('sinks:equationSource'),
              text: ({ source }) => source,
              cell: ({ source, confidence, outside }) => (
                <>
                  {source} <ConfidenceTag confidence={confidence} />{' '}
                  {outside && <Tag color="warning">{t('sinks:extrapolated')}</Tag>}
                </>
              ),
            },
          },
          {
            key: 'kg',
            title: t('sinks:aboveGround'),
            unit: 'kg',
            numeric: true,
            text: ({ kg }) => kg,
            words: ({ kg }) => groupDecimal(roundDecimal(kg, 3)),
          },
        ]}
      />
    </div>
  );
}
