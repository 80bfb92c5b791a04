import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EcoproductRaster1700000007500 implements MigrationInterface {
  name = 'EcoproductRaster1700000007500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE eco_raster (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        name text NOT NULL CHECK (name <> ''),
        kind text NOT NULL CHECK (kind IN ('factor', 'zones', 'classes')),
        unit text,
        sha256 text NOT NULL,
        bytes bigint NOT NULL,
        -- What its header says, and the zones of a zone raster.
        header jsonb NOT NULL,
        zones jsonb,
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, organisation_id)
      );
      CREATE TABLE eco_raster_run (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        title text NOT NULL CHECK (title <> ''),
        sheet_hash text NOT NULL,
        job jsonb NOT NULL,
        status text NOT NULL DEFAULT 'waiting'
          CHECK (status IN ('waiting', 'running', 'joining', 'succeeded', 'failed', 'cancelled')),
        faults jsonb NOT NULL DEFAULT '[]',
        result jsonb,
        result_hash text,
        result_file text,
        picture text,
        job_id uuid,
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        UNIQUE (id, organisation_id),
        -- A result is there exactly when it succeeded.
        CHECK ((status = 'succeeded') = (result IS NOT NULL AND result_hash IS NOT NULL))
      );
      -- What has ended stays as it ended.
      CREATE FUNCTION eco_raster_run_ended() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status IN ('succeeded', 'failed', 'cancelled') THEN
          RAISE EXCEPTION 'this raster run has ended' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER eco_raster_run_ended BEFORE UPDATE ON eco_raster_run
        FOR EACH ROW EXECUTE FUNCTION eco_raster_run_ended();
      CREATE TABLE eco_raster_part (
        run_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        place int NOT NULL,
        from_row int NOT NULL,
        to_row int NOT NULL CHECK (to_row > from_row),
        job_id uuid NOT NULL,
        share numeric(5, 4) NOT NULL DEFAULT 0 CHECK (share BETWEEN 0 AND 1),
        outcome jsonb,
        worker text,
        PRIMARY KEY (run_id, place),
        FOREIGN KEY (run_id, organisation_id) REFERENCES eco_raster_run (id, organisation_id)
      );
      GRANT SELECT, INSERT ON eco_raster, eco_raster_run, eco_raster_part TO qh_app;
      GRANT UPDATE (status, faults, result, result_hash, result_file, picture, job_id, finished_at)
        ON eco_raster_run TO qh_app;
      GRANT UPDATE (share, outcome, worker) ON eco_raster_part TO qh_app;
    `);
    for (const table of ['eco_raster', 'eco_raster_run', 'eco_raster_part']) await db.query(secure(table, own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE eco_raster_part, eco_raster_run, eco_raster; DROP FUNCTION eco_raster_run_ended()');
  }
}
