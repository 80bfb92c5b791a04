/** Where a project stands on the registry's pages, who took each stage, and what the reader may take next. */
import { useQueryClient } from '@tanstack/react-query';
import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { SinkProject, SinkStage } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { moment, period } from '../shared/dates';
import { type StageDetails, TakeStage } from './take-stage';
import './sinks.css';

const stages = ['draft', 'publicity', 'registered'] as const;
type Status = SinkProject['status'];

/** What is known of a stage: its days, its number, who took it. */
export function StageNote({ stage }: { stage: SinkStage | undefined }) {
  const { t } = useTranslation();
  if (!stage) return null;
  const { publicFrom, publicTo, registryNumber, takenBy, takenAt, note } = stage;
  return (
    <span className="stage-note">
      {publicFrom && publicTo && <span className="num">{period(publicFrom, publicTo)}</span>}
      {registryNumber && <span className="num">{registryNumber}</span>}
      <span className="muted" title={moment(takenAt)}>
        {t('sinks:stage.takenBy', { name: takenBy.name })}
      </span>
      {note && <span className="muted">{note}</span>}
    </span>
  );
}

export function Stages({ project }: { project: SinkProject }) {
  const { t } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const { id, status } = project;
  const last = (stage: string) => [...project.stages].reverse().find((one) => one.stage === stage);
  const take = (next: Status) => async (details: StageDetails) => {
    await ask(
      api.POST('/api/v1/sink/projects/{id}/status', { params: { path: { id } }, body: { status: next, ...details } }),
    );
    for (const key of [['sink', id], ['sinks'], ['sink-credits', id]])
      await client.invalidateQueries({ queryKey: key });
  };
  const filer = hasRole(user, 'filer');
  const registrar = hasRole(user, 'regulator');
  const at = stages.indexOf(status as (typeof stages)[number]);
  return (
    <section className="panel" data-test="stages">
      <Steps
        size="small"
        responsive
        current={Math.max(at, 0)}
        {...(status === 'withdrawn' && { status: 'error' })}
        items={stages.map((stage, i) => ({
          title: t(`sinks:status.${stage}`),
          content: i <= at && i > 0 ? <StageNote stage={last(stage)} /> : undefined,
        }))}
      />
      <div className="field-actions">
        {filer && status === 'draft' && (
          <TakeStage primary kind="public" label={t('sinks:move.publicity')} take={take('publicity')} />
        )}
        {registrar && status === 'publicity' && (
          <>
            <TakeStage primary kind="numbered" label={t('sinks:move.registered')} take={take('registered')} />
            <TakeStage kind="plain" label={t('sinks:move.draft')} take={take('draft')} />
          </>
        )}
        {status === 'publicity' && !registrar && <span className="muted">{t('sinks:stage.registrar')}</span>}
      </div>
    </section>
  );
}
