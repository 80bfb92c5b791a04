/** What every domain stands on: config, database, jobs, identity and access, audit, files, errors. */
export * from './access';
export * from './audit';
export * from './bulk';
export * from './config';
export { CopyIn, DatabaseModule, everyone, makeDataSource, migrate, own, secure, UnitOfWork } from './database';
export * from './errors';
export * from './files';
export * from './health';
export * from './http';
export * from './identity';
export * from './jobs';
export * from './logging';
export * from './reference';
export * from './report';
export { tlsOf } from './tls/tls';
export { platformEntities, platformMigrations } from './schema';
