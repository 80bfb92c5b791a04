/** What an enterprise holds, owes and does with it: positions, obligations, accounts with their statements, operations. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { LedgerAccount } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { Settled } from '../shared/settled';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
import { CarryOver } from './carry-over';
import { EntriesDrawer } from './entries-drawer';
import { ObligationsPanel } from './obligations-panel';
import { Operations } from './operations';
import { Pledges } from './pledges';
import { Positions } from './positions';

export function HoldingsPage() {
  const { t } = useTranslation();
  useTitle(t('holdings:title'));
  const [shown, setShown] = useState<LedgerAccount>();
  const accounts = usePages(['holdings', 'accounts'], (cursor) =>
    ask(api.GET('/api/v1/ledger/accounts', { params: { query: { limit: 200, ...(cursor && { cursor }) } } })),
  );
  const columns: LongColumn<LedgerAccount>[] = [
    {
      key: 'asset',
      title: t('holdings:asset'),
      text: ({ asset }) => asset,
      sub: { title: t('common:col.organisation'), text: ({ organisation }) => organisation ?? t('holdings:book') },
    },
    {
      key: 'purpose',
      title: t('holdings:purpose.title'),
      text: ({ purpose, ref }) => [t(`holdings:purpose.${purpose}`), ref].filter(Boolean).join(' '),
    },
    {
      key: 'balance',
      title: t('holdings:balance'),
      numeric: true,
      text: ({ balance }) => balance,
      words: ({ balance }) => groupDecimal(balance),
      sub: { title: t('common:col.unit'), text: ({ unit }) => prettyUnit(unit) },
    },
    {
      key: 'statement',
      act: true,
      title: t('holdings:statement'),
      width: 120,
      text: () => '',
      cell: (account) => (
        <Button size="small" onClick={() => setShown(account)} data-test="statement">
          {t('holdings:statement')}
        </Button>
      ),
    },
  ];
  return (
    <div className="page">
      <PageHead title={t('holdings:title')} hint={t('holdings:hint')} />
      <Settled>
        <ObligationsPanel />
        <CarryOver />
        <Positions />
        <Pledges />
        <h2>{t('holdings:accounts')}</h2>
        <section className="panel flush">
          <LongList
            name="accounts"
            label={t('holdings:accounts')}
            rowKey={({ id }) => id}
            columns={columns}
            query={accounts}
            empty={<Nothing title={t('holdings:none')} hint={t('holdings:noneHint')} />}
          />
        </section>
        <Operations />
      </Settled>
      {shown && <EntriesDrawer account={shown} onClose={() => setShown(undefined)} />}
    </div>
  );
}
