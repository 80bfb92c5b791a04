/** Carries due jobs from Postgres to Redis, again and again until they have run: a Redis that forgot is filled again. */
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { systemActor } from '../access/actor';
import { UnitOfWork } from '../database';
import { JobEvents } from './job-events';
import { JobQueue } from './queue';
import { Schedules } from './schedules';

const EVERY_MS = 1_000;
/** A job handed over this long ago and still not begun is handed over again. */
const FORGOTTEN = '5 seconds';
const BATCH = 500;

@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Relay.name);
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;
  private stopped = false;
  private unsubscribe?: () => void;

  constructor(
    private readonly work: UnitOfWork,
    private readonly queue: JobQueue,
    private readonly events: JobEvents,
    private readonly schedules: Schedules,
  ) {}

  onApplicationBootstrap(): void {
    this.unsubscribe = this.events.onOutbox(() => this.wake());
    this.timer = setInterval(() => this.wake(), EVERY_MS);
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.unsubscribe?.();
    await this.running;
  }

  /** One pass at a time; a call during a pass makes one more follow. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.pass().finally(() => {
      this.running = undefined;
      if (this.again && !this.stopped) {
        this.again = false;
        this.wake();
      }
    });
  }

  private async pass(): Promise<void> {
    try {
      await this.schedules.enqueueDue();
      for (;;) {
        const jobs = await this.due();
        if (jobs.length) await this.queue.dispatch(jobs);
        if (jobs.length < BATCH) return;
      }
    } catch (error) {
      this.log.warn(`the relay could not work: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** Marked as handed over before they are: when the hand-over fails, they are handed over again a little later. */
  private due(): Promise<{ id: string; name: string; attempts: number }[]> {
    return this.work.run(systemActor, async (manager) => {
      const [rows] = await manager.query(
        `UPDATE job SET dispatched_at = now() WHERE id IN (
           SELECT id FROM job
           WHERE (status = 'queued' AND run_after <= now()
                  AND (dispatched_at IS NULL OR dispatched_at < run_after OR dispatched_at < now() - interval '${FORGOTTEN}'))
              OR (status = 'running' AND lease_until < now()
                  AND (dispatched_at < lease_until OR dispatched_at < now() - interval '${FORGOTTEN}'))
           ORDER BY run_after, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
         RETURNING id, name, attempts`,
      );
      return rows;
    });
  }
}
