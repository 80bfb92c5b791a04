import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['grassland_parcel', 'grassland_claim', 'grassland_finding', 'grassland_fine'];

/** Who holds which parcel, what was drawn on it, what was found on it, and fines in a book of their own. */
export class CompensationGrassland1700000005900 implements MigrationInterface {
  name = 'CompensationGrassland1700000005900';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE grassland_parcel (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        contract text NOT NULL CHECK (contract <> ''),
        household text NOT NULL CHECK (household <> ''),
        banner text NOT NULL,
        code text NOT NULL CHECK (code <> ''),
        kind text NOT NULL CHECK (kind IN ('ban', 'balance')),
        area_mu numeric(14, 2) NOT NULL CHECK (area_mu > 0),
        valid daterange NOT NULL CHECK (NOT isempty(valid)),
        document text NOT NULL DEFAULT '',
        registered_by jsonb NOT NULL,
        registered_at timestamptz NOT NULL DEFAULT now(),
        -- a parcel lies in one contract at a time
        CONSTRAINT grassland_parcel_once EXCLUDE USING gist (organisation_id WITH =, code WITH =, valid WITH &&)
      );
      CREATE INDEX grassland_parcel_household ON grassland_parcel (organisation_id, household);

      CREATE TABLE grassland_claim (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        code text NOT NULL CHECK (code <> ''),
        scheme text NOT NULL CHECK (scheme <> ''),
        -- a programme of ours, or nothing for a scheme of others
        programme_id uuid,
        period daterange NOT NULL CHECK (NOT isempty(period)),
        document text NOT NULL DEFAULT '',
        claimed_by jsonb NOT NULL,
        claimed_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id),
        -- one subsidy for one parcel at a time, whichever scheme it comes from
        CONSTRAINT grassland_claim_once EXCLUDE USING gist (organisation_id WITH =, code WITH =, period WITH &&)
      );
      CREATE INDEX grassland_claim_programme ON grassland_claim (programme_id);

      CREATE TABLE grassland_finding (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        household_id uuid NOT NULL REFERENCES compensation_household,
        run_id uuid NOT NULL,
        overstock numeric NOT NULL,
        may_withhold boolean NOT NULL,
        fine_fen bigint NOT NULL CHECK (fine_fen >= 0),
        taken_by jsonb NOT NULL,
        taken_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (run_id, household_id),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id)
      );
      CREATE INDEX grassland_finding_of ON grassland_finding (programme_id, id);

      CREATE SEQUENCE grassland_fine_number;
      GRANT USAGE ON SEQUENCE grassland_fine_number TO qh_app;
      CREATE TABLE grassland_fine (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'G' || to_char(now(), 'YYYY') || '-' || lpad(nextval('grassland_fine_number')::text, 6, '0'),
        organisation_id uuid NOT NULL REFERENCES organisation,
        household text NOT NULL CHECK (household <> ''),
        banner text NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        reason text NOT NULL CHECK (reason <> ''),
        document jsonb NOT NULL,
        status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'imposed', 'rejected', 'paid')),
        slip text NOT NULL DEFAULT '',
        proposed_by jsonb NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        decided_by jsonb,
        CHECK (decided_by ->> 'id' IS DISTINCT FROM proposed_by ->> 'id'),
        CHECK ((status = 'proposed') = (decided_by IS NULL)),
        CHECK ((status = 'paid') = (slip <> ''))
      );
      CREATE UNIQUE INDEX grassland_fine_slip ON grassland_fine (organisation_id, slip) WHERE slip <> '';

      GRANT SELECT, INSERT ON ${TABLES.join(', ')} TO qh_app;
      GRANT UPDATE (status, slip, decided_by) ON grassland_fine TO qh_app;
      GRANT UPDATE (valid) ON grassland_parcel TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('claims on parcels and fines are not forgotten: restore a backup instead');
  }
}
