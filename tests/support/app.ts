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
  type PlatformConfig,
  platformEntities,
  ProblemFilter,
  validationPipe,
} from '@qingheng/platform';

export interface TestApp {
  url: string;
  app: NestExpressApplication;
}

export async function serve(config: PlatformConfig, more: ModuleMetadata = {}): Promise<TestApp> {
  class Served {}
  const module = {
    module: Served,
    ...more,
    imports: [
      ConfigModule.for(config),
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
  app.setGlobalPrefix('api/v1', { exclude: ['oauth/*path', '.well-known/*path'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl() };
}
