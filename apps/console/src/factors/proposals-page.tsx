import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { FactorProposal } from '../api/types';
import { moment } from '../shared/dates';
import { Choice } from '../shared/filters';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { useFilter } from '../shared/use-filter';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
import { FactorNav } from './factor-nav';

type Status = FactorProposal['status'];
const colors: Record<Status, string> = {
  proposed: 'processing',
  returned: 'warning',
  published: 'success',
  withdrawn: 'default',
};

const statuses = Object.keys(colors) as Status[];

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
  const [{ status }, narrow] = useFilter({ status: statuses });
  useTitle(t('factors:nav.proposals'));
  const proposals = usePages(['factor-proposals', status], (cursor) =>
    ask(
      api.GET('/api/v1/factor-proposals', {
        params: { query: { ...(status && { status }), ...(cursor && { cursor }) } },
      }),
    ),
  );
  const columns: LongColumn<FactorProposal>[] = [
    {
      key: 'proposal',
      title: t('factors:proposal.title'),
      text: ({ title }) => title,
      to: ({ id }) => `/factors/proposals/${id}`,
      sub: { title: t('common:col.number'), text: ({ number }) => number },
    },
    { key: 'rows', title: t('factors:proposal.rows'), numeric: true, text: ({ rows }) => String(rows) },
    {
      key: 'by',
      title: t('factors:proposal.by'),
      text: ({ proposer }) => proposer,
      sub: { title: t('common:col.organisation'), text: ({ organisation }) => organisation },
    },
    { key: 'at', title: t('factors:proposal.at'), wide: true, text: ({ proposedAt }) => moment(proposedAt) },
    {
      key: 'status',
      title: t('factors:status'),
      text: ({ status: now }) => t(`factors:proposalStatus.${now}`),
      cell: ({ status: now }) => <ProposalStatus status={now} />,
    },
  ];
  return (
    <div className="page">
      <PageHead title={t('factors:nav.proposals')} hint={t('factors:proposal.hint')} />
      <FactorNav />
      <div className="filters">
        <Choice
          label={t('factors:status')}
          values={statuses}
          value={status}
          textOf={(value) => t(`factors:proposalStatus.${value}`)}
          onChange={(next) => narrow({ status: next })}
        />
      </div>
      <section className="panel flush">
        <LongList
          name="factor-proposals"
          label={t('factors:nav.proposals')}
          rowKey={({ id }) => id}
          columns={columns}
          query={proposals}
          empty={<Nothing title={t('factors:proposal.none')} />}
        />
      </section>
    </div>
  );
}
