/** Forest and grassland carbon sinks: projects, areas, monitoring periods. */
export { landSearch } from './area/choose-search';
export { sizeOf } from './geometry/measure';
export { readArea } from './geometry/read-area';
export { boundsOf } from './geometry/shapes';
export { ImportHandler } from './import/import.handler';
export { SpeciesList } from './import/species';
export { StockHandler } from './stock/stock.handler';
export { SinkModule, SinkWorkModule } from './sink.module';
import { SinkCredit1700000014000 } from './credit.migration';
import { Sink1700000003000 } from './sink.migration';
import { SinkNear1700000070000 } from './area/near.migration';
import { SinkOverlaps1700000013200 } from './area/overlaps.migration';
import { SinkProspectStand1700000017190 } from './reserve/stand/stand.migration';
import { SinkStage1700000022100 } from './stage/stage.migration';
import { SinkStock1700000013100 } from './stock/stock.migration';
import { SinkField1700000013000 } from './visit/field.migration';

export const sinkMigrations = [
  Sink1700000003000,
  SinkField1700000013000,
  SinkCredit1700000014000,
  SinkStock1700000013100,
  SinkOverlaps1700000013200,
  SinkProspectStand1700000017190,
  SinkStage1700000022100,
  SinkNear1700000070000,
];
