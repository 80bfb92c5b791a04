import { Button, Input, Select, Table, type TableColumnsType, Tag } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { download } from '../api/files';
import type { Factor } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { ConfidenceTag } from '../shared/confidence-tag';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { FactorNav, mayPropose } from './factor-nav';
import { useUser } from '../session/session-provider';

const years = Array.from({ length: 8 }, (_, i) => String(new Date().getFullYear() - i));

export function FactorsPage() {
  const { t, i18n } = useTranslation();
  const regionName = useRegionName();
  const [q, setQ] = useState('');
  const [year, setYear] = useState<string>();
  const [confidence, setConfidence] = useState<Factor['confidence']>();
  const user = useUser();
  const filter = { ...(q && { q }), ...(year && { year }), ...(confidence && { confidence }) };
  const fetching = useMutation({
    mutationFn: (kind: 'csv' | 'json') =>
      download(`/api/v1/factor-exports/factors.${kind}?${new URLSearchParams(filter).toString()}`, `factors.${kind}`),
  });
  useTitle(t('factors:title'));
  const factors = usePages(['factors', filter], (cursor) =>
    ask(
      api.GET('/api/v1/factors', {
        params: { query: { ...filter, ...(cursor && { cursor }) } },
      }),
    ),
  );
  const value = ({ value: one, low, high }: Factor) =>
    one !== null
      ? groupDecimal(one)
      : [low, high]
          .filter(Boolean)
          .map((v) => groupDecimal(v!))
          .join(' – ') || '—';
  const columns: TableColumnsType<Factor> = [
    {
      title: t('factors:name'),
      render: (_, factor) => (
        <div className="stack">
          <Link to={`/factors/${factor.id}`}>
            {i18n.language === 'en' ? factor.nameEn || factor.nameZh : factor.nameZh || factor.nameEn}
          </Link>
          <span className="sub">
            <code>{factor.id}</code> v{factor.version}
            {factor.origin === 'library' && <Tag className="inline-tag">{t('factors:published')}</Tag>}
          </span>
        </div>
      ),
    },
    {
      title: t('factors:value'),
      align: 'end',
      className: 'num',
      render: (_, factor) => (
        <div className="stack">
          <strong>{value(factor)}</strong>
          <span className="sub">{prettyUnit(factor.unit)}</span>
        </div>
      ),
    },
    {
      title: t('factors:where'),
      responsive: ['md'],
      className: 'num',
      render: (_, factor) => (
        <div className="stack">
          <span>{regionName(factor.region) || '—'}</span>
          <span className="sub">{factor.yearLabel ?? ''}</span>
        </div>
      ),
    },
    {
      title: t('factors:source'),
      responsive: ['lg'],
      width: '34%',
      render: (_, { sourceTitle, sourceUrl, sourceClause }) => (
        <div className="stack">
          {sourceUrl && /^https?:/.test(sourceUrl) ? (
            <a href={sourceUrl} target="_blank" rel="noreferrer">
              {sourceTitle}
            </a>
          ) : (
            <span>{sourceTitle}</span>
          )}
          {sourceClause && <span className="sub">{sourceClause}</span>}
        </div>
      ),
    },
    { title: t('factors:confidence'), render: (_, factor) => <ConfidenceTag confidence={factor.confidence} /> },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('factors:title')}
        hint={t('factors:hint')}
        actions={
          mayPropose(user) && (
            <>
              <Link to="/factors/import">
                <Button tabIndex={-1}>{t('factors:import.title')}</Button>
              </Link>
              <Link to="/factors/new">
                <Button type="primary" tabIndex={-1}>
                  {t('factors:propose.title')}
                </Button>
              </Link>
            </>
          )
        }
      />
      <FactorNav />
      <div className="filters">
        <Input.Search
          allowClear
          style={{ width: 300, maxWidth: '100%' }}
          aria-label={t('factors:search')}
          placeholder={t('factors:search')}
          onSearch={(text) => setQ(text.trim())}
        />
        <Select
          allowClear
          style={{ width: 130 }}
          aria-label={t('factors:year')}
          placeholder={t('factors:year')}
          value={year}
          onChange={(next?: string) => setYear(next)}
          options={years.map((one) => ({ value: one, label: one }))}
        />
        <Select
          allowClear
          style={{ width: 150 }}
          aria-label={t('factors:confidence')}
          placeholder={t('factors:confidence')}
          value={confidence}
          onChange={(next?: Factor['confidence']) => setConfidence(next)}
          options={(['official', 'secondary', 'provisional'] as const).map((one) => ({
            value: one,
            label: t(`common:confidence.${one}`),
          }))}
        />
        <Button loading={fetching.isPending} onClick={() => fetching.mutate('csv')}>
          {t('factors:exportCsv')}
        </Button>
        <Button loading={fetching.isPending} onClick={() => fetching.mutate('json')}>
          {t('factors:exportJson')}
        </Button>
      </div>
      {fetching.error && <ProblemAlert error={fetching.error} />}
      {factors.error ? (
        <ProblemAlert error={factors.error} onRetry={() => void factors.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            size="middle"
            rowKey="id"
            columns={columns}
            dataSource={factors.items}
            loading={factors.isPending}
            pagination={false}
            locale={{
              emptyText: factors.isPending ? ' ' : <Nothing title={t('factors:none')} hint={t('factors:noneHint')} />,
            }}
          />
          <LoadMore query={factors} />
        </section>
      )}
    </div>
  );
}
