import { type Actor, type AuditService, type Jobs, refuse, type UnitOfWork } from '@qingheng/platform';
import type { RasterResult } from '@qingheng/raster';
import { SheetFaults, type Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { KeptJob } from './raster.job';
import { clearLater } from './scratch';

export const STATUSES = ['waiting', 'running', 'joining', 'succeeded', 'failed', 'cancelled'] as const;

export interface RasterRun {
  id: string;
  organisationId: string;
  title: string;
  sheetHash: string;
  job: KeptJob;
  status: (typeof STATUSES)[number];
  faults: Fault[];
  result: RasterResult | null;
  resultHash: string | null;
  resultFile: string | null;
  picture: string | null;
  jobId: string | null;
  createdBy: { id: string; name: string };
  createdAt: string;
  finishedAt: string | null;
  /** Of the parts together, 0 to 1; and how many there are, have ended, and worked on how many workers. */
  share: string | null;
  parts: number;
  partsDone: number;
  workers: number;
}

const COLUMNS = `r.id, r.organisation_id AS "organisationId", r.title, r.sheet_hash AS "sheetHash", r.job, r.status, r.faults,
  r.result, r.result_hash AS "resultHash", r.result_file AS "resultFile", r.picture, r.job_id AS "jobId",
  r.created_by AS "createdBy", to_json(r.created_at)#>>'{}' AS "createdAt", to_json(r.finished_at)#>>'{}' AS "finishedAt",
  p.share::numeric(5, 4)::text AS share, coalesce(p.parts, 0) AS parts, coalesce(p.done, 0) AS "partsDone",
  coalesce(p.workers, 0) AS workers`;
const PARTS = `LEFT JOIN LATERAL (
    SELECT sum(share * (to_row - from_row)) / nullif(sum(to_row - from_row), 0) AS share, count(*)::int AS parts,
      count(outcome)::int AS done, count(DISTINCT worker)::int AS workers
    FROM eco_raster_part WHERE run_id = r.id) p ON true`;

export async function rasterRun(manager: EntityManager, id: string, { lock = false } = {}): Promise<RasterRun> {
  const [row] = await manager.query(
    `SELECT ${COLUMNS} FROM eco_raster_run r ${PARTS} WHERE r.id = $1 ${lock ? 'FOR UPDATE OF r' : ''}`,
    [id],
  );
  if (!row) throw refuse('NOT_FOUND');
  return row;
}

export const rasterRuns = (
  manager: EntityManager,
  { after, limit }: { after?: string; limit: number },
): Promise<RasterRun[]> =>
  manager.query(
    `SELECT ${COLUMNS} FROM eco_raster_run r ${PARTS} WHERE ($1::uuid IS NULL OR r.id < $1) ORDER BY r.id DESC LIMIT $2`,
    [after ?? null, limit],
  );

export const isOpen = ({ status }: RasterRun): boolean => ['waiting', 'running', 'joining'].includes(status);

/** Faults of a raster end the run; they are no error of the job. */
export async function failing(
  { work, audit, jobs }: { work: UnitOfWork; audit: AuditService; jobs: Jobs },
  actor: Actor,
  runId: string,
  compute: () => Promise<void>,
): Promise<void> {
  try {
    await compute();
  } catch (error) {
    if (!(error instanceof SheetFaults)) throw error;
    await work.run(actor, async (manager) => {
      const run = await rasterRun(manager, runId, { lock: true });
      if (!isOpen(run)) return;
      const cancelled = error.faults[0]?.code === 'CANCELLED';
      await manager.query(`UPDATE eco_raster_run SET status = $2, faults = $3, finished_at = now() WHERE id = $1`, [
        runId,
        cancelled ? 'cancelled' : 'failed',
        JSON.stringify(cancelled ? [] : error.faults),
      ]);
      await clearLater(manager, jobs, actor, runId);
      await audit.record(manager, {
        actor,
        action: cancelled ? 'raster_run.cancelled' : 'raster_run.failed',
        subject: { type: 'raster_run', id: runId },
        details: { faults: error.faults.length },
      });
    });
  }
}
