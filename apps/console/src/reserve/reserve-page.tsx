/** The reserve of a forest group: what its land could bring by year, league and owner, under stated assumptions. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Segmented, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkProspect, SinkReserve } from '../api/types';
import { SinkChart } from '../credits/chart';
import { Tonnes } from '../credits/figures';
import { groupDecimal, roundDecimal } from '../numbers/decimal';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { today } from '../shared/dates';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { TileMap } from '../shared/tile-map';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { ProspectForm } from './prospect-form';
import '../credits/credits.css';

const names = ['price', 'priceGrowth', 'discountRate', 'heldBack', 'verificationCost', 'verificationEvery'] as const;
const shares: readonly string[] = ['priceGrowth', 'discountRate', 'heldBack'];
type Assumptions = Record<(typeof names)[number], string>;
const start: Assumptions = {
  price: '60',
  priceGrowth: '3',
  discountRate: '5',
  heldBack: '15',
  verificationCost: '200000',
  verificationEvery: '5',
};
const valid = (name: string, text: string): boolean =>
  name === 'verificationEvery'
    ? /^([1-9]|10)$/.test(text)
    : shares.includes(name)
      ? /^\d{1,2}(\.\d{1,2})?$/.test(text)
      : /^\d{1,11}(\.\d{1,2})?$/.test(text);
const asShare = (text: string): string => (Number(text) / 100).toFixed(4).replace(/0+$/, '').replace(/\.$/, '');
const wan = (yuan: string): string => groupDecimal(roundDecimal((Number(yuan) / 10_000).toFixed(4), 1));

export function ReservePage() {
  const { t } = useTranslation();
  const filer = hasRole(useUser(), 'filer');
  const client = useQueryClient();
  const [wish, setWish] = useState(start);
  const [editing, setEditing] = useState<SinkProspect | 'new'>();
  useTitle(t('reserve:title'));
  const year = today().year();
  const sound = names.every((name) => valid(name, wish[name]));
  const query = useQuery({
    queryKey: ['sink-reserve', wish],
    enabled: sound,
    placeholderData: keepPreviousData,
    queryFn: () =>
      ask(
        api.GET('/api/v1/sink/reserve', {
          params: {
            query: {
              ...wish,
              priceGrowth: asShare(wish.priceGrowth),
              discountRate: asShare(wish.discountRate),
              heldBack: asShare(wish.heldBack),
              baseYear: String(year),
              lastYear: String(Math.min(year + 40, 2099)),
            },
          },
        }),
      ),
  });
  const done = () => (setEditing(undefined), void client.invalidateQueries({ queryKey: ['sink-reserve'] }));
  return (
    <div className="page">
      <PageHead
        title={t('reserve:title')}
        hint={t('reserve:hint')}
        actions={
          filer && (
            <Button type="primary" onClick={() => setEditing('new')} data-test="new-prospect">
              {t('reserve:add')}
            </Button>
          )
        }
      />
      <Alert type="warning" showIcon title={t('reserve:planning')} />
      <section className="panel">
        <h2>{t('reserve:assumptions')}</h2>
        <div className="inline-form">
          {names.map((name) => (
            <label key={name} className="stack">
              <span>{t(`reserve:assumption.${name}`)}</span>
              <Input
                inputMode="decimal"
                value={wish[name]}
                status={valid(name, wish[name]) ? undefined : 'error'}
                onChange={({ target }) => setWish({ ...wish, [name]: target.value.trim() })}
              />
            </label>
          ))}
        </div>
      </section>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <Waiting />}
      {query.data &&
        (query.data.prospects.length === 0 ? (
          <section className="panel">
            <Nothing title={t('reserve:none')} hint={t('reserve:noneHint')} />
          </section>
        ) : (
          <>
            <Outlook reserve={query.data} />
            <Groups reserve={query.data} />
            <Prospects reserve={query.data} onEdit={filer ? setEditing : undefined} />
          </>
        ))}
      {query.data && editing && (
        <ProspectForm
          prospect={editing === 'new' ? undefined : editing}
          curves={query.data.curves}
          onDone={done}
          onCancel={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}

function Outlook({ reserve: { years, total } }: { reserve: SinkReserve }) {
  const { t } = useTranslation();
  return (
    <section className="panel" data-test="outlook">
      <dl className="facts">
        <div>
          <dt>{t('reserve:hectares')}</dt>
          <dd className="num">{groupDecimal(roundDecimal(total.hectares, 1))} hm²</dd>
        </div>
        <div>
          <dt>{t('reserve:tonnes')}</dt>
          <dd>
            <Tonnes of={total.tonnes} /> t CO₂e
          </dd>
        </div>
        <div>
          <dt>{t('reserve:npv')}</dt>
          <dd className="num">
            {wan(total.npv)} {t('reserve:wan')}
          </dd>
        </div>
      </dl>
      <SinkChart
        label={t('reserve:chart')}
        x={years.map(({ year }) => String(year))}
        units={['t CO₂e', t('reserve:wan')]}
        all={[
          { name: t('reserve:perYear'), type: 'bar', data: years.map(({ tonnes }) => Number(tonnes)) },
          {
            name: t('reserve:cumulative'),
            type: 'line',
            axis: 1,
            data: years.map(({ cumulative }) => Number(cumulative) / 10_000),
          },
        ]}
      />
      <details>
        <summary>{t('reserve:byYear')}</summary>
        <WideTable
          label={t('reserve:byYear')}
          rowKey="year"
          dataSource={years}
          columns={[
            { title: t('reserve:year'), className: 'num', dataIndex: 'year' },
            { title: 't CO₂e', align: 'end', render: (_, { tonnes }) => <Tonnes of={tonnes} places={1} /> },
            ...(['revenue', 'cost', 'net', 'cumulative'] as const).map((name) => ({
              title: t(`reserve:${name}`),
              align: 'end' as const,
              className: 'num',
              render: (_: unknown, row: SinkReserve['years'][number]) => groupDecimal(row[name]),
            })),
          ]}
        />
      </details>
    </section>
  );
}

function Groups({ reserve: { leagues, owners, banners } }: { reserve: SinkReserve }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const [by, setBy] = useState<'leagues' | 'owners'>('leagues');
  const most = Math.max(...banners.map(({ tonnes }) => Number(tonnes)), 0);
  const shown = by === 'leagues' ? leagues : owners;
  return (
    <section className="panel" data-test="groups">
      <div className="panel-head">
        <h2>{t('reserve:where')}</h2>
        <Segmented
          value={by}
          onChange={setBy}
          options={(['leagues', 'owners'] as const).map((value) => ({ value, label: t(`reserve:${value}`) }))}
        />
      </div>
      <TileMap
        label={t('reserve:map')}
        tileOf={(code) => {
          const found = banners.find(({ key }) => key === code);
          const level = found && most > 0 ? Math.min(Math.ceil((Number(found.tonnes) / most) * 3), 3) : undefined;
          const figure = found ? `${groupDecimal(roundDecimal(found.tonnes, 0))} t CO₂e` : '–';
          return { ...(level && { level }), text: `${regionName(code)} ${figure}` };
        }}
      />
      <WideTable
        label={t('reserve:where')}
        rowKey="key"
        dataSource={shown}
        columns={[
          { title: t(`reserve:${by}`), render: (_, { key }) => (by === 'leagues' ? regionName(key) : key) },
          { title: t('reserve:prospects'), align: 'end', className: 'num', dataIndex: 'prospects' },
          {
            title: t('reserve:hectares'),
            align: 'end',
            className: 'num',
            render: (_, { hectares }) => groupDecimal(roundDecimal(hectares, 1)),
          },
          { title: 't CO₂e', align: 'end', render: (_, { tonnes }) => <Tonnes of={tonnes} /> },
          {
            title: `${t('reserve:npv')} (${t('reserve:wan')})`,
            align: 'end',
            className: 'num',
            render: (_, { npv }) => wan(npv),
          },
        ]}
      />
    </section>
  );
}

const stages = {
  idea: 'default',
  survey: 'processing',
  design: 'processing',
  filed: 'success',
  dropped: 'error',
} as const;

function Prospects(props: { reserve: SinkReserve; onEdit?: (one: SinkProspect) => void }) {
  const { t, i18n } = useTranslation();
  const regionName = useRegionName();
  const { reserve, onEdit } = props;
  const outlook = new Map(reserve.outlook.map((row) => [row.id, row]));
  const curves = new Map(reserve.curves.map((curve) => [curve.code, curve]));
  const columns: TableColumnsType<SinkProspect> = [
    {
      title: t('reserve:prospect'),
      render: (_, one) => (
        <div className="stack">
          {onEdit ? (
            <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => onEdit(one)}>
              {one.name}
            </Button>
          ) : (
            <span>{one.name}</span>
          )}
          <span className="sub">
            {regionName(one.region)} · {one.owner}
          </span>
        </div>
      ),
    },
    {
      title: t('reserve:curve'),
      render: (_, { curve }) => {
        const found = curves.get(curve);
        return found ? (
          <span title={found.source}>
            {i18n.language === 'en' ? found.en : found.zh} <ConfidenceTag confidence={found.confidence} />
          </span>
        ) : (
          curve
        );
      },
    },
    { title: t('reserve:hectares'), align: 'end', className: 'num', render: (_, one) => groupDecimal(one.hectares) },
    {
      title: t('reserve:span'),
      className: 'num',
      render: (_, { startYear, years }) => `${startYear}–${startYear + years - 1}`,
    },
    { title: 't CO₂e', align: 'end', render: (_, { id }) => <Tonnes of={outlook.get(id)?.tonnes} /> },
    {
      title: `${t('reserve:npv')} (${t('reserve:wan')})`,
      align: 'end',
      className: 'num',
      render: (_, { id }) => {
        const found = outlook.get(id);
        return found ? wan(found.npv) : '–';
      },
    },
    {
      title: t('reserve:costPerTonne'),
      align: 'end',
      className: 'num',
      render: (_, { id }) => outlook.get(id)?.costPerTonne ?? '–',
    },
    {
      title: t('reserve:stage'),
      render: (_, { stage }) => <Tag color={stages[stage]}>{t(`reserve:stageOf.${stage}`)}</Tag>,
    },
  ];
  return (
    <section className="panel" data-test="prospects">
      <h2>{t('reserve:prospects')}</h2>
      <WideTable label={t('reserve:prospects')} rowKey="id" columns={columns} dataSource={reserve.prospects} />
    </section>
  );
}
