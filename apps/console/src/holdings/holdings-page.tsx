/** What an enterprise holds, owes and does with it: positions, obligations, accounts with their statements, operations. */
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { LedgerAccount } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
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
  const columns: TableColumnsType<LedgerAccount> = [
    {
      title: t('holdings:asset'),
      render: (_, { asset, organisation }) => (
        <div className="stack">
          <span>{asset}</span>
          <span className="sub">{organisation ?? t('holdings:book')}</span>
        </div>
      ),
    },
    {
      title: t('holdings:purpose.title'),
      render: (_, { purpose, ref }) => `${t(`holdings:purpose.${purpose}`)}${ref && ` ${ref}`}`,
    },
    {
      title: t('holdings:balance'),
      align: 'end',
      className: 'num',
      render: (_, { balance, unit }) => (
        <div className="stack">
          <span>{groupDecimal(balance)}</span>
          <span className="sub">{prettyUnit(unit)}</span>
        </div>
      ),
    },
    {
      title: <span className="sr-only">{t('holdings:statement')}</span>,
      align: 'end',
      render: (_, account) => (
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
        {accounts.error ? (
          <ProblemAlert error={accounts.error} onRetry={() => void accounts.refetch()} />
        ) : (
          <section className="panel flush">
            <Table
              rowKey="id"
              size="middle"
              columns={columns}
              dataSource={accounts.items}
              loading={accounts.isPending}
              pagination={false}
              locale={{
                emptyText: accounts.isPending ? (
                  ' '
                ) : (
                  <Nothing title={t('holdings:none')} hint={t('holdings:noneHint')} />
                ),
              }}
            />
            <LoadMore query={accounts} />
          </section>
        )}
        <Operations />
      </Settled>
      {shown && <EntriesDrawer account={shown} onClose={() => setShown(undefined)} />}
    </div>
  );
}
