/** The national market as its exchanges publish it, each product by itself, with whose figures they are. */
import { useQuery } from '@tanstack/react-query';
import { Segmented, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { MarketDay, MarketProduct } from '../api/types';
import { Yuan } from '../compensation/yuan';
import { decimalsOf, groupDecimal, roundDecimal } from '../numbers/decimal';
import { ConfidenceTag } from '../shared/confidence-tag';
import { ProblemAlert } from '../shared/problem-alert';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { PriceChart } from './price-chart';

const products: MarketProduct[] = ['CEA-ALL', 'CEA', 'CEA21', 'CEA22', 'CEA23', 'CEA24', 'CEA25', 'CCER'];
const RECENT = 20;
const padded = (price: string) => roundDecimal(price, Math.max(2, decimalsOf(price)));

export function History() {
  const { t } = useTranslation();
  const [product, setProduct] = useState(products[0]!);
  const query = useQuery({
    queryKey: ['market', 'history', product],
    queryFn: () => ask(api.GET('/api/v1/market/history', { params: { query: { product } } })),
    staleTime: Infinity,
  });
  const recent = useMemo(() => query.data?.items.slice(-RECENT).reverse(), [query.data]);
  const money = (name: 'open' | 'high' | 'low' | 'close') => ({
    title: t(`market:price.${name}`),
    align: 'end' as const,
    className: 'num',
    // As exchanges write prices: to the fen, so that the points stand below one another.
    render: (_: unknown, day: MarketDay) => (day[name] ? padded(day[name]) : '–'),
  });
  const amount = (name: 'listedT' | 'listedYuan' | 'blockT' | 'blockYuan') => ({
    title: t(`market:day.${name}`),
    align: 'end' as const,
    className: 'num',
    render: (_: unknown, day: MarketDay) => {
      if (day[name] === '') return '–';
      return name.endsWith('Yuan') ? <Yuan amount={day[name]} short /> : groupDecimal(day[name]);
    },
  });
  const columns: TableColumnsType<MarketDay> = [
    {
      title: t('market:date'),
      className: 'num',
      render: (_, { date, confidence }) => (
        <>
          {date} {confidence === 'provisional' && <ConfidenceTag confidence={confidence} />}
        </>
      ),
    },
    ...(['open', 'high', 'low', 'close'] as const).map(money),
    ...(['listedT', 'listedYuan', 'blockT', 'blockYuan'] as const).map(amount),
  ];
  return (
    <section className="panel" data-test="history">
      <div className="panel-head">
        <h2>{t('market:history')}</h2>
        <Segmented
          options={products.map((one) => ({ value: one, label: one === 'CEA-ALL' ? t('market:all') : one }))}
          value={product}
          onChange={setProduct}
          aria-label={t('market:product')}
        />
      </div>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {query.data && (
        <>
          <PriceChart days={query.data.items} label={`${product} ${t('market:priceOf')}`} />
          <p className="muted">{t('market:source', { source: query.data.source })}</p>
          <WideTable label={t('market:recent')} rowKey="date" columns={columns} dataSource={recent} />
        </>
      )}
    </section>
  );
}
