import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'sink_period_filing',
  'sink_verification',
  'sink_verification_plot',
  'sink_finding',
  'sink_issuance',
  'sink_issuance_lot',
  'sink_reversal',
  'sink_simulation',
  'sink_prospect',
];

/** From a monitored period to credits that hold: verified, issued by vintage, drawn back on a reversal. */
export class SinkCredit1700000014000 implements MigrationInterface {
  name = 'SinkCredit1700000014000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE sink_verification_number;
      CREATE SEQUENCE sink_reversal_number;
      GRANT USAGE ON SEQUENCE sink_verification_number, sink_reversal_number TO qh_app;
      ALTER TABLE sink_monitoring_period ADD UNIQUE (id, project_id, organisation_id);

      -- The account of a period, filed on the one path; it may be exchanged until something is issued on it.
      CREATE TABLE sink_period_filing (
        period_id uuid PRIMARY KEY,
        project_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        filing_id uuid NOT NULL UNIQUE REFERENCES filing,
        linked_by jsonb NOT NULL,
        linked_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (period_id, project_id, organisation_id)
          REFERENCES sink_monitoring_period (id, project_id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_period_filing TO qh_app;
      GRANT UPDATE (filing_id, linked_by, linked_at) ON sink_period_filing TO qh_app;

      CREATE TABLE sink_verification (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        period_id uuid NOT NULL,
        number text NOT NULL UNIQUE
          DEFAULT 'SV' || to_char(now(), 'YYYY') || '-' || lpad(nextval('sink_verification_number')::text, 5, '0'),
        filing_id uuid NOT NULL REFERENCES filing,
        run_id uuid NOT NULL REFERENCES run,
        result_hash text NOT NULL,
        verifier jsonb NOT NULL,
        verifier_organisation uuid NOT NULL CHECK (verifier_organisation <> organisation_id),
        tolerance numeric(6, 4) NOT NULL CHECK (tolerance > 0 AND tolerance < 1),
        materiality numeric(6, 4) NOT NULL CHECK (materiality > 0 AND materiality < 1),
        basis text NOT NULL CHECK (basis <> ''),
        buffer_share numeric(6, 4) NOT NULL CHECK (buffer_share >= 0 AND buffer_share < 1),
        buffer_basis text NOT NULL CHECK (buffer_basis <> ''),
        sample jsonb NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'passed', 'failed')),
        statement text,
        opened_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        CHECK ((status = 'open') = (decided_at IS NULL)),
        UNIQUE (id, organisation_id),
        FOREIGN KEY (period_id, project_id, organisation_id)
          REFERENCES sink_monitoring_period (id, project_id, organisation_id)
      );
      CREATE UNIQUE INDEX sink_verification_standing ON sink_verification (run_id) WHERE status <> 'failed';
      CREATE INDEX sink_verification_of ON sink_verification (project_id, id DESC);
      GRANT SELECT, INSERT ON sink_verification TO qh_app;
      GRANT UPDATE (status, statement, decided_at) ON sink_verification TO qh_app;

