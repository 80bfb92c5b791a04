/** Forest and grassland carbon sinks: projects, areas, monitoring periods. */
export { sizeOf } from './geometry/measure';
export { readArea } from './geometry/read-area';
export { boundsOf } from './geometry/shapes';
export { SinkModule } from './sink.module';
import { SinkCredit1700000014000 } from './credit.migration';
import { Sink1700000003000 } from './sink.migration';
import { SinkField1700000013000 } from './visit/field.migration';

export const sinkMigrations = [Sink1700000003000, SinkField1700000013000, SinkCredit1700000014000];
