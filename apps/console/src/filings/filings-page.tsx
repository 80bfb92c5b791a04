import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import type { FilingStatus, FilingSummary } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment, period } from '../shared/dates';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { FilingStatusTag } from '../shared/status-tag';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';

const statuses: FilingStatus[] = [
  'draft',
  'running',
  'failed',
  'calculated',
  'in_review',
  'returned',
  'approved',
  'issued',
];

export function FilingsPage() {
  const { t } = useTranslation();
  const user = useUser();
  const navigate = useNavigate();
  const methodName = useMethodName();
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((name) => name === search.get('status'));
  useTitle(t('filings:title'));
  const filings = usePages(['filings', status], (cursor) =>
    ask(api.GET('/api/v1/filings', { params: { query: { ...(status && { status }), ...(cursor && { cursor }) } } })),
  );
  const mayFile = hasRole(user, 'filer');
  const create = mayFile && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/filings/new')}>
      {t('filings:new')}
    </Button>
  );
  const columns: TableColumnsType<FilingSummary> = [
    {
      title: t('filings:filing'),
      render: (_, filing) => (
        <div className="stack">
          <Link to={`/filings/${filing.id}`}>{filing.title}</Link>
          <span className="sub num">
            {filing.number}
            {filing.product ? ` · ${filing.product}` : ''}
          </span>
        </div>
      ),
    },
    { title: t('filings:method'), responsive: ['lg'], render: (_, filing) => methodName(filing.method) },
    {
      title: t('filings:period'),
      responsive: ['md'],
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
      width: 120,
      render: (_, filing) => <FilingStatusTag status={filing.status} />,
    },
  ];
  return (
    <div className="page">
      <PageHead title={t('filings:title')} hint={t('filings:hint')} actions={create} />
      <div className="filters">
        <Select
          allowClear
          style={{ width: 200 }}
          aria-label={t('filings:filterStatus')}
          placeholder={t('filings:filterStatus')}
          value={status}
          onChange={(next?: string) => setSearch(next ? { status: next } : {}, { replace: true })}
          options={statuses.map((value) => ({ value, label: t(`filings:status.${value}`) }))}
        />
      </div>
      {filings.error ? (
        <ProblemAlert error={filings.error} onRetry={() => void filings.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            rowKey="id"
            columns={columns}
            dataSource={filings.items}
            loading={filings.isPending}
            pagination={false}
            locale={{
              emptyText: filings.isPending ? (
                ' '
              ) : (
                <Nothing
                  title={status ? t('filings:noneHere') : t('filings:none')}
                  hint={mayFile && !status ? t('filings:noneHint') : undefined}
                />
              ),
            }}
          />
          <LoadMore query={filings} />
        </section>
      )}
    </div>
  );
}
