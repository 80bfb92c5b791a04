import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trees come in millions: their visit is looked up for all of them at once, not for each. */
export class SinkStock1700000013100 implements MigrationInterface {
  name = 'SinkStock1700000013100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX sink_tree_import;
      ALTER TABLE sink_tree DROP CONSTRAINT sink_tree_visit_id_organisation_id_fkey;

      -- Holding a visit against its removal needs more than the application may do to it.
      CREATE FUNCTION sink_trees_have_visits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE wanted bigint; locked bigint;
      BEGIN
        SELECT count(*) INTO wanted FROM (SELECT DISTINCT visit_id, organisation_id FROM added) a;
        WITH held AS (
          SELECT 1 FROM public.sink_visit v WHERE (v.id, v.organisation_id) IN (SELECT DISTINCT visit_id, organisation_id FROM added)
          FOR KEY SHARE)
        SELECT count(*) INTO locked FROM held;
        IF locked <> wanted THEN
          RAISE EXCEPTION 'trees without a visit' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'sink_tree_of_visit';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER sink_tree_of_visit AFTER INSERT ON sink_tree REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION sink_trees_have_visits();

      CREATE FUNCTION sink_visits_without_trees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT FROM removed r WHERE EXISTS (SELECT FROM public.sink_tree t WHERE t.visit_id = r.id)) THEN
          RAISE EXCEPTION 'the visit has trees' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'sink_tree_of_visit';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER sink_visit_without_trees AFTER DELETE ON sink_visit REFERENCING OLD TABLE AS removed
        FOR EACH STATEMENT EXECUTE FUNCTION sink_visits_without_trees();

      -- After millions of rows came in, the planner must know.
      GRANT MAINTAIN ON sink_plot, sink_visit, sink_tree, sink_shrub, sink_grass, sink_litter, sink_deadwood, sink_soil TO qh_app;

      CREATE TABLE sink_stock (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        stratification_id uuid NOT NULL,
        rounds int[] NOT NULL CHECK (cardinality(rounds) BETWEEN 1 AND 2),
        equations jsonb NOT NULL,
        imports int[] NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'computing' CHECK (status IN ('computing', 'done', 'failed', 'discarded')),
        job_id uuid,
        input_hash text,
        result_hash text,
        totals jsonb,
        provisional jsonb NOT NULL DEFAULT '[]',
        faults jsonb NOT NULL DEFAULT '[]',
        warnings jsonb NOT NULL DEFAULT '[]',
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        UNIQUE (id, organisation_id),
        CHECK ((status IN ('done', 'discarded')) <= (result_hash IS NOT NULL)),
        FOREIGN KEY (stratification_id, project_id, organisation_id)
          REFERENCES sink_stratification (id, project_id, organisation_id)
      );
      CREATE INDEX sink_stock_of ON sink_stock (project_id, id DESC);
      GRANT SELECT, INSERT ON sink_stock TO qh_app;
      GRANT UPDATE (equations, imports, status, job_id, input_hash, result_hash, totals, provisional, faults, warnings,
        finished_at) ON sink_stock TO qh_app;

      -- A plot at a visit: the exact sum of its trees, each rounded to a milligram, so that no order of adding shows.
      CREATE TABLE sink_stock_plot (
        stock_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        round int NOT NULL,
        plot text COLLATE "C" NOT NULL,
        stratum text COLLATE "C" NOT NULL,
        kind text NOT NULL,
        visit_id int NOT NULL,
        area_ha numeric(12, 8) NOT NULL,
        trees int NOT NULL,
        outside int NOT NULL,
        above_mg bigint NOT NULL CHECK (above_mg >= 0),
        PRIMARY KEY (stock_id, plot, round),
        FOREIGN KEY (stock_id, organisation_id) REFERENCES sink_stock (id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_stock_plot TO qh_app;
    `);
    await db.query(['sink_stock', 'sink_stock_plot'].map((table) => secure(table, own())).join('\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE sink_stock_plot, sink_stock;
      DROP TRIGGER sink_visit_without_trees ON sink_visit;
      DROP TRIGGER sink_tree_of_visit ON sink_tree;
      DROP FUNCTION sink_visits_without_trees();
      DROP FUNCTION sink_trees_have_visits();
      ALTER TABLE sink_tree ADD FOREIGN KEY (visit_id, organisation_id) REFERENCES sink_visit (id, organisation_id);
      CREATE INDEX sink_tree_import ON sink_tree (import_number)`);
  }
}
