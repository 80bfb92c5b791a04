/** What was dealt. */
import { type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Deal } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
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
