import { Radio, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import type { FilingSummary } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { moment, period } from '../shared/dates';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
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
  const columns: TableColumnsType<FilingSummary> = [
    {
      title: t('filings:filing'),
      render: (_, filing) => (
        <div className="stack">
          <Link to={`/reviews/${filing.id}`}>{filing.title}</Link>
          <span className="sub num">
            {filing.number}
            {filing.product ? ` · ${filing.product}` : ''}
          </span>
        </div>
      ),
    },
    { title: t('filings:organisation'), render: (_, filing) => filing.organisation.name },
    { title: t('filings:method'), responsive: ['lg'], render: (_, filing) => methodName(filing.method) },
    {
      title: t('filings:period'),
      responsive: ['lg'],
      className: 'num',
      render: (_, filing) => period(filing.periodStart, filing.periodEnd),
    },
    {
      title: t('filings:updated'),
      responsive: ['md'],
      className: 'num',
      render: (_, filing) => moment(filing.updatedAt),
    },
    {
      title: t('filings:statusTitle'),
      responsive: ['sm'],
      render: (_, filing) => <FilingStatusTag status={filing.status} />,
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
      {queue.error ? (
        <ProblemAlert error={queue.error} onRetry={() => void queue.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            rowKey="id"
            columns={columns}
            dataSource={queue.items}
            loading={queue.isPending}
            pagination={false}
            locale={{ emptyText: queue.isPending ? ' ' : <Nothing title={t(`reviews:none.${view}`)} /> }}
          />
          <LoadMore query={queue} />
        </section>
      )}
    </div>
  );
}
