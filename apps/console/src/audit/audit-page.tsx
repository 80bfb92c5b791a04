import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Table, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { AuditEntry } from '../api/types';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';

export function AuditPage() {
  const { t } = useTranslation();
  useTitle(t('audit:title'));
  const entries = usePages(['audit'], (cursor) =>
    ask(api.GET('/api/v1/audit', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const check = useMutation({ mutationFn: () => ask(api.GET('/api/v1/audit/verify')) });
  const columns: TableColumnsType<AuditEntry> = [
    { title: t('audit:seq'), dataIndex: 'seq', align: 'end', className: 'num', width: 70 },
    { title: t('audit:at'), className: 'num', render: (_, entry) => dayjs(entry.at).format('YYYY-MM-DD HH:mm:ss') },
    {
      title: t('audit:what'),
      render: (_, entry) => (
        <div className="stack">
          <span title={entry.action}>{t(`audit:action.${entry.action}`, { defaultValue: entry.action })}</span>
          <span className="sub">
            {entry.subjectType} {entry.subjectId}
          </span>
        </div>
      ),
    },
    { title: t('audit:who'), responsive: ['md'], render: (_, entry) => entry.actorName ?? t('audit:system') },
    {
      title: t('audit:hash'),
      responsive: ['lg'],
      render: (_, entry) => <code title={entry.hash}>{entry.hash.slice(0, 16)}…</code>,
    },
  ];
  const verify = (
    <Button icon={<SafetyCertificateOutlined />} loading={check.isPending} onClick={() => check.mutate()}>
      {t('audit:verify')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('audit:title')} hint={t('audit:hint')} actions={verify} />
      {check.error && <ProblemAlert error={check.error} />}
      {check.data && (
        <Alert
          type={check.data.ok ? 'success' : 'error'}
          showIcon
          role="alert"
          title={
            check.data.ok
              ? t('audit:whole', { count: check.data.entries })
              : t('audit:broken', { seq: check.data.firstBroken?.seq, reason: check.data.firstBroken?.reason })
          }
        />
      )}
      {entries.error ? (
        <ProblemAlert error={entries.error} onRetry={() => void entries.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            size="middle"
            rowKey="seq"
            columns={columns}
            dataSource={entries.items}
            loading={entries.isPending}
            pagination={false}
            locale={{ emptyText: entries.isPending ? ' ' : <Nothing title={t('audit:none')} /> }}
          />
          <LoadMore query={entries} />
        </section>
      )}
    </div>
  );
}
