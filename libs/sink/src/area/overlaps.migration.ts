import { everyone, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims on land that are made outside this service, and a search in two steps: extents of all, shapes of few. */
export class SinkOverlaps1700000013200 implements MigrationInterface {
  name = 'SinkOverlaps1700000013200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A project of another registry, an account of ecosystem products, a compensation contract: what is counted there.
      CREATE TABLE sink_outside_claim (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        scheme text NOT NULL CHECK (scheme <> ''),
        number text NOT NULL CHECK (number <> ''),
        holder text NOT NULL,
        pools text[] NOT NULL CHECK (cardinality(pools) > 0),
        during daterange NOT NULL CHECK (NOT isempty(during)),
        shape jsonb NOT NULL,
        bounds box NOT NULL,
        square_metres numeric(16, 2) NOT NULL CHECK (square_metres > 0),
        source text NOT NULL CHECK (source <> ''),
        recorded_by jsonb NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        UNIQUE (scheme, number)
      );
      CREATE INDEX sink_outside_claim_bounds ON sink_outside_claim USING gist (bounds) WHERE ended_at IS NULL;
      GRANT SELECT, INSERT ON sink_outside_claim TO qh_app;
      GRANT UPDATE (ended_at) ON sink_outside_claim TO qh_app;

      -- Land is counted once whoever owns the other claim: the check sees all, its caller only what lies near.
      CREATE FUNCTION sink_near(near box, own_area uuid, of_project uuid)
      RETURNS TABLE (id uuid, west float8, south float8, east float8, north float8)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT b.id, (b.bounds[1])[0], (b.bounds[1])[1], (b.bounds[0])[0], (b.bounds[0])[1]
        FROM public.sink_project mine, public.sink_boundary b
        JOIN public.sink_area a ON a.id = b.area_id
        JOIN public.sink_project p ON p.id = a.project_id
        WHERE mine.id = of_project AND b.superseded_at IS NULL AND b.bounds && near
          AND a.id IS DISTINCT FROM own_area AND p.status <> 'withdrawn'
          AND p.crediting && mine.crediting AND p.pools && mine.pools
        UNION ALL
        SELECT o.id, (o.bounds[1])[0], (o.bounds[1])[1], (o.bounds[0])[0], (o.bounds[0])[1]
        FROM public.sink_project mine, public.sink_outside_claim o
        WHERE mine.id = of_project AND o.ended_at IS NULL AND o.bounds && near
          AND o.during && mine.crediting AND o.pools && mine.pools
      $$;
      CREATE FUNCTION sink_shapes(wanted uuid[], of_project uuid)
      RETURNS TABLE (project text, area text, square_metres numeric, shape jsonb)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT p.number, a.code, b.square_metres, b.shape FROM public.sink_boundary b
        JOIN public.sink_area a ON a.id = b.area_id JOIN public.sink_project p ON p.id = a.project_id
        JOIN public.sink_project mine ON mine.id = of_project
        WHERE b.id = ANY (wanted) AND b.superseded_at IS NULL AND p.crediting && mine.crediting AND p.pools && mine.pools
        UNION ALL
        SELECT o.scheme, o.number, o.square_metres, o.shape FROM public.sink_outside_claim o
        JOIN public.sink_project mine ON mine.id = of_project
        WHERE o.id = ANY (wanted) AND o.ended_at IS NULL AND o.during && mine.crediting AND o.pools && mine.pools
        ORDER BY 1, 2
      $$;
      DROP FUNCTION sink_neighbours(box, uuid, uuid);
      REVOKE ALL ON FUNCTION sink_near(box, uuid, uuid), sink_shapes(uuid[], uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION sink_near(box, uuid, uuid), sink_shapes(uuid[], uuid) TO qh_app;
    `);
    // Recorded by those who oversee; what a check needs of it comes through the functions.
    await db.query(secure('sink_outside_claim', everyone));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION sink_shapes(uuid[], uuid);
      DROP FUNCTION sink_near(box, uuid, uuid);
      DROP TABLE sink_outside_claim;
      CREATE FUNCTION sink_neighbours(near box, own_area uuid, of_project uuid)
      RETURNS TABLE (project text, area text, shape jsonb) LANGUAGE sql STABLE AS
      $$ SELECT NULL::text, NULL::text, NULL::jsonb WHERE false $$`);
  }
}
