/** Issued GEP accounts: the leagues on a map, a region over the years, each account behind its line; SEEA tables below. */
import { useQuery } from '@tanstack/react-query';
import { Select, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { GepRow, SeeaHead } from '../api/types';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { TileMap } from '../shared/tile-map';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import { EcoNav } from './eco-nav';
import { drawn, inYi, levelOf } from './figures';
import { Trend } from './trend';

const yearOf = ({ to }: GepRow): number => Number(to.slice(0, 4));

export function AccountsPage() {
  const { t } = useTranslation();
  useTitle(t('ecoproducts:accounts.title'));
  const query = useQuery({
    queryKey: ['gep-accounts'],
    queryFn: async () => (await ask(api.GET('/api/v1/ecoproduct/accounts'))).items,
  });
  const accounts = query.data ?? [];
  return (
    <div className="page">
      <PageHead title={t('ecoproducts:accounts.title')} hint={t('ecoproducts:accounts.hint')} />
      <EcoNav />
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {accounts.length > 0 && (
        <div className="eco-two">
          <LeagueMap accounts={accounts} />
          <Series accounts={accounts} />
        </div>
      )}
      <Accounts accounts={accounts} pending={query.isPending} />
      <SeeaAccounts />
    </div>
  );
}

/** The newest account of each region wins. */
function latest(accounts: readonly GepRow[], year: number | undefined): Map<string, GepRow> {
  const found = new Map<string, GepRow>();
  for (const account of accounts)
    if ((!year || yearOf(account) === year) && !found.has(account.region)) found.set(account.region, account);
  return found;
}

function LeagueMap({ accounts }: { accounts: readonly GepRow[] }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const years = [...new Set(accounts.map(yearOf))].sort((a, b) => b - a);
  const [year, setYear] = useState(years[0]);
  const found = latest(accounts, year);
  const at = (code: string): GepRow | undefined => found.get(code) ?? found.get(`${code.slice(0, 4)}00`);
  const all = [...found.values()].map(({ gep }) => drawn(gep));
  return (
    <section className="panel" data-test="gep-map">
      <div className="panel-head">
        <h2>{t('ecoproducts:accounts.map')}</h2>
        <Select
          value={year}
          onChange={setYear}
          options={years.map((value) => ({ value, label: value }))}
          aria-label={t('ecoproducts:year')}
        />
      </div>
      <TileMap
        label={t('ecoproducts:accounts.map')}
        tileOf={(code) => {
          const account = at(code);
          return {
            level: account && levelOf(drawn(account.gep), all),
            text: account
              ? `${regionName(account.region)} ${inYi(account.gep)} ${t('ecoproducts:yi')}`
              : regionName(code),
          };
        }}
      />
    </section>
  );
}

function Series({ accounts }: { accounts: readonly GepRow[] }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const regions = [...new Set(accounts.map(({ region }) => region))];
  const [region, setRegion] = useState(regions[0]!);
  const own = accounts.filter((account) => account.region === region);
  const points = [...latestByYear(own)].map(([year, { gep }]) => ({ year, value: inYi(gep).replaceAll(',', '') }));
  return (
    <section className="panel" data-test="gep-series">
      <div className="panel-head">
        <h2>{t('ecoproducts:accounts.series')}</h2>
        <Select
          value={region}
          onChange={setRegion}
          options={regions.map((value) => ({ value, label: regionName(value) }))}
          style={{ minWidth: 150 }}
          aria-label={t('ecoproducts:region')}
        />
      </div>
      <Trend label={`${t('ecoproducts:accounts.series')} ${regionName(region)}`} points={points} />
      <ul className="stack">
        {points.map(({ year, value }) => (
          <li key={year} className="num">
            {year}: {value} {t('ecoproducts:yi')}
          </li>
        ))}
      </ul>
      <p className="muted">{t('ecoproducts:accounts.seriesNote')}</p>
    </section>
  );
}

function latestByYear(accounts: readonly GepRow[]): Map<number, GepRow> {
  const found = new Map<number, GepRow>();
  for (const account of accounts) if (!found.has(yearOf(account))) found.set(yearOf(account), account);
  return found;
}

function Accounts({ accounts, pending }: { accounts: readonly GepRow[]; pending: boolean }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const money = (value: string | null) => (value === null ? '–' : inYi(value));
  const columns: TableColumnsType<GepRow> = [
    {
      title: t('ecoproducts:accounts.account'),
      render: (_, { filing, title, statement }) => (
        <div className="stack">
          <Link to={`/ecoproducts/accounts/${filing}`}>{title}</Link>
          <span className="sub num">{statement}</span>
        </div>
      ),
    },
    { title: t('ecoproducts:region'), render: (_, { region }) => regionName(region) },
    { title: t('ecoproducts:period'), className: 'num', render: (_, { from, to }) => `${from} – ${to}` },
    { title: `GEP（${t('ecoproducts:yi')}）`, align: 'end', className: 'num', render: (_, { gep }) => inYi(gep) },
    {
      title: t('ecoproducts:pricing.market'),
      align: 'end',
      className: 'num',
      render: (_, { market }) => money(market),
    },
    {
      title: t('ecoproducts:pricing.non_market'),
      align: 'end',
      className: 'num',
      render: (_, { nonMarket }) => money(nonMarket),
    },
    {
      title: t('ecoproducts:accounts.outside'),
      align: 'end',
      className: 'num',
      render: (_, { outside }) => money(outside),
    },
  ];
  return (
    <section className="panel flush" data-test="gep-accounts">
      <WideTable
        label={t('ecoproducts:accounts.title')}
        rowKey="filing"
        columns={columns}
        dataSource={[...accounts]}
        loading={pending}
        locale={{
          emptyText: pending ? (
            ' '
          ) : (
            <Nothing title={t('ecoproducts:accounts.none')} hint={t('ecoproducts:accounts.noneHint')} />
          ),
        }}
      />
    </section>
  );
}

function SeeaAccounts() {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const pages = usePages(['seea'], (cursor) =>
    ask(api.GET('/api/v1/ecoproduct/seea', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: TableColumnsType<SeeaHead> = [
    {
      title: t('ecoproducts:seea.account'),
      render: (_, { id, title, number }) => (
        <div className="stack">
          <Link to={`/ecoproducts/seea/${id}`}>{title}</Link>
          <span className="sub num">{number}</span>
        </div>
      ),
    },
    { title: t('ecoproducts:region'), render: (_, { region }) => regionName(region) },
    { title: t('ecoproducts:period'), className: 'num', render: (_, { from, to }) => `${from} – ${to}` },
    { title: t('ecoproducts:seea.from'), className: 'num', dataIndex: 'statement' },
    {
      title: t('ecoproducts:status'),
      render: (_, { status }) => (
        <Tag color={status === 'closed' ? 'success' : 'default'}>{t(`ecoproducts:seea.status.${status}`)}</Tag>
      ),
    },
  ];
  return (
    <section className="panel" data-test="seea-accounts">
      <h2>{t('ecoproducts:seea.title')}</h2>
      {pages.error && <ProblemAlert error={pages.error} />}
      <WideTable
        label={t('ecoproducts:seea.title')}
        rowKey="id"
        columns={columns}
        dataSource={pages.items}
        loading={pages.isPending}
        locale={{
          emptyText: pages.isPending ? (
            ' '
          ) : (
            <Nothing title={t('ecoproducts:seea.none')} hint={t('ecoproducts:seea.noneHint')} />
          ),
        }}
      />
      <LoadMore query={pages} />
    </section>
  );
}
