import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import type { FilingSummary } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { moment, period } from '../shared/dates';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { FilingStatusTag } from '../shared/status-tag';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';

const views = ['open', 'approved'] as const;

export function ReviewsPage() {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const [search, setSearch] = useSearchParams();
  const view = views.find((name) => name === search.get('view')) ?? 'open';
  useTitle(t('reviews:title'));
  // What is approved waits for its label; it is a list of filings like any other.
  const queue = usePages(['reviews', view], (cursor) => {
    const from = cursor ? { cursor } : {};
    return ask(
      view === 'open'
        ? api.GET('/api/v1/reviews', { params: { query: { status: view, ...from } } })
        : api.GET('/api/v1/filings', { params: { query: { status: view, ...from } } }),
    );
  });
  const columns: LongColumn<FilingSummary>[] = [
    {
      key: 'filing',
      title: t('filings:filing'),
      text: ({ title }) => title,
      to: ({ id }) => `/reviews/${id}`,
      sub: {
        title: t('common:col.number'),
        text: ({ number, product }) => [number, product].filter(Boolean).join(' · '),
      },
    },
    { key: 'organisation', title: t('filings:organisation'), text: ({ organisation }) => organisation.name },
    { key: 'method', title: t('filings:method'), wide: true, text: ({ method }) => methodName(method) },
    {
      key: 'period',
      title: t('filings:period'),
      wide: true,
      text: ({ periodStart, periodEnd }) => period(periodStart, periodEnd),
    },
    { key: 'updated', title: t('filings:updated'), wide: true, text: ({ updatedAt }) => moment(updatedAt) },
    {
      key: 'status',
      title: t('filings:statusTitle'),
      text: ({ status }) => t(`filings:status.${status}`),
      cell: ({ status }) => <FilingStatusTag status={status} />,
    },
  ];
  return (
    <div className="page">
      <PageHead title={t('reviews:title')} hint={t('reviews:hint')} />
      <Radio.Group
        value={view}
        optionType="button"
        aria-label={t('reviews:view')}
        onChange={({ target }) => setSearch(target.value === 'open' ? {} : { view: target.value }, { replace: true })}
        options={views.map((value) => ({ value, label: t(`reviews:views.${value}`) }))}
      />
      <section className="panel flush">
        <LongList
          name="reviews"
          label={t('reviews:title')}
          rowKey={({ id }) => id}
          columns={columns}
          query={queue}
          empty={<Nothing title={t(`reviews:none.${view}`)} />}
        />
      </section>
    </div>
  );
}
