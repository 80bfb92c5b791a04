/**
 * A POST with an Idempotency-Key is done once: sent again, it gets the first answer again. The key belongs to the
 * person and the route; with other content it is refused. What failed is not kept: it may be tried again.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { catchError, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import { type Actor, actorOf } from '../access';
import { PlatformConfig } from '../config';
import { UnitOfWork } from '../database';
import { refuse } from './idempotency.messages';
import { ONCE_ONLY } from './once-only';

/** A process that was lost in the middle frees the key after this long. */
const BUSY = '2 minutes';
const KEY = /^[\x21-\x7e]{8,255}$/;

interface Kept {
  request_hash: string;
  attempt: string;
  status: number | null;
  body: unknown;
}

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly config: PlatformConfig,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const key = request.headers['idempotency-key'];
    const actor = actorOf(request);
    if (request.method !== 'POST' || key === undefined || !actor.userId) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) throw refuse('IDEMPOTENCY_KEY_INVALID');
    const route = request.originalUrl.split('?')[0]!;
    const attempt = randomUUID();
    const hash = hashOf(request, this.config.secret);
    const kept = await this.reserve(actor, route, key, hash, attempt);
    if (kept.request_hash.trim() !== hash) throw refuse('IDEMPOTENCY_KEY_REUSED');
    if (kept.status !== null) {
      response.status(kept.status).setHeader('Idempotency-Replayed', 'true');
      return of(kept.body ?? undefined);
    }
    if (kept.attempt !== attempt) throw refuse('IDEMPOTENCY_KEY_BUSY');
    return next.handle().pipe(
      catchError((error: unknown) => from(this.free(actor, attempt)).pipe(mergeMap(() => throwError(() => error)))),
      // After the release: what was done and could not be noted must not be done again by the next request.
      mergeMap((body: unknown) =>
        from(this.keep(actor, attempt, response.statusCode, this.keepable(context, body)).then(() => body)),
      ),
    );
  }

  private keepable(context: ExecutionContext, body: unknown): unknown {
    const hidden = this.reflector.get<string[] | undefined>(ONCE_ONLY, context.getHandler());
    if (!hidden) return body;
    return Object.fromEntries(Object.entries(body as object).filter(([field]) => !hidden.includes(field)));
  }

  /** Takes the key or returns what stands there. */
  private reserve(actor: Actor, route: string, key: string, hash: string, attempt: string): Promise<Kept> {
    return this.work.run(actor, async (manager) => {
      const [row] = await manager.query(
        `INSERT INTO idempotency_key AS k (key, actor_id, route, organisation_id, request_hash, attempt, busy_until)
         VALUES ($1, $2, $3, $4, $5, $6, now() + interval '${BUSY}')
         ON CONFLICT (actor_id, route, key) DO UPDATE SET
           attempt = CASE WHEN k.status IS NULL AND k.busy_until < now() THEN excluded.attempt ELSE k.attempt END,
           busy_until = CASE WHEN k.status IS NULL AND k.busy_until < now() THEN excluded.busy_until ELSE k.busy_until END
         RETURNING request_hash, attempt, status, body`,
        [key, actor.userId, route, actor.organisationId, hash, attempt],
      );
      return row;
    });
  }

  private async keep(actor: Actor, attempt: string, status: number, body: unknown): Promise<void> {
    await this.work.run(actor, (manager) =>
      manager.query('UPDATE idempotency_key SET status = $2, body = $3, busy_until = NULL WHERE attempt = $1', [
        attempt,
        status,
        body === undefined ? null : JSON.stringify(body),
      ]),
    );
  }

  private async free(actor: Actor, attempt: string): Promise<void> {
    await this.work
      .run(actor, (manager) =>
        manager.query('DELETE FROM idempotency_key WHERE attempt = $1 AND status IS NULL', [attempt]),
      )
      .catch(() => {}); // then it is free when its time is up; the first error counts
  }
}

/**
 * An uploaded file is not in the body yet; its size and type stand for it. Under the service's secret: a body may hold
 * a password, which a plain hash would let somebody guess.
 */
function hashOf(request: Request, secret: string): string {
  const multipart = request.headers['content-type']?.startsWith('multipart/');
  const content = multipart ? request.headers['content-length'] : JSON.stringify(request.body ?? null);
  return createHmac('sha256', `idempotency\n${secret}`).update(`${request.originalUrl}\n${content}`).digest('hex');
}
