/** Forest and grassland carbon sinks: projects, areas, monitoring periods. */
export { SinkModule } from './sink.module';
import { Sink1700000003000 } from './sink.migration';

export const sinkMigrations = [Sink1700000003000];
