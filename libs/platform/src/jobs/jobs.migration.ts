import type { MigrationInterface, QueryRunner } from 'typeorm';
import { own, secure } from '../database/security';

/** The outbox and the state of each job in one row: Postgres is the truth, Redis only hurries. */
export class Jobs1700000000100 implements MigrationInterface {
  name = 'Jobs1700000000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE job (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        name text NOT NULL CHECK (name <> ''),
        key text NOT NULL CHECK (key <> ''),
        payload jsonb NOT NULL,
        organisation_id uuid,
        actor jsonb NOT NULL,
        status text NOT NULL DEFAULT 'queued'
          CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'dead', 'cancelled')),
        attempts int NOT NULL DEFAULT 0,
        max_attempts int NOT NULL DEFAULT 5 CHECK (max_attempts > 0),
        run_after timestamptz NOT NULL DEFAULT now(),
        dispatched_at timestamptz,
        lease_until timestamptz,
        worker text,
        cancel_requested boolean NOT NULL DEFAULT false,
        progress numeric(5, 4) NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
        note jsonb,
        error jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        UNIQUE (name, key)
      );
      CREATE INDEX job_open ON job (run_after) WHERE status IN ('queued', 'running');
      CREATE INDEX job_dead ON job (finished_at) WHERE status = 'dead';
      CREATE TABLE schedule (
        name text PRIMARY KEY,
        next_at timestamptz NOT NULL
      );

      CREATE FUNCTION job_announce() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN PERFORM pg_notify('qh_outbox', ''); END IF;
        PERFORM pg_notify('qh_job', NEW.id::text);
        RETURN NULL;
      END $$;
      CREATE TRIGGER job_added AFTER INSERT ON job FOR EACH ROW EXECUTE FUNCTION job_announce();
      CREATE TRIGGER job_moved AFTER UPDATE OF status, progress, note ON job
        FOR EACH ROW EXECUTE FUNCTION job_announce();
    `);
    await db.query(secure('job', own()));
    await db.query('GRANT SELECT, INSERT, UPDATE ON job TO qh_app; GRANT SELECT, INSERT, UPDATE ON schedule TO qh_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE schedule, job; DROP FUNCTION job_announce()');
  }
}
