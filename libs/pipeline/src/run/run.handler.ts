/** Calculates a run and says in one transaction how it ended: result or faults, the filing's new state, the audit entry. */
import { Injectable } from '@nestjs/common';
import {
  AuditService,
  faultOf,
  type Handler,
  type JobContext,
  JobHandler,
  sentence,
  UnitOfWork,
} from '@qingheng/platform';
import { type Fault, runSheet, type RunResult, SheetFaults } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { MethodsService } from '../methods/methods.service';
import { Run } from './run.entity';
import { endCancelled, runFiling } from './run.service';

type Outcome = { result: RunResult } | { faults: Fault[] };

@JobHandler(runFiling)
@Injectable()
export class RunHandler implements Handler<{ runId: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly audit: AuditService,
  ) {}

  async handle({ runId }: { runId: string }, context: JobContext): Promise<void> {
    const { actor, signal } = context;
    const begun = await this.work.run(actor, (manager) => this.begin(manager, runId));
    if (!begun) return; // an earlier attempt ended it
    const { run, sheet } = begun;
    await context.progress(0.1, { zh: '正在核算', en: 'Calculating' });
    const outcome = await this.calculate(async () =>
      barred(await runSheet(sheet, run.input, { asOf: run.asOf, region: run.region }), run),
    );
    await this.work.run(actor, async (manager) => {
      const open = await lockOpen(manager, runId);
      if (!open) return;
      if (signal.aborted) return endCancelled(manager, open);
      await this.end(manager, open, outcome, context);
    });
  }

  private async begin(manager: EntityManager, runId: string) {
    const run = await lockOpen(manager, runId);
    if (!run) return undefined;
    await manager.update(Run, runId, { status: 'running' });
    return { run, sheet: await this.methods.kept(manager, run.sheetHash) };
  }

  private async calculate(work: () => Promise<RunResult>): Promise<Outcome> {
    try {
      return { result: await work() };
    } catch (error) {
      if (error instanceof SheetFaults) return { faults: error.faults };
      throw error; // nobody foresaw it: the job tries again
    }
  }

  private async end(manager: EntityManager, run: Run, outcome: Outcome, { actor }: JobContext): Promise<void> {
    const finishedAt = new Date();
    if ('result' in outcome) {
      const { result } = outcome;
      const { resultHash, issuable } = result;
      await manager.update(Run, run.id, {
        status: 'succeeded',
        result: result as object,
        resultHash,
        issuable,
        finishedAt,
      });
      await move(manager, run, issuable ? 'in_review' : 'calculated');
    } else {
      await manager.update(Run, run.id, {
        status: 'failed',
        faults: outcome.faults as object[] as Fault[],
        finishedAt,
      });
      await move(manager, run, 'failed');
    }
    await this.audit.record(manager, {
      actor,
      action: 'result' in outcome ? 'run.succeeded' : 'run.failed',
      subject: { type: 'filing', id: run.filingId },
      details:
        'result' in outcome
          ? { runId: run.id, resultHash: outcome.result.resultHash }
          : { runId: run.id, faults: outcome.faults.length },
    });
  }
}

/** What rests on a provisional factor or source can be tried, not issued. */
function barred(result: RunResult, { factors, sources }: Run): RunResult {
  const provisional = factors.filter(({ factor }) => factor.confidence === 'provisional');
  const whyNot = provisional.map(({ table, row, column, factor }) =>
    faultOf('PROVISIONAL_FACTOR', { table, row, column }, { id: factor.id }),
  );
  for (const { table, provisional = [] } of sources)
    for (const { code, params } of provisional) whyNot.push(faultOf(code, { table }, params));
  const warnings = [...result.warnings, ...told(sources)];
  return { ...result, issuable: result.issuable && !whyNot.length, whyNot: [...result.whyNot, ...whyNot], warnings };
}

/** What the sources of the input say of themselves, once each: two tables of one stock say the same. */
function told(sources: Run['sources']): Fault[] {
  const seen = new Set<string>();
  return sources
    .flatMap(({ warnings = [] }) => warnings)
    .filter(({ code, table, row, column, params }) => {
      const key = JSON.stringify([code, table, row, column, params]);
      return !seen.has(key) && seen.add(key);
    });
}

async function lockOpen(manager: EntityManager, id: string): Promise<Run | undefined> {
  const run = await manager.findOne(Run, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return run && (run.status === 'queued' || run.status === 'running') ? run : undefined;
}

const move = (manager: EntityManager, run: Run, status: string) =>
  manager.query(
    `UPDATE filing SET status = $3, updated_at = now() WHERE id = $1 AND run_id = $2 AND status = 'running'`,
    [run.filingId, run.id, status],
  );

/** A run whose job was given up (its worker was lost each time) is over too, and its filing can be submitted again. */
export async function endLostRuns(manager: EntityManager): Promise<number> {
  const fault: Fault = { code: 'RUN_LOST', message: sentence('RUN_LOST') };
  const [rows] = await manager.query(
    `UPDATE run SET status = 'failed', finished_at = now(), faults = $1 FROM job j
     WHERE j.id = run.job_id AND run.status IN ('queued', 'running') AND j.status IN ('dead', 'failed')
     RETURNING run.id, run.filing_id`,
    [JSON.stringify([fault])],
  );
  for (const row of rows as { id: string; filing_id: string }[])
    await move(manager, { id: row.id, filingId: row.filing_id } as Run, 'failed');
  return rows.length;
}
