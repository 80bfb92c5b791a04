import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The forms of a visit; what a row is named by within it. */
const FORMS = {
  sink_tree: 'tag',
  sink_shrub: 'sample, species',
  sink_grass: 'sample',
  sink_litter: 'sample',
  sink_deadwood: 'piece',
  sink_soil: 'core, top_cm',
};

const TABLES = [
  'sink_stratification',
  'sink_stratum',
  'sink_plot',
  'sink_plot_stratum',
  'sink_import',
  'sink_visit',
  ...Object.keys(FORMS),
  'sink_evidence',
];

/** What is measured in the field. The tables that stood here before could not be written to; they go. */
export class SinkField1700000013000 implements MigrationInterface {
  name = 'SinkField1700000013000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE sink_tree, sink_visit, sink_plot, sink_stratum;

      -- The strata of a project as one whole: a later version takes its place, a plot keeps its identity.
      CREATE TABLE sink_stratification (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        version int NOT NULL CHECK (version > 0),
        valid_from date NOT NULL,
        reason text,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        superseded_at timestamptz,
        UNIQUE (project_id, version),
        UNIQUE (id, project_id, organisation_id),
        FOREIGN KEY (project_id, organisation_id) REFERENCES sink_project (id, organisation_id)
      );
      CREATE UNIQUE INDEX sink_stratification_current ON sink_stratification (project_id) WHERE superseded_at IS NULL;
      GRANT SELECT, INSERT ON sink_stratification TO qh_app;
      GRANT UPDATE (superseded_at) ON sink_stratification TO qh_app;

