import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ask } from '../api/client';
import type { FilingStatus, FilingSummary } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment, period } from '../shared/dates';
import { Choice } from '../shared/filters';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { FilingStatusTag } from '../shared/status-tag';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';

const statuses = [
  'draft',
  'running',
  'failed',
  'calculated',
  'in_review',
  'returned',
  'approved',
  'issued',
] as const satisfies readonly FilingStatus[];

export function FilingsPage() {
  const { t } = useTranslation();
  const user = useUser();
  const navigate = useNavigate();
  const methodName = useMethodName();
  const [{ status }, narrow] = useFilter({ status: statuses });
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
  const columns: LongColumn<FilingSummary>[] = [
    {
      key: 'filing',
      title: t('filings:filing'),
      text: ({ title }) => title,
      to: ({ id }) => `/filings/${id}`,
      sub: {
        title: t('common:col.number'),
        text: ({ number, product }) => [number, product].filter(Boolean).join(' · '),
      },
    },
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
      <PageHead title={t('filings:title')} hint={t('filings:hint')} actions={create} />
      <div className="filters">
        <Choice
          label={t('filings:filterStatus')}
          values={statuses}
          value={status}
          textOf={(value) => t(`filings:status.${value}`)}
          onChange={(next) => narrow({ status: next })}
        />
      </div>
      <section className="panel flush">
        <LongList
          name="filings"
          label={t('filings:title')}
          rowKey={({ id }) => id}
          columns={columns}
          query={filings}
          empty={
            <Nothing
              title={status ? t('filings:noneHere') : t('filings:none')}
              hint={mayFile && !status ? t('filings:noneHint') : undefined}
            />
          }
        />
      </section>
    </div>
  );
}
