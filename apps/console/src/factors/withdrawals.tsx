/** Versions taken out of the library: why, which filings rest on them, and the second person's decision. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { FactorVersion, FactorWithdrawal } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { useUser } from '../session/session-provider';
import { moment, period } from '../shared/dates';
import { LoadMore } from '../shared/load-more';
import { LongList } from '../shared/long-table/long-list';
import { Nothing } from '../shared/nothing';
import { ProblemAlert } from '../shared/problem-alert';
import { usePages } from '../shared/use-pages';
import { mayDecide, seesProposals } from './factor-nav';

const colours = { proposed: 'processing', passed: 'error', returned: 'warning', taken_back: 'default' } as const;

interface Props {
  factor: string;
  versions: FactorVersion[];
}

export const Withdrawals = (props: Props) => (seesProposals(useUser()) ? <Listed {...props} /> : null);

function Listed({ factor, versions }: Props) {
  const { t } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const query = usePages(['factor-withdrawals', factor], (cursor) =>
    ask(api.GET('/api/v1/factor-withdrawals', { params: { query: { factor, ...(cursor && { cursor }) } } })),
  );
  const again = () =>
    client.invalidateQueries({ predicate: ({ queryKey: [first] }) => String(first).startsWith('factor') });
  const standing = versions.filter(({ withdrawnAt }) => !withdrawnAt);
  const mayAsk = mayDecide(user) && standing.length > 0;
  if (!query.items?.length && !mayAsk && !query.error) return null;
  return (
    <section className="panel" data-test="withdrawals">
      <div className="panel-head">
        <h2>{t('factors:withdrawal.title')}</h2>
        {mayAsk && (
          <Button onClick={() => setAsking(true)} data-test="ask-withdrawal">
            {t('factors:withdrawal.ask')}
          </Button>
        )}
      </div>
      <p className="muted">{t('factors:withdrawal.hint')}</p>
      {query.error && <ProblemAlert error={query.error} />}
      {query.items?.map((one) => (
        <Withdrawal key={one.id} of={one} onDone={again} />
      ))}
      <LoadMore query={query} />
      {asking && (
        <AskWithdrawal
          factor={factor}
          versions={standing}
          onDone={() => (setAsking(false), void again())}
          onCancel={() => setAsking(false)}
        />
      )}
    </section>
  );
}

function Withdrawal({ of: one, onDone }: { of: FactorWithdrawal; onDone(): void }) {
  const { t } = useTranslation();
  const user = useUser();
  const [remarks, setRemarks] = useState('');
  const [shown, setShown] = useState(false);
  const path = { params: { path: { id: one.id } } };
  const deciding = useMutation({
    mutationFn: (decision: 'pass' | 'return') =>
      ask(api.POST('/api/v1/factor-withdrawals/{id}/decision', { ...path, body: { decision, remarks } })),
    onSettled: onDone,
  });
  const takingBack = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/factor-withdrawals/{id}/take-back', path)),
    onSettled: onDone,
  });
  const open = one.status === 'proposed';
  const mine = one.proposedBy === user.id;
  const failed = deciding.error ?? takingBack.error;
  return (
    <article className="stack" data-test="withdrawal">
      <p>
        <strong>v{one.version}</strong>{' '}
        <Tag color={colours[one.status]}>{t(`factors:withdrawal.status.${one.status}`)}</Tag> {one.reason}
      </p>
      <p className="muted">
        {one.proposer} · {moment(one.proposedAt)}
        {one.reviewer && ` → ${one.reviewer} · ${moment(one.reviewedAt)}`}
        {one.remarks && ` · ${one.remarks}`}
      </p>
      <p>
        {t('factors:withdrawal.uses', { count: one.uses })}{' '}
        {one.uses > 0 && (
          <Button type="link" size="small" onClick={() => setShown(!shown)} aria-expanded={shown}>
            {t(shown ? 'factors:withdrawal.hide' : 'factors:withdrawal.show')}
          </Button>
        )}
      </p>
      {shown && <Filings id={one.id} />}
      {failed && <ProblemAlert error={failed} />}
      {open && mine && (
        <span className="page-actions">
          <Button size="small" loading={takingBack.isPending} onClick={() => takingBack.mutate()}>
            {t('factors:withdrawal.takeBack')}
          </Button>
        </span>
      )}
      {open && !mine && mayDecide(user) && (
        <span className="page-actions">
          <Input
            aria-label={t('factors:withdrawal.remarks')}
            placeholder={t('factors:withdrawal.remarks')}
            value={remarks}
            maxLength={4000}
            onChange={(event) => setRemarks(event.target.value)}
          />
          <Button danger loading={deciding.isPending} onClick={() => deciding.mutate('pass')}>
            {t('factors:withdrawal.pass')}
          </Button>
          <Button disabled={!remarks.trim()} onClick={() => deciding.mutate('return')}>
            {t('factors:withdrawal.return')}
          </Button>
        </span>
      )}
    </article>
  );
}

function Filings({ id }: { id: string }) {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const filings = usePages(['factor-withdrawal-filings', id], (cursor) =>
    ask(
      api.GET('/api/v1/factor-withdrawals/{id}/filings', {
        params: { path: { id }, query: { ...(cursor && { cursor }) } },
      }),
    ),
  );
  return (
    <LongList
      name="withdrawal-filings"
      label={t('factors:withdrawal.filings')}
      rowKey={({ id: filing }) => filing}
      query={filings}
      empty={<Nothing title={t('factors:withdrawal.notYours')} />}
      columns={[
        {
          key: 'filing',
          title: t('factors:withdrawal.filing'),
          text: ({ title }) => title,
          to: ({ id: filing }) => `/filings/${filing}`,
          sub: { title: t('common:col.organisation'), text: ({ organisation }) => organisation },
        },
        {
          key: 'period',
          title: t('factors:withdrawal.period'),
          text: ({ periodStart, periodEnd }) => period(periodStart, periodEnd),
        },
        { key: 'method', title: t('factors:withdrawal.method'), wide: true, text: ({ method }) => methodName(method) },
      ]}
    />
  );
}

interface AskProps extends Props {
  onDone(): void;
  onCancel(): void;
}

function AskWithdrawal({ factor, versions, onDone, onCancel }: AskProps) {
  const { t } = useTranslation();
  const [version, setVersion] = useState(versions[0]!.version);
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/factor-withdrawals', { body: { factor, version, reason } })),
    onSuccess: onDone,
  });
  return (
    <Modal
      open
      title={t('factors:withdrawal.ask')}
      okText={t('factors:withdrawal.send')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !reason.trim(), danger: true }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate()}
      onCancel={onCancel}
    >
      <p className="muted">{t('factors:withdrawal.hint')}</p>
      <label htmlFor="withdrawal-version">{t('factors:version')}</label>
      <Select
        id="withdrawal-version"
        style={{ width: '100%' }}
        value={version}
        onChange={setVersion}
        options={versions.map((one) => ({ value: one.version, label: `v${one.version}` }))}
      />
      <label htmlFor="withdrawal-reason">{t('factors:withdrawal.reason')}</label>
      <Input.TextArea
        id="withdrawal-reason"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {send.error && <ProblemAlert error={send.error} />}
    </Modal>
  );
}
