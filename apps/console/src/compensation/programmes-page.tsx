/** Compensation programmes, newest first. */
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { Programme } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
import { StageTag } from './stage-tag';
import { Yuan } from './yuan';

export function ProgrammesPage() {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const clerk = hasRole(useUser(), 'finance_clerk');
  useTitle(t('compensation:title'));
  const programmes = usePages(['programmes'], (cursor) =>
    ask(api.GET('/api/v1/compensation/programmes', { params: { query: { ...(cursor && { cursor }) } } })),
  );
  const columns: TableColumnsType<Programme> = [
    {
      title: t('compensation:programme'),
      render: (_, { id, title, number }) => (
        <div className="stack">
          <Link to={`/compensation/${id}`}>{title}</Link>
          <span className="sub num">{number}</span>
        </div>
      ),
    },
    { title: t('compensation:method'), responsive: ['lg'], render: (_, { method }) => methodName(method) },
    { title: t('compensation:year'), className: 'num', responsive: ['md'], dataIndex: 'year' },
    { title: t('compensation:pool'), align: 'end', render: (_, { pool }) => <Yuan amount={pool} short /> },
    { title: t('compensation:stageTitle'), render: (_, { stage }) => <StageTag stage={stage} /> },
  ];
  return (
    <div className="page">
      <PageHead
        title={t('compensation:title')}
        hint={t('compensation:hint')}
        actions={
          <>
            <Link to="/compensation/grassland">
              <Button tabIndex={-1}>{t('compensation:grassland.title')}</Button>
            </Link>
            {clerk && (
              <Link to="/compensation/new">
                <Button type="primary" tabIndex={-1}>
                  {t('compensation:draft.title')}
                </Button>
              </Link>
            )}
          </>
        }
      />
      {programmes.error ? (
        <ProblemAlert error={programmes.error} onRetry={() => void programmes.refetch()} />
      ) : (
        <section className="panel flush">
          <Table
            rowKey="id"
            columns={columns}
            dataSource={programmes.items}
            loading={programmes.isPending}
            pagination={false}
            locale={{
              emptyText: programmes.isPending ? (
                ' '
              ) : (
                <Nothing title={t('compensation:none')} hint={t('compensation:noneHint')} />
              ),
            }}
          />
          <LoadMore query={programmes} />
        </section>
      )}
    </div>
  );
}
