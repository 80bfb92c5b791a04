import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lines of a day as they were matched, each in one group of deals at most; who sees to a difference and what ended it. */
export class ReconciliationLines1700000004300 implements MigrationInterface {
  name = 'ReconciliationLines1700000004300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE recon_line (
        day_id uuid NOT NULL REFERENCES recon_day,
        organisation_id uuid NOT NULL,
        book text NOT NULL CHECK (book IN ('deals', 'registry', 'bank')),
        -- of a deal its number
        line_id text NOT NULL,
        date date NOT NULL,
        account text NOT NULL,
        product text,
        side text,
        quantity numeric,
        price numeric,
        amount numeric,
        reference text,
        memo text,
        -- The deals that this line settles, by their smallest number. A line has one place, so nothing is matched twice.
        match_group text,
        PRIMARY KEY (day_id, book, line_id)
      );
      CREATE INDEX recon_line_free ON recon_line (day_id, book, account) WHERE match_group IS NULL;
      GRANT SELECT, INSERT, DELETE ON recon_line TO qh_app;
      GRANT UPDATE (match_group) ON recon_line TO qh_app;
      CREATE TRIGGER recon_line_open BEFORE INSERT OR UPDATE OR DELETE ON recon_line
        FOR EACH ROW EXECUTE FUNCTION recon_day_is_open();

      ALTER TABLE recon_break
        ADD owner_id uuid,
        ADD owner_name text,
        -- What it is about, in yuan; null where the line has no price.
        ADD stake numeric(20, 2),
        -- Lines that a person found for the deal.
        ADD links jsonb,
        -- What the book is to say: holder, asset, amount, direction.
        ADD adjustment jsonb,
        ADD request_id bigint UNIQUE,
        -- Counts how often it came back: an entry of an earlier round stays in the book.
        ADD round smallint NOT NULL DEFAULT 1,
        DROP CONSTRAINT recon_break_resolution_check,
        ADD CONSTRAINT recon_break_resolution_check
          CHECK (resolution IN ('timing', 'source_error', 'adjustment', 'write_off', 'rematch')),
        ADD CONSTRAINT recon_break_posted CHECK (
          status <> 'resolved' OR resolution NOT IN ('adjustment', 'write_off') OR request_id IS NOT NULL) NOT VALID,
        ADD CONSTRAINT recon_break_linked CHECK (status <> 'resolved' OR resolution <> 'rematch' OR links IS NOT NULL);
      CREATE INDEX recon_break_owner ON recon_break (organisation_id, owner_id) WHERE status IN ('open', 'explained');
    `);
    await db.query(secure('recon_line', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE recon_line;
      ALTER TABLE recon_break DROP COLUMN owner_id, DROP COLUMN owner_name, DROP COLUMN stake, DROP COLUMN links,
        DROP COLUMN adjustment, DROP COLUMN request_id, DROP COLUMN round`);
  }
}
