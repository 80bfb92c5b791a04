/** Schemes of a distribution side by side: totals, winners and losers, inequality, and where on the map they are. */
import { Alert, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../api/types';
import { Yuan } from '../compensation/yuan';
import { TileMap } from '../shared/tile-map';
import { WideTable } from '../shared/wide-table';
import { useRegionName } from '../shared/use-regions';
import { fenOf, gini, levelOf } from './compare';

interface Scheme {
  id: string;
  amount: string;
  winners: number;
  losers: number;
  gain: string;
  loss: string;
  unallotted: string;
  gini: string;
}

const text = (row: Row | undefined, name: string): string => String(row?.[name] ?? '0');
const sizeOf = (change: string) => (fenOf(change) < 0n ? -fenOf(change) : fenOf(change));

export function ScenarioBench({ tables }: { tables: Record<string, Row[]> }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const banners = tables.banner ?? [];
  const [first = ''] = (tables.scheme ?? []).map((row) => text(row, 'scheme_id'));
  const [chosen, setChosen] = useState(first);
  const of = (scheme: string) => banners.filter((row) => row.scheme_id === scheme);
  const schemes: Scheme[] = (tables.scheme ?? []).map((row) => ({
    id: text(row, 'scheme_id'),
    amount: text(row, 'amount'),
    winners: Number(row.winners),
    losers: Number(row.losers),
    gain: text(row, 'largest_gain'),
    loss: text(row, 'largest_loss'),
    unallotted: text(row, 'key_unallotted'),
    gini: gini(of(text(row, 'scheme_id')).map((banner) => text(banner, 'amount'))) ?? '–',
  }));
  const before = gini(of(first).map((banner) => text(banner, 'last_year')));
  const rows = new Map(of(chosen).map((row) => [text(row, 'banner'), row]));
  const largest = banners.map((row) => sizeOf(text(row, 'change'))).reduce((a, b) => (a > b ? a : b), 0n);
  const changeOf = (code: string, scheme: string) =>
    text(
      banners.find((row) => row.banner === code && row.scheme_id === scheme),
      'change',
    );
  const codes = [...new Set(banners.map((row) => text(row, 'banner')))].sort();
  const columns: TableColumnsType<Scheme> = [
    { title: t('scenarios:scheme'), dataIndex: 'id' },
    { title: t('scenarios:total'), align: 'end', render: (_, { amount }) => <Yuan amount={amount} short /> },
    {
      title: t('scenarios:winners'),
      align: 'end',
      className: 'num',
      render: (_, { winners, losers }) => t('scenarios:winnersOf', { winners, losers }),
    },
    { title: t('scenarios:gain'), align: 'end', render: (_, { gain }) => <Yuan amount={gain} short /> },
    { title: t('scenarios:loss'), align: 'end', render: (_, { loss }) => <Yuan amount={loss} short /> },
    {
      title: t('scenarios:unallotted'),
      align: 'end',
      render: (_, { unallotted }) => <Yuan amount={unallotted} short />,
    },
    { title: t('scenarios:gini'), align: 'end', className: 'num', dataIndex: 'gini' },
  ];
  const perBanner: TableColumnsType<{ code: string }> = [
    { title: t('scenarios:banner'), fixed: 'start', render: (_, { code }) => regionName(code) },
    ...schemes.map(({ id }) => ({
      title: id,
      align: 'end' as const,
      sorter: (a: { code: string }, b: { code: string }) =>
        Number(fenOf(changeOf(a.code, id)) - fenOf(changeOf(b.code, id))),
      render: (_: unknown, { code }: { code: string }) => <Yuan amount={changeOf(code, id)} short />,
    })),
  ];
  return (
    <>
      <Alert type="warning" showIcon title={t('scenarios:draft')} description={t('scenarios:draftHint')} />
      <section className="panel" data-test="schemes">
        <h2>{t('scenarios:compared')}</h2>
        <WideTable
          label={t('scenarios:compared')}
          rowKey="id"
          size="small"
          columns={columns}
          dataSource={schemes}
          pagination={false}
        />
        <p className="muted">{t('scenarios:giniNote', { before: before ?? '–' })}</p>
      </section>
      <section className="panel" data-test="scenario-map">
        <div className="panel-head">
          <h2>{t('scenarios:map')}</h2>
          <Segmented
            options={schemes.map(({ id }) => id)}
            value={chosen}
            onChange={setChosen}
            aria-label={t('scenarios:scheme')}
          />
        </div>
        <TileMap
          label={t('scenarios:mapLabel', { scheme: chosen })}
          tileOf={(code) => {
            const row = rows.get(code);
            if (!row) return { text: regionName(code) };
            const change = text(row, 'change');
            return { level: levelOf(change, largest), text: `${regionName(code)} ${change}` };
          }}
        />
        <p className="swatches muted">
          {([-3, -2, -1, 0, 1, 2, 3] as const).map((level) => (
            <span key={level}>
              <i className={`swatch level${level < 0 ? `-down${-level}` : level}`} aria-hidden />
              {level === -3 && t('scenarios:lose')}
              {level === 0 && t('scenarios:same')}
              {level === 3 && t('scenarios:win')}
            </span>
          ))}
        </p>
      </section>
      <section className="panel" data-test="scenario-changes">
        <h2>{t('scenarios:changes')}</h2>
        <WideTable
          label={t('scenarios:changes')}
          rowKey="code"
          size="small"
          columns={perBanner}
          dataSource={codes.map((code) => ({ code }))}
          pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        />
      </section>
    </>
  );
}
