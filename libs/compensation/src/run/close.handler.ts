/** The end of a calculation: leagues and region are summed, the database checks every sum, the programme moves on. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import {
  type Actor,
  AuditService,
  faultOf,
  type Handler,
  type JobContext,
  JobHandler,
  UnitOfWork,
} from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { yuan } from '../money/fen';
import { readProgramme } from '../programme/programme.record';
import { step } from '../programme/step';
import { closeRun } from './run.job';
import './run.messages';

@JobHandler(closeRun)
@Injectable()
export class CloseHandler implements Handler<{ runId: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly audit: AuditService,
  ) {}

  handle({ runId }: { runId: string }, { actor }: JobContext): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const [found] = await manager.query('SELECT programme_id FROM compensation_run WHERE id = $1', [runId]);
      // The programme first, as every other command does.
      await manager.query('SELECT FROM compensation_programme WHERE id = $1 FOR UPDATE', [found.programme_id]);
      const [run] = await manager.query(
        `SELECT revision, pool_fen AS pool, sheet_hash AS "sheetHash" FROM compensation_run
         WHERE id = $1 AND status = 'running' FOR UPDATE`,
        [runId],
      );
      if (!run) return; // an earlier attempt ended it
      const programme = await readProgramme(manager, found.programme_id);
      if (programme.revision !== run.revision || programme.poolFen !== run.pool)
        return failRun(manager, this.audit, actor, runId, [faultOf('PROGRAMME_CHANGED', {})]);
      for (const level of ['league', 'region']) await manager.query(SUM, [runId, level]);
      const [{ total, households }] = await manager.query(
        `SELECT sum(amount_fen)::text AS total, sum(households)::int AS households FROM compensation_result
         WHERE run_id = $1 AND parent IS NULL`,
        [runId],
      );
      if (BigInt(total) > BigInt(run.pool)) {
        const params = { total: yuan(total), pool: yuan(run.pool) };
        return failRun(manager, this.audit, actor, runId, [faultOf('POOL_EXCEEDED', {}, params)]);
      }
      const results: { code: string; hash: string; blocked: Fault[] }[] = await manager.query(
        `SELECT code, result_hash AS hash, blocked FROM compensation_result WHERE run_id = $1 AND level = 'banner'
         ORDER BY code COLLATE "C"`,
        [runId],
      );
      const resultHash = createHash('sha256');
      for (const { code, hash } of results) resultHash.update(`${code} ${hash}\n`);
      const sheets: { hash: string }[] = await manager.query(
        `SELECT DISTINCT coalesce(sheet_hash, $2) AS hash FROM compensation_result WHERE run_id = $1 AND level = 'banner'`,
        [runId, run.sheetHash],
      );
      let sound = true;
      for (const { hash: sheet } of sheets) {
        const { examples } = this.methods.standing(await this.methods.kept(manager, sheet));
        sound &&= examples.length > 0 && examples.every(({ ok }) => ok);
      }
      const blocked = new Map<string, Fault>(
        results.flatMap((r) => r.blocked.map((f) => [`${f.code} ${f.column}`, f] as const)),
      );
      if (!sound) blocked.set('EXAMPLE_FAILS', faultOf('EXAMPLE_FAILS', {}));
      const hash = resultHash.digest('hex');
      await manager.query(
        `UPDATE compensation_run SET status = 'succeeded', households = $2, total_fen = $3::bigint,
           unallotted_fen = pool_fen - $3::bigint, result_hash = $4, blocked = $5, finished_at = now() WHERE id = $1`,
        [runId, households, total, hash, JSON.stringify([...blocked.values()])],
      );
      await manager.query('ANALYZE compensation_allotment');
      await step(manager, this.audit, actor, programme, {
        act: 'calculated',
        stage: 'calculated',
        details: { runId, households, total: yuan(total), resultHash: hash },
      });
    });
  }
}

const SUM = `UPDATE compensation_result r SET done = true, amount_fen = c.amount, households = c.households
  FROM (SELECT parent, sum(amount_fen) AS amount, sum(households) AS households FROM compensation_result
        WHERE run_id = $1 GROUP BY parent) c
  WHERE r.run_id = $1 AND r.level = $2 AND c.parent = r.code`;

/** Nothing of it counts: what other banners wrote goes with it. */
export async function failRun(
  manager: EntityManager,
  audit: AuditService,
  actor: Actor,
  runId: string,
  faults: Fault[],
): Promise<void> {
  const [ended] = await manager.query(
    `UPDATE compensation_run SET status = 'failed', faults = $2, finished_at = now() WHERE id = $1 AND status = 'running'
     RETURNING programme_id`,
    [runId, JSON.stringify(faults)],
  );
  if (!ended.length) return;
  await manager.query('DELETE FROM compensation_allotment WHERE run_id = $1', [runId]);
  await audit.record(manager, {
    actor,
    action: 'calculation.failed',
    subject: { type: 'programme', id: ended[0].programme_id },
    details: { runId, faults: faults.length, first: faults[0]?.code },
  });
}
