/** What runs in the background; what was given up can be given another round here. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Select, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ask } from '../api/client';
import type { Job, JobStatus } from '../api/types';
import { moment } from '../shared/dates';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';

const colours: Record<JobStatus, string> = {
  queued: 'default',
  running: 'processing',
  succeeded: 'success',
  failed: 'warning',
  dead: 'error',
  cancelled: 'default',
};
const statuses = Object.keys(colours) as JobStatus[];

export function JobsPage() {
  const { t } = useTranslation();
  const text = useText();
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((name) => name === search.get('status'));
  useTitle(t('jobs:title'));
  const jobs = usePages(['jobs', status], (cursor) =>
    ask(api.GET('/api/v1/jobs', { params: { query: { ...(status && { status }), ...(cursor && { cursor }) } } })),
  );
  const revive = useMutation({
    mutationFn: (id: string) => ask(api.POST('/api/v1/jobs/{id}/revive', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const columns: TableColumnsType<Job> = [
    {
      title: t('jobs:job'),
      render: (_, { name, key, note }) => (
        <div className="stack">
          <span title={name}>{t(`jobs:name.${name.replace(/\W/g, '_')}`, { defaultValue: name })}</span>
          <span className="sub num">{key}</span>
          {note && <span className="sub">{text(note)}</span>}
        </div>
      ),
    },
    {
      title: t('jobs:statusTitle'),
      render: (_, job) => (
        <div className="stack">
          <span>
            <Tag color={colours[job.status]} data-status={job.status}>
              {t(`jobs:status.${job.status}`)}
            </Tag>
          </span>
          {job.status === 'running' && (
            <Progress percent={Math.round(Number(job.progress) * 100)} size="small" aria-label={t('jobs:progress')} />
          )}
          {job.error && <span className="sub">{job.error.code}</span>}
        </div>
      ),
    },
    { title: t('jobs:attempts'), align: 'end', className: 'num', responsive: ['md'], dataIndex: 'attempts' },
    { title: t('jobs:begun'), className: 'num', responsive: ['md'], render: (_, { startedAt }) => moment(startedAt) },
    { title: t('jobs:ended'), className: 'num', responsive: ['lg'], render: (_, { finishedAt }) => moment(finishedAt) },
    {
      key: 'do',
      align: 'end',
      render: (_, { id, status: now }) =>
        now === 'dead' && (
          <Button size="small" loading={revive.isPending} onClick={() => revive.mutate(id)} data-test="revive">
            {t('jobs:revive')}
          </Button>
        ),
    },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('jobs:title')}
        hint={t('jobs:hint')}
        actions={<Button onClick={() => void jobs.refetch()}>{t('jobs:refresh')}</Button>}
      />
      <div className="filters">
        <Select
          allowClear
          style={{ width: 200 }}
          aria-label={t('jobs:statusTitle')}
          placeholder={t('jobs:statusTitle')}
          value={status}
          onChange={(next?: JobStatus) => setSearch(next ? { status: next } : {}, { replace: true })}
          options={statuses.map((value) => ({ value, label: t(`jobs:status.${value}`) }))}
        />
      </div>
      {revive.error && <ProblemAlert error={revive.error} />}
      {jobs.error ? (
        <ProblemAlert error={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            rowKey="id"
            columns={columns}
            dataSource={jobs.items}
            loading={jobs.isPending}
            pagination={false}
            locale={{ emptyText: jobs.isPending ? ' ' : <Nothing title={t('jobs:none')} /> }}
          />
          <LoadMore query={jobs} />
        </section>
      )}
    </div>
  );
}
