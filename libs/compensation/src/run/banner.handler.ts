/** One banner of a calculation, by the method sheet itself: there is no second arithmetic. */
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { AuditService, type Handler, type JobContext, JobHandler, Jobs, UnitOfWork } from '@qingheng/platform';
import { type Fault, type Row, runSheet, SheetFaults } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { readFen } from '../money/fen';
import { DUE } from '../programme/household-sheet';
import { failRun } from './close.handler';
import { calculateBanner, closeRun } from './run.job';
import { barriersOf, type Setting, withSettings } from './settings';

const AT_ONCE = 10_000;
/** Faults kept of a run; the rest is counted. */
const MOST_FAULTS = 200;

interface Task {
  organisationId: string;
  programmeId: string;
  sheetHash: string;
  asOf: string;
  settings: Setting[];
}

@JobHandler(calculateBanner)
@Injectable()
export class BannerHandler implements Handler<{ runId: string; banner: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
  ) {}

  async handle({ runId, banner }: { runId: string; banner: string }, { actor }: JobContext): Promise<void> {
    try {
      await this.work.run(actor, async (manager) => {
        const task = await takeUp(manager, runId, banner);
        if (task) await this.calculate(manager, runId, banner, task);
      });
    } catch (error) {
      if (!(error instanceof SheetFaults)) throw error;
      const faults = error.faults.slice(0, MOST_FAULTS).map((fault): Fault => ({ ...fault, params: { banner } }));
      await this.work.run(actor, (manager) => failRun(manager, this.audit, actor, runId, faults));
      return;
    }
    // After the commit: of banners that end together, the last to look sees them all.
    await this.work.run(actor, async (manager) => {
      const [{ open }] = await manager.query(
        `SELECT EXISTS (SELECT FROM compensation_result WHERE run_id = $1 AND level = 'banner' AND NOT done) AS open`,
        [runId],
      );
      if (!open) await this.jobs.enqueue(manager, closeRun, { key: runId, payload: { runId }, actor });
    });
  }

  private async calculate(manager: EntityManager, runId: string, banner: string, task: Task): Promise<void> {
    const households: { id: string; number: string; quantities: Row }[] = await manager.query(
      `SELECT id, number, quantities FROM compensation_household WHERE programme_id = $1 AND banner = $2 ORDER BY number`,
      [task.programmeId, banner],
    );
    const sheet = withSettings(await this.methods.kept(manager, task.sheetHash), task.settings);
    const household = households.map(({ number, quantities }) => ({ household_id: number, banner, ...quantities }));
    const result = await runSheet(sheet, { tables: { household } }, { asOf: task.asOf, region: banner });
    const computed = sheet.tables
      .find(({ name }) => name === 'household')!
      .columns.flatMap((column) => (column.kind === 'computed' ? [column.name] : []));
    const rows = result.tables.household!;
    let total = 0n;
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const ids: string[] = [];
      const figures: string[] = [];
      const amounts: string[] = [];
      for (let i = from; i < Math.min(rows.length, from + AT_ONCE); i++) {
        const row = rows[i]!;
        if (row.household_id !== households[i]!.number) throw new Error('the sheet gave its rows in another order');
        const fen = readFen(String(row[DUE]))!;
        total += fen;
        ids.push(households[i]!.id);
        figures.push(JSON.stringify(Object.fromEntries(computed.map((name) => [name, row[name]]))));
        amounts.push(String(fen));
      }
      await manager.query(
        `INSERT INTO compensation_allotment (organisation_id, run_id, banner, household_id, figures, amount_fen)
         SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::jsonb[], $6::bigint[])`,
        [task.organisationId, runId, banner, ids, figures, amounts],
      );
    }
    await manager.query(
      `UPDATE compensation_result SET done = true, households = $3, amount_fen = $4, parameters = $5, blocked = $6,
         result_hash = $7 WHERE run_id = $1 AND code = $2`,
      [
        ...[runId, banner, rows.length, String(total)],
        ...[JSON.stringify(result.parametersUsed), JSON.stringify(barriersOf(result.whyNot)), result.resultHash],
      ],
    );
  }
}

/** Undefined where an earlier attempt did it, or the run is over. Two workers never do one banner. */
async function takeUp(manager: EntityManager, runId: string, banner: string): Promise<Task | undefined> {
  const [task] = await manager.query(
    `SELECT r.organisation_id AS "organisationId", r.programme_id AS "programmeId", coalesce(b.sheet_hash, r.sheet_hash) AS "sheetHash",
       r.as_of::text AS "asOf", b.settings
     FROM compensation_result b JOIN compensation_run r ON r.id = b.run_id
     WHERE b.run_id = $1 AND b.code = $2 AND NOT b.done AND r.status = 'running' FOR UPDATE OF b`,
    [runId, banner],
  );
  return task;
}
