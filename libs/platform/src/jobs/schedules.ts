/** Work by the clock, kept in Postgres: a Redis that lost everything misses no appointment, two relays make one job. */
import { Injectable } from '@nestjs/common';
import { systemActor } from '../access/actor';
import { UnitOfWork } from '../database';
import type { JobType } from './job-type';
import { Jobs } from './jobs';

interface Schedule {
  job: JobType<Record<string, never>>;
  everySeconds: number;
}

const schedules: Schedule[] = [];

/** The job is asked for every so many seconds, counted from the epoch; after a pause once, not once per missed time. */
export function defineSchedule(job: Schedule['job'], everySeconds: number): void {
  schedules.push({ job, everySeconds });
}

@Injectable()
export class Schedules {
  private checked = 0;

  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  async enqueueDue(now = Date.now()): Promise<void> {
    if (!schedules.length || now - this.checked < 10_000) return;
    this.checked = now;
    await this.work.run(systemActor, async (manager) => {
      for (const { job, everySeconds } of schedules) {
        const slot = Math.floor(now / 1000 / everySeconds);
        const next = new Date((slot + 1) * everySeconds * 1000);
        const rows = await manager.query(
          `INSERT INTO schedule (name, next_at) VALUES ($1, $2)
           ON CONFLICT (name) DO UPDATE SET next_at = EXCLUDED.next_at WHERE schedule.next_at <= $3 RETURNING name`,
          [job.name, next, new Date(now)],
        );
        if (rows.length)
          await this.jobs.enqueue(manager, job, { key: `slot ${slot}`, payload: {}, actor: systemActor });
      }
    });
  }
}
