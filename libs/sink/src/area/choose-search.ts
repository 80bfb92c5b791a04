/** Who compares areas, decided once when the service starts. */
import type { PlatformConfig } from '@qingheng/platform';
import type { DataSource } from 'typeorm';
import type { LandSearch } from './land-search';
import { PostgisSearch } from './postgis-search';
import { ServiceSearch } from './service-search';

/** PostGIS where the database has it, unless told otherwise. Throws where what was asked for is not there. */
export async function landSearch(source: DataSource, wanted: PlatformConfig['geometry']): Promise<LandSearch> {
  if (wanted === 'service') return new ServiceSearch();
  const found = await postgisIn(source);
  if ('schema' in found) return new PostgisSearch(found.schema, found.version);
  if (wanted === 'postgis') throw new Error(`QH_GEOMETRY=postgis: ${found.lacking}`);
  return new ServiceSearch();
}

/** Intersections on a grid came with PostGIS 3.1 and GEOS 3.9. */
async function postgisIn(source: DataSource): Promise<{ schema: string; version: string } | { lacking: string }> {
  const [extension] = await source.query(
    `SELECT quote_ident(n.nspname) AS schema, e.extversion AS version
     FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'`,
  );
  if (!extension) return { lacking: 'the database has no extension postgis (CREATE EXTENSION postgis)' };
  const { schema, version } = extension as { schema: string; version: string };
  const [{ geos }] = await source.query(`SELECT ${schema}.postgis_geos_version() AS geos`);
  if (older(version, [3, 1]) || older(geos, [3, 9]))
    return { lacking: `PostGIS 3.1 with GEOS 3.9 or newer is needed, this is ${version} with ${geos}` };
  return { schema, version };
}

function older(version: string, [major, minor]: [number, number]): boolean {
  const [a = 0, b = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return a < major || (a === major && b < minor);
}
