/** A project from its monitored periods to lots in the book: account, verification, credits, losses. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { PeriodCredits, SinkCredits } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { period as span } from '../shared/dates';
import { Nothing } from '../shared/nothing';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { WideTable } from '../shared/wide-table';
import { Tonnes } from './figures';
import { LinkFiling } from './link-filing';
import { NewVerification } from './new-verification';
import { Reductions } from './reductions';
import { Reversals } from './reversals';
import './credits.css';

export const useCredits = (id: string) =>
  useQuery({
    queryKey: ['sink-credits', id],
    queryFn: () => ask(api.GET('/api/v1/sink/projects/{id}/credits', { params: { path: { id } } })),
    // The book posts a moment after the command.
    refetchInterval: ({ state }) =>
      state.data?.periods.some(({ issuance }) => issuance?.book === 'waiting') ? 2_000 : false,
  });

export function ProjectCreditsPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const credits = useCredits(id);
  useTitle(credits.data?.name ?? t('credits:title'));
  if (credits.error) return <ProblemAlert error={credits.error} onRetry={() => void credits.refetch()} />;
  if (!credits.data) return <Waiting />;
  const { number, name, organisation, issued, buffer, blockedBy, periods } = credits.data;
  return (
    <div className="page">
      <PageHead title={name} hint={`${number} · ${organisation}`} back={{ to: '/credits', text: t('credits:title') }} />
      {blockedBy && (
        <Alert type="warning" showIcon title={t('credits:blocked', { number: blockedBy })} data-test="blocked" />
      )}
      <section className="panel">
        <dl className="facts">
          <div>
            <dt>{t('credits:issued')}</dt>
            <dd>
              <Tonnes of={issued} /> t CO₂e
            </dd>
          </div>
          <div>
            <dt>{t('credits:inBuffer')}</dt>
            <dd>
              <Tonnes of={buffer} /> t CO₂e
            </dd>
          </div>
        </dl>
      </section>
      {periods.length === 0 && (
        <section className="panel">
          <Nothing title={t('credits:noPeriods')} hint={t('credits:noPeriodsHint')} />
        </section>
      )}
      {periods.map((period) => (
        <Period key={period.id} project={credits.data} period={period} />
      ))}
      <Reversals project={credits.data} />
    </div>
  );
}

const colours = { open: 'processing', passed: 'success', failed: 'error' } as const;

function Period({ project, period }: { project: SinkCredits; period: PeriodCredits }) {
  const { t } = useTranslation();
  const user = useUser();
  const [opening, setOpening] = useState(false);
  const { filing, verifications, issuance } = period;
  const own = user.organisation.id === project.organisationId;
  const standing = verifications.some(({ status }) => status !== 'failed');
  const verifiable = !!filing && ['in_review', 'approved'].includes(filing.status);
  const mayVerify = hasRole(user, 'reviewer') && !own && verifiable && !standing;
  return (
    <section className="panel" data-test="period">
      <div className="panel-head">
        <h2>{span(period.start, period.end)}</h2>
        <div className="filters">
          {filing?.runId && (
            <Link to={`/credits/uncertainty/${filing.runId}`}>
              <Button tabIndex={-1}>{t('credits:uncertainty.title')}</Button>
            </Link>
          )}
          {mayVerify && (
            <Button type="primary" onClick={() => setOpening(true)} data-test="verify">
              {t('credits:verify')}
            </Button>
          )}
        </div>
      </div>
      <ol className="steps">
        <li>
          <span className="muted">{t('credits:account')}</span>
          {filing ? (
            <span>
              <Link to={`${hasRole(user, 'reviewer') ? '/reviews' : '/filings'}/${filing.id}`}>{filing.number}</Link>{' '}
              {t(`filings:status.${filing.status}`)} · <Tonnes of={filing.outputs?.issuable_t as string | undefined} />{' '}
              t CO₂e
            </span>
          ) : (
            <span className="muted">{t('credits:noFiling')}</span>
          )}
          {own && hasRole(user, 'filer') && !issuance && <LinkFiling project={project} period={period} />}
        </li>
        <li>
          <span className="muted">{t('credits:verification')}</span>
          {verifications.length === 0 && <span className="muted">{t('credits:notVerified')}</span>}
          {verifications.map(({ id, number, status, verifier, openFindings }) => (
            <span key={id}>
              <Link to={`/credits/verifications/${id}`}>{number}</Link>{' '}
              <Tag color={colours[status]}>{t(`credits:verificationStatus.${status}`)}</Tag>
              {verifier}
              {openFindings > 0 && ` · ${t('credits:openFindings', { count: openFindings })}`}
            </span>
          ))}
        </li>
        <Reductions project={project} period={period} />
        <li>
          <span className="muted">{t('credits:issuance')}</span>
          {issuance ? (
            <span>
              <span className="num">{issuance.statement}</span>{' '}
              <Tag color={{ waiting: 'processing', posted: 'success', refused: 'error' }[issuance.book]}>
                {t(`credits:book.${issuance.book}`)}
              </Tag>
              <Tonnes of={issuance.tonnes} /> t CO₂e · {t('credits:ofBuffer')} <Tonnes of={issuance.buffer} />
            </span>
          ) : (
            <span className="muted">{t('credits:notIssued')}</span>
          )}
        </li>
      </ol>
      {issuance && (
        <>
          <WideTable
            label={t('credits:lots')}
            rowKey="vintage"
            dataSource={issuance.lots}
            columns={[
              { title: t('credits:vintage'), className: 'num', dataIndex: 'vintage' },
              { title: t('credits:series'), className: 'num', dataIndex: 'asset' },
              { title: t('credits:days'), align: 'end', className: 'num', dataIndex: 'days' },
              { title: t('credits:tonnes'), align: 'end', render: (_, { tonnes }) => <Tonnes of={tonnes} /> },
              { title: t('credits:ofBuffer'), align: 'end', render: (_, lot) => <Tonnes of={lot.buffer} /> },
            ]}
          />
          <p className="muted">
            {t('credits:claims', { claims: issuance.claims.join(' ') })} {t('credits:issuedBy', issuance.issuedBy)}
          </p>
        </>
      )}
      {opening && <NewVerification period={period} project={project} onClose={() => setOpening(false)} />}
    </section>
  );
}
