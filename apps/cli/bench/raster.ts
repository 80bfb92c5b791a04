/**
 * Soil retention by RUSLE with sums by banner over rasters of float32, uncompressed, tiles of 512, in the page cache. The
 * yardstick reads the same files on one thread: numpy where python3 has it (without GDAL: it is told where the tiles lie), else a plain loop over typed arrays. `ours` is one thread, too; `oursTwoThreads` is two.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crsOf, type Grid, type RasterJob, type RasterResult, runRaster, writeRaster } from '@qingheng/raster';
import { method } from '../command';
import { alternate, peakRssMb, type Measured } from './measured';
import { numpy, plainLoop, type Landscape, type Yardstick } from './raster-yardstick';

const CELLS = 100_000_000;
const TILE = 512;
const BANNERS = 103;
const PRACTICE = 0.75;
const CELL_M = 30;
/** A cell's amount is rounded to 10^-6 t in our sums; doubles added plainly differ by less than this. */
const RTOL = 1e-9;

export async function bench(n = CELLS): Promise<Measured & Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'qingheng-bench-'));
  let yardstick: Yardstick | undefined;
  try {
    const side = Math.max(16, Math.round(Math.sqrt(n)));
    const landscape = makeLandscape(folder, side);
    yardstick = (await numpy(landscape)) ?? plainLoop(landscape);
    const job = jobOf(landscape);
    let ours: RasterResult | undefined;
    let theirs: number[] = [];
    let twoThreads = Infinity;
    const times = await alternate(
      3,
      async () => void (ours = await runRaster(job, { threads: 1 })),
      async () => void (theirs = await yardstick!.run()),
    );
    let loop = Infinity;
    let same = 0;
    for (let i = 0; i < 3; i++) {
      const started = performance.now();
      const two = await runRaster(job, { threads: 2 });
      twoThreads = Math.min(twoThreads, performance.now() - started);
      if (two.hash !== ours!.hash) same++;
    }
    const plain = plainLoop(landscape);
    for (let i = 0; i < 2; i++) {
      const started = performance.now();
      await plain.run();
      loop = Math.min(loop, performance.now() - started);
    }
    const wrong = ours!.zones.filter(({ zone, total }) => {
      const expected = theirs[zone] ?? 0;
      return Math.abs(Number(total) - expected) > RTOL * Math.max(1, Math.abs(expected));
    });
    return {
      ...{ name: 'raster', ...times, unit: 'ms', n: side * side },
      yardstickName: yardstick.name,
      oursTwoThreads: Math.round(twoThreads * 10) / 10,
      ratioTwoThreads: Math.round((twoThreads / times.yardstick) * 1000) / 1000,
      plainLoop: Math.round(loop * 10) / 10,
      ratioPlainLoop: Math.round((times.ours / loop) * 1000) / 1000,
      peakRssMb: peakRssMb(),
      differences: wrong.length + same,
    };
  } finally {
    yardstick?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function jobOf({ files, banners }: Landscape): RasterJob {
  const { r, k, ls, c, zones } = files;
  return {
    sheet: method('gep/soil-retention-rusle', {}),
    ...{ table: 'cell', column: 'retention', total: { unit: 't/a', decimals: 6, per: 'area' } },
    factors: {
      ...{ r: { raster: r.path }, k: { raster: k.path }, ls: { raster: ls.path }, c: { raster: c.path } },
      p: { value: String(PRACTICE) },
    },
    zones: { raster: zones.path, list: Array.from({ length: banners }, (_, i) => ({ code: i + 1 })) },
  };
}

/** Smooth fields with a little noise; one cell in 4096 has no data. */
function makeLandscape(folder: string, side: number): Landscape {
  const keys = new Map<number, number>([
    [1024, 1],
    [3072, 6933],
  ]);
  const crs = crsOf('bench', keys);
  const grid: Grid = { width: side, height: side, x: 10_000_000, y: 5_000_000, dx: CELL_M, dy: CELL_M, crs };
  const field = (name: string, base: number, wave: number, noise: number): { path: string } => {
    const path = join(folder, `${name}.tif`);
    let state = base * 7919;
    writeRaster(path, {
      ...{ grid, type: 'f32', nodata: -9999, tile: TILE },
      fill(cells, x, y, stride) {
        const rows = cells.length / stride;
        for (let row = 0, i = 0; row < rows; row++) {
          const ridge = base + wave * Math.sin((y + row) / 700) * Math.cos(x / 900);
          for (let column = 0; column < stride; column++, i++) {
            state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
            cells[i] = state >>> 19 === 7 ? -9999 : ridge + (state / 0x7fffffff) * noise;
          }
        }
      },
    });
    return { path };
  };
  const files = {
    r: field('r', 1200, 300, 200),
    k: field('k', 0.03, 0.004, 0.01),
    ls: field('ls', 6, 4, 8),
    c: field('c', 0.35, 0.2, 0.2),
    zones: { path: join(folder, 'zones.tif') },
  };
  const across = Math.max(1, Math.ceil(side / 11));
  writeRaster(files.zones.path, {
    ...{ grid, type: 'u16', nodata: 0, tile: TILE },
    fill(cells, x, y, stride) {
      for (let row = 0, i = 0; row < cells.length / stride; row++) {
        const band = Math.floor((y + row) / across) * 11;
        for (let column = 0; column < stride; column++, i++)
          cells[i] = ((band + Math.floor((x + column) / across)) % BANNERS) + 1;
      }
    },
  });
  return {
    side,
    tile: TILE,
    files,
    banners: BANNERS,
    practice: PRACTICE,
    cellHm2: (CELL_M * CELL_M) / 10_000,
    nodata: -9999,
  };
}
