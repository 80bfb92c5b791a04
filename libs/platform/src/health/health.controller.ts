import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Public } from '../access';
import { JobQueue } from '../jobs';
import { Metrics } from './metrics';

@ApiExcludeController()
@SkipThrottle()
@Controller()
@Public()
export class HealthController {
  constructor(
    private readonly source: DataSource,
    private readonly queue: JobQueue,
    private readonly metrics: Metrics,
  ) {}

  /** The process lives. */
  @Get('healthz')
  @HttpCode(200)
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It can do its work. Without Redis filings are still taken: their jobs wait in Postgres. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response) {
    const [postgres, redis] = await Promise.all([
      answers(() => this.source.query('SELECT 1')),
      answers(() => this.queue.redis.ping()),
    ]);
    response.status(postgres ? 200 : 503);
    return { status: postgres ? 'ok' : 'unavailable', postgres, redis };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  read(): Promise<string> {
    return this.metrics.read();
  }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('late')), 1_000)));
  return Promise.race([ask(), late])
    .then(
      () => true,
      () => false,
    )
    .finally(() => clearTimeout(timer));
}
