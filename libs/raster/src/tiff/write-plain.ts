/** Rasters made from a function: uncompressed or DEFLATE tiles, one after the other. For tests and measurements. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import type { Grid } from '../grid/grid';
import { CELL_ARRAYS, newCells, TAG, type Cells, type CellType } from './tags';
import { headerSize, placeFields, writeHeader, type Fields } from './write-directory';

export interface PlainRaster {
  grid: Grid;
  type: CellType;
  nodata: number;
  tile?: number;
  deflate?: boolean;
  /** Fills one tile, whose rows are `stride` apart; cells beyond the grid may hold anything. */
  fill(cells: Cells, x: number, y: number, stride: number): void;
}

export function writeRaster(
  path: string,
  { grid, type, nodata, tile = 512, deflate = false, fill }: PlainRaster,
): void {
  const across = Math.ceil(grid.width / tile);
  const down = Math.ceil(grid.height / tile);
  const cellBytes = CELL_ARRAYS[type].BYTES_PER_ELEMENT;
  const offsets = new Float64Array(across * down);
  const counts = new Float64Array(across * down);
  const fields: Fields = new Map([
    ...placeFields(grid),
    ...imageFields({ width: grid.width, height: grid.height, type, nodata, tile, compression: deflate ? 8 : 1 }),
    [TAG.tileOffsets, { type: 16, values: offsets }],
    [TAG.tileCounts, { type: 16, values: counts }],
  ]);
  const file = openSync(path, 'w');
  try {
    let at = headerSize([fields]);
    const cells = newCells(type, tile * tile);
    for (let i = 0; i < across * down; i++) {
      fill(cells, (i % across) * tile, Math.floor(i / across) * tile, tile);
      const raw = new Uint8Array(cells.buffer, 0, tile * tile * cellBytes);
      const bytes = deflate ? deflateSync(raw) : raw;
      writeSync(file, bytes, 0, bytes.length, at);
      offsets[i] = at;
      counts[i] = bytes.length;
      at += bytes.length;
    }
    const header = writeHeader([fields]);
    writeSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
}

export function imageFields(image: {
  width: number;
  height: number;
  type: CellType;
  nodata: number;
  tile: number;
  compression: number;
  predictor?: number;
  overview?: boolean;
}): Fields {
  const bits = CELL_ARRAYS[image.type].BYTES_PER_ELEMENT * 8;
  return new Map<number, Fields extends Map<number, infer V> ? V : never>([
    [TAG.subfileType, { type: 4, values: [image.overview ? 1 : 0] }],
    [TAG.width, { type: 4, values: [image.width] }],
    [TAG.height, { type: 4, values: [image.height] }],
    [TAG.bits, { type: 3, values: [bits] }],
    [TAG.compression, { type: 3, values: [image.compression] }],
    [TAG.photometric, { type: 3, values: [1] }],
    [TAG.samples, { type: 3, values: [1] }],
    [TAG.planar, { type: 3, values: [1] }],
    ...(image.predictor ? ([[TAG.predictor, { type: 3, values: [image.predictor] }]] as const) : []),
    [TAG.tileWidth, { type: 4, values: [image.tile] }],
    [TAG.tileHeight, { type: 4, values: [image.tile] }],
    [TAG.sampleFormat, { type: 3, values: ['uif'.indexOf(image.type[0]!) + 1] }],
    [TAG.nodata, { type: 2, text: Number.isNaN(image.nodata) ? 'nan' : String(image.nodata) }],
  ]);
}
