/** A raster run: one job plans it, one for each stretch of tile rows computes it, one puts it together. */
import { defineJob } from '@qingheng/platform';
import type { Factor, RasterJob, RasterPart, Zone } from '@qingheng/raster';
import type { Sheet } from '@qingheng/sheet';
import type { RasterCopies } from './raster-copies';

export const planRaster = defineJob<{ runId: string }>('ecoproduct.raster-plan');
export const computeRaster = defineJob<{ runId: string; place: number }>('ecoproduct.raster-part');
/** Deletes what the parts left behind. */
export const clearRaster = defineJob<{ runId: string }>('ecoproduct.raster-clear');
export const joinRaster = defineJob<{ runId: string }>('ecoproduct.raster-join');

/** A run as it is kept: rasters by the hash of their bytes. */
export interface KeptJob {
  method: string;
  version: string;
  table: string;
  column: string;
  asOf: string;
  region: string;
  factors: Record<string, { raster: string; sha256: string; name: string; unit?: string } | { value: string }>;
  zones?: { raster: string; sha256: string; list: Zone[] };
  classes?: { raster: string; sha256: string; codes: number[] };
  total: RasterJob['total'];
  planarAreas: boolean;
  written: boolean;
}

/** Where the scratch files of a part are kept until they are joined. */
export interface KeptPart extends RasterPart {
  files: Record<string, string>;
}

/** The job on this machine; `folder` takes its result. */
export async function jobHere(sheet: Sheet, kept: KeptJob, copies: RasterCopies, folder: string): Promise<RasterJob> {
  const factors: Record<string, Factor> = {};
  for (const [name, factor] of Object.entries(kept.factors))
    factors[name] =
      'value' in factor
        ? factor
        : { raster: await copies.of(factor.sha256), ...(factor.unit !== undefined && { unit: factor.unit }) };
  const { table, column, asOf, region, zones, classes, total, planarAreas } = kept;
  return {
    ...{ sheet, table, column, asOf, region, factors, total, planarAreas },
    ...(zones && { zones: { raster: await copies.of(zones.sha256), list: zones.list } }),
    ...(classes && { classes: { raster: await copies.of(classes.sha256), codes: classes.codes } }),
    ...(kept.written && { result: { path: `${folder}/result.tif`, picture: `${folder}/result.png` } }),
  };
}
