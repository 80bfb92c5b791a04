import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A trading day's books as they were handed in, what matches, and every difference with its history. */
export class Reconciliation1700000004100 implements MigrationInterface {
  name = 'Reconciliation1700000004100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE recon_day (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        trade_date date NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
        rules jsonb NOT NULL DEFAULT '{}',
        totals jsonb,
        -- Over the three files and the rules of the last matching.
        inputs text,
        report jsonb,
        jws text,
        closed_by uuid,
        closed_at timestamptz,
        CHECK ((status = 'closed') = (jws IS NOT NULL)),
        UNIQUE (organisation_id, trade_date)
      );
      CREATE TABLE recon_file (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        day_id uuid NOT NULL REFERENCES recon_day,
        organisation_id uuid NOT NULL REFERENCES organisation,
        book text NOT NULL CHECK (book IN ('deals', 'registry', 'bank')),
        name text NOT NULL,
        sha256 text NOT NULL,
        content text NOT NULL,
        lines int NOT NULL,
        total text NOT NULL,
        replaced boolean NOT NULL DEFAULT false,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now()
      );
      -- One file of each kind counts for a day; the same statement is taken once, whatever the day.
      CREATE UNIQUE INDEX recon_file_current ON recon_file (day_id, book) WHERE NOT replaced;
      CREATE UNIQUE INDEX recon_file_once ON recon_file (organisation_id, book, sha256) WHERE NOT replaced;

      CREATE TABLE recon_mapping (
        organisation_id uuid NOT NULL REFERENCES organisation,
        book text NOT NULL,
        columns jsonb NOT NULL,
        PRIMARY KEY (organisation_id, book)
      );

      CREATE TABLE recon_match (
        day_id uuid NOT NULL REFERENCES recon_day,
        organisation_id uuid NOT NULL,
        deal_id text NOT NULL,
        registry text[] NOT NULL,
        bank text[] NOT NULL,
        PRIMARY KEY (day_id, deal_id)
      );
      CREATE TABLE recon_break (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        day_id uuid NOT NULL REFERENCES recon_day,
        organisation_id uuid NOT NULL,
        kind text NOT NULL,
        deal_id text,
        registry text[],
        bank text[],
        difference text,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'explained', 'resolved', 'gone')),
        resolution text CHECK (resolution IN ('timing', 'source_error', 'adjustment', 'write_off')),
        note text,
        explained_by uuid,
        explained_at timestamptz,
        resolved_by uuid,
        resolved_at timestamptz,
        CHECK (resolved_by <> explained_by),
        CHECK (status <> 'resolved' OR resolved_by IS NOT NULL)
      );
      CREATE UNIQUE INDEX recon_break_same ON recon_break (day_id, kind, COALESCE(deal_id, ''), COALESCE(registry, '{}'),
        COALESCE(bank, '{}'));
      CREATE INDEX recon_break_open ON recon_break (organisation_id, status) WHERE status IN ('open', 'explained');

      GRANT SELECT, INSERT, UPDATE ON recon_day, recon_mapping, recon_break TO qh_app;
      GRANT SELECT, INSERT ON recon_file TO qh_app;
      GRANT UPDATE (replaced) ON recon_file TO qh_app;
      GRANT SELECT, INSERT, DELETE ON recon_match TO qh_app;

      -- A closed day stays as it was signed.
      CREATE FUNCTION recon_day_is_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF (SELECT status FROM public.recon_day WHERE id = COALESCE(NEW.day_id, OLD.day_id)) = 'closed' THEN
          RAISE EXCEPTION 'the day is closed' USING ERRCODE = 'check_violation';
        END IF;
        RETURN COALESCE(NEW, OLD);
      END $$;
      CREATE TRIGGER recon_file_open BEFORE INSERT OR UPDATE OR DELETE ON recon_file
        FOR EACH ROW EXECUTE FUNCTION recon_day_is_open();
      CREATE TRIGGER recon_break_open BEFORE INSERT OR UPDATE OR DELETE ON recon_break
        FOR EACH ROW EXECUTE FUNCTION recon_day_is_open();
      CREATE FUNCTION recon_day_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'closed' THEN RAISE EXCEPTION 'the day is closed' USING ERRCODE = 'check_violation'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER recon_day_closed BEFORE UPDATE OR DELETE ON recon_day FOR EACH ROW EXECUTE FUNCTION recon_day_stays();
    `);
    for (const table of ['recon_day', 'recon_file', 'recon_mapping', 'recon_match', 'recon_break'])
      await db.query(secure(table, own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE recon_break, recon_match, recon_mapping, recon_file, recon_day;
      DROP FUNCTION recon_day_is_open(), recon_day_stays()`);
  }
}
