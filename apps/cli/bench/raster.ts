/**
 * Soil retention by RUSLE over rasters of float32 in tiles, in the page cache: read, computed, added up by banner, written as
 * a raster. The yardstick does the same with numpy and GDAL on one thread (it makes no overviews, ours does); where these are
 * not installed, a plain loop over typed arrays adds up and nothing is written. All sides take turns; the best of each counts. Processor
 * time is given beside: on a machine with other work it is the truer measure of one thread.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RasterFile, type RasterResult, runRaster } from '@qingheng/raster';
import type { Sheet } from '@qingheng/sheet';
import { peakRssMb, type Measured } from './measured';
import { jobOf, makeLandscape, rusle, type Landscape } from './raster-landscape';
import { numpyAndGdal, plainLoop, type Yardstick } from './raster-yardstick';

const CELLS = 100_000_000;
const ROUNDS = 4;
/** A cell's amount is rounded to 10^-6 t in our sums; doubles added plainly differ by less than this. */
const RTOL = 1e-9;

export async function bench(n = CELLS): Promise<Measured & Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'qingheng-bench-'));
  let yardstick: Yardstick | undefined;
  try {
    const side = Math.max(16, Math.round(Math.sqrt(n)));
    const landscape = makeLandscape(folder, side);
    const sheet = rusle();
    yardstick = (await numpyAndGdal(landscape)) ?? plainLoop(landscape);
    const stick = yardstick;
    const results: RasterResult[] = [];
    let sums: number[] = [];
    const measure = async (written: boolean) => {
      const path = (name: string): string | undefined => (written ? join(folder, name) : undefined);
      const ours = (threads: number) => async () =>
        void results.push(await runRaster(jobOf(sheet, landscape, path('ours.tif')), { threads }));
      const best = await inTurn({
        ours: ours(1),
        oursTwoThreads: ours(2),
        yardstick: async () => {
          const answer = await stick.run(path('theirs.tif'));
          sums = answer.sums;
          return answer.cpuMs;
        },
      });
      return {
        ...{ ours: best.ours.wall, oursTwoThreads: best.oursTwoThreads.wall, yardstick: best.yardstick.wall },
        ratio: ratio(best.ours.wall, best.yardstick.wall),
        ratioTwoThreads: ratio(best.oursTwoThreads.wall, best.yardstick.wall),
        cpu: {
          ...{ ours: best.ours.cpu, yardstick: best.yardstick.cpu },
          ratio: ratio(best.ours.cpu, best.yardstick.cpu),
        },
      };
    };
    const sumsOnly = await measure(false);
    const whole = stick.read ? await measure(true) : sumsOnly;
    const deflate = stick.read && (await unpacking(sheet, landscape, join(folder, 'packed.tif'), stick.read));
    const wrong = results[0]!.zones.filter(({ zone, total }) => {
      const expected = sums[zone] ?? 0;
      return Math.abs(Number(total) - expected) > RTOL * Math.max(1, Math.abs(expected));
    });
    return {
      ...{ name: 'raster', ...whole, unit: 'ms', n: side * side, yardstickName: stick.name },
      ...(stick.read && { sumsOnly, deflate }),
      peakRssMb: peakRssMb(),
      differences: wrong.length + results.filter(({ hash }) => hash !== results[0]!.hash).length,
    };
  } finally {
    yardstick?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const round = (ms: number): number => Math.round(ms * 10) / 10;
const ratio = (a: number, b: number): number => Math.round((a / b) * 1000) / 1000;

interface Time {
  wall: number;
  cpu: number;
}

/** A run that works elsewhere says itself how much processor time it took. */
async function inTurn<K extends string>(runs: Record<K, () => Promise<number | void>>): Promise<Record<K, Time>> {
  const best = {} as Record<K, Time>;
  for (let i = 0; i < ROUNDS; i++)
    for (const name of Object.keys(runs) as K[]) {
      const [started, used] = [performance.now(), process.cpuUsage()];
      const elsewhere = await runs[name]();
      const { user, system } = process.cpuUsage(used);
      const before = best[name] ?? { wall: Infinity, cpu: Infinity };
      best[name] = {
        wall: Math.min(before.wall, round(performance.now() - started)),
        cpu: Math.min(before.cpu, round(elsewhere ?? (user + system) / 1000)),
      };
    }
  return best;
}

/** Every cell of the result, packed by DEFLATE after predictor 3, read on one thread. */
async function unpacking(
  sheet: Sheet,
  landscape: Landscape,
  path: string,
  theirs: (path: string) => Promise<number>,
): Promise<object> {
  await runRaster({ ...jobOf(sheet, landscape), result: { path } }, { threads: 2 });
  const { tile } = landscape;
  const best = await inTurn({
    ours: async () => {
      const file = RasterFile.open(path);
      const cells = new Float32Array(tile * tile);
      const { width, height } = file.header.grid;
      for (let y = 0; y < height; y += tile)
        for (let x = 0; x < width; x += tile)
          file.read(x, y, Math.min(tile, width - x), Math.min(tile, height - y), cells, tile);
      file.close();
    },
    yardstick: () => theirs(path),
  });
  const { ours, yardstick } = best;
  return {
    ...{ ours: ours.wall, yardstick: yardstick.wall, ratio: ratio(ours.wall, yardstick.wall) },
    cpu: { ours: ours.cpu, yardstick: yardstick.cpu, ratio: ratio(ours.cpu, yardstick.cpu) },
  };
}
