/** Calculates what new versions of factors would make of filed results, and keeps only what would move. */
import { Injectable } from '@nestjs/common';
import { figuresOf, MethodsService, recalculated, type Run, ValueSources } from '@qingheng/pipeline';
import {
  faultOf,
  type Handler,
  type JobContext,
  JobHandler,
  Refusal,
  ReferenceService,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import { type Fault, Rational, type RunResult, SheetFaults } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { type Affected, affectedBy, runsOf } from './affected';
import { type MovedFigure, writeFigures } from './figures';
import { shadowRun } from './shadow.job';

/** So many runs are read at a time. */
const BATCH = 50;

interface Outcome extends Affected {
  status: 'open' | 'unmoved' | 'unfit';
  uses: { id: string; version: number }[];
  faults?: Fault[];
  figures: MovedFigure[];
}

@JobHandler(shadowRun)
@Injectable()
export class ShadowHandler implements Handler<{ shadowId: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly reference: ReferenceService,
    private readonly values: ValueSources,
  ) {}

  async handle({ shadowId }: { shadowId: string }, context: JobContext): Promise<void> {
    const begun = await this.begin(shadowId);
    if (!begun) return; // an earlier attempt ended it
    const { versions, affected } = begun;
    const results = new Map<string, RunResult>();
    const wanted = new Set(
      affected.flatMap(({ sources, follows }) => [...sources, ...follows.map(({ runId }) => runId)]),
    );
    const outcomes: Outcome[] = [];
    for (let from = 0; from < affected.length; from += BATCH) {
      const batch = affected.slice(from, from + BATCH);
      await this.work.run(systemActor, async (manager) => {
        const runs = new Map(
          (
            await runsOf(
              manager,
              batch.map(({ runId }) => runId),
            )
          ).map((run) => [run.id, run]),
        );
        for (const one of batch) {
          if (context.signal.aborted) return;
          outcomes.push(await this.outcome(manager, one, runs.get(one.runId)!, { versions, results, wanted }));
        }
      });
      if (context.signal.aborted) return this.end(shadowId, 'cancelled', []);
      await context.progress(Math.min(0.95, outcomes.length / affected.length), {
        zh: `已试算 ${outcomes.length} / ${affected.length} 份填报`,
        en: `${outcomes.length} of ${affected.length} filings calculated`,
      });
    }
    await this.end(shadowId, 'done', outcomes);
  }

  private begin(id: string) {
    return this.work.run(systemActor, async (manager) => {
      const [shadow] = await manager.query(
        `UPDATE factor_shadow SET status = 'running' WHERE id = $1 AND status IN ('queued', 'running') RETURNING proposal_id`,
        [id],
      );
      const proposal = shadow[0]?.proposal_id;
      if (!proposal) return undefined;
      const rows: { id: string; version: number }[] = await manager.query(
        'SELECT factor_id AS id, base_version + 1 AS version FROM factor_proposal_row WHERE proposal_id = $1 AND base_version > 0',
        [proposal],
      );
      const versions = new Map(rows.map(({ id: factor, version }) => [factor, version]));
      return { versions, affected: versions.size ? await affectedBy(manager, this.values, versions) : [] };
    });
  }

  private async outcome(
    manager: EntityManager,
    one: Affected,
    run: Run,
    known: { versions: ReadonlyMap<string, number>; results: Map<string, RunResult>; wanted: ReadonlySet<string> },
  ): Promise<Outcome> {
    const { versions, results, wanted } = known;
    const own = run.factors.filter(({ factor }) => factor.version < (versions.get(factor.id) ?? 0));
    const uses = [...new Map(own.map(({ factor: { id, version } }) => [id, { id, version }])).values()];
    const factors = new Map<string, { value: string; unit: string }>();
    const faults: Fault[] = [];
    for (const { factor, day, table, row, column } of own) {
      const at = { asOf: day ?? run.asOf, region: run.region, version: versions.get(factor.id)! };
      try {
        factors.set(factor.id, await this.reference.factor(manager, factor.id, at));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        faults.push(faultOf(error.code, { table, row, column }, error.params));
      }
    }
    // Only as its own run took it: `source` names the version.
    for (const { id, source, runId, valueOf } of one.follows) {
      const result = results.get(runId);
      const same = run.factors.some(({ factor }) => factor.id === id && factor.source === source);
      const value = result && same && valueOf(result);
      if (value) factors.set(id, value);
    }
    const base = { ...one, uses, figures: [] };
    if (!factors.size && !one.sources.some((source) => results.has(source)))
      return { ...base, status: faults.length ? 'unfit' : 'unmoved', ...(faults.length && { faults }) };
    try {
      const result = await recalculated(manager, this.methods, run, { factors, sources: results });
      if (wanted.has(run.id)) results.set(run.id, result);
      const figures = await this.moved(manager, one, run, result);
      return { ...base, figures, status: figures.length ? 'open' : 'unmoved' };
    } catch (error) {
      if (error instanceof SheetFaults || error instanceof Refusal)
        return { ...base, status: 'unfit', faults: error.faults.length ? error.faults : [faultOf('FACTOR_UNFIT', {})] };
      throw error;
    }
  }

  private async moved(manager: EntityManager, one: Affected, run: Run, result: RunResult): Promise<MovedFigure[]> {
    const sheet = await this.methods.kept(manager, run.sheetHash);
    const before = new Map(figuresOf(sheet, run.result!).map((figure) => [figure.place, figure.value]));
    return figuresOf(sheet, result).flatMap(({ place, title, unit, value }) => {
      const from = before.get(place);
      if (from === undefined || Rational.parse(from).equals(Rational.parse(value))) return [];
      const { filingId, organisationId } = one;
      return [{ filingId, organisationId, place, title, unit, from, to: value }];
    });
  }

  private end(id: string, status: 'done' | 'cancelled', outcomes: Outcome[]): Promise<void> {
    return this.work.run(systemActor, async (manager) => {
      const [rows] = await manager.query(
        `UPDATE factor_shadow SET status = $2, filings = $3, moved = $4, finished_at = now()
         WHERE id = $1 AND status = 'running' RETURNING id`,
        [id, status, outcomes.length, outcomes.filter((outcome) => outcome.status === 'open').length],
      );
      if (!rows.length || status === 'cancelled') return;
      await manager.query(
        `INSERT INTO factor_shadow_filing (shadow_id, filing_id, organisation_id, run_id, status, uses, faults)
         SELECT $1, x."filingId", x."organisationId", x."runId", x.status, x.uses, x.faults
         FROM jsonb_to_recordset($2::jsonb) AS x("filingId" uuid, "organisationId" uuid, "runId" uuid, status text,
           uses jsonb, faults jsonb)`,
        [id, JSON.stringify(outcomes.map(({ figures: _, sources: __, follows: ___, ...rest }) => rest))],
      );
      await writeFigures(
        manager,
        id,
        outcomes.flatMap(({ figures }) => figures),
      );
    });
  }
}
