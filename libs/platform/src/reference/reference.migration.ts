import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facts of the whole service, no organisation's own: the application reads them, only the owner writes them. A row is never
 * changed; what changes in config/ becomes a new version, so a result keeps what it was calculated with.
 */
export class Reference1700000000500 implements MigrationInterface {
  name = 'Reference1700000000500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reference_file (
        path text PRIMARY KEY,
        checksum char(64) NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE factor (
        id text COLLATE "C" NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        category text COLLATE "C" NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        value numeric,
        unit text NOT NULL,
        low numeric,
        high numeric,
        gas text,
        stage text,
        region text COLLATE "C",
        valid_from date,
        valid_to date,
        year_label text,
        source_title text NOT NULL CHECK (source_title <> ''),
        source_clause text,
        source_url text,
        confidence text NOT NULL CHECK (confidence IN ('official', 'secondary', 'provisional')),
        unit_note text,
        checksum char(64) NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        PRIMARY KEY (id, version),
        CHECK (value IS NOT NULL OR (low IS NOT NULL AND high IS NOT NULL)),
        CHECK (low <= high),
        CHECK (valid_from <= valid_to)
      );

      CREATE TABLE gwp_value (
        set_id text COLLATE "C" NOT NULL,
        gas text COLLATE "C" NOT NULL,
        horizon integer NOT NULL CHECK (horizon > 0),
        version integer NOT NULL CHECK (version > 0),
        report text NOT NULL,
        table_title text NOT NULL,
        value numeric NOT NULL,
        unit text NOT NULL,
        factor_id text COLLATE "C",
        source_title text NOT NULL CHECK (source_title <> ''),
        source_clause text,
        source_url text,
        confidence text NOT NULL CHECK (confidence IN ('official', 'secondary', 'provisional')),
        checksum char(64) NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        PRIMARY KEY (set_id, gas, horizon, version)
      );

      CREATE TABLE region (
        code text COLLATE "C" NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        name_zh text NOT NULL,
        name_en text NOT NULL,
        level text NOT NULL,
        kind text NOT NULL,
        parent text COLLATE "C",
        checksum char(64) NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        PRIMARY KEY (code, version)
      );

      -- The last version of each row counts, unless it was withdrawn; an older one never comes back by itself.
      CREATE VIEW factor_current AS SELECT * FROM
        (SELECT DISTINCT ON (id) * FROM factor ORDER BY id, version DESC) last WHERE withdrawn_at IS NULL;
      CREATE VIEW gwp_value_current AS SELECT * FROM
        (SELECT DISTINCT ON (set_id, gas, horizon) * FROM gwp_value ORDER BY set_id, gas, horizon, version DESC) last
        WHERE withdrawn_at IS NULL;
      CREATE VIEW region_current AS SELECT * FROM
        (SELECT DISTINCT ON (code) * FROM region ORDER BY code, version DESC) last WHERE withdrawn_at IS NULL;

      CREATE FUNCTION reference_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
          AND to_jsonb(NEW) - 'withdrawn_at' = to_jsonb(OLD) - 'withdrawn_at' THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'reference data gets new versions and is never changed' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER factor_rows BEFORE UPDATE OR DELETE ON factor
        FOR EACH ROW EXECUTE FUNCTION reference_refuse_change();
      CREATE TRIGGER gwp_value_rows BEFORE UPDATE OR DELETE ON gwp_value
        FOR EACH ROW EXECUTE FUNCTION reference_refuse_change();
      CREATE TRIGGER region_rows BEFORE UPDATE OR DELETE ON region
        FOR EACH ROW EXECUTE FUNCTION reference_refuse_change();

      REVOKE ALL ON reference_file, factor, gwp_value, region, factor_current, gwp_value_current, region_current
        FROM PUBLIC, qh_app;
      GRANT SELECT ON reference_file, factor, gwp_value, region, factor_current, gwp_value_current, region_current
        TO qh_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP VIEW factor_current, gwp_value_current, region_current;
      DROP TABLE reference_file, factor, gwp_value, region;
      DROP FUNCTION reference_refuse_change();
    `);
  }
}
