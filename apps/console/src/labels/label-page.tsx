import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ask } from '../api/client';
import { Problem } from '../api/problem';
import type { LabelStatus, PublicLabel } from '../api/types';
import { groupDecimal } from '../numbers/decimal';
import { prettyUnit } from '../numbers/unit';
import { StageChart } from '../results/stage-chart';
import { withShares } from '../results/stages';
import { day, period } from '../shared/dates';
import { PlainIcon, PlainProblem } from '../shared/plain/plain';
import { useText } from '../shared/use-text';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import { PublicShell } from './public-shell';
import { SignatureCheck } from './signature-check';

const icons = { valid: 'check', withdrawn: 'cross', expired: 'clock' } as const satisfies Record<LabelStatus, string>;

function Shown({ shown }: { shown: PublicLabel }) {
  const { t } = useTranslation();
  const text = useText();
  const { label, status } = shown;
  const { kind = 'footprint', baseline, offset } = label;
  const facts: [string, ReactNode][] = [
    [t('labels:field.kind'), <span data-test="label-kind">{t(`labels:kind.${kind}`)}</span>],
    [t('labels:field.organisation'), label.organisation],
    [t('labels:field.declaredUnit'), prettyUnit(label.declaredUnit)],
    [t('labels:field.boundary'), text(label.boundary)],
    [t('labels:field.period'), period(label.periodStart, label.periodEnd)],
    [t('labels:field.validity'), period(label.issuedOn, label.expiresOn)],
    [t('labels:field.method'), `${label.method} ${label.methodVersion}`],
  ];
  if (baseline) {
    facts.push([
      t('labels:field.baseline'),
      <span data-test="label-baseline">
        <Link to={`/label/${baseline.number}`}>{baseline.number}</Link> {groupDecimal(baseline.value)}{' '}
        {prettyUnit(label.unit)}, −{baseline.reduction} %
      </span>,
    ]);
  }
  if (offset) {
    facts.push([
      t('labels:field.offset'),
      <span data-test="label-offset">
        {t('labels:dossier.offset', {
          amount: groupDecimal(offset.amount),
          quantity: groupDecimal(offset.quantity),
        })}{' '}
        {offset.asset} {offset.serials.join('; ')}
      </span>,
    ]);
  }
  // The unit of the figure is per declared unit; stages are parts of the same figure.
  return (
    <>
      <section className={`label-status ${status}`} role="status" data-test="label-status" data-status={status}>
        <PlainIcon name={icons[status]} size={28} />
        <div>
          <strong>{t(`labels:statusLong.${status}`)}</strong>
          {status === 'withdrawn' && (
            <p>
              {day(label.withdrawnOn)} {label.withdrawReason}
            </p>
          )}
          {status === 'expired' && <p className="num">{day(label.expiresOn)}</p>}
        </div>
      </section>
      <section className="panel label-card">
        <div className="label-main">
          <span className="muted num" data-test="label-number">
            {label.number}
          </span>
          <h1>{label.productName}</h1>
          <p className="label-value num">
            {groupDecimal(label.value)} <span className="headline-unit">{prettyUnit(label.unit)}</span>
          </p>
          <dl className="facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="num">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <img
          className="label-qr"
          src={`/api/v1/labels/${encodeURIComponent(label.number)}/qr.svg`}
          width={168}
          height={168}
          alt={t('labels:qr')}
        />
      </section>
      {label.stages?.length > 0 && (
        <section className="panel">
          <h2>{t('results:stages')}</h2>
          <StageChart stages={withShares(label.stages)} unit={label.unit} />
        </section>
      )}
      <SignatureCheck shown={shown} />
    </>
  );
}

export function LabelPage() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  useTitle(`${t('labels:label')} ${number}`);
  const label = useQuery({
    queryKey: ['label', number],
    queryFn: () => ask(api.GET('/api/v1/labels/{number}', { params: { path: { number } } })),
  });
  const unknown = label.error instanceof Problem && label.error.status === 404;
  return (
    <PublicShell>
      {unknown ? (
        <section className="panel label-unknown">
          <PlainIcon name="cross" size={40} />
          <h1>{t('labels:unknown', { number })}</h1>
          <p className="muted">{t('labels:unknownHint')}</p>
          <Link to="/label">{t('labels:find')}</Link>
        </section>
      ) : label.error ? (
        <PlainProblem error={label.error} onRetry={() => void label.refetch()} />
      ) : label.data ? (
        <Shown shown={label.data} />
      ) : (
        <Waiting />
      )}
    </PublicShell>
  );
}
