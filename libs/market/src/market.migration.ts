import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Market1700000004000 implements MigrationInterface {
  name = 'Market1700000004000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What somebody asked the registry to do; the book says what came of it.
      CREATE TABLE registry_operation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        organisation_id uuid NOT NULL REFERENCES organisation,
        operation text NOT NULL,
        asset text NOT NULL,
        amount text NOT NULL,
        serials text[],
        counterparty_id uuid REFERENCES organisation,
        hold bigint,
        year smallint,
        details jsonb NOT NULL DEFAULT '{}',
        business_date date NOT NULL,
        status text NOT NULL CHECK (status IN ('proposed', 'approved', 'posted', 'refused', 'rejected')),
        refusal jsonb,
        transfer bigint,
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now(),
        decided_by uuid,
        decided_at timestamptz,
        -- Where a second person decides, it is another one.
        CHECK (decided_by <> asked_by),
        CHECK (counterparty_id <> organisation_id)
      );
      CREATE INDEX registry_operation_holder ON registry_operation (organisation_id, number DESC);
      CREATE INDEX registry_operation_year ON registry_operation (organisation_id, year) WHERE year IS NOT NULL;
      CREATE INDEX registry_operation_open ON registry_operation (status, number) WHERE status IN ('proposed', 'approved');

      -- Verified emissions of a year: what has to be surrendered.
      CREATE TABLE obligation (
        organisation_id uuid NOT NULL REFERENCES organisation,
        year smallint NOT NULL,
        due bigint NOT NULL CHECK (due >= 0),
        basis text NOT NULL CHECK (basis <> ''),
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organisation_id, year)
      );

      GRANT SELECT, INSERT ON registry_operation, obligation TO qh_app;
      GRANT UPDATE (status, refusal, transfer, decided_by, decided_at) ON registry_operation TO qh_app;
      GRANT UPDATE (due, basis, recorded_by, recorded_at) ON obligation TO qh_app;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO qh_app;
    `);
    await db.query(secure('registry_operation', own()));
    await db.query(secure('obligation', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE obligation, registry_operation');
  }
}
