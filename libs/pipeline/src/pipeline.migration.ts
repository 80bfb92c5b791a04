import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Pipeline1700000001000 implements MigrationInterface {
  name = 'Pipeline1700000001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Every sheet that ever calculated a figure, so that it can be explained and repeated years later.
      CREATE TABLE method_sheet (
        hash text PRIMARY KEY,
        id text NOT NULL,
        version text NOT NULL,
        sheet jsonb NOT NULL,
        first_used_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT ON method_sheet TO qh_app;

      CREATE SEQUENCE filing_number;
      GRANT USAGE ON SEQUENCE filing_number TO qh_app;
      CREATE TABLE filing (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'F' || to_char(now(), 'YYYY') || '-' || lpad(nextval('filing_number')::text, 6, '0'),
        organisation_id uuid NOT NULL REFERENCES organisation,
        method text NOT NULL,
        method_version text NOT NULL,
        title text NOT NULL CHECK (title <> ''),
        product text,
        period_start date NOT NULL,
        period_end date NOT NULL CHECK (period_end >= period_start),
        region text NOT NULL,
        as_of date NOT NULL,
        input jsonb NOT NULL,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN
          ('draft', 'running', 'failed', 'calculated', 'in_review', 'returned', 'approved', 'issued')),
        revision int NOT NULL DEFAULT 1,
        run_id uuid,
        authors uuid[] NOT NULL,
        created_by jsonb NOT NULL,
        issued_number text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, organisation_id)
      );
      CREATE INDEX filing_of_organisation ON filing (organisation_id, id DESC);
      CREATE INDEX filing_of_status ON filing (status, id DESC);

      CREATE TABLE filing_remark (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        filing_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        run_id uuid,
        at timestamptz NOT NULL DEFAULT now(),
        by jsonb NOT NULL,
        decision text NOT NULL CHECK (decision IN ('approve', 'return')),
        text text NOT NULL,
        FOREIGN KEY (filing_id, organisation_id) REFERENCES filing (id, organisation_id)
      );
      CREATE INDEX filing_remark_filing ON filing_remark (filing_id);

      CREATE TABLE run (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        filing_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        revision int NOT NULL,
        job_id uuid,
        sheet_hash text NOT NULL REFERENCES method_sheet,
        as_of date NOT NULL,
        region text NOT NULL,
        input jsonb NOT NULL,
        sources jsonb NOT NULL DEFAULT '[]',
        factors jsonb NOT NULL DEFAULT '[]',
        status text NOT NULL DEFAULT 'queued'
          CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
        result jsonb,
        result_hash text,
        issuable boolean,
        faults jsonb,
        requested_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        FOREIGN KEY (filing_id, organisation_id) REFERENCES filing (id, organisation_id),
        CHECK ((status = 'succeeded') = (result IS NOT NULL))
      );
      CREATE INDEX run_filing ON run (filing_id);
      CREATE INDEX run_open ON run (job_id) WHERE status IN ('queued', 'running');

      CREATE FUNCTION run_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status IN ('succeeded', 'failed', 'cancelled') THEN
          RAISE EXCEPTION 'a run that is over does not change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER run_over BEFORE UPDATE ON run FOR EACH ROW EXECUTE FUNCTION run_keep();

      GRANT SELECT, INSERT ON filing, filing_remark, run TO qh_app;
      GRANT UPDATE (method_version, title, product, input, status, revision, run_id, authors, issued_number, updated_at)
        ON filing TO qh_app;
      GRANT UPDATE (job_id, status, result, result_hash, issuable, faults, finished_at) ON run TO qh_app;
    `);
    await db.query(['filing', 'filing_remark', 'run'].map((table) => secure(table, own())).join('\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE run, filing_remark, filing, method_sheet; DROP FUNCTION run_keep(); DROP SEQUENCE filing_number',
    );
  }
}
