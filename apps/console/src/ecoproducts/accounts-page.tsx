/** Issued GEP accounts: the leagues on a map, a region over the years, each account behind its line; SEEA tables below. */
import { useQuery } from '@tanstack/react-query';
import { Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { GepOfYear, GepRow, SeeaHead } from '../api/types';
import { roundDecimal } from '../numbers/decimal';
import { useMoney } from '../numbers/use-quantities';
import { period } from '../shared/dates';
import { Search } from '../shared/filters';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { TileMap } from '../shared/tile-map';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { EcoNav } from './eco-nav';
import { drawn, levelOf } from './figures';
import { Trend } from './trend';

export function AccountsPage() {
  const { t } = useTranslation();
  useTitle(t('ecoproducts:accounts.title'));
  const years = useQuery({
    queryKey: ['gep-years'],
    queryFn: async () => (await ask(api.GET('/api/v1/ecoproduct/accounts/years'))).items,
  });
  return (
    <div className="page">
      <PageHead title={t('ecoproducts:accounts.title')} hint={t('ecoproducts:accounts.hint')} />
      <EcoNav />
      {years.error && <ProblemAlert error={years.error} onRetry={() => void years.refetch()} />}
      {!!years.data?.length && (
        <div className="eco-two">
          <LeagueMap accounts={years.data} />
          <Series accounts={years.data} />
        </div>
      )}
      <Accounts />
      <SeeaAccounts />
    </div>
  );
}

function LeagueMap({ accounts }: { accounts: readonly GepOfYear[] }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const money = useMoney('yi');
  const years = [...new Set(accounts.map(({ year: one }) => one))].sort((a, b) => b - a);
  const [year, setYear] = useState(years[0]);
  const found = new Map(accounts.filter((one) => one.year === year).map((one) => [one.region, one]));
  const at = (code: string): GepOfYear | undefined => found.get(code) ?? found.get(`${code.slice(0, 4)}00`);
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
            text: account ? `${regionName(account.region)} ${money.said(account.gep)}` : regionName(code),
          };
        }}
      />
    </section>
  );
}

function Series({ accounts }: { accounts: readonly GepOfYear[] }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const regions = [...new Set(accounts.map(({ region }) => region))];
  const [region, setRegion] = useState(regions[0]!);
  const money = useMoney('yi');
  const own = accounts.filter((account) => account.region === region).sort((a, b) => b.year - a.year);
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
      <Trend
        label={`${t('ecoproducts:accounts.series')} ${regionName(region)}`}
        points={own.map(({ year, gep }) => ({ year, value: roundDecimal(money.exact(gep), 2) }))}
      />
      <ul className="stack">
        {own.map(({ year, gep }) => (
          <li key={year} className="num">
            {year}: {money.said(gep)}
          </li>
        ))}
      </ul>
      <p className="muted">{t('ecoproducts:accounts.seriesNote')}</p>
    </section>
  );
}

function Accounts() {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const money = useMoney('yi');
  const [filter, narrow] = useFilter({ q: [] });
  const accounts = usePages(['gep-accounts', filter], (cursor) =>
    ask(api.GET('/api/v1/ecoproduct/accounts', { params: { query: { ...filter, ...(cursor && { cursor }) } } })),
  );
  const figure = (key: 'gep' | 'market' | 'nonMarket' | 'outside', title: string): LongColumn<GepRow> => ({
    key,
    title,
    unit: money.unit,
    numeric: true,
    wide: key !== 'gep',
    text: ({ [key]: value }) => (value === null ? '' : money.exact(value)),
    words: ({ [key]: value }) => (value === null ? '–' : money.of(value)),
  });
  const columns: LongColumn<GepRow>[] = [
    {
      key: 'account',
      title: t('ecoproducts:accounts.account'),
      text: ({ title }) => title,
      to: ({ filing }) => `/ecoproducts/accounts/${filing}`,
      sub: { title: t('common:col.number'), text: ({ statement }) => statement },
    },
    { key: 'region', title: t('ecoproducts:region'), wide: true, text: ({ region }) => regionName(region) },
    { key: 'period', title: t('ecoproducts:period'), wide: true, text: ({ from, to }) => period(from, to) },
    figure('gep', 'GEP'),
    figure('market', t('ecoproducts:pricing.market')),
    figure('nonMarket', t('ecoproducts:pricing.non_market')),
    figure('outside', t('ecoproducts:accounts.outside')),
  ];
  return (
    <>
      <div className="filters" role="search">
        <Search label={t('ecoproducts:accounts.search')} value={filter.q} onChange={(q) => narrow({ q })} />
      </div>
      <section className="panel flush" data-test="gep-accounts">
        <LongList
          name="gep-accounts"
          label={t('ecoproducts:accounts.title')}
          rowKey={({ filing }) => filing}
          columns={columns}
          query={accounts}
          empty={<Nothing title={t('ecoproducts:accounts.none')} hint={t('ecoproducts:accounts.noneHint')} />}
        />
      </section>
    </>
  );
}

function SeeaAccounts() {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const pages = usePages(['seea'], (cursor) =>
    ask(api.GET('/api/v1/ecoproduct/seea', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: LongColumn<SeeaHead>[] = [
    {
      key: 'account',
      title: t('ecoproducts:seea.account'),
      text: ({ title }) => title,
      to: ({ id }) => `/ecoproducts/seea/${id}`,
      sub: { title: t('common:col.number'), text: ({ number }) => number },
    },
    { key: 'region', title: t('ecoproducts:region'), text: ({ region }) => regionName(region) },
    { key: 'period', title: t('ecoproducts:period'), wide: true, text: ({ from, to }) => period(from, to) },
    { key: 'from', title: t('ecoproducts:seea.from'), wide: true, text: ({ statement }) => statement ?? '' },
    {
      key: 'status',
      title: t('ecoproducts:status'),
      text: ({ status }) => t(`ecoproducts:seea.status.${status}`),
      cell: ({ status }) => (
        <Tag color={status === 'closed' ? 'success' : 'default'}>{t(`ecoproducts:seea.status.${status}`)}</Tag>
      ),
    },
  ];
  return (
    <section className="panel" data-test="seea-accounts">
      <h2>{t('ecoproducts:seea.title')}</h2>
      <LongList
        name="seea"
        label={t('ecoproducts:seea.title')}
        rowKey={({ id }) => id}
        columns={columns}
        query={pages}
        empty={<Nothing title={t('ecoproducts:seea.none')} hint={t('ecoproducts:seea.noneHint')} />}
      />
    </section>
  );
}
