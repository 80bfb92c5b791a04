import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { AuditEntry } from '../api/types';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';

export function AuditPage() {
  const { t } = useTranslation();
  useTitle(t('audit:title'));
  const entries = usePages(['audit'], (cursor) =>
    ask(api.GET('/api/v1/audit', { params: { query: { limit: 200, ...(cursor && { cursor }) } } })),
  );
  const check = useMutation({ mutationFn: () => ask(api.GET('/api/v1/audit/verify')) });
  const columns = useMemo<LongColumn<AuditEntry>[]>(
    () => [
      { key: 'seq', title: t('audit:seq'), numeric: true, wide: true, width: 84, text: ({ seq }) => seq },
      { key: 'at', title: t('audit:at'), width: 196, text: ({ at }) => dayjs(at).format('YYYY-MM-DD HH:mm:ss') },
      {
        key: 'what',
        title: t('audit:what'),
        width: 200,
        text: ({ action }) => t(`audit:action.${action}`, { defaultValue: action }),
      },
      {
        key: 'subject',
        title: t('audit:subject'),
        wide: true,
        width: 330,
        text: ({ subjectType, subjectId }) =>
          [t(`audit:subjectOf.${subjectType}`, { defaultValue: subjectType }), subjectId].filter(Boolean).join(' '),
      },
      { key: 'who', title: t('audit:who'), width: 190, text: ({ actorName }) => actorName ?? t('audit:system') },
      {
        key: 'hash',
        title: t('audit:hash'),
        wide: true,
        width: 190,
        text: ({ hash }) => hash,
        cell: ({ hash }) => <code title={hash}>{hash.slice(0, 16)}…</code>,
      },
    ],
    [t],
  );
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
      <section className="panel flush">
        <LongList
          name="audit"
          label={t('audit:title')}
          rowKey={({ seq }) => seq}
          columns={columns}
          query={entries}
          empty={<Nothing title={t('audit:none')} />}
        />
      </section>
    </div>
  );
}
