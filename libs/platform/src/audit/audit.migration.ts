import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail: rows are added and never changed, and the database itself sees to it. */
export class Audit1700000000300 implements MigrationInterface {
  name = 'Audit1700000000300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_entry (
        seq bigint PRIMARY KEY CHECK (seq > 0),
        version smallint NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_id text,
        actor_name text,
        organisation_id uuid,
        action text NOT NULL CHECK (action <> ''),
        subject_type text NOT NULL,
        subject_id text,
        details jsonb NOT NULL,
        request_id text,
        prev_hash char(64) NOT NULL,
        hash char(64) NOT NULL UNIQUE
      );
      CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id, seq);
      CREATE INDEX audit_entry_organisation ON audit_entry (organisation_id, seq);

      CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER audit_entry_rows BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
      CREATE TRIGGER audit_entry_truncate BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

      -- Whoever adds an entry needs the end of the chain but may not see whose entry that is.
      CREATE FUNCTION audit_tail(OUT seq bigint, OUT hash text) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS
        $$ SELECT e.seq, e.hash FROM public.audit_entry e ORDER BY e.seq DESC LIMIT 1 $$;
      REVOKE ALL ON FUNCTION audit_tail() FROM PUBLIC;

      CREATE FUNCTION audit_check_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE last record;
      BEGIN
        SELECT * INTO last FROM public.audit_tail();
        IF NEW.seq <> COALESCE(last.seq, 0) + 1 OR NEW.prev_hash <> COALESCE(last.hash, repeat('0', 64)) THEN
          RAISE EXCEPTION 'the audit entry does not continue the chain' USING ERRCODE = 'serialization_failure';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER audit_entry_link BEFORE INSERT ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_check_link();

      ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
      CREATE POLICY audit_entry_owner ON audit_entry TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY audit_entry_read ON audit_entry FOR SELECT TO qh_app USING (
        current_setting('qh.scope', true) = 'all' OR (current_setting('qh.scope', true) = 'tenant'
          AND organisation_id = NULLIF(current_setting('qh.organisation', true), '')::uuid));
      CREATE POLICY audit_entry_add ON audit_entry FOR INSERT TO qh_app WITH CHECK (
        current_setting('qh.scope', true) = 'all' OR organisation_id IS NULL
          OR organisation_id = NULLIF(current_setting('qh.organisation', true), '')::uuid);
      GRANT SELECT, INSERT ON audit_entry TO qh_app;
      GRANT EXECUTE ON FUNCTION audit_tail() TO qh_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE audit_entry;
      DROP FUNCTION audit_check_link(), audit_tail(), audit_refuse_change();
    `);
  }
}
