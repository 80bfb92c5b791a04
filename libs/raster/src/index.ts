/** Rasters: read, computed by a sheet's formula, added up by zone, written. Pure but for files and threads. */
export type { Factor, RasterJob, RasterResult, RunOptions as RasterRunOptions, Zone, ZoneSum } from './run/job';
export { joinParts, runPart, runRaster, tileRows, type RasterPart } from './run/run-raster';
export { RasterFile, type RasterSource } from './tiff/raster-file';
export type { Header as RasterHeader } from './tiff/header';
export { cellAreas } from './grid/cell-area';
export { crsOf, type Crs } from './grid/crs';
export type { Grid } from './grid/grid';
export { writeRaster, type PlainRaster } from './tiff/write-plain';
export { rasteriseZones, type DrawnZone } from './zones/rasterise';
