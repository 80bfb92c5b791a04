/** The region's accounts over the years, at current prices and at those of one year. */
import { useQuery } from '@tanstack/react-query';
import { Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { Confidence, GepSeries } from '../api/types';
import { roundDecimal } from '../numbers/decimal';
import { useMoney } from '../numbers/use-quantities';
import { ConfidenceTag } from '../shared/confidence-tag';
import { ProblemAlert } from '../shared/problem-alert';
import { WideTable } from '../shared/wide-table';
import { Trend } from './trend';

type Point = GepSeries['points'][number];

export function PriceSeries({ region }: { region: string }) {
  const { t } = useTranslation();
  const money = useMoney('yi');
  const plain = (yuan: string) => roundDecimal(money.exact(yuan), 2);
  const [base, setBase] = useState<number>();
  const query = useQuery({
    queryKey: ['gep-series', region, base],
    queryFn: () =>
      ask(api.GET('/api/v1/ecoproduct/accounts/series', { params: { query: { region, ...(base && { base }) } } })),
    placeholderData: (before) => before,
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const series = query.data;
  if (!series) return null;
  const columns: TableColumnsType<Point> = [
    {
      title: t('ecoproducts:year'),
      className: 'num',
      render: (_, { year, filing }) => <Link to={`/ecoproducts/accounts/${filing}`}>{year}</Link>,
    },
    {
      title: `${t('ecoproducts:series.current')} (${money.unit})`,
      align: 'end',
      className: 'num',
      render: (_, { current }) => money.of(current),
    },
    {
      title: `${t('ecoproducts:series.constant')} (${money.unit})`,
      align: 'end',
      className: 'num',
      render: (_, { constant }) => <strong>{money.of(constant)}</strong>,
    },
    {
      title: `${t('ecoproducts:series.priceEffect')} (${money.unit})`,
      align: 'end',
      className: 'num',
      render: (_, { priceEffect }) => money.of(priceEffect),
    },
    {
      title: `${t('ecoproducts:series.volume')} (${money.unit})`,
      align: 'end',
      className: 'num',
      render: (_, { volumeChange }) => (volumeChange === null ? '–' : money.of(volumeChange)),
    },
    {
      title: t('ecoproducts:series.how'),
      render: (_, { priced, deflated, kept }) => (
        <div className="stack">
          <span>{t('ecoproducts:series.counts', { priced, deflated })}</span>
          {kept.length > 0 && <span className="sub">{t('ecoproducts:series.kept', { items: kept.join(', ') })}</span>}
        </div>
      ),
    },
  ];
  const years = series.points.map(({ year }) => year);
  const sources = [...new Set(series.deflators.map(({ source }) => source))];
  return (
    <section className="panel" data-test="price-series">
      <div className="panel-head">
        <h2>
          {t('ecoproducts:series.title')} ({money.unit})
        </h2>
        <label className="filters" style={{ alignItems: 'center' }}>
          {t('ecoproducts:series.base')}
          <Select
            value={series.base}
            onChange={setBase}
            options={years.map((value) => ({ value, label: value }))}
            aria-label={t('ecoproducts:series.base')}
          />
        </label>
      </div>
      {series.points.length > 1 && (
        <div className="eco-two">
          <Trend
            label={t('ecoproducts:series.title')}
            points={series.points.map(({ year, current }) => ({ year, value: plain(current) }))}
            second={series.points.map(({ year, constant }) => ({ year, value: plain(constant) }))}
          />
          <ul className="trend-key">
            <li className="first">{t('ecoproducts:series.current')}</li>
            <li className="second">
              {t('ecoproducts:series.constant')} ({series.base})
            </li>
          </ul>
        </div>
      )}
      <WideTable label={t('ecoproducts:series.title')} rowKey="filing" columns={columns} dataSource={series.points} />
      <p className="muted">{t('ecoproducts:series.note')}</p>
      {sources.length > 0 && (
        <p className="muted">
          {t('ecoproducts:series.index')}: {sources.join('; ')}{' '}
          <ConfidenceTag
            confidence={(series.provisional ? 'provisional' : series.deflators[0]!.confidence) as Confidence}
          />
        </p>
      )}
    </section>
  );
}
