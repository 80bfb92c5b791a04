import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { finalize, type Observable } from 'rxjs';
import { systemActor } from '../access';
import { UnitOfWork } from '../database';

@Injectable()
export class Metrics implements NestInterceptor {
  private readonly registry = new Registry();
  private readonly requests: Histogram;

  constructor(work: UnitOfWork) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'qingheng_http_seconds',
      help: 'Duration of requests by route, not by address: ids would make a series each',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.3, 1, 3, 10],
      registers,
    });
    new Gauge({
      name: 'qingheng_jobs',
      help: 'Jobs that wait, run or need somebody to look at them',
      labelNames: ['status'],
      registers,
      async collect() {
        const rows: { status: string; n: number }[] = await work.run(systemActor, (manager) =>
          manager.query(
            `SELECT status, count(*)::int AS n FROM job WHERE status IN ('queued', 'running', 'dead') GROUP BY status`,
          ),
        );
        this.reset();
        for (const { status, n } of rows) this.set({ status }, n);
      },
    });
  }

  read(): Promise<string> {
    return this.registry.metrics();
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { method, route } = http.getRequest<Request>();
    const end = this.requests.startTimer({ method, route: (route as { path?: string } | undefined)?.path ?? '' });
    return next.handle().pipe(finalize(() => end({ status: http.getResponse<Response>().statusCode })));
  }
}
