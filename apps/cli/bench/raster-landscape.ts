/** The landscape that is measured: factors of RUSLE and banners, in tiles, uncompressed. */
import { join } from 'node:path';
import { crsOf, type Grid, type RasterJob, writeRaster } from '@qingheng/raster';
import type { Sheet } from '@qingheng/sheet';
import { method } from '../command';

export const BANNERS = 103;
const TILE = 512;
const PRACTICE = 0.75;
const CELL_M = 30;

export interface Landscape {
  side: number;
  tile: number;
  files: Record<'r' | 'k' | 'ls' | 'c' | 'zones', { path: string }>;
  banners: number;
  practice: number;
  cellHm2: number;
  nodata: number;
}

/** Smooth fields with a little noise; one cell in 4096 has no data. */
export function makeLandscape(folder: string, side: number): Landscape {
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
    ...{ side, tile: TILE, files, banners: BANNERS, practice: PRACTICE, nodata: -9999 },
    cellHm2: (CELL_M * CELL_M) / 10_000,
  };
}

export const rusle = (): Sheet => method('gep/soil-retention-rusle', {});

/** Retention in t/(hm²·a) as a raster where `result` is given, and its sums by banner. */
export function jobOf(sheet: Sheet, { files, banners }: Landscape, result?: string): RasterJob {
  const { r, k, ls, c, zones } = files;
  return {
    sheet,
    ...{ table: 'cell', column: 'retention', total: { unit: 't/a', decimals: 6, per: 'area' } },
    factors: {
      ...{ r: { raster: r.path }, k: { raster: k.path }, ls: { raster: ls.path }, c: { raster: c.path } },
      p: { value: String(PRACTICE) },
    },
    zones: { raster: zones.path, list: Array.from({ length: banners }, (_, i) => ({ code: i + 1 })) },
    ...(result !== undefined && { result: { path: result, compress: false } }),
  };
}
