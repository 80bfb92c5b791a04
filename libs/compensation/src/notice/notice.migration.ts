import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['compensation_notice', 'compensation_objection'];

export class CompensationNotice1700000005300 implements MigrationInterface {
  name = 'CompensationNotice1700000005300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE compensation_notice (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        run_id uuid NOT NULL UNIQUE,
        first_day date NOT NULL,
        last_day date NOT NULL CHECK (last_day >= first_day),
        contact text NOT NULL CHECK (contact <> ''),
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, organisation_id),
        FOREIGN KEY (run_id, organisation_id) REFERENCES compensation_run (id, organisation_id),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id)
      );
      CREATE TABLE compensation_objection (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        notice_id uuid NOT NULL,
        household text,
        text text NOT NULL CHECK (text <> ''),
        received_by jsonb NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        outcome text CHECK (outcome IN ('dismissed', 'upheld')),
        reason text CHECK (reason <> ''),
        resolved_by jsonb,
        resolved_at timestamptz,
        FOREIGN KEY (notice_id, organisation_id) REFERENCES compensation_notice (id, organisation_id),
        CHECK ((outcome IS NULL) = (reason IS NULL) AND (outcome IS NULL) = (resolved_by IS NULL))
      );
      CREATE INDEX compensation_objection_of ON compensation_objection (notice_id, id);

      -- What was not published for its days, or is objected to, is not approved.
      CREATE FUNCTION compensation_approval_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM compensation_notice WHERE run_id = NEW.run_id
                       AND last_day < (now() AT TIME ZONE 'Asia/Shanghai')::date) THEN
          RAISE EXCEPTION 'the public notice is not over' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT FROM compensation_objection o JOIN compensation_notice n ON n.id = o.notice_id
                   WHERE n.run_id = NEW.run_id AND o.outcome IS DISTINCT FROM 'dismissed') THEN
          RAISE EXCEPTION 'an objection stands' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER compensation_approval BEFORE UPDATE ON compensation_programme
        FOR EACH ROW WHEN (OLD.stage = 'notice' AND NEW.stage = 'approved')
        EXECUTE FUNCTION compensation_approval_guard();

      GRANT SELECT, INSERT ON compensation_notice, compensation_objection TO qh_app;
      GRANT UPDATE (outcome, reason, resolved_by, resolved_at) ON compensation_objection TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER compensation_approval ON compensation_programme;
      DROP TABLE ${[...TABLES].reverse().join(', ')}; DROP FUNCTION compensation_approval_guard()`);
  }
}
