/** The stages of the official registry: of projects, and of the reductions of a period; each taken by whom the rules name. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, faultOf, refuse as refuseAny, Role, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse as refuseCredit } from '../credit.messages';
import { type ProjectStatus, type ProjectView, viewOfProject } from '../project/project.record';
import { SinkRules } from '../sink-rules';
import { refuse as refuseSink } from '../sink.messages';
import { by, filingOf, periodOf, runOf, stockOf } from '../verification/period-filing';
import { refuse } from './stage.messages';
import type { StageRule, StageTaker } from './stage-rules';

export interface StageDetails {
  publicFrom?: string;
  publicTo?: string;
  registryNumber?: string;
  note?: string;
}

/** Of a period, what is about another result than the filing's present one counts no more. */
const REDUCTIONS = `SELECT g.stage, g.public_to::text AS "publicTo" FROM sink_stage g
  WHERE g.period_id = $1 AND g.run_id = $2 ORDER BY g.id DESC LIMIT 1`;

@Injectable()
export class StageService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: SinkRules,
    private readonly audit: AuditService,
  ) {}

  project(actor: Actor, id: string, status: ProjectStatus, details: StageDetails): Promise<ProjectView> {
    return this.work.run(actor, async (manager) => {
      const [project] = await manager.query(
        'SELECT status, organisation_id AS "organisationId" FROM sink_project WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!project) throw refuseAny('NOT_FOUND');
      const rule = this.rules.registry.project.find(
        ({ stage, from }) => stage === status && from.includes(project.status as string),
      );
      if (!rule) throw refuseSink('PROJECT_STATE', { status: project.status, wanted: status });
      requireTaker(actor, project.organisationId as string, rule);
      const before = await viewOfProject(manager, id);
      if (status === 'publicity' && !before.areas) throw refuseSink('NO_AREA');
      const [last] = await manager.query(
        `SELECT public_to::text AS "publicTo" FROM sink_stage WHERE project_id = $1 AND period_id IS NULL
         ORDER BY id DESC LIMIT 1`,
        [id],
      );
      await requireEnded(manager, rule, last?.publicTo as string | null);
      await take(manager, actor, rule, { organisationId: project.organisationId, projectId: id }, details);
      await manager.query('UPDATE sink_project SET status = $2 WHERE id = $1', [id, status]);
      await this.audit.record(manager, {
        actor,
        action: `sink_project.${status}`,
        subject: { type: 'sink_project', id },
        details: { from: project.status },
      });
      return viewOfProject(manager, id);
    });
  }

  /** Of the result that the period's filing has now: another result begins again. */
  reductions(actor: Actor, periodId: string, wanted: string, details: StageDetails): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const period = await periodOf(manager, periodId);
      const [project] = await manager.query('SELECT status FROM sink_project WHERE id = $1 FOR UPDATE', [
        period.projectId,
      ]);
      if (project.status !== 'registered')
        throw refuseSink('PROJECT_STATE', { status: project.status, wanted: 'reductions' });
      const filing = await filingOf(manager, periodId);
      if (!filing?.runId || !['in_review', 'approved'].includes(filing.status)) throw refuseCredit('NO_PERIOD_FILING');
      const [last] = await manager.query(REDUCTIONS, [periodId, filing.runId]);
      const at = (last?.stage as string | undefined) ?? 'account';
      const rule = this.rules.registry.reductions.find(({ stage, from }) => stage === wanted && from.includes(at));
      if (!rule) throw refuse('REDUCTIONS_STAGE', { stage: at, wanted });
      requireTaker(actor, period.organisationId, rule);
      await requireEnded(manager, rule, last?.publicTo as string | null);
      if (wanted === 'registered') await requireVerified(manager, periodId, filing.runId);
      const tonnes = stockOf(await runOf(manager, filing.runId)) ?? '0';
      await take(manager, actor, rule, { ...period, periodId, runId: filing.runId, tonnes }, details);
      await this.audit.record(manager, {
        actor,
        action: `sink_reductions.${wanted}`,
        subject: { type: 'sink_monitoring_period', id: periodId },
        details: { run: filing.runId, tonnes },
      });
    });
  }

  /** Where the registry issues the method's credits: not before these reductions are registered. */
  async requireRegistered(manager: EntityManager, method: string, periodId: string, runId: string): Promise<void> {
    if (!this.rules.registry.required.includes(method)) return;
    const [last] = await manager.query(REDUCTIONS, [periodId, runId]);
    if (last?.stage !== 'registered') throw refuse('REDUCTIONS_NOT_REGISTERED');
  }
}

const TAKERS: Record<StageTaker, (actor: Actor, owner: string) => boolean> = {
  owner: ({ organisationId, roles }, owner) => organisationId === owner && roles.includes(Role.Filer),
  registrar: ({ organisationId, roles }, owner) => organisationId !== owner && roles.includes(Role.Regulator),
};

function requireTaker(actor: Actor, owner: string, { stage, by: takers }: StageRule): void {
  if (!takers.some((taker) => TAKERS[taker](actor, owner)))
    throw refuse('STAGE_NOT_YOURS', { stage, by: takers.join(', ') });
}

/** What is in publicity can be objected to until its last day is over. */
async function requireEnded(manager: EntityManager, { numbered }: StageRule, until: string | null): Promise<void> {
  if (!numbered || !until) return;
  const [{ over }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date > $1::date AS over`, [
    until,
  ]);
  if (!over) throw refuse('PUBLICITY_RUNS', { until });
}

async function requireVerified(manager: EntityManager, period: string, run: string): Promise<void> {
  const [passed] = await manager.query(
    `SELECT 1 FROM sink_verification WHERE period_id = $1 AND run_id = $2 AND status = 'passed'`,
    [period, run],
  );
  if (!passed) throw refuseCredit('NOT_VERIFIED');
}

interface Place {
  organisationId: string;
  projectId: string;
  periodId?: string;
  runId?: string;
  tonnes?: string;
}

async function take(
  manager: EntityManager,
  actor: Actor,
  rule: StageRule,
  { organisationId, projectId, periodId = undefined, runId, tonnes }: Place,
  { publicFrom, publicTo, registryNumber, note }: StageDetails,
): Promise<void> {
  if (publicFrom && publicTo && publicTo < publicFrom)
    throw refuse('PUBLICITY_REVERSED', {}, [faultOf('PUBLICITY_REVERSED', { column: 'publicTo' })]);
  await manager.query(
    `INSERT INTO sink_stage (organisation_id, project_id, period_id, run_id, tonnes, stage, public_from, public_to,
       registry_number, note, taken_by)
     VALUES ($1, $2, $3, $4, floor($5::numeric)::bigint, $6, $7, $8, $9, $10, $11)`,
    [
      ...[organisationId, projectId, periodId ?? null, runId ?? null, tonnes ?? null, rule.stage],
      ...(rule.public ? [publicFrom ?? null, publicTo ?? null] : [null, null]),
      ...[rule.numbered ? registryNumber?.trim() || null : null, note?.trim() || null, JSON.stringify(by(actor))],
    ],
  );
}
