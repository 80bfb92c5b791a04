import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STAGES, STEPS } from './stage';

const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');
const TABLES = ['compensation_programme', 'compensation_parameter', 'compensation_duty', 'compensation_act'];

export class CompensationProgramme1700000005000 implements MigrationInterface {
  name = 'CompensationProgramme1700000005000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE SEQUENCE compensation_programme_number;
      GRANT USAGE ON SEQUENCE compensation_programme_number TO qh_app;

      CREATE TABLE compensation_programme (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'B' || to_char(now(), 'YYYY') || '-' || lpad(nextval('compensation_programme_number')::text, 5, '0'),
        organisation_id uuid NOT NULL REFERENCES organisation,
        title text NOT NULL CHECK (title <> ''),
        legal_basis jsonb NOT NULL,
        parties jsonb NOT NULL,
        documents jsonb NOT NULL DEFAULT '[]',
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        period_start date NOT NULL,
        period_end date NOT NULL CHECK (period_end >= period_start),
        region text NOT NULL,
        method text NOT NULL,
        pool_code text NOT NULL CHECK (pool_code <> ''),
        pool_fen bigint NOT NULL CHECK (pool_fen >= 0),
        funds_received_on date,
        notice_days int NOT NULL CHECK (notice_days BETWEEN 1 AND 90),
        stage text NOT NULL DEFAULT 'draft' CHECK (stage IN (${quoted(STAGES)})),
        revision int NOT NULL DEFAULT 1,
        run_id uuid,
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, organisation_id)
      );
      CREATE INDEX compensation_programme_of ON compensation_programme (organisation_id, id DESC);

      -- A stage follows only where a step leads there, and what was calculated with does not change under the figures.
      CREATE FUNCTION compensation_programme_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.stage <> OLD.stage AND (OLD.stage, NEW.stage) NOT IN
          (${STEPS.map(([from, to]) => `('${from}', '${to}')`).join(', ')}) THEN
          RAISE EXCEPTION 'no step from % to %', OLD.stage, NEW.stage USING ERRCODE = 'check_violation';
        END IF;
        IF OLD.stage <> 'draft' AND (NEW.method, NEW.region, NEW.year, NEW.period_start, NEW.period_end, NEW.pool_code,
             NEW.pool_fen, NEW.organisation_id) IS DISTINCT FROM (OLD.method, OLD.region, OLD.year, OLD.period_start,
             OLD.period_end, OLD.pool_code, OLD.pool_fen, OLD.organisation_id) THEN
          RAISE EXCEPTION 'a programme changes as a draft only' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.stage = 'calculated' AND NEW.run_id IS NULL THEN
          RAISE EXCEPTION 'a calculated programme has a run' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER compensation_programme_guard BEFORE UPDATE ON compensation_programme
        FOR EACH ROW EXECUTE FUNCTION compensation_programme_guard();

      -- Rates, coefficients, caps of a league or banner, each with the paper it stands in; two never hold at once.
      CREATE TABLE compensation_parameter (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        name text NOT NULL,
        region text NOT NULL CHECK (region ~ '^[0-9]{2,6}$'),
        value numeric NOT NULL,
        valid daterange NOT NULL CHECK (NOT isempty(valid)),
        source text NOT NULL CHECK (source <> ''),
        confidence text NOT NULL CHECK (confidence IN ('official', 'secondary', 'provisional')),
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id),
        EXCLUDE USING gist (programme_id WITH =, name WITH =, region WITH =, valid WITH &&)
      );

      -- One duty for one person on one programme, whatever roles the person holds.
      CREATE TABLE compensation_duty (
        programme_id uuid NOT NULL,
        user_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        duty text NOT NULL CHECK (duty IN ('clerk', 'reviewer', 'approver')),
        since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (programme_id, user_id),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id)
      );

      CREATE TABLE compensation_act (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        by jsonb NOT NULL,
        act text NOT NULL,
        stage text NOT NULL,
        remarks text NOT NULL DEFAULT '',
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id)
      );
      CREATE INDEX compensation_act_of ON compensation_act (programme_id, id);

      GRANT SELECT, INSERT ON compensation_programme, compensation_parameter, compensation_duty, compensation_act TO qh_app;
      GRANT UPDATE (title, legal_basis, parties, documents, year, period_start, period_end, region, method, pool_code,
        pool_fen, funds_received_on, notice_days, stage, revision, run_id, updated_at) ON compensation_programme TO qh_app;
      GRANT DELETE ON compensation_parameter TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ${[...TABLES].reverse().join(', ')};
      DROP FUNCTION compensation_programme_guard(); DROP SEQUENCE compensation_programme_number`);
  }
}
