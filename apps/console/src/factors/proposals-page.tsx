import { Select, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { FactorProposal } from '../api/types';
import { moment } from '../shared/dates';
import { LoadMore } from '../shared/load-more';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
import { WideTable } from '../shared/wide-table';
import { FactorNav } from './factor-nav';

type Status = FactorProposal['status'];
const colors: Record<Status, string> = {
  proposed: 'processing',
  returned: 'warning',
  published: 'success',
  withdrawn: 'default',
};

export function ProposalStatus({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <Tag color={colors[status]} data-status={status}>
      {t(`factors:proposalStatus.${status}`)}
    </Tag>
  );
}

export function ProposalsPage() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<Status>();
  useTitle(t('factors:nav.proposals'));
  const proposals = usePages(['factor-proposals', status], (cursor) =>
    ask(
      api.GET('/api/v1/factor-proposals', {
        params: { query: { ...(status && { status }), ...(cursor && { cursor }) } },
      }),
    ),
  );
  const columns: TableColumnsType<FactorProposal> = [
    {
      title: t('factors:proposal.title'),
      render: (_, one) => (
        <div className="stack">
          <Link to={`/factors/proposals/${one.id}`}>{one.title}</Link>
          <span className="sub num">{one.number}</span>
        </div>
      ),
    },
    { title: t('factors:proposal.rows'), align: 'end', className: 'num', dataIndex: 'rows' },
    {
      title: t('factors:proposal.by'),
      render: (_, one) => (
        <div className="stack">
          <span>{one.proposer}</span>
          <span className="sub">{one.organisation}</span>
        </div>
      ),
    },
    { title: t('factors:proposal.at'), className: 'num', render: (_, one) => moment(one.proposedAt) },
    { title: t('factors:status'), render: (_, one) => <ProposalStatus status={one.status} /> },
  ];
  return (
    <div className="page">
      <PageHead title={t('factors:nav.proposals')} hint={t('factors:proposal.hint')} />
      <FactorNav />
      <div className="filters">
        <Select
          allowClear
          style={{ width: 150 }}
          aria-label={t('factors:status')}
          placeholder={t('factors:status')}
          value={status}
          onChange={(next?: Status) => setStatus(next)}
          options={(Object.keys(colors) as Status[]).map((value) => ({
            value,
            label: t(`factors:proposalStatus.${value}`),
          }))}
        />
      </div>
      {proposals.error ? (
        <ProblemAlert error={proposals.error} onRetry={() => void proposals.refetch()} />
      ) : (
        <section className="panel flush">
          <WideTable
            label={t('factors:nav.proposals')}
            rowKey="id"
            columns={columns}
            dataSource={proposals.items}
            loading={proposals.isPending}
            locale={{
              emptyText: proposals.isPending ? ' ' : <Nothing title={t('factors:proposal.none')} />,
            }}
          />
          <LoadMore query={proposals} />
        </section>
      )}
    </div>
  );
}
