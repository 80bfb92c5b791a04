/** The HTTP application as it is served: prefix, checks, errors, documentation, console. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { PactFilter } from '@qingheng/footprint';
import { Logger, type PlatformConfig, tlsOf, validationPipe } from '@qingheng/platform';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { AppModule } from './app.module';
import { describe, setPrefix } from './openapi';
import { packedFiles } from './packed-files';

/** Inventories come as JSON as well; bigger ones as files. */
const MAX_BODY = '10mb';
const NOT_CONSOLE = /^\/(api|oauth|pact|\.well-known|healthz|readyz|metrics)(\/|$)/;

export async function createApp(config: PlatformConfig): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config), {
    bufferLogs: true,
    httpsOptions: tlsOf(config),
  });
  app.useLogger(app.get(Logger));
  // Longer than any proxy keeps a quiet connection: whoever sends the next request on it does not find it closed.
  app.getHttpServer().keepAliveTimeout = 65_000;
  app.enableShutdownHooks();
  // Proxies stand in the same private network; what a stranger claims about its address counts for nothing.
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          // antd and ECharts set styles of elements; scripts come from here alone.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          connectSrc: ["'self'"],
          upgradeInsecureRequests: config.publicUrl.startsWith('https:') ? [] : null,
        },
      },
      strictTransportSecurity: config.publicUrl.startsWith('https:'),
    }),
  );
  app.useBodyParser('json', { limit: MAX_BODY, type: ['application/json', 'application/cloudevents+json'] });
  setPrefix(app);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new PactFilter());
  document(app);
  serveConsole(app, config.consoleDir);
  return app;
}

function document(app: NestExpressApplication): void {
  // Made when somebody first asks: starting does not wait for it.
  SwaggerModule.setup('api/docs', app, () => describe(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Qingheng API',
  });
}

/** The built console: its files by name, its one page for every address a person may type. */
function serveConsole(app: NestExpressApplication, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  const assets = join(folder, 'assets');
  app.use('/assets', packedFiles(assets));
  app.useStaticAssets(assets, { prefix: '/assets', immutable: true, maxAge: '365d' });
  app.useStaticAssets(folder, { index: false, maxAge: '1h' });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const forPerson = request.method === 'GET' && request.accepts(['html', 'json']) === 'html';
    if (!forPerson || NOT_CONSOLE.test(request.path)) return next();
    // Below `root`: a whole path with a hidden folder on the way would be refused.
    response.setHeader('Cache-Control', 'no-cache').sendFile('index.html', { root: folder });
  });
}
