/** Findings of a verification: raised by the verifier, answered by the owner, closed or sent back. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkFinding, SinkVerification } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment } from '../shared/dates';
import { ProblemAlert } from '../shared/problem-alert';
import { useAgain } from './use-again';

const kinds = ['corrective', 'clarification', 'forward'] as const;
const kindColours = { corrective: 'error', clarification: 'warning', forward: 'default' } as const;
const stateColours = { open: 'error', answered: 'processing', closed: 'success' } as const;

export function Findings({ verification: one, active }: { verification: SinkVerification; active: boolean }) {
  const { t } = useTranslation();
  const again = useAgain(one);
  const [kind, setKind] = useState<(typeof kinds)[number]>('clarification');
  const [text, setText] = useState('');
  const raise = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/sink/verifications/{id}/findings', {
          params: { path: { id: one.id } },
          body: { kind, text: text.trim() },
        }),
      ),
    onSuccess: (next) => (setText(''), again(next)),
  });
  return (
    <section className="panel" data-test="findings">
      <h2>{t('credits:findings')}</h2>
      {one.findings.length === 0 && <p className="muted">{t('credits:noFindings')}</p>}
      {one.findings.map((finding) => (
        <Finding key={finding.number} verification={one} finding={finding} active={active} />
      ))}
      {active && (
        <div className="filters" style={{ marginTop: 12 }}>
          <Select
            style={{ minWidth: 150 }}
            aria-label={t('credits:findingKind')}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`credits:finding.${value}`) }))}
          />
          <Input
            style={{ flex: '1 1 260px' }}
            value={text}
            onChange={({ target }) => setText(target.value)}
            aria-label={t('credits:findingText')}
            placeholder={t('credits:findingText')}
          />
          <Button disabled={!text.trim()} loading={raise.isPending} onClick={() => raise.mutate()}>
            {t('credits:raise')}
          </Button>
        </div>
      )}
      {raise.error && <ProblemAlert error={raise.error} />}
    </section>
  );
}

function Finding(props: { verification: SinkVerification; finding: SinkFinding; active: boolean }) {
  const { t } = useTranslation();
  const user = useUser();
  const { verification: one, finding, active } = props;
  const again = useAgain(one);
  const [text, setText] = useState('');
  const path = { params: { path: { id: one.id, number: finding.number } } };
  const owner = one.status === 'open' && user.organisation.id === one.organisationId && hasRole(user, 'filer');
  const answer = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/sink/verifications/{id}/findings/{number}/answer', {
          ...path,
          body: { answer: text.trim() },
        }),
      ),
    onSuccess: (next) => (setText(''), again(next)),
  });
  const settle = useMutation({
    mutationFn: (close: boolean) =>
      ask(
        api.POST('/api/v1/sink/verifications/{id}/findings/{number}/conclusion', {
          ...path,
          body: { close, conclusion: text.trim() },
        }),
      ),
    onSuccess: (next) => (setText(''), again(next)),
  });
  const failed = answer.error ?? settle.error;
  const answers = owner && finding.status !== 'closed';
  const settles = active && finding.status === 'answered';
  return (
    <article className="stack" style={{ paddingBlock: 10 }}>
      <span>
        <strong className="num">#{finding.number}</strong>{' '}
        <Tag color={kindColours[finding.kind]}>{t(`credits:finding.${finding.kind}`)}</Tag>
        <Tag color={stateColours[finding.status]}>{t(`credits:findingStatus.${finding.status}`)}</Tag>
        {finding.plot}
      </span>
      <span>{finding.text}</span>
      {finding.answer && (
        <span className="muted">
          {t('credits:answeredBy', { name: finding.answeredBy?.name, at: moment(finding.answeredAt) })} {finding.answer}
        </span>
      )}
      {finding.conclusion && (
        <span className="muted">
          {t('credits:concluded')} {finding.conclusion}
        </span>
      )}
      {(answers || settles) && (
        <div className="filters">
          <Input
            style={{ flex: '1 1 260px' }}
            value={text}
            onChange={({ target }) => setText(target.value)}
            aria-label={t(answers ? 'credits:answer' : 'credits:conclusionText')}
            placeholder={t(answers ? 'credits:answer' : 'credits:conclusionText')}
          />
          {answers && (
            <Button disabled={!text.trim()} loading={answer.isPending} onClick={() => answer.mutate()}>
              {t('credits:answerIt')}
            </Button>
          )}
          {settles && (
            <>
              <Button type="primary" disabled={!text.trim()} onClick={() => settle.mutate(true)}>
                {t('credits:close')}
              </Button>
              <Button disabled={!text.trim()} onClick={() => settle.mutate(false)}>
                {t('credits:sendBack')}
              </Button>
            </>
          )}
        </div>
      )}
      {failed && <ProblemAlert error={failed} />}
    </article>
  );
}
