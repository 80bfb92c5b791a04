/** Sink projects, newest first. */
import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { SinkProject } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';
import { Land } from './land';

export function SinksPage() {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const filer = hasRole(useUser(), 'filer');
  useTitle(t('sinks:title'));
  const projects = usePages(['sinks'], (cursor) =>
    ask(api.GET('/api/v1/sink/projects', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: TableColumnsType<SinkProject> = [
    {
      title: t('sinks:project'),
      render: (_, { id, name, number }) => (
        <div className="stack">
          <Link to={`/sinks/${id}`}>{name}</Link>
          <span className="sub num">{number}</span>
        </div>
      ),
    },
    { title: t('sinks:region'), responsive: ['lg'], render: (_, { region }) => regionName(region) },
    { title: t('sinks:area'), align: 'end', render: (_, { hectares }) => <Land hectares={hectares} /> },
    {
      title: t('sinks:statusTitle'),
      responsive: ['sm'],
      render: (_, { status }) => <Tag>{t(`sinks:status.${status}`)}</Tag>,
    },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('sinks:title')}
        hint={t('sinks:hint')}
        actions={
          <>
            <Link to="/sinks/equations">
              <Button tabIndex={-1}>{t('sinks:equations.title')}</Button>
            </Link>
            <Link to="/sinks/soil">
              <Button tabIndex={-1}>{t('sinks:soil.title')}</Button>
            </Link>
            {filer && (
              <Link to="/sinks/new">
                <Button type="primary" tabIndex={-1}>
                  {t('sinks:new')}
                </Button>
              </Link>
            )}
          </>
        }
      />
      {projects.error ? (
        <ProblemAlert error={projects.error} onRetry={() => void projects.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            rowKey="id"
            columns={columns}
            dataSource={projects.items}
            loading={projects.isPending}
            pagination={false}
            locale={{
              emptyText: projects.isPending ? ' ' : <Nothing title={t('sinks:none')} hint={t('sinks:noneHint')} />,
            }}
          />
          <LoadMore query={projects} />
        </section>
      )}
    </div>
  );
}
