import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['compensation_roster', 'compensation_household'];

export class CompensationRoster1700000005100 implements MigrationInterface {
  name = 'CompensationRoster1700000005100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE compensation_roster (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        file_name text NOT NULL,
        file text,
        bytes bigint NOT NULL,
        status text NOT NULL DEFAULT 'waiting'
          CHECK (status IN ('waiting', 'importing', 'accepted', 'refused', 'withdrawn')),
        job_id uuid,
        households int,
        fault_count int,
        faults jsonb NOT NULL DEFAULT '[]',
        fault_file text,
        fault_kind text CHECK (fault_kind IN ('csv', 'xlsx')),
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        UNIQUE (id, programme_id, organisation_id),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id),
        CHECK ((status = 'refused') = (fault_count IS NOT NULL))
      );
      CREATE INDEX compensation_roster_of ON compensation_roster (programme_id, id DESC);
      CREATE INDEX compensation_roster_open ON compensation_roster (job_id) WHERE status IN ('waiting', 'importing');

      -- Who a household is stands sealed; the fingerprints find the same number again without saying which it is.
      CREATE TABLE compensation_household (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        roster_id uuid NOT NULL,
        banner text NOT NULL CHECK (banner ~ '^[0-9]{6}$'),
        number text COLLATE "C" NOT NULL CHECK (number <> ''),
        quantities jsonb NOT NULL,
        sealed bytea NOT NULL,
        identity_mark bytea NOT NULL,
        card_mark bytea NOT NULL,
        UNIQUE (programme_id, number),
        UNIQUE (programme_id, identity_mark),
        UNIQUE (programme_id, card_mark),
        FOREIGN KEY (roster_id, programme_id, organisation_id)
          REFERENCES compensation_roster (id, programme_id, organisation_id)
      );
      CREATE INDEX compensation_household_banner ON compensation_household (programme_id, banner, number);
      CREATE INDEX compensation_household_roster ON compensation_household (roster_id);

      GRANT SELECT, INSERT ON compensation_roster, compensation_household TO qh_app;
      GRANT UPDATE (file, status, job_id, households, fault_count, faults, fault_file, fault_kind, finished_at)
        ON compensation_roster TO qh_app;
      GRANT DELETE ON compensation_household TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ${[...TABLES].reverse().join(', ')}`);
  }
}
