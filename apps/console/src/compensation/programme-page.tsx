/** One programme: where it stands, who acts next, what every league and banner gets, what was paid. */
import { useQuery } from '@tanstack/react-query';
import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, ask } from '../api/client';
import type { Programme, ProgrammeStage } from '../api/types';
import { useMethodName } from '../methods/use-methods';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment, period } from '../shared/dates';
import { useInPieces } from '../shared/in-pieces';
import { PageHead } from '../shared/page-head';
import { ProblemAlert } from '../shared/problem-alert';
import { useRegionName } from '../shared/use-regions';
import { Settled } from '../shared/settled';
import { useTitle } from '../shared/use-title';
import { Waiting } from '../shared/waiting';
import './compensation.css';
import { BookPanel } from './book-panel';
import { Changes } from './changes';
import { Decisions } from './decisions';
import { FindHousehold } from './find-household';
import { Findings } from './findings';
import { Parameters } from './parameters';
import { ArrearsTable, Payments } from './payments';
import { ProgrammeActions } from './programme-actions';
import { Results } from './results';
import { Rosters } from './rosters';
import { Yuan } from './yuan';

const stages: ProgrammeStage[] = ['draft', 'calculated', 'reviewed', 'notice', 'approved', 'paid', 'closed'];

export function ProgrammePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['programme', id],
    queryFn: () => ask(api.GET('/api/v1/compensation/programmes/{id}', { params: { path: { id } } })),
  });
  const user = useUser();
  const seeks = hasRole(user, 'finance_clerk', 'finance_approver', 'auditor');
  const programme = query.data;
  const drawn = useInPieces(Boolean(programme));
  useTitle(programme?.title ?? t('compensation:title'));
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!programme || !drawn) return <Waiting />;
  const paying = ['approved', 'paid', 'closed'].includes(programme.stage);
  return (
    <div className="page">
      <PageHead
        title={programme.title}
        hint={<span className="num">{programme.number}</span>}
        back={{ to: '/compensation', text: t('compensation:back') }}
      />
      <section className="panel">
        <Steps
          size="small"
          responsive
          current={stages.indexOf(programme.stage)}
          items={stages.map((stage) => ({ title: t(`compensation:stage.${stage}`) }))}
        />
        <ProgrammeActions programme={programme} />
      </section>
      <Settled>
        <Facts programme={programme} />
        <Parameters programme={programme} />
        {programme.stage === 'draft' && <Rosters programme={programme} />}
        {seeks && <FindHousehold programmeId={programme.id} />}
        {programme.runId && <Results programme={programme} runId={programme.runId} />}
        {programme.runId && ['calculated', 'reviewed'].includes(programme.stage) && (
          <Changes programmeId={programme.id} runId={programme.runId} />
        )}
        {programme.runId && <Findings programme={programme} />}
        {paying && <Payments programme={programme} />}
        {paying && <BookPanel programme={programme} />}
        {paying && <ArrearsTable programme={programme} />}
        {paying && <Decisions programme={programme} />}
        <Acts programme={programme} />
      </Settled>
    </div>
  );
}

function Facts({ programme }: { programme: Programme }) {
  const { t } = useTranslation();
  const methodName = useMethodName();
  const regionName = useRegionName();
  const facts: [string, React.ReactNode][] = [
    [t('compensation:pool'), <Yuan key="pool" amount={programme.pool} />],
    [t('compensation:poolCode'), programme.poolCode],
    [t('compensation:region'), regionName(programme.region)],
    [t('compensation:period'), period(programme.periodStart, programme.periodEnd)],
    [t('compensation:method'), methodName(programme.method)],
    [t('compensation:fundsReceived'), programme.fundsReceivedOn ?? '–'],
    [t('compensation:noticeDays'), String(programme.noticeDays)],
    [t('compensation:parties'), programme.parties.map(({ name }) => name).join('、') || '–'],
    [
      t('compensation:legalBasis'),
      programme.legalBasis
        .map(({ title, document, clause }) => [title, document, clause].filter(Boolean).join(' '))
        .join('；'),
    ],
  ];
  return (
    <section className="panel">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Acts({ programme: { acts = [] } }: { programme: Programme }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('compensation:log')}</h2>
      <ul className="acts">
        {acts.map(({ at, by, act, stage, remarks }) => (
          <li key={`${at}${act}`}>
            <span className="num muted">{moment(at)}</span>
            <span>
              {by.name} · {i18n.exists(`compensation:act.${act}`) ? t(`compensation:act.${act}`) : act} ·{' '}
              {t(`compensation:stage.${stage}`)}
              {remarks && <em className="muted"> {remarks}</em>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
