import { Button, Tag } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { download } from '../api/files';
import type { Factor } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { ConfidenceTag } from '../shared/confidence-tag';
import { Choice, Search } from '../shared/filters';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { FactorNav, mayPropose } from './factor-nav';
import { useUser } from '../session/session-provider';

const confidences = ['official', 'secondary', 'provisional'] as const;
const years = Array.from({ length: 8 }, (_, i) => String(new Date().getFullYear() - i));

export function FactorsPage() {
  const { t, i18n } = useTranslation();
  const regionName = useRegionName();
  const user = useUser();
  const [filter, narrow] = useFilter({ q: [], year: years, confidence: confidences });
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
  const nameOf = ({ nameEn, nameZh }: Factor) => (i18n.language === 'en' ? nameEn || nameZh : nameZh || nameEn);
  const shownValue = ({ value, low, high }: Factor) =>
    value !== null
      ? groupDecimal(value)
      : [low, high]
          .filter((one): one is string => Boolean(one))
          .map(groupDecimal)
          .join(' – ') || '—';
  const columns: LongColumn<Factor>[] = [
    {
      key: 'name',
      title: t('factors:name'),
      width: 300,
      text: nameOf,
      to: ({ id }) => `/factors/${id}`,
      sub: {
        title: t('common:col.number'),
        text: ({ id, version }) => `${id} v${version}`,
        cell: ({ id, version, origin }) => (
          <>
            <code>{id}</code> v{version}
            {origin === 'library' && <Tag className="inline-tag">{t('factors:published')}</Tag>}
          </>
        ),
      },
    },
    {
      key: 'value',
      title: t('factors:value'),
      numeric: true,
      text: ({ value, low, high }) => value ?? [low, high].filter(Boolean).join(' – '),
      words: shownValue,
      sub: { title: t('factors:field.unit'), text: ({ unit }) => prettyUnit(unit) },
    },
    {
      key: 'where',
      title: t('factors:where'),
      wide: true,
      text: ({ region }) => regionName(region) || '—',
      sub: { title: t('factors:year'), text: ({ yearLabel }) => yearLabel ?? '' },
    },
    {
      key: 'source',
      title: t('factors:source'),
      wide: true,
      width: 320,
      text: ({ sourceTitle }) => sourceTitle,
      cell: ({ sourceTitle, sourceUrl }) =>
        sourceUrl && /^https?:/.test(sourceUrl) ? (
          <a href={sourceUrl} target="_blank" rel="noreferrer">
            {sourceTitle}
          </a>
        ) : (
          sourceTitle
        ),
      sub: { title: t('factors:clause'), text: ({ sourceClause }) => sourceClause ?? '' },
    },
    {
      key: 'confidence',
      title: t('factors:confidence'),
      width: 130,
      text: ({ confidence: sure }) => t(`common:confidence.${sure}`),
      cell: ({ confidence: sure }) => <ConfidenceTag confidence={sure} />,
    },
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
        <Search label={t('factors:search')} value={filter.q} onChange={(q) => narrow({ q })} />
        <Choice
          label={t('factors:year')}
          values={years}
          value={filter.year}
          textOf={(value) => value}
          onChange={(year) => narrow({ year })}
        />
        <Choice
          label={t('factors:confidence')}
          values={confidences}
          value={filter.confidence}
          textOf={(value) => t(`common:confidence.${value}`)}
          onChange={(confidence) => narrow({ confidence })}
        />
        <Button loading={fetching.isPending} onClick={() => fetching.mutate('csv')}>
          {t('factors:exportCsv')}
        </Button>
        <Button loading={fetching.isPending} onClick={() => fetching.mutate('json')}>
          {t('factors:exportJson')}
        </Button>
      </div>
      {fetching.error && <ProblemAlert error={fetching.error} />}
      <section className="panel flush">
        <LongList
          name="factors"
          label={t('factors:title')}
          rowKey={({ id }) => id}
          columns={columns}
          query={factors}
          empty={<Nothing title={t('factors:none')} hint={t('factors:noneHint')} />}
        />
      </section>
    </div>
  );
}
