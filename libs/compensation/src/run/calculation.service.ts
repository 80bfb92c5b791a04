/** A yearly calculation: its banners are jobs of their own, so more workers finish it sooner. */
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { type Actor, AuditService, Jobs, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { yuan } from '../money/fen';
import { takeDuty } from '../programme/duties';
import { requireHouseholdSheet } from '../programme/household-sheet';
import { parametersOf } from '../programme/parameter.service';
import { lockProgramme, type Programme, requireStage } from '../programme/programme.record';
import { step } from '../programme/step';
import { calculateBanner } from './run.job';
import { refuseRun as refuse } from './run.messages';
import { settingsFor } from './settings';

@Injectable()
export class CalculationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
  ) {}

  /** Asked again while it runs, it answers with the run under way. */
  start(actor: Actor, programmeId: string): Promise<{ runId: string }> {
    return this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      requireStage(programme, 'draft');
      const [running] = await manager.query(
        `SELECT id FROM compensation_run WHERE programme_id = $1 AND status = 'running'`,
        [programmeId],
      );
      if (running) return { runId: running.id };
      await takeDuty(manager, actor, programme, 'clerk');
      await requireRosters(manager, programmeId);
      const runId = await this.open(manager, actor, programme);
      await step(manager, this.audit, actor, programme, { act: 'calculation_started', details: { runId } });
      return { runId };
    });
  }

  private async open(manager: EntityManager, actor: Actor, programme: Programme): Promise<string> {
    const { id, organisationId, method, periodEnd: asOf, region, poolFen, revision } = programme;
    const sheet = await this.methods.of(manager, method, { asOf, region });
    await this.methods.keep(manager, sheet);
    await manager.query(
      `UPDATE compensation_run SET status = 'superseded' WHERE programme_id = $1 AND status = 'succeeded'`,
      [id],
    );
    const by = JSON.stringify({ id: actor.userId, name: actor.name });
    const [{ id: runId }] = await manager.query(
      `INSERT INTO compensation_run (organisation_id, programme_id, revision, method, method_version, sheet_hash, as_of, region,
         pool_fen, requested_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [organisationId, id, revision, sheet.id, sheet.version, sheet.hash, asOf, region, poolFen, by],
    );
    await manager.query('UPDATE compensation_programme SET run_id = $2 WHERE id = $1', [id, runId]);
    const banners: { code: string }[] = await manager.query(TREE, [id, runId, organisationId, region]);
    const parameters = await parametersOf(manager, id);
    for (const { code: banner } of banners) {
      await manager.query(
        `INSERT INTO compensation_result (run_id, code, organisation_id, level, parent, settings, sheet_hash)
         VALUES ($1, $2, $3, 'banner', $4, $5, $6)`,
        [
          ...[runId, banner, organisationId, banner === region ? null : await parentOf(manager, banner)],
          JSON.stringify(settingsFor(parameters, asOf, banner)),
          await this.sheetOf(manager, method, { asOf, region: banner }),
        ],
      );
      await this.jobs.enqueue(manager, calculateBanner, {
        key: `${runId}/${banner}`,
        payload: { runId, banner },
        actor,
      });
    }
    return runId;
  }

  /** The version of the banner's own, where it has one. */
  private async sheetOf(
    manager: EntityManager,
    method: string,
    where: { asOf: string; region: string },
  ): Promise<string> {
    const sheet = await this.methods.of(manager, method, where);
    requireHouseholdSheet(sheet);
    await this.methods.keep(manager, sheet);
    return sheet.hash;
  }

  one(actor: Actor, programmeId: string, runId: string) {
    return this.work.run(actor, async (manager) => {
      const [run] = await manager.query(
        `SELECT id, status, method, method_version AS "methodVersion", as_of::text AS "asOf", region, pool_fen, total_fen,
           unallotted_fen, households, result_hash AS "resultHash", blocked, faults, to_json(created_at)#>>'{}' AS "createdAt",
           to_json(finished_at)#>>'{}' AS "finishedAt" FROM compensation_run WHERE id = $1 AND programme_id = $2`,
        [runId, programmeId],
      );
      if (!run) throw refuseAny('NOT_FOUND');
      const results: { amount_fen: string | null }[] = await manager.query(
        `SELECT code, level, parent, done, households, amount_fen, parameters FROM compensation_result WHERE run_id = $1
         ORDER BY code`,
        [runId],
      );
      const { pool_fen, total_fen, unallotted_fen, ...rest } = run;
      const shown = (fen: string | null) => (fen === null ? null : yuan(fen));
      return {
        ...{ ...rest, pool: yuan(pool_fen), total: shown(total_fen), unallotted: shown(unallotted_fen) },
        results: results.map(({ amount_fen, ...result }) => ({ ...result, amount: shown(amount_fen) })),
      };
    });
  }
}

/** Region and leagues above the banners that have households; returns those banners. */
const TREE = `
  WITH RECURSIVE banner AS (SELECT DISTINCT banner AS code FROM compensation_household WHERE programme_id = $1),
  above AS (
    SELECT r.code, r.parent, r.level FROM banner b JOIN region_current r ON r.code = b.code
    UNION SELECT p.code, p.parent, p.level FROM above a JOIN region_current p ON p.code = a.parent AND a.code <> $4),
  put AS (
    INSERT INTO compensation_result (run_id, code, organisation_id, level, parent)
    SELECT $2::uuid, code, $3::uuid, CASE level WHEN 'province' THEN 'region' ELSE 'league' END,
      CASE WHEN code = $4 THEN NULL ELSE parent END
    FROM above WHERE level <> 'banner')
  SELECT code FROM banner ORDER BY code`;

async function parentOf(manager: EntityManager, banner: string): Promise<string> {
  const [{ parent }] = await manager.query('SELECT parent FROM region_current WHERE code = $1', [banner]);
  return parent;
}

async function requireRosters(manager: EntityManager, programmeId: string): Promise<void> {
  const [{ open, any }] = await manager.query(
    `SELECT EXISTS (SELECT FROM compensation_roster WHERE programme_id = $1 AND status IN ('waiting', 'importing')) AS open,
       EXISTS (SELECT FROM compensation_household WHERE programme_id = $1) AS any`,
    [programmeId],
  );
  if (open) throw refuse('ROSTER_UNFINISHED');
  if (!any) throw refuse('NO_HOUSEHOLDS');
}

export async function requireIdle(manager: EntityManager, programmeId: string): Promise<void> {
  const running: unknown[] = await manager.query(
    `SELECT FROM compensation_run WHERE programme_id = $1 AND status = 'running'`,
    [programmeId],
  );
  if (running.length) throw refuse('CALCULATION_RUNNING');
}
