/** Computes a column over rasters: on threads here, or in parts by tile rows anywhere and then put together. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { draftOf, MEMORY, tilesBegin, writeCog, type Piece } from '../cog/write-cog';
import { refused } from '../fault';
import type { Legend } from '../picture/quick-look';
import type { RasterJob, RasterResult, RunOptions } from './job';
import { planOf, type Prepared } from './plan';
import { onThreads, type ThreadDone, type Written } from './threads';
import { partsOf, rollUp, type Part } from './sums';

/** What a part leaves behind: JSON, with the paths of its scratch files. */
export interface RasterPart {
  rows: { from: number; to: number };
  parts: Part[];
  tiles: Piece[];
  blocks: Piece[];
  /** Halved tiles of a run in one piece: never kept. */
  memory?: Uint8Array;
}

/** Halved tiles up to here stay in memory: those of 160 million cells. */
const MOST_BLOCK_BYTES = 160 * 1024 * 1024;

/** Rows of tiles into which the job may be split. */
export const tileRows = (job: RasterJob): number => planOf(job).plan.down;

export async function runRaster(job: RasterJob, options: RunOptions = {}): Promise<RasterResult> {
  const prepared = planOf(job);
  const folder = job.result && mkdtempSync(`${job.result.path}.part-`);
  const draft = job.result && draftOf(job.result);
  try {
    // Tiles of one size go to their place in the file at once; packed ones wait until all are known.
    const direct = draft && job.result?.compress === false && { path: draft, begin: tilesBegin(prepared) };
    if (direct) closeSync(openSync(direct.path, 'w'));
    const { tile, across, down } = prepared.plan;
    const bytes = across * down * tile * tile;
    const part = await compute(prepared, folder, options, {
      ...(direct && { direct }),
      ...(folder && bytes <= MOST_BLOCK_BYTES && { blocks: new SharedArrayBuffer(bytes) }),
    });
    return finish(job, prepared, [part]);
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true });
    if (draft) rmSync(draft, { force: true });
  }
}

/** Some rows of tiles. `folder` keeps the tiles of the result until `joinParts`; it is needed where there is a result. */
export async function runPart(job: RasterJob, folder: string | undefined, options: RunOptions): Promise<RasterPart> {
  if (folder) mkdirSync(folder, { recursive: true });
  return compute(planOf(job), folder, options);
}

/** The same result, to the byte, as in one run. */
export async function joinParts(job: RasterJob, parts: readonly RasterPart[]): Promise<RasterResult> {
  const prepared = planOf(job);
  const rows = [...parts].sort((a, b) => a.rows.from - b.rows.from);
  let next = 0;
  for (const {
    rows: { from, to },
  } of rows) {
    if (from !== next) break;
    next = to;
  }
  if (next !== prepared.plan.down)
    throw refused('PARTS_INCOMPLETE', 'result', [
      `第 ${next} 行分块起缺失或重复`,
      `parts are missing or overlap from tile row ${next}`,
    ]);
  return finish(job, prepared, rows);
}

async function compute(
  prepared: Prepared,
  folder: string | undefined,
  options: RunOptions,
  written: Written = {},
): Promise<RasterPart> {
  const { plan } = prepared;
  const { from, to } = options.tileRows ?? { from: 0, to: plan.down };
  const scratch = plan.result ? folder : undefined;
  const done = await onThreads(plan, { from: from * plan.across, to: to * plan.across }, scratch, written, options);
  const pieces = (which: 'tiles' | 'blocks', of: (d: ThreadDone) => ThreadDone['packed']): Piece[] =>
    done.flatMap((d) => of(d).map((piece) => ({ ...piece, file: d.scratch![which] })));
  const { blocks } = written;
  return {
    rows: { from, to },
    parts: partsOf(prepared, done),
    tiles: scratch ? pieces('tiles', (d) => d.packed) : [],
    blocks: !scratch ? [] : blocks ? inMemory(done) : pieces('blocks', (d) => d.blocks),
    ...(scratch && blocks && { memory: new Uint8Array(blocks) }),
  };
}

const inMemory = (done: readonly ThreadDone[]): Piece[] =>
  done.flatMap((d) => d.blocks.map((piece) => ({ ...piece, file: MEMORY })));

function finish(job: RasterJob, prepared: Prepared, parts: readonly RasterPart[]): RasterResult {
  const { formula } = prepared;
  const sums = rollUp(
    prepared,
    parts.flatMap((p) => p.parts),
    job.total.decimals,
  );
  let legend: Legend | undefined;
  if (job.result) {
    mkdirSync(dirname(job.result.path), { recursive: true });
    legend = writeCog(
      job.result,
      prepared,
      parts.flatMap((p) => p.tiles),
      parts.flatMap((p) => p.blocks),
      parts[0]?.memory,
    );
  }
  // In a fixed order: a job that lay in the database comes back with its keys in another one.
  const { unit, decimals, per } = job.total;
  const hash = createHash('sha256')
    .update(
      JSON.stringify([job.sheet.hash, job.table, job.column, [unit, decimals, per], formula.parametersUsed, sums]),
    )
    .digest('hex');
  const picture = legend && { legend: { ...legend, unit: formula.unit } };
  return { unit, ...sums, hash, parametersUsed: formula.parametersUsed, ...picture };
}
