import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { refuse } from '../errors';
import type { JobType } from './job-type';

export type JobStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'dead' | 'cancelled';

export interface JobState {
  id: string;
  name: string;
  key: string;
  status: JobStatus;
  attempts: number;
  progress: string;
  note: { zh: string; en: string } | null;
  error: { code: string; params?: Record<string, string | number> } | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const STATE = `id, name, key, status, attempts, progress, note, error, created_at AS "createdAt",
  started_at AS "startedAt", finished_at AS "finishedAt"`;

@Injectable()
export class Jobs {
  /**
   * Adds a job in the transaction of the command that asks for it: both are committed or neither. `key` is the
   * business key: asking twice for the same thing makes one job. It runs at once or after `runAfter`. Returns its id.
   */
  async enqueue<P extends object>(
    manager: EntityManager,
    type: JobType<P>,
    { key, payload, actor, runAfter }: { key: string; payload: P; actor: Actor; runAfter?: Date },
  ): Promise<string> {
    const [added] = await manager.query(
      `INSERT INTO job (name, key, payload, organisation_id, actor, max_attempts, run_after)
       VALUES ($1, $2, $3, $4, $5, $6, COALESCE($7, now())) ON CONFLICT (name, key) DO NOTHING RETURNING id`,
      [
        type.name,
        key,
        JSON.stringify(payload),
        actor.organisationId || null,
        JSON.stringify(actor),
        type.maxAttempts,
        runAfter ?? null,
      ],
    );
    if (added) return added.id;
    // A statement of its own: only a new snapshot shows what another transaction committed while the first one waited.
    const [there] = await manager.query('SELECT id FROM job WHERE name = $1 AND key = $2', [type.name, key]);
    if (!there) throw refuse('CONFLICT'); // it belongs to another organisation
    return there.id;
  }

  async state(manager: EntityManager, id: string): Promise<JobState | undefined> {
    const [row] = await manager.query(`SELECT ${STATE} FROM job WHERE id = $1`, [id]);
    return row;
  }

  /** A queued job ends at once; a running one is asked to stop. False where it has already ended. */
  async cancel(manager: EntityManager, id: string): Promise<boolean> {
    const [rows] = await manager.query(
      `UPDATE job SET cancel_requested = true,
         status = CASE WHEN status = 'queued' THEN 'cancelled' ELSE status END,
         finished_at = CASE WHEN status = 'queued' THEN now() ELSE finished_at END
       WHERE id = $1 AND status IN ('queued', 'running') RETURNING id`,
      [id],
    );
    return rows.length > 0;
  }

  list(
    manager: EntityManager,
    { status, after, limit }: { status?: JobStatus; after?: string; limit: number },
  ): Promise<JobState[]> {
    return manager.query(
      `SELECT ${STATE} FROM job WHERE ($1::text IS NULL OR status = $1) AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [status ?? null, after ?? null, limit],
    );
  }

  /** Gives a dead letter another round of attempts. */
  async revive(manager: EntityManager, id: string): Promise<boolean> {
    const [rows] = await manager.query(
      `UPDATE job SET status = 'queued', attempts = 0, run_after = now(), dispatched_at = NULL, error = NULL,
         finished_at = NULL WHERE id = $1 AND status = 'dead' RETURNING id`,
      [id],
    );
    if (rows.length) await manager.query(`SELECT pg_notify('qh_outbox', '')`);
    return rows.length > 0;
  }
}
