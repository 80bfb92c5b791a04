/** A worker in this process, with the handlers a spec brings. */
import type { INestApplicationContext, Provider } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  AuditModule,
  ConfigModule,
  DatabaseModule,
  Jobs,
  JobsModule,
  platformEntities,
  PurgeIdempotencyKeys,
} from '@qingheng/platform';
import type { TestDatabase } from './database';

export interface TestWorker {
  app: INestApplicationContext;
  jobs: Jobs;
}

/** Ends with its database. */
export async function startWorker(database: TestDatabase, handlers: Provider[]): Promise<TestWorker> {
  const module: TestingModule = await Test.createTestingModule({
    imports: [
      ConfigModule.for(database.config),
      DatabaseModule.for(platformEntities),
      JobsModule.working(),
      AuditModule,
    ],
    providers: [PurgeIdempotencyKeys, ...handlers],
  }).compile();
  module.useLogger(false);
  database.onDrop(() => module.close());
  await module.init();
  return { app: module, jobs: module.get(Jobs) };
}
