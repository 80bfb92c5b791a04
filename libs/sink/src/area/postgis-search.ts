/**
 * Land in common, found by PostGIS in the same transaction: on the same straight edges in degrees and, since it is asked to
 * work on it, on the same grid. Boundaries stay GeoJSON in the tables, so a database may gain or lose the extension.
 */
import type { EntityManager } from 'typeorm';
import { boundsOf, GRID, type MultiPolygon } from '../geometry/shapes';
import type { InCommon, LandSearch } from './land-search';

const DIGITS = Math.round(Math.log10(GRID));
const AREAS = 3;

export class PostgisSearch implements LandSearch {
  readonly name: string;
  private readonly statement: string;

  constructor(schema: string, version: string) {
    this.name = `PostGIS ${version}`;
    this.statement = statement(schema);
  }

  find(manager: EntityManager, area: MultiPolygon, ownArea: string | null, project: string): Promise<InCommon[]> {
    return manager.query(this.statement, [
      JSON.stringify({ type: 'MultiPolygon', coordinates: area }),
      ...boundsOf(area),
      ownArea,
      project,
    ]);
  }
}

/** Each step is made once (MATERIALIZED): a shape read twice would cost more than its comparison. */
const statement = (schema: string): string => `
  WITH mine AS MATERIALIZED (SELECT ${schema}.ST_GeomFromGeoJSON($1::text) AS land),
  near AS MATERIALIZED (
    SELECT n.id FROM mine, sink_near(box(point($2, $3), point($4, $5))) n
    WHERE ${schema}.ST_Intersects(mine.land, ${schema}.ST_MakeEnvelope(n.west, n.south, n.east, n.north, ${schema}.ST_SRID(mine.land)))
  ),
  others AS MATERIALIZED (
    SELECT s.project, s.area,
      ${schema}.ST_GeomFromGeoJSON(jsonb_build_object('type', 'MultiPolygon', 'coordinates', s.shape)) AS land
    FROM sink_shapes((SELECT array_agg(id) FROM near), $6, $7) s
  ),
  common AS MATERIALIZED (
    SELECT o.project, o.area,
      CASE WHEN ${schema}.ST_Covers(mine.land, o.land) THEN o.land
        ELSE ${schema}.ST_CollectionExtract(${schema}.ST_Intersection(mine.land, o.land, ${1 / GRID}), ${AREAS}) END AS land
    FROM mine, others o
  )
  SELECT project, area, ${schema}.ST_AsGeoJSON(${schema}.ST_Multi(land), ${DIGITS})::json -> 'coordinates' AS land
  FROM common WHERE NOT ${schema}.ST_IsEmpty(land) ORDER BY 1, 2`;
