/** Small rasters for specs, in a folder of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSheet, type Sheet } from '@qingheng/sheet';
import { crsOf } from '../grid/crs';
import type { Grid } from '../grid/grid';
import type { CellType } from '../tiff/tags';
import { writeRaster } from '../tiff/write-plain';

/** Threads of a spec compile the sources as the spec itself does. */
export const SOURCES = { execArgv: ['-r', join(__dirname, '../../../../tests/support/typescript.cjs')] };

/** Albers equal area, user-defined, in metres. */
export const ALBERS = crsOf(
  'test',
  new Map<number, number>([
    [1024, 1],
    [3072, 32767],
    [3075, 11],
    [3076, 9001],
  ]),
);
export const CGCS2000 = crsOf(
  'test',
  new Map<number, number>([
    [1024, 2],
    [2048, 4490],
  ]),
);

export const squares = (width: number, height: number, size = 100): Grid => ({
  ...{ width, height, x: 500_000, y: 4_900_000, dx: size, dy: size },
  crs: ALBERS,
});

export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'qingheng-raster-'));
  private files = 0;

  /** A raster of `value(column, row)`. */
  raster(
    grid: Grid,
    value: (x: number, y: number) => number,
    more: { type?: CellType; nodata?: number; tile?: number; deflate?: boolean } = {},
  ): string {
    const path = join(this.path, `${this.files++}.tif`);
    writeRaster(path, {
      ...{ grid, type: 'f32' as const, nodata: -9999, tile: 128, ...more },
      fill(cells, x, y, stride) {
        for (let row = 0; row < cells.length / stride; row++)
          for (let column = 0; column < stride; column++) cells[row * stride + column] = value(x + column, y + row);
      },
    });
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A sheet of one table `cell` with the given inputs (name → unit, ranges) and columns. */
export function cellSheet(inputs: Record<string, string>, columns: Record<string, string>, more = ''): Sheet {
  const title = 'title: { zh: 测试, en: Test }';
  const line = (entries: Record<string, string>, wrap: (body: string) => string): string =>
    Object.entries(entries)
      .map(([name, body]) => `      ${name}: { ${title}, ${wrap(body)} }`)
      .join('\n');
  const { sheet, faults } = loadSheet(`
id: test/cells
version: 1.0.0
${title}
source: { title: test, confidence: secondary }
valid: { from: 2000-01-01 }
${more}
tables:
  cell:
    ${title}
    key: id
    inputs:
      id: { type: text, ${title} }
${line(inputs, (body) => body)}
    columns:
${line(columns, (body) => body)}
outputs: {}
examples: []
`);
  if (!sheet) throw new Error(JSON.stringify(faults));
  return sheet;
}
