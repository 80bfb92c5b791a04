/** The platform over HTTP, on a database of its own, with whatever else a spec brings. */
import { type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  AccessModule,
  AuditModule,
  ConfigModule,
  DatabaseModule,
  FilesModule,
  IdentityModule,
  JobsModule,
  platformEntities,
  ProblemFilter,
  validationPipe,
} from '@qingheng/platform';
import type { TestDatabase } from './database';

export interface TestApp {
  url: string;
  app: NestExpressApplication;
}

/** Ends with its database. */
export async function serve(database: TestDatabase, more: ModuleMetadata = {}): Promise<TestApp> {
  class Served {}
  const module = {
    module: Served,
    ...more,
    imports: [
      ConfigModule.for(database.config),
      DatabaseModule.for(platformEntities),
      JobsModule.asking(),
      AuditModule,
      IdentityModule,
      AccessModule,
      FilesModule,
      ...(more.imports ?? []),
    ],
  };
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: false, abortOnError: false });
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz', 'metrics', 'oauth/*path', '.well-known/*path'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  database.onDrop(() => app.close());
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl() };
}
