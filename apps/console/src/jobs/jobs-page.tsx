/** What runs in the background; what was given up can be given another round here. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { Job, JobStatus } from '../api/types';
import { moment } from '../shared/dates';
import { Choice } from '../shared/filters';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useFilter } from '../shared/use-filter';
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
  const [{ status }, narrow] = useFilter({ status: statuses });
  useTitle(t('jobs:title'));
  const jobs = usePages(['jobs', status], (cursor) =>
    ask(api.GET('/api/v1/jobs', { params: { query: { ...(status && { status }), ...(cursor && { cursor }) } } })),
  );
  const revive = useMutation({
    mutationFn: (id: string) => ask(api.POST('/api/v1/jobs/{id}/revive', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const columns: LongColumn<Job>[] = [
    {
      key: 'job',
      title: t('jobs:job'),
      text: ({ name }) => t(`jobs:name.${name.replace(/\W/g, '_')}`, { defaultValue: name }),
      sub: {
        title: t('jobs:key'),
        text: ({ key, note }) => [key, note && text(note)].filter(Boolean).join(' · '),
      },
    },
    {
      key: 'status',
      title: t('jobs:statusTitle'),
      width: 150,
      text: ({ status: now }) => t(`jobs:status.${now}`),
      cell: ({ status: now }) => (
        <Tag color={colours[now]} data-status={now}>
          {t(`jobs:status.${now}`)}
        </Tag>
      ),
      sub: {
        title: t('jobs:progress'),
        text: ({ status: now, progress, error }) =>
          error?.code ?? (now === 'running' ? `${Math.round(Number(progress) * 100)} %` : ''),
        cell: ({ status: now, progress, error }) =>
          error?.code ??
          (now === 'running' ? (
            <Progress percent={Math.round(Number(progress) * 100)} size="small" aria-label={t('jobs:progress')} />
          ) : (
            ''
          )),
      },
    },
    { key: 'attempts', title: t('jobs:attempts'), numeric: true, wide: true, text: ({ attempts }) => String(attempts) },
    { key: 'begun', title: t('jobs:begun'), wide: true, text: ({ startedAt }) => moment(startedAt) },
    { key: 'ended', title: t('jobs:ended'), wide: true, text: ({ finishedAt }) => moment(finishedAt) },
    {
      key: 'do',
      act: true,
      title: t('jobs:revive'),
      width: 110,
      text: () => '',
      cell: ({ id, status: now }) =>
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
        <Choice
          label={t('jobs:statusTitle')}
          values={statuses}
          value={status}
          textOf={(value) => t(`jobs:status.${value}`)}
          onChange={(next) => narrow({ status: next })}
        />
      </div>
      {revive.error && <ProblemAlert error={revive.error} />}
      <section className="panel flush">
        <LongList
          name="jobs"
          label={t('jobs:title')}
          rowKey={({ id }) => id}
          columns={columns}
          query={jobs}
          empty={<Nothing title={t('jobs:none')} />}
        />
      </section>
    </div>
  );
}
