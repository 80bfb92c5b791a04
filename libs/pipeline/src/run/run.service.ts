/** Runs: started with their whole input, watched, cancelled, explained. */
import { Injectable } from '@nestjs/common';
import { type Actor, defineJob, Jobs, ReferenceService, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { explainer, type Explanation, type Fault, type RunResult, type Sheet } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { ConstantsService } from '../constants/constants.service';
import type { Filing } from '../filing/filing.entity';
import { MethodsService } from '../methods/methods.service';
import { refuse } from '../pipeline.messages';
import { type FactorSource, resolveFactors } from './factors';
import { resolveReferences } from './references';
import { Recent } from './recent';
import { Run, type RunSource, type RunStatus } from './run.entity';
import { TableSources } from './table-sources';
import { ValueSources } from './value-sources';

export const runFiling = defineJob<{ runId: string }>('pipeline/run');

export interface RunProgress {
  status: RunStatus;
  /** Share done, 0 to 1. */
  progress: number;
  note: { zh: string; en: string } | null;
}

export interface RunView extends RunProgress {
  id: string;
  filingId: string;
  revision: number;
  createdAt: string;
  finishedAt: string | null;
  sources: Run['sources'];
  factors: FactorSource[];
  result?: RunResult;
  faults?: Fault[];
}

const PROGRESS = `SELECT r.status, COALESCE(j.progress, 0)::float8 AS progress, j.note, r.job_id AS "jobId"
  FROM run r LEFT JOIN job j ON j.id = r.job_id WHERE r.id = $1`;

@Injectable()
export class RunService {
  /** Whoever asks why asks again a level deeper: the last runs stay calculated. A run that is over never changes. */
  private readonly explainers = new Recent<(cell: string) => Explanation>(8);

  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly constants: ConstantsService,
    private readonly jobs: Jobs,
    private readonly reference: ReferenceService,
    private readonly offered: TableSources,
    private readonly values: ValueSources,
  ) {}

  /** Fixes input and sheet, and asks for the calculation in the same transaction. */
  async start(manager: EntityManager, actor: Actor, filing: Filing, published: Sheet): Promise<string> {
    const { asOf, region } = filing;
    const sheet = await this.constants.applied(manager, published, asOf);
    await this.methods.keep(manager, sheet);
    const { input, sources, factors } = await this.inputOf(manager, filing, sheet);
    const { identifiers } = await manager.insert(Run, {
      filingId: filing.id,
      organisationId: filing.organisationId,
      revision: filing.revision,
      sheetHash: sheet.hash,
      asOf,
      region,
      input,
      sources,
      factors,
      status: 'queued',
      requestedBy: actor.userId,
    });
    const runId = identifiers[0]!.id as string;
    const jobId = await this.jobs.enqueue(manager, runFiling, { key: runId, payload: { runId }, actor });
    await manager.update(Run, runId, { jobId });
    return runId;
  }

  /** What a run of the filing is given: references and named values put in, as they stand now. */
  async inputOf(manager: EntityManager, filing: Filing, sheet: Sheet) {
    const { input: chained, sources } = await resolveReferences(
      manager,
      this.methods,
      this.offered,
      sheet,
      filing.input,
    );
    const from = { reference: this.reference, sources: this.values };
    const { input, factors } = await resolveFactors(manager, from, sheet, chained, filing);
    return { input, sources, factors };
  }

  progress(actor: Actor, id: string): Promise<RunProgress & { jobId: string }> {
    return this.work.run(actor, async (manager) => {
      const [row] = await manager.query(PROGRESS, [id]);
      if (!row) throw refuseAny('NOT_FOUND');
      return { ...row, progress: row.status === 'succeeded' ? 1 : row.progress };
    });
  }

  one(actor: Actor, id: string): Promise<RunView> {
    return this.work.run(actor, async (manager) => {
      const run = await manager.findOneBy(Run, { id });
      if (!run) throw refuseAny('NOT_FOUND');
      const [row] = await manager.query(PROGRESS, [id]);
      return {
        id,
        filingId: run.filingId,
        revision: run.revision,
        status: run.status,
        progress: run.status === 'succeeded' ? 1 : row.progress,
        note: row.note,
        createdAt: run.createdAt.toISOString(),
        finishedAt: run.finishedAt?.toISOString() ?? null,
        // Their warnings stand with the result.
        sources: run.sources.map(({ warnings: _, ...source }) => source),
        factors: run.factors,
        ...(run.result && { result: run.result }),
        ...(run.faults && { faults: run.faults }),
      };
    });
  }

  /** What waits ends at once; what runs is asked to stop and ends as `cancelled` a moment later. */
  cancel(actor: Actor, id: string): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const run = await manager.findOne(Run, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!run || run.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      if (!run.jobId || !(await this.jobs.cancel(manager, run.jobId))) throw refuse('RUN_OVER');
      const job = await this.jobs.state(manager, run.jobId);
      if (job?.status === 'cancelled') await endCancelled(manager, run);
    });
  }

  /** `cell` is table/key/column or output/name. */
  explain(actor: Actor, id: string, cell: string): Promise<Explanation> {
    return this.work.run(actor, async (manager) => {
      const [seen] = await manager.query('SELECT 1 FROM run WHERE id = $1', [id]);
      if (!seen) throw refuseAny('NOT_FOUND');
      const ready = this.explainers.get(id);
      if (ready) return ready(cell);
      const run = await manager.findOneByOrFail(Run, { id });
      if (!run.result) throw refuse('NOT_CALCULATED');
      const sheet = await this.methods.kept(manager, run.sheetHash);
      const why = explainer(sheet, run.input, { asOf: run.asOf, region: run.region });
      const factors = new Map(run.factors.map((f) => [`${f.table}/${f.row}/${f.column}`, f]));
      return this.explainers.keep(id, (place) => withFactors(withSources(why(place), run.sources), factors))(cell);
    });
  }
}

/** A figure taken from the factor library names the factor's source, not the filing. */
function withFactors(node: Explanation, factors: Map<string, FactorSource>): Explanation {
  const factor = factors.get(node.place)?.factor;
  const children = node.children.map((child) => withFactors(child, factors));
  if (!factor) return { ...node, children };
  return {
    ...node,
    children,
    source: `${factor.id} v${factor.version}: ${factor.source}`,
    confidence: factor.confidence,
  };
}

/** A filed figure that a domain worked out names where it can be opened further. */
function withSources(node: Explanation, sources: RunSource[]): Explanation {
  const [table] = node.place.split('/');
  const from = sources.find((one) => one.table === table)?.source;
  const children = node.children.map((child) => withSources(child, sources));
  if (!from || children.length) return { ...node, children };
  return { ...node, children, source: `${from.kind}/${from.id}` };
}

/** The filing can be changed again. */
export async function endCancelled(manager: EntityManager, run: Run): Promise<void> {
  await manager.update(Run, run.id, { status: 'cancelled', finishedAt: new Date() });
  await manager.query(
    `UPDATE filing SET status = 'draft', updated_at = now() WHERE id = $1 AND run_id = $2 AND status = 'running'`,
    [run.filingId, run.id],
  );
}
