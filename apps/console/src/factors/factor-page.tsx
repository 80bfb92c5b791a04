/** A factor: what counts, where it stands written, what other GWP sets make of it, and every version it ever had. */
import { useQuery } from '@tanstack/react-query';
import { Button, Select, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { FactorVersion } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { moment } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { Differences } from './differences';
import { mayPropose } from './factor-nav';
import { cellsOf, written } from './fields';
import { Withdrawals } from './withdrawals';
import './factors.css';

export function FactorPage() {
  const { t, i18n } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['factor', id],
    queryFn: () => ask(api.GET('/api/v1/factors/{id}', { params: { path: { id } } })),
  });
  const user = useUser();
  const [pair, setPair] = useState<[number?, number?]>([]);
  const versions = query.data?.items ?? [];
  const [last] = versions;
  const name = last && (i18n.language === 'en' ? last.nameEn : last.nameZh);
  useTitle(name ?? id);
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!last) return <Waiting />;
  const [older, newer] = [pair[0] ?? versions[1]?.version, pair[1] ?? last.version];
  const version = (number: number | undefined) => versions.find((one) => one.version === number);
  const [before, after] = [version(older), version(newer)];
  const options = versions.map((one) => ({ value: one.version, label: `v${one.version}` }));
  const choose = (place: 0 | 1, label: string, value: number | undefined) => (
    <Select
      aria-label={label}
      style={{ width: 90 }}
      value={value}
      options={options}
      onChange={(next: number) => setPair(place ? [older, next] : [next, newer])}
    />
  );
  const columns: TableColumnsType<FactorVersion> = [
    {
      title: t('factors:version'),
      render: (_, one) => (
        <>
          v{one.version} {one === last && !one.withdrawnAt && <Tag color="success">{t('factors:counts')}</Tag>}
          {one.withdrawnAt && <Tag>{t('factors:withdrawn')}</Tag>}
        </>
      ),
    },
    { title: t('factors:value'), align: 'end', className: 'num', render: (_, one) => <Value of={one} /> },
    { title: t('factors:publishedAt'), className: 'num', render: (_, one) => moment(one.publishedAt) },
    {
      title: t('factors:origin'),
      render: (_, one) =>
        one.proposalId ? (
          <Link to={`/factors/proposals/${one.proposalId}`}>{t('factors:published')}</Link>
        ) : (
          t('factors:delivered')
        ),
    },
    { title: t('factors:confidence'), render: (_, one) => <ConfidenceTag confidence={one.confidence} /> },
  ];
  return (
    <div className="page">
      <PageHead
        back={{ to: '/factors', text: t('factors:title') }}
        title={name}
        hint={<code>{id}</code>}
        actions={
          mayPropose(user) && (
            <Link to={`/factors/new?of=${encodeURIComponent(id)}`}>
              <Button type="primary" tabIndex={-1}>
                {t('factors:newVersion')}
              </Button>
            </Link>
          )
        }
      />
      <section className="panel" data-test="facts">
        <Facts of={last} />
      </section>
      {last.bySet.length > 0 && (
        <section className="panel" data-test="by-set">
          <h2>{t('factors:bySet')}</h2>
          <p className="muted">{t('factors:bySetHint')}</p>
          <dl className="factor-facts">
            {last.bySet.map(({ set, value }) => (
              <div key={set} style={{ display: 'contents' }}>
                <dt>{set}</dt>
                <dd className="num">
                  {groupDecimal(value)} {prettyUnit(last.unit)}
                  {set === last.gwpSet && <Tag className="inline-tag">{t('factors:ownSet')}</Tag>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section className="panel" data-test="versions">
        <h2>{t('factors:versions')}</h2>
        <WideTable label={t('factors:versions')} rowKey="version" columns={columns} dataSource={versions} />
      </section>
      <Withdrawals factor={id} versions={versions} />
      {before && after && (
        <section className="panel" data-test="compare">
          <h2>{t('factors:compare')}</h2>
          <div className="filters">
            {choose(0, t('factors:before'), older)} → {choose(1, t('factors:after'), newer)}
          </div>
          <Differences
            before={cellsOf(before)}
            after={cellsOf(after)}
            titles={[`v${before.version}`, `v${after.version}`]}
          />
        </section>
      )}
    </div>
  );
}

function Value({ of: { value, low, high, unit } }: { of: FactorVersion }) {
  const shown = value !== null ? groupDecimal(value) : `${groupDecimal(low ?? '')} – ${groupDecimal(high ?? '')}`;
  return (
    <>
      <strong>{shown}</strong> {prettyUnit(unit)}
    </>
  );
}

function Facts({ of: one }: { of: FactorVersion }) {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const source = [one.sourceTitle, one.sourceClause].filter(Boolean).join(' · ');
  const place = [one.sourceDocument, one.sourceRow].filter(Boolean).join(' · ');
  const facts: [string, React.ReactNode][] = [
    [t('factors:value'), <Value key="value" of={one} />],
    [t('factors:field.region'), regionName(one.region) || '—'],
    [t('factors:valid'), `${one.validFrom ?? '…'} – ${one.validTo ?? '…'}`],
    [t('factors:field.year_label'), one.yearLabel],
    [t('factors:field.stage'), one.stage],
    [t('factors:field.gas'), one.gas],
    [t('factors:field.gases'), written(one.gases)],
    [
      t('factors:source'),
      one.sourceUrl && /^https?:/.test(one.sourceUrl) ? (
        <a key="source" href={one.sourceUrl} target="_blank" rel="noreferrer">
          {source}
        </a>
      ) : (
        source
      ),
    ],
    [t('factors:sourcePlace'), place],
    [t('factors:confidence'), <ConfidenceTag key="confidence" confidence={one.confidence} />],
    [t('factors:field.dqr'), one.dqr ? <Quality key="dqr" of={one.dqr} /> : ''],
    [t('factors:field.sigma_ln'), one.sigmaLn],
    [t('factors:field.unit_note'), one.unitNote],
  ];
  return (
    <dl className="factor-facts">
      {facts
        .filter(([, value]) => value)
        .map(([title, value]) => (
          <div key={title} style={{ display: 'contents' }}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const indicators = ['reliability', 'completeness', 'time', 'place', 'technology'] as const;

function Quality({ of }: { of: string[] }) {
  const { t } = useTranslation();
  return <>{indicators.map((name, i) => `${t(`factors:indicator.${name}`)} ${of[i]}`).join(' · ')}</>;
}
