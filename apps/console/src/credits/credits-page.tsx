/** Sink projects by what was issued on them: the way to a project's periods, verification and lots. */
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import { useMethodName } from '../methods/use-methods';
import { groupDecimal } from '../numbers/decimal';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useRegionName } from '../shared/use-regions';
import { useTitle } from '../shared/use-title';

interface Project {
  id: string;
  number: string;
  name: string;
  region: string;
  method: string;
  hectares: string;
  status: string;
}

export function CreditsPage() {
  const { t } = useTranslation();
  const regionName = useRegionName();
  const methodName = useMethodName();
  useTitle(t('credits:title'));
  const projects = usePages<Project>(['sink-projects'], (cursor) =>
    ask(api.GET('/api/v1/sink/projects', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: TableColumnsType<Project> = [
    {
      title: t('credits:project'),
      render: (_, { id, name, number }) => (
        <div className="stack">
          <Link to={`/credits/${id}`}>{name}</Link>
          <span className="sub num">{number}</span>
        </div>
      ),
    },
    { title: t('credits:region'), responsive: ['sm'], render: (_, { region }) => regionName(region) },
    { title: t('credits:method'), responsive: ['lg'], render: (_, { method }) => methodName(method) },
    {
      title: t('credits:hectares'),
      align: 'end',
      className: 'num',
      responsive: ['md'],
      render: (_, { hectares }) => groupDecimal(hectares),
    },
    { title: t('credits:state'), render: (_, { status }) => t(`credits:projectStatus.${status}`) },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('credits:title')}
        hint={t('credits:hint')}
        actions={
          <Link to="/credits/planner">
            <Button tabIndex={-1}>{t('credits:planner.title')}</Button>
          </Link>
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
              emptyText: projects.isPending ? ' ' : <Nothing title={t('credits:none')} hint={t('credits:noneHint')} />,
            }}
          />
          <LoadMore query={projects} />
        </section>
      )}
    </div>
  );
}
