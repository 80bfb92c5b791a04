/** The three steps of a raster run, on any number of workers; each may run twice and changes nothing then. */
import { mkdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { AuditService, type Handler, type JobContext, JobHandler, Jobs, UnitOfWork } from '@qingheng/platform';
import { joinParts, runPart, tileRows, type RasterPart } from '@qingheng/raster';
import { MARK_BYTES, RasterCopies } from './raster-copies';
import { failing, isOpen, rasterRun, type RasterRun } from './raster-run.record';
import { computeRaster, jobHere, joinRaster, type KeptPart, planRaster } from './raster.job';
import { clearLater } from './scratch';

/** So many stretches at most: enough for every worker, few enough to keep an eye on. */
const MOST_PARTS = 24;
const SHARE_EVERY_MS = 700;

@Injectable()
export class RasterBench {
  constructor(
    readonly work: UnitOfWork,
    readonly methods: MethodsService,
    readonly copies: RasterCopies,
    readonly jobs: Jobs,
    readonly audit: AuditService,
  ) {}

  /** The run with its job on this machine, in a folder that is gone afterwards; nothing where it has ended. */
  async at<T>(
    { actor }: JobContext,
    runId: string,
    work: (job: Awaited<ReturnType<typeof jobHere>>, run: RasterRun, folder: string) => Promise<T>,
  ): Promise<T | undefined> {
    const { run, sheet } = await this.work.run(actor, async (manager) => {
      const found = await rasterRun(manager, runId);
      return { run: found, sheet: await this.methods.kept(manager, found.sheetHash) };
    });
    if (!isOpen(run)) return undefined;
    const folder = await this.copies.draft();
    await mkdir(folder);
    try {
      return await work(await jobHere(sheet, run.job, this.copies, folder), run, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  failing = (context: JobContext, runId: string, compute: () => Promise<void>): Promise<void> =>
    failing(this, context.actor, runId, compute);
}

@JobHandler(planRaster)
@Injectable()
export class PlanRasterHandler implements Handler<{ runId: string }> {
  constructor(private readonly bench: RasterBench) {}

  handle({ runId }: { runId: string }, context: JobContext): Promise<void> {
    const { work, jobs, copies } = this.bench;
    return this.bench.failing(context, runId, async () => {
      await copies.forget();
      await this.bench.at(context, runId, async (job) => {
        const rows = tileRows(job);
        const parts = Math.min(rows, MOST_PARTS);
        const cut = Array.from({ length: parts + 1 }, (_, i) => Math.round((i * rows) / parts));
        await work.run(context.actor, async (manager) => {
          const run = await rasterRun(manager, runId, { lock: true });
          if (run.status !== 'waiting') return;
          const ids: string[] = [];
          for (let place = 0; place < parts; place++)
            ids.push(
              await jobs.enqueue(manager, computeRaster, {
                ...{ key: `${runId} ${place}`, payload: { runId, place }, actor: context.actor },
              }),
            );
          await manager.query(
            `INSERT INTO eco_raster_part (run_id, organisation_id, place, from_row, to_row, job_id)
             SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::int[], $6::uuid[]) ON CONFLICT DO NOTHING`,
            [runId, run.organisationId, ids.map((_, i) => i), cut.slice(0, -1), cut.slice(1), ids],
          );
          await manager.query(`UPDATE eco_raster_run SET status = 'running' WHERE id = $1`, [runId]);
        });
      });
    });
  }
}

@JobHandler(computeRaster)
@Injectable()
export class ComputeRasterHandler implements Handler<{ runId: string; place: number }> {
  constructor(private readonly bench: RasterBench) {}

  handle({ runId, place }: { runId: string; place: number }, context: JobContext): Promise<void> {
    const { work, jobs, copies } = this.bench;
    const { actor, signal } = context;
    return this.bench.failing(context, runId, async () => {
      const [part] = await work.run(actor, (manager) =>
        manager.query('SELECT from_row, to_row, outcome FROM eco_raster_part WHERE run_id = $1 AND place = $2', [
          runId,
          place,
        ]),
      );
      if (!part.outcome) {
        const done = await this.bench.at(context, runId, async (job, _, folder) => {
          let told = 0;
          const outcome = await runPart(job, `${folder}/part`, {
            tileRows: { from: part.from_row, to: part.to_row },
            signal,
            onProgress: (tiles, of) => {
              if (Date.now() - told < SHARE_EVERY_MS) return;
              told = Date.now();
              void this.share(context, runId, place, tiles / of);
            },
          });
          return this.keep(`${runId} ${place}`, outcome);
        });
        if (!done) return;
        const ended = await work.run(actor, async (manager) => {
          const run = await rasterRun(manager, runId, { lock: true });
          await manager.query(
            `UPDATE eco_raster_part SET share = 1, outcome = $3, worker = $4
             WHERE run_id = $1 AND place = $2 AND outcome IS NULL AND $5`,
            [runId, place, JSON.stringify(done), `${hostname()}:${process.pid}`, isOpen(run)],
          );
          return !isOpen(run);
        });
        // It ended meanwhile, and whoever cleared it did not know of these files.
        if (ended) for (const sha256 of Object.values(done.files)) await copies.delete(sha256);
        if (ended) return;
      }
      // After the commit: of parts that end together, the last to look sees them all.
      await work.run(actor, async (manager) => {
        const [{ open }] = await manager.query(
          'SELECT EXISTS (SELECT FROM eco_raster_part WHERE run_id = $1 AND outcome IS NULL) AS open',
          [runId],
        );
        if (!open) await jobs.enqueue(manager, joinRaster, { key: runId, payload: { runId }, actor });
      });
    });
  }

  private async share({ actor, progress }: JobContext, runId: string, place: number, share: number): Promise<void> {
    const rounded = share.toFixed(4);
    await progress(share);
    await this.bench.work
      .run(actor, (manager) =>
        manager.query(
          'UPDATE eco_raster_part SET share = $3 WHERE run_id = $1 AND place = $2 AND outcome IS NULL AND share < $3',
          [runId, place, rounded],
        ),
      )
      .catch(() => {}); // it says how far it is, no more
  }

  private async keep(mark: string, outcome: RasterPart): Promise<KeptPart> {
    const files: Record<string, string> = {};
    for (const { file } of [...outcome.tiles, ...outcome.blocks])
      files[file] ??= await this.bench.copies.putScratch(`${mark} ${Object.keys(files).length}`, file);
    return { ...outcome, files };
  }
}

@JobHandler(joinRaster)
@Injectable()
export class JoinRasterHandler implements Handler<{ runId: string }> {
  constructor(private readonly bench: RasterBench) {}

  handle({ runId }: { runId: string }, context: JobContext): Promise<void> {
    const { work, copies, audit, jobs } = this.bench;
    const { actor } = context;
    return this.bench.failing(context, runId, async () => {
      await this.bench.at(context, runId, async (job, run) => {
        const kept: { outcome: KeptPart }[] = await work.run(actor, async (manager) => {
          if (run.status === 'running')
            await manager.query(`UPDATE eco_raster_run SET status = 'joining' WHERE id = $1 AND status = 'running'`, [
              runId,
            ]);
          return manager.query('SELECT outcome FROM eco_raster_part WHERE run_id = $1 ORDER BY place', [runId]);
        });
        const parts = await Promise.all(kept.map(({ outcome }) => this.here(outcome)));
        const result = await joinParts(job, parts);
        const file = job.result && (await copies.put(job.result.path));
        const picture = job.result && (await copies.put(job.result.picture!));
        await work.run(actor, async (manager) => {
          if (!isOpen(await rasterRun(manager, runId, { lock: true }))) return;
          await manager.query(
            `UPDATE eco_raster_run SET status = 'succeeded', result = $2, result_hash = $3, result_file = $4, picture = $5,
               finished_at = now() WHERE id = $1`,
            [runId, JSON.stringify(result), result.hash, file ?? null, picture ?? null],
          );
          await clearLater(manager, jobs, actor, runId);
          await audit.record(manager, {
            actor,
            action: 'raster_run.succeeded',
            subject: { type: 'raster_run', id: runId },
            details: { resultHash: result.hash, total: result.total, unit: result.unit },
          });
        });
      });
    });
  }

  private async here({ files, ...part }: KeptPart): Promise<RasterPart> {
    const paths: Record<string, string> = {};
    for (const [file, sha256] of Object.entries(files)) paths[file] = await this.bench.copies.of(sha256);
    const moved = (pieces: RasterPart['tiles']) =>
      pieces.map((piece) => ({ ...piece, file: paths[piece.file]!, offset: piece.offset + MARK_BYTES }));
    return { ...part, tiles: moved(part.tiles), blocks: moved(part.blocks) };
  }
}
