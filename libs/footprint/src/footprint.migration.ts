import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Footprint1700000002000 implements MigrationInterface {
  name = 'Footprint1700000002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE label_number;
      GRANT USAGE ON SEQUENCE label_number TO qh_app;
      CREATE TABLE label (
        number text PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        filing_id uuid NOT NULL UNIQUE REFERENCES filing,
        run_id uuid NOT NULL REFERENCES run,
        content jsonb NOT NULL,
        jws text NOT NULL,
        issued_on date NOT NULL,
        expires_on date NOT NULL CHECK (expires_on > issued_on),
        issued_by uuid NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdraw_reason text,
        CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
      );
      CREATE INDEX label_of_organisation ON label (organisation_id, number DESC);
      GRANT SELECT, INSERT ON label TO qh_app;
      GRANT UPDATE (withdrawn_at, withdrawn_by, withdraw_reason) ON label TO qh_app;
    `);
    await db.query(secure('label', own()));
    // Whoever scans a label reads it: labels are for the public.
    await db.query('CREATE POLICY label_public ON label FOR SELECT TO qh_app USING (true)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE label; DROP SEQUENCE label_number');
  }
}

/** Documents that an applicant states for the items a label needs. */
export class LabelReadiness1700000002100 implements MigrationInterface {
  name = 'LabelReadiness1700000002100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE label_readiness (
        organisation_id uuid NOT NULL REFERENCES organisation,
        filing_id uuid NOT NULL REFERENCES filing,
        item text NOT NULL CHECK (item <> ''),
        document text NOT NULL CHECK (btrim(document) <> ''),
        declared_by uuid NOT NULL,
        declared_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (filing_id, item)
      );
      GRANT SELECT, INSERT ON label_readiness TO qh_app;
      GRANT UPDATE (document, declared_by, declared_at) ON label_readiness TO qh_app;
    `);
    await db.query(secure('label_readiness', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE label_readiness');
  }
}
