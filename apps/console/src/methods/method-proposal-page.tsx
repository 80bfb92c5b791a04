import { CheckOutlined, RollbackOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client';
import { asProblem } from '../api/problem';
import type { MethodProposal } from '../api/types';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { FaultList } from '../shared/fault-list';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { CheckPanel } from './check-panel';
import { MethodProposalStatus } from './proposal-status';
import '../reviews/reviews.css';
import './methods.css';

/** What is proposed, what it changes, whether its examples hold; and the second person's decision. */
export function MethodProposalPage() {
  const { t } = useTranslation();
  const text = useText();
  const { id = '' } = useParams();
  const user = useUser();
  const client = useQueryClient();
  const path = { params: { path: { id } } };
  const query = useQuery({
    queryKey: ['method-proposal', id],
    queryFn: () => ask(api.GET('/api/v1/method-proposals/{id}', path)),
  });
  const withdraw = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/method-proposals/{id}/withdraw', path)),
    onSettled: () => client.invalidateQueries({ queryKey: ['method-proposal', id] }),
  });
  const proposal = query.data;
  useTitle(proposal ? text(proposal.title) : t('methods:proposal.title'));
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!proposal) return <Waiting />;
  const open = proposal.status === 'proposed';
  const mine = proposal.proposedBy === user.id;
  return (
    <div className="page">
      <PageHead
        back={{ to: '/methods/proposals', text: t('methods:proposal.title') }}
        title={
          <>
            {text(proposal.title)} <span className="num">{proposal.version}</span>{' '}
            <MethodProposalStatus status={proposal.status} />
          </>
        }
        hint={
          <span className="num">
            {proposal.number} · {proposal.method} · {proposal.proposer} · {moment(proposal.proposedAt)}
          </span>
        }
        actions={
          <>
            {open && mine && (
              <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
                {t('methods:proposal.withdraw')}
              </Button>
            )}
            {proposal.status === 'published' && (
              <Link to={`/methods/${proposal.method}?version=${proposal.version}`}>
                <Button>{t('methods:proposal.see')}</Button>
              </Link>
            )}
          </>
        }
      />
      {withdraw.error && <ProblemAlert error={withdraw.error} />}
      {proposal.reviewer && (
        <Alert
          showIcon
          type={proposal.status === 'published' ? 'success' : 'warning'}
          title={`${proposal.reviewer} · ${moment(proposal.reviewedAt)}`}
          description={proposal.remarks || undefined}
        />
      )}
      <section className="panel">
        <h2>{t('methods:proposal.reason')}</h2>
        <p style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{proposal.reason}</p>
      </section>
      {open && (mine ? <p className="muted">{t('methods:proposal.otherPerson')}</p> : <Decision proposal={proposal} />)}
      <Tabs
        items={[
          { key: 'check', label: t('methods:proposal.checked'), children: <CheckPanel check={proposal.check} /> },
          {
            key: 'yaml',
            label: t('methods:proposal.yaml'),
            children: (
              <pre className="panel yaml-text" tabIndex={0}>
                {proposal.yaml}
              </pre>
            ),
          },
        ]}
      />
    </div>
  );
}

function Decision({ proposal }: { proposal: MethodProposal }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [remarks, setRemarks] = useState('');
  const decide = useMutation({
    mutationFn: (decision: 'publish' | 'return') =>
      ask(
        api.POST('/api/v1/method-proposals/{id}/decision', {
          params: { path: { id: proposal.id } },
          body: { decision, remarks },
        }),
      ),
    onSuccess: () =>
      client.invalidateQueries({ predicate: ({ queryKey: [first] }) => String(first).startsWith('method') }),
  });
  const faults = decide.error ? asProblem(decide.error).faults : [];
  return (
    <section className="panel decision" data-test="decide-method">
      <h2>{t('methods:proposal.decide')}</h2>
      <p className="muted">{t('methods:proposal.decideHint')}</p>
      <Input.TextArea
        rows={2}
        maxLength={2000}
        aria-label={t('methods:proposal.remarks')}
        placeholder={t('methods:proposal.remarks')}
        value={remarks}
        onChange={({ target }) => setRemarks(target.value)}
      />
      {decide.error && <ProblemAlert error={decide.error} />}
      {faults.length > 0 && <FaultList faults={faults} placeOf={() => ''} />}
      <div className="decision-end">
        <Button
          icon={<RollbackOutlined />}
          disabled={!remarks.trim()}
          loading={decide.isPending && decide.variables === 'return'}
          onClick={() => decide.mutate('return')}
        >
          {t('methods:proposal.return')}
        </Button>
        <Button
          type="primary"
          icon={<CheckOutlined />}
          disabled={!proposal.check.sound}
          loading={decide.isPending && decide.variables === 'publish'}
          onClick={() => decide.mutate('publish')}
          data-test="publish-method"
        >
          {t('methods:proposal.publish')}
        </Button>
      </div>
    </section>
  );
}
