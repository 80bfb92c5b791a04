/** What is computed over rasters, and what comes of it. */
import type { ParameterUse, Sheet } from '@qingheng/sheet';

/** A factor is a raster or one value; a class in a raster finds its values in the sheet's look-up tables. */
export type Factor = { raster: string; unit?: string } | { value: string };

export interface Zone {
  /** As in the zone raster. */
  code: number;
  name?: string;
  /** Code of the region that it is part of: an inner node need not occur in the raster. */
  parent?: number;
}

export interface RasterJob {
  sheet: Sheet;
  table: string;
  column: string;
  asOf?: string;
  region?: string;
  parameters?: Record<string, string>;
  factors: Record<string, Factor>;
  /** Cells are added up by zone; without zones into one sum. */
  zones?: { raster: string; list: readonly Zone[] };
  /** And by class, for instance of ecosystem. */
  classes?: { raster: string; codes: readonly number[] };
  /** The column is per area (t/hm²), or already a quantity of the cell. Each cell is rounded to `decimals` of `unit`. */
  total: { unit: string; decimals: number; per: 'area' | 'cell' };
  /** Areas of a map that is not of equal area are taken knowingly. */
  planarAreas?: boolean;
  result?: { path: string; picture?: string; compress?: boolean };
}

export interface RunOptions {
  threads?: number;
  /** Only these rows of tiles, for a part computed elsewhere. */
  tileRows?: { from: number; to: number };
  signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
  /** How workers are started, where sources are not compiled yet. */
  execArgv?: string[];
}

/** A decimal sum: printed sums of children add up to that of their parent to the last digit. */
export interface ZoneSum {
  zone: number;
  name?: string;
  parent?: number;
  class?: number;
  total: string;
  areaM2: string;
  cells: number;
  /** Cells of the zone in which some factor has no data, or no class. */
  missing: number;
}

export interface RasterResult {
  unit: string;
  /** By zone, its descendants included. */
  zones: ZoneSum[];
  /** By zone and class, the zone's own cells with its descendants'. */
  classes: ZoneSum[];
  total: string;
  /** SHA-256 of sums and formula: the same for the same input, whatever the number of threads or parts. */
  hash: string;
  parametersUsed: ParameterUse[];
  /** Of the picture, in the unit of the column; not part of the hash, since it follows from the cells. */
  legend?: { low: string; high: string; unit: string };
}
