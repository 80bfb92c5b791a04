import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Statement1700000001100 implements MigrationInterface {
  name = 'Statement1700000001100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE statement_number;
      GRANT USAGE ON SEQUENCE statement_number TO qh_app;
      CREATE TABLE statement (
        number text PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        filing_id uuid NOT NULL UNIQUE REFERENCES filing,
        run_id uuid NOT NULL UNIQUE REFERENCES run,
        content jsonb NOT NULL,
        jws text NOT NULL,
        issued_by uuid NOT NULL,
        issued_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX statement_of_organisation ON statement (organisation_id, number DESC);
      GRANT SELECT, INSERT ON statement TO qh_app;
      ALTER TABLE filing ADD issued_kind text CHECK (issued_kind IN ('label', 'statement'));
      GRANT UPDATE (issued_kind) ON filing TO qh_app;
    `);
    await db.query(secure('statement', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE statement; DROP SEQUENCE statement_number; ALTER TABLE filing DROP COLUMN issued_kind');
  }
}
