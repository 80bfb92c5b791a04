/** The reductions of a period on the registry's pages: published by the owner, registered once verified. */
import { useQueryClient } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { PeriodCredits, SinkCredits } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { StageNote } from '../sinks/stages';
import { type StageDetails, TakeStage } from '../sinks/take-stage';
import { Tonnes } from './figures';

export function Reductions({ project, period }: { project: SinkCredits; period: PeriodCredits }) {
  const { t } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const { filing, stages, verifications, issuance } = period;
  const taken = stages.at(-1)?.stage;
  const own = user.organisation.id === project.organisationId;
  const ready = !!filing && ['in_review', 'approved'].includes(filing.status) && !issuance;
  const passed = verifications.some(({ status }) => status === 'passed');
  const take = (stage: 'publicity' | 'registered') => async (details: StageDetails) => {
    await ask(
      api.POST('/api/v1/sink/monitoring-periods/{period}/stage', {
        params: { path: { period: period.id } },
        body: { stage, ...details },
      }),
    );
    await client.invalidateQueries({ queryKey: ['sink-credits', project.projectId] });
  };
  return (
    <li data-test="reductions">
      <span className="muted">{t('credits:registry')}</span>
      {stages.map((stage) => (
        <span key={stage.stage} className="stage-taken">
          <Tag color={stage.stage === 'registered' ? 'success' : 'processing'}>
            {t(`credits:reduction.${stage.stage}`)}
          </Tag>
          <Tonnes of={stage.tonnes} /> t CO₂e <StageNote stage={stage} />
        </span>
      ))}
      {!stages.length && (
        <span className="muted">{t(project.stagesRequired ? 'credits:registryNeeded' : 'credits:registryFree')}</span>
      )}
      {ready && !taken && own && hasRole(user, 'filer') && (
        <TakeStage kind="public" label={t('credits:publish')} take={take('publicity')} />
      )}
      {ready && taken === 'publicity' && hasRole(user, 'regulator') && (
        <>
          <TakeStage primary kind="numbered" label={t('credits:registerReductions')} take={take('registered')} />
          {!passed && <span className="muted">{t('credits:verifyFirst')}</span>}
        </>
      )}
    </li>
  );
}
