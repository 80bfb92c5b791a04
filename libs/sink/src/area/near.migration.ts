import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The search for neighbours again: extents come from the index of extents alone, and what counts at the same time in the same
 * pool is asked of the few whose shapes are read. Joined first, both were read for all areas of the service.
 */
export class SinkNear1700000070000 implements MigrationInterface {
  name = 'SinkNear1700000070000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION sink_near(box, uuid, uuid);
      DROP FUNCTION sink_shapes(uuid[], uuid);
      CREATE FUNCTION sink_near(near box)
      RETURNS TABLE (id uuid, west float8, south float8, east float8, north float8)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT b.id, (b.bounds[1])[0], (b.bounds[1])[1], (b.bounds[0])[0], (b.bounds[0])[1]
        FROM public.sink_boundary b WHERE b.superseded_at IS NULL AND b.bounds && near
        UNION ALL
        SELECT o.id, (o.bounds[1])[0], (o.bounds[1])[1], (o.bounds[0])[0], (o.bounds[0])[1]
        FROM public.sink_outside_claim o WHERE o.ended_at IS NULL AND o.bounds && near
      $$;
      CREATE FUNCTION sink_shapes(wanted uuid[], own_area uuid, of_project uuid)
      RETURNS TABLE (project text, area text, shape jsonb)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH mine AS (SELECT crediting, pools FROM public.sink_project WHERE id = of_project),
        found AS MATERIALIZED (
          SELECT b.area_id, b.shape FROM public.sink_boundary b
          WHERE b.id = ANY (wanted) AND b.superseded_at IS NULL AND b.area_id IS DISTINCT FROM own_area
        )
        SELECT p.number, a.code, f.shape FROM mine, found f
        JOIN public.sink_area a ON a.id = f.area_id JOIN public.sink_project p ON p.id = a.project_id
        WHERE p.status <> 'withdrawn' AND p.crediting && mine.crediting AND p.pools && mine.pools
        UNION ALL
        SELECT o.scheme, o.number, o.shape FROM mine, public.sink_outside_claim o
        WHERE o.id = ANY (wanted) AND o.ended_at IS NULL AND o.during && mine.crediting AND o.pools && mine.pools
        ORDER BY 1, 2
      $$;
      REVOKE ALL ON FUNCTION sink_near(box), sink_shapes(uuid[], uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION sink_near(box), sink_shapes(uuid[], uuid, uuid) TO qh_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION sink_near(box);
      DROP FUNCTION sink_shapes(uuid[], uuid, uuid);
      CREATE FUNCTION sink_near(near box, own_area uuid, of_project uuid)
      RETURNS TABLE (id uuid, west float8, south float8, east float8, north float8) LANGUAGE sql STABLE AS
      $$ SELECT NULL::uuid, 0::float8, 0::float8, 0::float8, 0::float8 WHERE false $$;
      CREATE FUNCTION sink_shapes(wanted uuid[], of_project uuid)
      RETURNS TABLE (project text, area text, square_metres numeric, shape jsonb) LANGUAGE sql STABLE AS
      $$ SELECT NULL::text, NULL::text, NULL::numeric, NULL::jsonb WHERE false $$`);
  }
}
