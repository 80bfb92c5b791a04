/** What the room of rasters brings to the API and to the worker. */
import { MethodsService } from '@qingheng/pipeline';
import { RasterCopies } from './raster-copies';
import { RasterRunController } from './raster-run.controller';
import { RasterRunService } from './raster-run.service';
import { RasterController } from './raster.controller';
import { ComputeRasterHandler, JoinRasterHandler, PlanRasterHandler, RasterBench } from './raster.handlers';
import { RasterService } from './raster.service';
import { ClearRasterHandler } from './scratch';

export const rasterControllers = [RasterController, RasterRunController];
export const rasterProviders = [RasterCopies, RasterService, RasterRunService];
export const rasterHandlers = [
  MethodsService,
  RasterCopies,
  RasterBench,
  PlanRasterHandler,
  ComputeRasterHandler,
  JoinRasterHandler,
  ClearRasterHandler,
];
export { EcoproductRaster1700000007500 } from './raster.migration';
