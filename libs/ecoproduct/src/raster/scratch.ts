/** Scratch files of the parts of a run: gone when it has ended, however it ended. */
import { Injectable } from '@nestjs/common';
import { type Actor, type Handler, type JobContext, JobHandler, type Jobs, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { RasterCopies } from './raster-copies';
import { clearRaster } from './raster.job';

/** In the transaction in which the run ends, so that no crash leaves files that nobody knows of. */
export const clearLater = (manager: EntityManager, jobs: Jobs, actor: Actor, runId: string): Promise<string> =>
  jobs.enqueue(manager, clearRaster, { key: runId, payload: { runId }, actor });

@JobHandler(clearRaster)
@Injectable()
export class ClearRasterHandler implements Handler<{ runId: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly copies: RasterCopies,
  ) {}

  async handle({ runId }: { runId: string }, { actor }: JobContext): Promise<void> {
    const parts: { place: number; files: Record<string, string> }[] = await this.work.run(actor, (manager) =>
      manager.query(
        `SELECT place, outcome -> 'files' AS files FROM eco_raster_part
         WHERE run_id = $1 AND outcome -> 'files' <> '{}' ORDER BY place`,
        [runId],
      ),
    );
    for (const { place, files } of parts) {
      for (const sha256 of Object.values(files)) await this.copies.delete(sha256);
      await this.work.run(actor, (manager) =>
        manager.query(
          `UPDATE eco_raster_part SET outcome = outcome || '{"files": {}}' WHERE run_id = $1 AND place = $2`,
          [runId, place],
        ),
      );
    }
  }
}
