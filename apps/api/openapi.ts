/** The service describing itself: what `/api/openapi.json` answers and what the console's types are made from. */
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PlatformConfig } from '@qingheng/platform';
import { AppModule } from './app.module';

/** The exchange has addresses of its own; what people do with it lies under /api/v1/pact. */
const PACT = ['2', '3', 'auth', '.well-known', 'schemas'].map((part) => `pact/${part}/*path`);

export function setPrefix(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', {
    exclude: ['healthz', 'readyz', 'metrics', 'oauth/*path', '.well-known/*path', ...PACT],
  });
}

export function describe(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Qingheng 青衡')
    .setDescription(
      'Decimals are strings. Lists go by cursor. Creating POSTs take Idempotency-Key. Errors are RFC 9457 documents.',
    )
    .setVersion('1')
    .addCookieAuth('qh_session')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, base);
}

/** The document without a database: the modules are read (Nest's preview mode), nothing of them is started. */
export async function describeUnstarted(): Promise<OpenAPIObject> {
  const config = PlatformConfig.from({
    DATABASE_URL: 'postgres://nobody@localhost/none',
    REDIS_URL: 'redis://localhost',
    QH_SECRET: 'the document needs no secret of anybody',
  });
  const app = await NestFactory.create(AppModule.for(config), { preview: true, logger: false, abortOnError: false });
  setPrefix(app);
  return describe(app);
}
