/** What was dealt. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Deal } from '../api/types';
import { Yuan } from '../compensation/yuan';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { usePages } from '../shared/use-pages';

export function Deals() {
  const { t } = useTranslation();
  const deals = usePages(['market', 'deals'], (cursor) =>
    ask(api.GET('/api/v1/market/deals', { params: { query: { limit: 200, ...(cursor && { cursor }) } } })),
  );
  const columns = useMemo<LongColumn<Deal>[]>(
    () => [
      {
        key: 'number',
        title: t('market:deal'),
        text: ({ number }) => number,
        cell: ({ id, number }) => (
          <a href={`/api/v1/market/deals/${id}/contract`} target="_blank" rel="noreferrer">
            {number}
          </a>
        ),
      },
      { key: 'date', title: t('market:date'), width: 112, text: ({ tradeDate }) => tradeDate },
      { key: 'asset', title: t('market:asset'), text: ({ asset }) => asset },
      { key: 'mode', wide: true, title: t('market:modeTitle'), text: ({ mode }) => t(`market:mode.${mode}`) },
      { key: 'seller', title: t('market:seller'), text: ({ seller }) => seller },
      { key: 'buyer', title: t('market:buyer'), text: ({ buyer }) => buyer },
      {
        key: 'quantity',
        title: t('market:quantity'),
        numeric: true,
        text: ({ quantity }) => quantity,
        words: ({ quantity, unit }) => `${groupDecimal(quantity)} ${prettyUnit(unit)}`,
      },
      {
        key: 'price',
        wide: true,
        title: t('market:price.each'),
        numeric: true,
        text: ({ price }) => price,
        words: ({ price }) => groupDecimal(price),
      },
      {
        key: 'amount',
        title: t('market:amount'),
        numeric: true,
        fileUnit: t('common:moneyUnit.yuan'),
        text: ({ amount }) => amount,
        words: ({ amount }) => t('compensation:yuan', { amount: groupDecimal(amount) }),
        cell: ({ amount }) => <Yuan amount={amount} />,
      },
    ],
    [t],
  );
  return (
    <section className="panel" data-test="deals">
      <h2>{t('market:deals')}</h2>
      <LongList
        name="deals"
        label={t('market:deals')}
        rowKey={({ id }) => id}
        columns={columns}
        query={deals}
        empty={<Nothing title={t('market:noDeals')} />}
      />
    </section>
  );
}
