import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'sink_project',
  'sink_area',
  'sink_boundary',
  'sink_monitoring_period',
  'sink_stratum',
  'sink_plot',
  'sink_visit',
  'sink_tree',
];

export class Sink1700000003000 implements MigrationInterface {
  name = 'Sink1700000003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE SEQUENCE sink_project_number;
      GRANT USAGE ON SEQUENCE sink_project_number TO qh_app;

      CREATE TABLE sink_project (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        number text NOT NULL UNIQUE,
        name text NOT NULL CHECK (name <> ''),
        region text NOT NULL,
        method text NOT NULL,
        method_version text NOT NULL,
        sheet_hash text NOT NULL,
        pools text[] NOT NULL CHECK (cardinality(pools) > 0),
        crediting daterange NOT NULL CHECK (NOT isempty(crediting)),
        status text NOT NULL CHECK (status IN ('draft', 'publicity', 'registered', 'withdrawn')),
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, organisation_id)
      );
      CREATE INDEX sink_project_of_organisation ON sink_project (organisation_id, number DESC);
      GRANT SELECT, INSERT ON sink_project TO qh_app;
      -- The version of the method, the pools and the crediting period are locked: no grant changes them.
      GRANT UPDATE (status) ON sink_project TO qh_app;

      CREATE TABLE sink_area (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        code text NOT NULL CHECK (code <> ''),
        UNIQUE (project_id, code),
        UNIQUE (id, organisation_id),
        FOREIGN KEY (project_id, organisation_id) REFERENCES sink_project (id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_area TO qh_app;

      -- A boundary is never overwritten: a later version takes its place and says from when.
      CREATE TABLE sink_boundary (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        area_id uuid NOT NULL,
        version int NOT NULL CHECK (version > 0),
        valid_from date NOT NULL,
        shape jsonb NOT NULL,
        bounds box NOT NULL,
        square_metres numeric(16, 2) NOT NULL CHECK (square_metres > 0),
        perimeter numeric(14, 2) NOT NULL,
        vertices int NOT NULL,
        source_sha256 text NOT NULL,
        reason text,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        recorded_by uuid NOT NULL,
        superseded_at timestamptz,
        UNIQUE (area_id, version),
        FOREIGN KEY (area_id, organisation_id) REFERENCES sink_area (id, organisation_id)
      );
      CREATE UNIQUE INDEX sink_boundary_current ON sink_boundary (area_id) WHERE superseded_at IS NULL;
      CREATE INDEX sink_boundary_bounds ON sink_boundary USING gist (bounds) WHERE superseded_at IS NULL;
      GRANT SELECT, INSERT ON sink_boundary TO qh_app;
      GRANT UPDATE (superseded_at) ON sink_boundary TO qh_app;

      -- Land is counted once whoever owns the other project: the check sees all, its caller only what lies near.
      CREATE FUNCTION sink_neighbours(near box, own_area uuid, of_project uuid)
      RETURNS TABLE (project text, area text, shape jsonb)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT p.number, a.code, b.shape
        FROM public.sink_project mine, public.sink_boundary b
        JOIN public.sink_area a ON a.id = b.area_id
        JOIN public.sink_project p ON p.id = a.project_id
        WHERE mine.id = of_project AND b.superseded_at IS NULL AND b.bounds && near
          AND a.id IS DISTINCT FROM own_area AND p.status <> 'withdrawn'
          AND p.crediting && mine.crediting AND p.pools && mine.pools
        ORDER BY p.number, a.code
      $$;
      REVOKE ALL ON FUNCTION sink_neighbours(box, uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION sink_neighbours(box, uuid, uuid) TO qh_app;

      CREATE TABLE sink_monitoring_period (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        during daterange NOT NULL CHECK (NOT isempty(during)),
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT sink_monitoring_apart EXCLUDE USING gist (project_id WITH =, during WITH &&),
        FOREIGN KEY (project_id, organisation_id) REFERENCES sink_project (id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_monitoring_period TO qh_app;

      CREATE TABLE sink_stratum (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        code text NOT NULL CHECK (code <> ''),
        area_ha numeric(14, 4) NOT NULL CHECK (area_ha > 0),
        UNIQUE (project_id, code),
        UNIQUE (id, project_id, organisation_id),
        FOREIGN KEY (project_id, organisation_id) REFERENCES sink_project (id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_stratum TO qh_app;

      CREATE TABLE sink_plot (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        stratum_id uuid NOT NULL,
        code text NOT NULL CHECK (code <> ''),
        area_ha numeric(10, 6) NOT NULL CHECK (area_ha > 0),
        UNIQUE (project_id, code),
        UNIQUE (id, organisation_id),
        FOREIGN KEY (stratum_id, project_id, organisation_id)
          REFERENCES sink_stratum (id, project_id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_plot TO qh_app;

      CREATE TABLE sink_visit (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        plot_id uuid NOT NULL,
        round int NOT NULL CHECK (round > 0),
        visited_on date NOT NULL,
        source_sha256 text NOT NULL,
        UNIQUE (plot_id, round),
        UNIQUE (id, organisation_id),
        FOREIGN KEY (plot_id, organisation_id) REFERENCES sink_plot (id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_visit TO qh_app;

      CREATE TABLE sink_tree (
        visit_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        tag text NOT NULL CHECK (tag <> ''),
        species text NOT NULL,
        dbh_cm numeric(7, 2) NOT NULL CHECK (dbh_cm > 0),
        height_m numeric(6, 2) CHECK (height_m > 0),
        PRIMARY KEY (visit_id, tag),
        FOREIGN KEY (visit_id, organisation_id) REFERENCES sink_visit (id, organisation_id)
      );
      GRANT SELECT, INSERT ON sink_tree TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION sink_neighbours(box, uuid, uuid);
      DROP TABLE ${[...TABLES].reverse().join(', ')};
      DROP SEQUENCE sink_project_number`);
  }
}
