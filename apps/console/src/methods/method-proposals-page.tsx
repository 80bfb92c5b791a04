import { PlusOutlined } from '@ant-design/icons';
import { Button, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { MethodProposalSummary } from '../api/types';
import { moment } from '../shared/dates';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import { MethodProposalStatus } from './proposal-status';

export function MethodProposalsPage() {
  const { t } = useTranslation();
  const text = useText();
  useTitle(t('methods:proposal.title'));
  const proposals = usePages(['method-proposals'], (cursor) =>
    ask(api.GET('/api/v1/method-proposals', { params: { query: cursor ? { cursor } : {} } })),
  );
  const columns: TableColumnsType<MethodProposalSummary> = [
    {
      title: t('methods:title'),
      render: (_, one) => (
        <div className="stack">
          <Link to={`/methods/proposals/${one.id}`}>{text(one.title)}</Link>
          <span className="sub num">
            {one.number} · {one.method} {one.version}
          </span>
        </div>
      ),
    },
    { title: t('methods:proposal.by'), dataIndex: 'proposer' },
    { title: t('methods:proposal.at'), className: 'num', render: (_, one) => moment(one.proposedAt) },
    { title: t('methods:proposal.reviewer'), render: (_, one) => one.reviewer ?? '—' },
    { title: t('methods:proposal.state'), render: (_, one) => <MethodProposalStatus status={one.status} /> },
  ];
  return (
    <div className="page">
      <PageHead
        back={{ to: '/methods', text: t('methods:title') }}
        title={t('methods:proposal.title')}
        hint={t('methods:proposal.hint')}
        actions={
          <Link to="/methods/proposals/new">
            <Button type="primary" icon={<PlusOutlined />}>
              {t('methods:proposal.new')}
            </Button>
          </Link>
        }
      />
      {proposals.error ? (
        <ProblemAlert error={proposals.error} onRetry={() => void proposals.refetch()} />
      ) : (
        <section className="panel flush">
          <WideTable
            label={t('methods:proposal.title')}
            rowKey="id"
            columns={columns}
            dataSource={proposals.items}
            loading={proposals.isPending}
            locale={{ emptyText: proposals.isPending ? ' ' : <Nothing title={t('methods:proposal.none')} /> }}
          />
          <LoadMore query={proposals} />
        </section>
      )}
    </div>
  );
}
