import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ask } from '../api/client';
import type { MethodProposalSummary } from '../api/types';
import { moment } from '../shared/dates';
import { LongList } from '../shared/long-table/long-list';
import type { LongColumn } from '../shared/long-table/long-table';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { usePages } from '../shared/use-pages';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { MethodProposalStatus } from './proposal-status';

export function MethodProposalsPage() {
  const { t } = useTranslation();
  const text = useText();
  useTitle(t('methods:proposal.title'));
  const proposals = usePages(['method-proposals'], (cursor) =>
    ask(api.GET('/api/v1/method-proposals', { params: { query: cursor ? { cursor } : {} } })),
  );
  const columns: LongColumn<MethodProposalSummary>[] = [
    {
      key: 'method',
      title: t('methods:title'),
      text: ({ title }) => text(title),
      to: ({ id }) => `/methods/proposals/${id}`,
      sub: { title: t('common:col.number'), text: ({ number, method, version }) => `${number} · ${method} ${version}` },
    },
    { key: 'by', title: t('methods:proposal.by'), text: ({ proposer }) => proposer },
    { key: 'at', title: t('methods:proposal.at'), wide: true, text: ({ proposedAt }) => moment(proposedAt) },
    { key: 'reviewer', title: t('methods:proposal.reviewer'), wide: true, text: ({ reviewer }) => reviewer ?? '—' },
    {
      key: 'status',
      title: t('methods:proposal.state'),
      text: ({ status }) => t(`methods:proposal.status.${status}`),
      cell: ({ status }) => <MethodProposalStatus status={status} />,
    },
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
      <section className="panel flush">
        <LongList
          name="method-proposals"
          label={t('methods:proposal.title')}
          rowKey={({ id }) => id}
          columns={columns}
          query={proposals}
          empty={<Nothing title={t('methods:proposal.none')} />}
        />
      </section>
    </div>
  );
}
