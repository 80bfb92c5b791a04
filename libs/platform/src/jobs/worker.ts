/** Runs jobs: claims each in Postgres, keeps its lease alive, and writes how it ended. */
import { hostname } from 'node:os';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Worker } from 'bullmq';
import { type Actor, systemActor } from '../access/actor';
import { PlatformConfig } from '../config';
import { UnitOfWork } from '../database';
import { toRefusal } from '../errors';
import { definedJobs, type Handler, HANDLES, type JobType } from './job-type';
import { QUEUE, redisFor } from './queue';

interface Claimed {
  id: string;
  name: string;
  payload: object;
  actor: Actor;
  attempts: number;
  max_attempts: number;
}

@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(JobWorker.name);
  private readonly name = `${hostname()}:${process.pid}`;
  private readonly handlers = new Map<string, { type: JobType<unknown>; handler: Handler<object> }>();
  private worker?: Worker;

  constructor(
    private readonly config: PlatformConfig,
    private readonly work: UnitOfWork,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.discover();
    const connection = redisFor(this.config);
    this.worker = new Worker<{ id: string }>(QUEUE, ({ data }) => this.perform(data.id), {
      connection,
      concurrency: this.config.workerConcurrency,
      // Lost jobs are found by their lease in Postgres, not by Redis.
      maxStalledCount: 0,
    });
    this.worker.on('error', (error) => this.log.debug(`queue: ${error.message}`));
    this.worker.on('closed', () => connection.disconnect());
    await this.worker.waitUntilReady();
  }

  /** Lets running jobs finish; what a killed process leaves is taken over when its lease ends. */
  async onApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }

  private discover(): void {
    const types = new Map(definedJobs().map((type) => [type.name, type]));
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const name = metatype && this.reflector.get<string | undefined>(HANDLES, metatype);
      if (!name) continue;
      if (this.handlers.has(name)) throw new Error(`the job ${name} has two handlers`);
      this.handlers.set(name, { type: types.get(name)!, handler: instance });
    }
    const orphans = [...types.keys()].filter((name) => !this.handlers.has(name));
    if (orphans.length) throw new Error(`these jobs have no handler: ${orphans.join(', ')}`);
  }

  private async perform(id: string): Promise<void> {
    const job = await this.claim(id);
    if (!job) return; // somebody else has it, or it has ended
    const stop = new AbortController();
    const beat = setInterval(() => void this.beat(job, stop), (this.config.leaseSeconds * 1000) / 3);
    try {
      await this.handlers.get(job.name)!.handler.handle(job.payload, {
        jobId: id,
        attempt: job.attempts,
        actor: job.actor,
        signal: stop.signal,
        progress: this.reporter(job),
      });
      await this.end(job, stop.signal.aborted ? 'cancelled' : 'succeeded');
    } catch (error) {
      await this.failed(job, error, stop.signal.aborted);
    } finally {
      clearInterval(beat);
    }
  }

  private async claim(id: string): Promise<Claimed | undefined> {
    const [rows] = await this.query(
      `UPDATE job SET status = 'running', attempts = attempts + 1, worker = $2, started_at = COALESCE(started_at, now()),
         lease_until = now() + $3 * interval '1 second'
       WHERE id = $1 AND ((status = 'queued' AND run_after <= now()) OR (status = 'running' AND lease_until < now()))
         AND name = ANY($4)
       RETURNING id, name, payload, actor, attempts, max_attempts`,
      // A kind this release does not know is left to a worker that does.
      [id, this.name, this.config.leaseSeconds, [...this.handlers.keys()]],
    );
    const job = rows[0] as Claimed | undefined;
    // A job that takes its worker with it each time must not go round for ever.
    if (job && job.attempts > job.max_attempts) {
      await this.end(job, 'dead', { code: 'JOB_LOST' });
      return undefined;
    }
    return job;
  }

  private async beat(job: Claimed, stop: AbortController): Promise<void> {
    try {
      const [rows] = await this.query(
        `UPDATE job SET lease_until = now() + $3 * interval '1 second'
         WHERE id = $1 AND status = 'running' AND attempts = $2 RETURNING cancel_requested`,
        [job.id, job.attempts, this.config.leaseSeconds],
      );
      if (!rows.length || rows[0].cancel_requested) stop.abort();
    } catch (error) {
      this.log.warn(`the lease of ${job.name} ${job.id} could not be renewed: ${(error as Error).message}`);
    }
  }

  private reporter(job: Claimed) {
    let last = 0;
    return async (done: number, note?: { zh: string; en: string }): Promise<void> => {
      if (Date.now() - last < 250 && done < 1) return;
      last = Date.now();
      const share = Math.min(1, Math.max(0, done)).toFixed(4);
      await this.query('UPDATE job SET progress = $3, note = COALESCE($4, note) WHERE id = $1 AND attempts = $2', [
        job.id,
        job.attempts,
        share,
        note ? JSON.stringify(note) : null,
      ]);
    };
  }

  private async failed(job: Claimed, error: unknown, cancelled: boolean): Promise<void> {
    if (cancelled) return this.end(job, 'cancelled');
    const refusal = toRefusal(error);
    // A refusal is an answer: asking again gives the same one. Only a passing trouble is worth another try.
    if (refusal && refusal.status < 500) return this.end(job, 'failed', { code: refusal.code, params: refusal.params });
    this.log.error(`${job.name} ${job.id}, attempt ${job.attempts}`, (error as Error)?.stack);
    if (job.attempts >= job.max_attempts) return this.end(job, 'dead', { code: refusal?.code ?? 'INTERNAL' });
    const { backoffSeconds } = this.handlers.get(job.name)!.type;
    const wait = Math.min(3600, backoffSeconds * 2 ** (job.attempts - 1));
    await this.query(
      `UPDATE job SET status = 'queued', lease_until = NULL, dispatched_at = NULL, error = $4,
         run_after = now() + $3 * interval '1 second' WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [job.id, job.attempts, wait, JSON.stringify({ code: refusal?.code ?? 'INTERNAL' })],
    );
  }

  private async end(job: Claimed, status: string, error?: object): Promise<void> {
    await this.query(
      `UPDATE job SET status = $3, finished_at = now(), lease_until = NULL, error = $4,
         progress = CASE WHEN $3 = 'succeeded' THEN 1 ELSE progress END
       WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [job.id, job.attempts, status, error ? JSON.stringify(error) : null],
    );
  }

  private query(text: string, values: unknown[]) {
    return this.work.run(systemActor, (manager) => manager.query(text, values));
  }
}
