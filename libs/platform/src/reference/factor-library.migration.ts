import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The factor library: versions come from config/ or are published by people, and carry gases, quality and the row of their
 * source. `factor_search` is derived from the versions that count and may be rebuilt at any time.
 */
export class FactorLibrary1700000000510 implements MigrationInterface {
  name = 'FactorLibrary1700000000510';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE factor
        ADD COLUMN origin text NOT NULL DEFAULT 'config' CHECK (origin IN ('config', 'library')),
        -- Of each gas per unit of activity, in the mass unit of the factor's own unit; they make its CO2e by gwp_set.
        ADD COLUMN gases jsonb CHECK (jsonb_typeof(gases) = 'object'),
        ADD COLUMN gwp_set text,
        -- Reliability, completeness, time, place, technology: 1 best, 5 worst.
        ADD COLUMN dqr numeric[] CHECK (array_length(dqr, 1) = 5 AND 1 <= ALL (dqr) AND 5 >= ALL (dqr)),
        ADD COLUMN sigma_ln numeric CHECK (sigma_ln >= 0),
        ADD COLUMN source_document text,
        ADD COLUMN source_row text,
        ADD COLUMN proposal_id uuid,
        ADD CHECK ((origin = 'library') = (proposal_id IS NOT NULL)),
        ADD CHECK ((gases IS NULL) = (gwp_set IS NULL));
      CREATE OR REPLACE VIEW factor_current AS SELECT * FROM
        (SELECT DISTINCT ON (id) * FROM factor ORDER BY id, version DESC) last WHERE withdrawn_at IS NULL;

      CREATE TABLE factor_search (
        id text COLLATE "C" PRIMARY KEY,
        names text NOT NULL,
        words text NOT NULL,
        pinyin text NOT NULL,
        grams text[] NOT NULL
      );
      CREATE INDEX factor_search_grams ON factor_search USING gin (grams);
      REVOKE ALL ON factor_search FROM PUBLIC, qh_app;
      GRANT SELECT ON factor_search TO qh_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE factor_search;
      DROP VIEW factor_current;
      ALTER TABLE factor DROP COLUMN origin, DROP COLUMN gases, DROP COLUMN gwp_set, DROP COLUMN dqr,
        DROP COLUMN sigma_ln, DROP COLUMN source_document, DROP COLUMN source_row, DROP COLUMN proposal_id;
      CREATE VIEW factor_current AS SELECT * FROM
        (SELECT DISTINCT ON (id) * FROM factor ORDER BY id, version DESC) last WHERE withdrawn_at IS NULL;
      GRANT SELECT ON factor_current TO qh_app;
    `);
  }
}
