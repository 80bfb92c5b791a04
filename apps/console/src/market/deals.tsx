/** What was dealt, and the day added up. */
import { useQuery } from '@tanstack/react-query';
import { DatePicker, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { BulletinLine, Deal } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { today } from '../shared/dates';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { WideTable } from '../shared/wide-table';

export function Deals() {
  const { t } = useTranslation();
  const deals = usePages(['market', 'deals'], (cursor) =>
    ask(api.GET('/api/v1/market/deals', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: TableColumnsType<Deal> = [
    {
      title: t('market:deal'),
      render: (_, { id, number, asset, mode }) => (
        <div className="stack">
          <a href={`/api/v1/market/deals/${id}/contract`} target="_blank" rel="noreferrer">
            {number}
          </a>
          <span className="sub">
            {asset} · {t(`market:mode.${mode}`)}
          </span>
        </div>
      ),
    },
    { title: t('market:parties'), render: (_, { seller, buyer }) => `${seller} → ${buyer}` },
    {
      title: t('market:quantity'),
      align: 'end',
      className: 'num',
      render: (_, { quantity, unit }) => `${groupDecimal(quantity)} ${prettyUnit(unit)}`,
    },
    { title: t('market:price.each'), align: 'end', className: 'num', dataIndex: 'price' },
    { title: t('market:amount'), align: 'end', className: 'num', render: (_, { amount }) => groupDecimal(amount) },
    { title: t('market:date'), className: 'num', dataIndex: 'tradeDate' },
  ];
  return (
    <section className="panel" data-test="deals">
      <h2>{t('market:deals')}</h2>
      {deals.error && <ProblemAlert error={deals.error} onRetry={() => void deals.refetch()} />}
      <WideTable
        label={t('market:deals')}
        rowKey="id"
        columns={columns}
        dataSource={deals.items}
        loading={deals.isPending}
        locale={{ emptyText: deals.isPending ? ' ' : <Nothing title={t('market:noDeals')} /> }}
      />
      <LoadMore query={deals} />
    </section>
  );
}

export function Bulletin() {
  const { t } = useTranslation();
  const [date, setDate] = useState(() => today());
  const day = date.format('YYYY-MM-DD');
  const query = useQuery({
    queryKey: ['market', 'bulletin', day],
    queryFn: () => ask(api.GET('/api/v1/market/bulletin', { params: { query: { date: day } } })),
  });
  const price = (name: 'open' | 'high' | 'low' | 'close') => ({
    title: t(`market:price.${name}`),
    align: 'end' as const,
    className: 'num',
    render: (_: unknown, line: BulletinLine) => line[name] ?? '–',
  });
  const amount = (name: 'listed' | 'listedAmount' | 'block' | 'blockAmount') => ({
    title: t(`market:bulletinOf.${name}`),
    align: 'end' as const,
    className: 'num',
    render: (_: unknown, line: BulletinLine) => groupDecimal(line[name]),
  });
  const columns: TableColumnsType<BulletinLine> = [
    { title: t('market:asset'), dataIndex: 'asset' },
    ...(['open', 'high', 'low', 'close'] as const).map(price),
    ...(['listed', 'listedAmount', 'block', 'blockAmount'] as const).map(amount),
  ];
  return (
    <section className="panel" data-test="bulletin">
      <div className="panel-head">
        <h2>{t('market:bulletin')}</h2>
        <DatePicker
          value={date}
          allowClear={false}
          onChange={(value) => value && setDate(value)}
          aria-label={t('market:date')}
        />
      </div>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      <WideTable
        label={t('market:bulletin')}
        rowKey="asset"
        columns={columns}
        dataSource={query.data?.items}
        loading={query.isPending}
        locale={{ emptyText: query.isPending ? ' ' : <Nothing title={t('market:noBulletin')} /> }}
      />
    </section>
  );
}
