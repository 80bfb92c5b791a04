/** Where a strip of rows and all that goes with it lie in the memory of the vectors. */
import type { CellFormula } from '@qingheng/sheet';
import { CELL_ARRAYS, type CellType } from '../tiff/tags';
import { lookupTables } from './compile';

export const PAGE = 65_536;
/** Bytes of a record: first cell, number of cells, cells without data, nothing, sum. */
export const RECORD = 24;

export interface StripLayout {
  /** Cells from one row to the next, and rows of a strip. */
  stride: number;
  rows: number;
  /** Where things lie in memory. */
  rasters: number[];
  zones: number;
  classes: number;
  /** A whole tile of the result, and the same at half its size. */
  out: number;
  half: number;
  weights: number;
  records: number;
  bytes: number;
}

export interface CellTypes {
  rasters: CellType[];
  zones?: CellType;
  classes?: CellType;
}

/** Cells of a strip should lie in the second-level cache together. */
const STRIP_BYTES = 320 * 1024;

export function layoutOf(tile: number, types: CellTypes, result: boolean, tables = 0): StripLayout {
  const size = (type: CellType): number => CELL_ARRAYS[type].BYTES_PER_ELEMENT;
  const all = [...types.rasters, ...(types.zones ? [types.zones] : []), ...(types.classes ? [types.classes] : [])];
  const perRow = tile * all.reduce((sum, type) => sum + size(type), 0);
  let rows = tile;
  while (rows > 8 && rows * perRow > STRIP_BYTES) rows /= 2;
  let at = 0;
  // Loads may reach a vector beyond the last cell.
  const place = (bytes: number): number => {
    const here = at;
    at += Math.ceil((bytes + 16) / 64) * 64;
    return here;
  };
  place(tables);
  const cells = (type: CellType): number => place(rows * tile * size(type));
  const places = {
    ...{ stride: tile, rows },
    rasters: types.rasters.map(cells),
    zones: types.zones ? cells(types.zones) : 0,
    classes: types.classes ? cells(types.classes) : 0,
    out: result ? place(tile * tile * 4) : 0,
    half: result ? place(tile * tile) : 0,
    weights: place(rows * 8),
    records: place(rows * tile * RECORD),
  };
  return { ...places, bytes: at };
}

/** Look-up tables lie at the beginning of memory, each with NaN behind its last row. */
export function tableBytes(formula: CellFormula): { at: number[]; bytes: number } {
  let bytes = 0;
  const at = lookupTables(formula).map(({ length }) => {
    const here = bytes;
    bytes += (length + 1) * 8;
    return here;
  });
  return { at, bytes };
}