      CREATE TABLE sink_stratum (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        stratification_id uuid NOT NULL,
        code text NOT NULL CHECK (code <> ''),
        area_ha numeric(14, 4) NOT NULL CHECK (area_ha > 0),
        species text,
        age_class text,
        density text,
        soil text,
        climate text,
        shape jsonb,
        UNIQUE (stratification_id, code),
        UNIQUE (id, stratification_id, organisation_id),
        FOREIGN KEY (stratification_id, project_id, organisation_id)
          REFERENCES sink_stratification (id, project_id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_stratum TO qh_app;

      -- A plot has one identity, whatever strata and boundaries become of the land around it. Its area is horizontal:
      -- lengths laid along a slope of more than 10 % are shortened (A/R sourcebook: L = Ls · cos S).
      CREATE TABLE sink_plot (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (code <> ''),
        kind text NOT NULL CHECK (kind IN ('permanent', 'temporary')),
        form text NOT NULL CHECK (form IN ('circle', 'square', 'rectangle')),
        laid_m2 numeric(10, 2) NOT NULL CHECK (laid_m2 > 0),
        laid text NOT NULL CHECK (laid IN ('horizontal', 'slope')),
        slope_degrees numeric(4, 1) NOT NULL CHECK (slope_degrees >= 0 AND slope_degrees < 60),
        area_ha numeric(12, 8) NOT NULL GENERATED ALWAYS AS (laid_m2 / 10000 * CASE
          WHEN laid = 'slope' AND tan(radians(slope_degrees::float8)) > 0.1
          THEN round(cos(radians(slope_degrees::float8))::numeric, 10) ELSE 1 END) STORED,
        longitude numeric(12, 9) NOT NULL,
        latitude numeric(12, 9) NOT NULL,
        accuracy_m numeric(6, 2) CHECK (accuracy_m >= 0),
        -- The activity area around it; none once a boundary was drawn elsewhere.
        area_id uuid REFERENCES sink_area,
        established_on date NOT NULL,
        retired_on date CHECK (retired_on >= established_on),
        UNIQUE (project_id, code),
        UNIQUE (id, project_id, organisation_id),
        FOREIGN KEY (project_id, organisation_id) REFERENCES sink_project (id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_plot TO qh_app;
      GRANT UPDATE (area_id, retired_on) ON sink_plot TO qh_app;

      CREATE TABLE sink_plot_stratum (
        stratification_id uuid NOT NULL,
        plot_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        stratum_id uuid NOT NULL,
        PRIMARY KEY (stratification_id, plot_id),
        FOREIGN KEY (stratum_id, stratification_id, organisation_id)
          REFERENCES sink_stratum (id, stratification_id, organisation_id),
        FOREIGN KEY (plot_id, project_id, organisation_id) REFERENCES sink_plot (id, project_id, organisation_id)
      );
      CREATE INDEX sink_plot_stratum_plot ON sink_plot_stratum (plot_id);
      GRANT SELECT, INSERT ON sink_plot_stratum TO qh_app;

      CREATE TABLE sink_import (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number int GENERATED ALWAYS AS IDENTITY UNIQUE,
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        file_name text NOT NULL,
        form text NOT NULL,
        file text NOT NULL,
        bytes bigint NOT NULL,
        status text NOT NULL DEFAULT 'waiting'
          CHECK (status IN ('waiting', 'importing', 'accepted', 'refused', 'withdrawn')),
        job_id uuid,
        rows jsonb NOT NULL DEFAULT '{}',
        fault_count int,
        faults jsonb NOT NULL DEFAULT '[]',
        warning_count int NOT NULL DEFAULT 0,
        warnings jsonb NOT NULL DEFAULT '[]',
        fault_file text,
        fault_kind text CHECK (fault_kind IN ('csv', 'xlsx')),
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        CHECK ((status = 'refused') = (fault_count IS NOT NULL)),
        FOREIGN KEY (project_id, organisation_id) REFERENCES sink_project (id, organisation_id)
      );
      CREATE INDEX sink_import_of ON sink_import (project_id, id DESC);
      CREATE INDEX sink_import_open ON sink_import (job_id) WHERE status IN ('waiting', 'importing');
      GRANT SELECT, INSERT ON sink_import TO qh_app;
      GRANT UPDATE (status, job_id, rows, fault_count, faults, warning_count, warnings, fault_file, fault_kind, finished_at)
        ON sink_import TO qh_app;

      -- Millions of trees name their visit: a small number.
      CREATE TABLE sink_visit (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        plot_id uuid NOT NULL,
        round int NOT NULL CHECK (round BETWEEN 1 AND 99),
        visited_on date NOT NULL,
        crew text,
        crown_cover numeric(5, 2) CHECK (crown_cover BETWEEN 0 AND 100),
        instruments text,
        note text,
        import_number int NOT NULL REFERENCES sink_import (number),
        UNIQUE (plot_id, round),
        UNIQUE (id, organisation_id),
        FOREIGN KEY (plot_id, project_id, organisation_id) REFERENCES sink_plot (id, project_id, organisation_id)
      );
      CREATE INDEX sink_visit_round ON sink_visit (project_id, round);
      CREATE INDEX sink_visit_import ON sink_visit (import_number);
      GRANT SELECT, INSERT, DELETE ON sink_visit TO qh_app;

      CREATE FUNCTION sink_visits_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM added a JOIN sink_visit v ON v.plot_id = a.plot_id AND v.id <> a.id
                   WHERE (v.round < a.round) <> (v.visited_on < a.visited_on) OR v.visited_on = a.visited_on) THEN
          RAISE EXCEPTION 'visits out of order' USING ERRCODE = 'check_violation', CONSTRAINT = 'sink_visit_in_order';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER sink_visit_in_order AFTER INSERT ON sink_visit REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION sink_visits_in_order();

      CREATE TABLE sink_tree (
        visit_id int NOT NULL,
        import_number int NOT NULL,
        organisation_id uuid NOT NULL,
        dbh_cm numeric(6, 2) NOT NULL CHECK (dbh_cm > 0),
        height_m numeric(5, 2) CHECK (height_m > 0),
        tag text COLLATE "C" NOT NULL CHECK (tag <> ''),
        species text COLLATE "C" NOT NULL,
        condition text COLLATE "C" NOT NULL CHECK (condition IN ('alive', 'dead'))
      );
      CREATE TABLE sink_shrub (
        visit_id int NOT NULL,
        import_number int NOT NULL,
        organisation_id uuid NOT NULL,
        sample text NOT NULL CHECK (sample <> ''),
        species text NOT NULL,
        sample_m2 numeric(8, 2) NOT NULL CHECK (sample_m2 > 0),
        cover numeric(5, 2) NOT NULL CHECK (cover BETWEEN 0 AND 100),
        height_cm numeric(6, 1) CHECK (height_cm > 0),
        stems int CHECK (stems >= 0),
        dry_g numeric(10, 2) CHECK (dry_g >= 0)
      );
      CREATE TABLE sink_grass (
        visit_id int NOT NULL,
        import_number int NOT NULL,
        organisation_id uuid NOT NULL,
        sample text NOT NULL CHECK (sample <> ''),
        sample_m2 numeric(8, 2) NOT NULL CHECK (sample_m2 > 0),
        species text,
        cover numeric(5, 2) NOT NULL CHECK (cover BETWEEN 0 AND 100),
        height_cm numeric(6, 1) CHECK (height_cm > 0),
        dry_g numeric(10, 2) NOT NULL CHECK (dry_g >= 0),
        root_dry_g numeric(10, 2) CHECK (root_dry_g >= 0)
      );
      CREATE TABLE sink_litter (
        visit_id int NOT NULL,
        import_number int NOT NULL,
        organisation_id uuid NOT NULL,
        sample text NOT NULL CHECK (sample <> ''),
        sample_m2 numeric(8, 2) NOT NULL CHECK (sample_m2 > 0),
        depth_cm numeric(5, 1) CHECK (depth_cm >= 0),
        wet_g numeric(10, 2) NOT NULL CHECK (wet_g >= 0),
        part_wet_g numeric(10, 2) NOT NULL CHECK (part_wet_g > 0),
        part_dry_g numeric(10, 2) NOT NULL CHECK (part_dry_g >= 0 AND part_dry_g <= part_wet_g)
      );
      CREATE TABLE sink_deadwood (
        visit_id int NOT NULL,
        import_number int NOT NULL,
        organisation_id uuid NOT NULL,
        piece text NOT NULL CHECK (piece <> ''),
        kind text NOT NULL CHECK (kind IN ('standing', 'stump', 'lying')),
        species text,
        diameter_cm numeric(6, 2) NOT NULL CHECK (diameter_cm > 0),
        length_m numeric(6, 2) CHECK (length_m > 0),
        decay text NOT NULL CHECK (decay IN ('sound', 'intermediate', 'rotten'))
      );
      CREATE TABLE sink_soil (
        visit_id int NOT NULL,
        import_number int NOT NULL,
        organisation_id uuid NOT NULL,
        core text NOT NULL CHECK (core <> ''),
        top_cm numeric(5, 1) NOT NULL CHECK (top_cm >= 0),
        bottom_cm numeric(5, 1) NOT NULL CHECK (bottom_cm > top_cm),
        bulk_density numeric(5, 3) NOT NULL CHECK (bulk_density > 0),
        organic_carbon_g_kg numeric(7, 2) NOT NULL CHECK (organic_carbon_g_kg >= 0),
        coarse numeric(5, 2) NOT NULL CHECK (coarse BETWEEN 0 AND 100)
      );

      CREATE TABLE sink_evidence (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        plot_id uuid,
        round int,
        kind text NOT NULL CHECK (kind IN ('photo', 'instrument', 'calibration', 'document')),
        file_name text NOT NULL,
        sha256 text NOT NULL,
        bytes bigint NOT NULL,
        media text NOT NULL,
        taken_on date,
        note text,
        added_by jsonb NOT NULL,
        added_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (project_id, organisation_id) REFERENCES sink_project (id, organisation_id),
        FOREIGN KEY (plot_id, project_id, organisation_id) REFERENCES sink_plot (id, project_id, organisation_id)
      );
      CREATE INDEX sink_evidence_of ON sink_evidence (project_id, id DESC);
      GRANT SELECT, INSERT ON sink_evidence TO qh_app;
    `);
    for (const [table, name] of Object.entries(FORMS))
      await db.query(`
        ALTER TABLE ${table} ADD PRIMARY KEY (visit_id, ${name}),
          ADD FOREIGN KEY (visit_id, organisation_id) REFERENCES sink_visit (id, organisation_id);
        CREATE INDEX ${table}_import ON ${table} (import_number);
        GRANT SELECT, INSERT, DELETE ON ${table} TO qh_app;`);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ${[...TABLES].reverse().join(', ')}; DROP FUNCTION sink_visits_in_order();
      CREATE TABLE sink_stratum (); CREATE TABLE sink_plot (); CREATE TABLE sink_visit (); CREATE TABLE sink_tree ();`);
  }
}