      CREATE TABLE sink_verification_plot (
        verification_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        plot text NOT NULL,
        stratum text NOT NULL,
        owner_value numeric NOT NULL,
        verifier_value numeric NOT NULL CHECK (verifier_value >= 0),
        within boolean NOT NULL,
        measured_on date NOT NULL,
        note text,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (verification_id, plot),
        FOREIGN KEY (verification_id, organisation_id) REFERENCES sink_verification (id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_verification_plot TO qh_app;
      GRANT UPDATE (verifier_value, within, measured_on, note, recorded_at) ON sink_verification_plot TO qh_app;

      -- corrective: an error, closed before the verification passes; clarification: a question, likewise; forward: for next time.
      CREATE TABLE sink_finding (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        verification_id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        kind text NOT NULL CHECK (kind IN ('corrective', 'clarification', 'forward')),
        plot text,
        text text NOT NULL CHECK (text <> ''),
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered', 'closed')),
        answer text,
        conclusion text,
        raised_by jsonb NOT NULL,
        raised_at timestamptz NOT NULL DEFAULT now(),
        answered_by jsonb,
        answered_at timestamptz,
        closed_by jsonb,
        closed_at timestamptz,
        CHECK ((answered_at IS NULL) = (answer IS NULL)),
        CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
        UNIQUE (verification_id, number),
        FOREIGN KEY (verification_id, organisation_id) REFERENCES sink_verification (id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_finding TO qh_app;
      GRANT UPDATE (status, answer, answered_by, answered_at, conclusion, closed_by, closed_at) ON sink_finding TO qh_app;

      CREATE TABLE sink_issuance (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        period_id uuid NOT NULL UNIQUE,
        verification_id uuid NOT NULL UNIQUE REFERENCES sink_verification,
        filing_id uuid NOT NULL UNIQUE REFERENCES filing,
        statement text NOT NULL UNIQUE,
        tonnes bigint NOT NULL CHECK (tonnes > 0),
        buffer bigint NOT NULL CHECK (buffer >= 0 AND buffer <= tonnes),
        stock numeric,
        claims text[] NOT NULL CHECK (cardinality(claims) > 0),
        ledger_request bigint NOT NULL,
        issued_by jsonb NOT NULL,
        issued_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, organisation_id),
        FOREIGN KEY (period_id, project_id, organisation_id)
          REFERENCES sink_monitoring_period (id, project_id, organisation_id)
      );
      CREATE INDEX sink_issuance_of ON sink_issuance (project_id, id DESC);
      GRANT SELECT, INSERT ON sink_issuance TO qh_app;

      CREATE TABLE sink_issuance_lot (
        issuance_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        vintage int NOT NULL CHECK (vintage BETWEEN 2000 AND 2100),
        asset text NOT NULL UNIQUE,
        days int NOT NULL CHECK (days > 0),
        tonnes bigint NOT NULL CHECK (tonnes >= 0),
        buffer bigint NOT NULL CHECK (buffer >= 0 AND buffer <= tonnes),
        PRIMARY KEY (issuance_id, vintage),
        FOREIGN KEY (issuance_id, organisation_id) REFERENCES sink_issuance (id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_issuance_lot TO qh_app;

      CREATE TABLE sink_reversal (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        number text NOT NULL UNIQUE
          DEFAULT 'SR' || to_char(now(), 'YYYY') || '-' || lpad(nextval('sink_reversal_number')::text, 5, '0'),
        shape jsonb NOT NULL,
        hectares numeric(14, 4) NOT NULL CHECK (hectares > 0),
        happened_on date NOT NULL,
        cause text NOT NULL CHECK (cause IN ('fire', 'pest', 'drought', 'storm', 'logging', 'conversion', 'other')),
        note text NOT NULL CHECK (note <> ''),
        verified_stock numeric NOT NULL,
        estimate numeric NOT NULL,
        loss numeric NOT NULL CHECK (loss > 0 AND loss <= verified_stock),
        status text NOT NULL DEFAULT 'reported' CHECK (status IN ('reported', 'confirmed', 'restored', 'rejected')),
        owed bigint CHECK (owed >= 0),
        drawn bigint CHECK (drawn >= 0 AND drawn <= owed),
        ledger_request bigint,
        reported_by jsonb NOT NULL,
        reported_at timestamptz NOT NULL DEFAULT now(),
        decided_by jsonb,
        decided_at timestamptz,
        decision text,
        restored_by jsonb,
        restored_at timestamptz,
        restored_on uuid REFERENCES sink_verification,
        CHECK (status IN ('reported', 'rejected') OR (owed IS NOT NULL AND drawn IS NOT NULL)),
        CHECK ((status = 'restored') = (restored_on IS NOT NULL)),
        CHECK (decided_by IS NULL OR decided_by->>'id' <> reported_by->>'id'),
        FOREIGN KEY (project_id, organisation_id) REFERENCES sink_project (id, organisation_id)
      );
      CREATE INDEX sink_reversal_of ON sink_reversal (project_id, id DESC);
      GRANT SELECT, INSERT ON sink_reversal TO qh_app;
      GRANT UPDATE (status, owed, drawn, ledger_request, decided_by, decided_at, decision, restored_by, restored_at,
        restored_on) ON sink_reversal TO qh_app;

      -- What no code may forget: credits rest on a passed verification of the very run, by no one of the owner, and none are
      -- made while a loss is open.
      CREATE FUNCTION sink_issuance_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM sink_verification v JOIN filing f ON f.id = v.filing_id
          WHERE v.id = NEW.verification_id AND v.status = 'passed' AND v.period_id = NEW.period_id
            AND v.filing_id = NEW.filing_id AND f.run_id = v.run_id) THEN
          RAISE EXCEPTION 'credits need a passed verification of the run' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT FROM sink_reversal r WHERE r.project_id = NEW.project_id
          AND r.status IN ('reported', 'confirmed')) THEN
          RAISE EXCEPTION 'a reversal of the project is open' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER sink_issuance_guard BEFORE INSERT ON sink_issuance
        FOR EACH ROW EXECUTE FUNCTION sink_issuance_guard();

      CREATE FUNCTION sink_verification_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'open' THEN
          RAISE EXCEPTION 'a verification that was decided stays so' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.status = 'passed' AND EXISTS (SELECT FROM sink_finding f WHERE f.verification_id = NEW.id
          AND f.kind <> 'forward' AND f.status <> 'closed') THEN
          RAISE EXCEPTION 'findings are open' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER sink_verification_guard BEFORE UPDATE ON sink_verification
        FOR EACH ROW EXECUTE FUNCTION sink_verification_guard();

      -- A drawing of chances: information beside the statutory figure, repeatable from its seed.
      CREATE TABLE sink_simulation (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        run_id uuid NOT NULL REFERENCES run,
        seed bigint NOT NULL,
        draws int NOT NULL CHECK (draws BETWEEN 100 AND 200000),
        assumptions jsonb NOT NULL,
        result jsonb NOT NULL,
        sha256 text NOT NULL,
        made_by jsonb NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX sink_simulation_of ON sink_simulation (run_id, id DESC);
      GRANT SELECT, INSERT ON sink_simulation TO qh_app;

      -- Land that could become a project: for planning, nothing is issued on it.
      CREATE TABLE sink_prospect (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        name text NOT NULL CHECK (name <> ''),
        region text NOT NULL,
        owner text NOT NULL CHECK (owner <> ''),
        curve text NOT NULL,
        hectares numeric(14, 4) NOT NULL CHECK (hectares > 0),
        start_year int NOT NULL CHECK (start_year BETWEEN 2000 AND 2100),
        years int NOT NULL CHECK (years BETWEEN 1 AND 60),
        stage text NOT NULL CHECK (stage IN ('idea', 'survey', 'design', 'filed', 'dropped')),
        project_id uuid REFERENCES sink_project,
        planting_cost numeric(14, 2) NOT NULL CHECK (planting_cost >= 0),
        yearly_cost numeric(14, 2) NOT NULL CHECK (yearly_cost >= 0),
        note text,
        revision int NOT NULL DEFAULT 1,
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (organisation_id, name)
      );
      GRANT SELECT, INSERT ON sink_prospect TO qh_app;
      GRANT UPDATE (name, region, owner, curve, hectares, start_year, years, stage, project_id, planting_cost, yearly_cost,
        note, revision) ON sink_prospect TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ${[...TABLES].reverse().join(', ')};
      DROP FUNCTION sink_issuance_guard(); DROP FUNCTION sink_verification_guard();
      DROP SEQUENCE sink_verification_number, sink_reversal_number;
      ALTER TABLE sink_monitoring_period DROP CONSTRAINT sink_monitoring_period_id_project_id_organisation_id_key`);
  }
}
