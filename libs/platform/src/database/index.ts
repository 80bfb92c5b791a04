export type { Actor } from '../access/actor';
export { CopyIn } from './copy-in';
export { makeDataSource, type DatabaseOptions } from './data-source';
export { migrate } from './migrate';
export { UnitOfWork } from './unit-of-work';
export { DatabaseModule } from './database.module';
export { everyone, own, secure } from './security';
