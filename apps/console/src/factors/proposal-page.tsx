/** A proposal: what would change, and the second person's decision. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { FactorProposalRow } from '../api/types';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { LoadMore } from '../shared/load-more';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { Differences } from './differences';
import { mayDecide } from './factor-nav';
import { cellsOfRecord } from './fields';
import { ProposalStatus } from './proposals-page';
import './factors.css';

export function ProposalPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const user = useUser();
  const client = useQueryClient();
  const [remarks, setRemarks] = useState('');
  const path = { params: { path: { id } } };
  const queryKey = ['factor-proposal', id];
  const query = useQuery({ queryKey, queryFn: () => ask(api.GET('/api/v1/factor-proposals/{id}', path)) });
  const rows = usePages(['factor-proposal-rows', id], (cursor) =>
    ask(
      api.GET('/api/v1/factor-proposals/{id}/rows', {
        params: { path: { id }, query: { limit: 20, ...(cursor && { cursor }) } },
      }),
    ),
  );
  const again = () =>
    client.invalidateQueries({ predicate: ({ queryKey: [first] }) => String(first).startsWith('factor') });
  const deciding = useMutation({
    mutationFn: (decision: 'publish' | 'return') =>
      ask(api.POST('/api/v1/factor-proposals/{id}/decision', { ...path, body: { decision, remarks } })),
    onSettled: again,
  });
  const withdrawing = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/factor-proposals/{id}/withdraw', path)),
    onSettled: again,
  });
  const proposal = query.data;
  useTitle(proposal?.title ?? t('factors:nav.proposals'));
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!proposal) return <Waiting />;
  const open = proposal.status === 'proposed';
  const mine = proposal.proposedBy === user.id;
  const failed = deciding.error ?? withdrawing.error ?? rows.error;
  return (
    <div className="page">
      <PageHead
        back={{ to: '/factors/proposals', text: t('factors:nav.proposals') }}
        title={proposal.title}
        hint={
          <>
            <span className="num">{proposal.number}</span> · {proposal.proposer} · {moment(proposal.proposedAt)}{' '}
            <ProposalStatus status={proposal.status} />
          </>
        }
        actions={
          open &&
          mine && (
            <Button loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
              {t('factors:proposal.withdraw')}
            </Button>
          )
        }
      />
      {failed && <ProblemAlert error={failed} />}
      {proposal.reviewer && (
        <Alert
          showIcon
          type={proposal.status === 'published' ? 'success' : 'warning'}
          title={`${proposal.reviewer} · ${moment(proposal.reviewedAt)}`}
          description={
            <>
              {proposal.remarks && <p>{proposal.remarks}</p>}
              {proposal.shadowId && (
                <Link to={`/factors/impacts?shadow=${proposal.shadowId}`}>{t('factors:proposal.seeImpacts')}</Link>
              )}
            </>
          }
        />
      )}
      {(proposal.reason || proposal.fileName) && (
        <section className="panel">
          {proposal.reason && <p>{proposal.reason}</p>}
          {proposal.fileName && (
            <p className="muted">
              {t('factors:field.source_document')}: {proposal.fileName}
            </p>
          )}
        </section>
      )}
      {rows.items?.map((row) => (
        <ProposedRow key={row.row} row={row} />
      ))}
      <LoadMore query={rows} />
      {open && mayDecide(user) && !mine && (
        <section className="panel" data-test="decide">
          <h2>{t('factors:decide.title')}</h2>
          <p className="muted">{t('factors:decide.hint')}</p>
          <Input.TextArea
            rows={3}
            maxLength={2000}
            aria-label={t('factors:decide.remarks')}
            placeholder={t('factors:decide.remarks')}
            value={remarks}
            onChange={(event) => setRemarks(event.target.value)}
          />
          <div className="filters" style={{ marginTop: 12 }}>
            <Button type="primary" loading={deciding.isPending} onClick={() => deciding.mutate('publish')}>
              {t('factors:decide.publish')}
            </Button>
            <Button disabled={!remarks.trim()} loading={deciding.isPending} onClick={() => deciding.mutate('return')}>
              {t('factors:decide.return')}
            </Button>
          </div>
        </section>
      )}
      {open && mine && <p className="muted">{t('factors:decide.otherPerson')}</p>}
    </div>
  );
}

function ProposedRow({ row }: { row: FactorProposalRow }) {
  const { t } = useTranslation();
  return (
    <section className="panel" data-test="proposed-row">
      <h2>
        <code>{row.factorId}</code>{' '}
        <span className="muted">
          {row.baseVersion ? `v${row.baseVersion} → v${row.baseVersion + 1}` : t('factors:isNew')}
        </span>
      </h2>
      <Differences
        before={row.before ? cellsOfRecord(row.before) : {}}
        after={cellsOfRecord(row.record)}
        titles={[t('factors:before'), t('factors:after')]}
      />
    </section>
  );
}
