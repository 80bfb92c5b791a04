/** Which other claims count the same land: candidates by their extent, then only those that the border really meets. */
import { faultOf } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { EdgeIndex } from '../geometry/edge-index';
import { unshifted } from '../geometry/gcj02';
import { sizeOf } from '../geometry/measure';
import { clip, overlapOf } from '../geometry/overlap';
import { boundsOf, type Bounds, type MultiPolygon } from '../geometry/shapes';
import { refuse } from '../sink.messages';

interface Candidate {
  id: string;
  west: number;
  south: number;
  east: number;
  north: number;
}

interface Neighbour {
  project: string;
  area: string;
  squareMetres: string;
  shape: MultiPolygon;
}

export async function overlapsOf(
  manager: EntityManager,
  area: MultiPolygon,
  ownArea: string | null,
  project: string,
): Promise<Fault[]> {
  const candidates: Candidate[] = await manager.query(
    'SELECT id, west, south, east, north FROM sink_near(box(point($1, $2), point($3, $4)), $5, $6)',
    [...boundsOf(area), ownArea, project],
  );
  const edges = new EdgeIndex(area);
  const doubtful = candidates.filter(({ west, south, east, north }) => {
    const bounds: Bounds = [west, south, east, north];
    // Where no border passes, the extent is all within or all outside, and any place of it says which.
    return edges.meets(bounds) || edges.contains([(west + east) / 2, (south + north) / 2]);
  });
  if (!doubtful.length) return [];
  const near: Neighbour[] = await manager.query(
    'SELECT project, area, square_metres AS "squareMetres", shape FROM sink_shapes($1, $2)',
    [doubtful.map(({ id }) => id), project],
  );
  const local = partsOf(area);
  return near.flatMap(({ shape, project: number, area: code, squareMetres: whole }) => {
    const bounds = boundsOf(shape);
    const inside = !edges.meets(bounds);
    const squareMetres = inside ? Number(whole) : overlapOf(local(bounds), shape);
    const params = { project: number, area: code, squareMetres: squareMetres.toFixed(1) };
    return squareMetres > 0 ? [faultOf('OVERLAPS_AREA', { column: 'geometry' }, params)] : [];
  });
}

/** Tiles by which a large boundary is cut down once for all its neighbours there, and not once for each. */
const TILES = 24;

export function partsOf(area: MultiPolygon): (bounds: Bounds) => MultiPolygon {
  const [west, south, east, north] = boundsOf(area);
  const [wide, high] = [(east - west) / TILES, (north - south) / TILES];
  const known = new Map<string, MultiPolygon>();
  return ([left, bottom, right, top]) => {
    const [from, to] = [Math.floor((left - west) / wide), Math.floor((right - west) / wide)];
    const [low, up] = [Math.floor((bottom - south) / high), Math.floor((top - south) / high)];
    const key = `${from} ${to} ${low} ${up}`;
    let part = known.get(key);
    if (!part) {
      // A little more than the tiles: where they end must cut no neighbour.
      const more = (n: number, size: number) => (n + 1.01) * size;
      part = clip(area, [
        west + (from - 0.01) * wide,
        south + (low - 0.01) * high,
        west + more(to, wide),
        south + more(up, high),
      ]);
      known.set(key, part);
    }
    return part;
  };
}

export async function refuseOverlaps(
  manager: EntityManager,
  area: MultiPolygon,
  ownArea: string,
  project: string,
): Promise<void> {
  const faults = await overlapsOf(manager, area, ownArea, project);
  if (faults.length) throw refuse('AREA_OVERLAPS', { count: faults.length }, faults);
}

/** A new version that fits the last one only once the shift of web maps is taken back was read from such a map. */
export async function requireUnshifted(manager: EntityManager, area: MultiPolygon, ownArea: string): Promise<void> {
  const [last] = await manager.query('SELECT shape FROM sink_boundary WHERE area_id = $1 AND superseded_at IS NULL', [
    ownArea,
  ]);
  if (!last) return;
  const shape = last.shape as MultiPolygon;
  const whole = sizeOf(shape).squareMetres;
  const back = area.map((polygon) => polygon.map((ring) => ring.map(unshifted)));
  const [asGiven, asShifted] = [overlapOf(area, shape) / whole, overlapOf(back, shape) / whole];
  if (asShifted > 0.95 && asGiven < 0.9 && Math.abs(sizeOf(area).squareMetres / whole - 1) < 0.01)
    throw refuse('BOUNDARY_SHIFTED', { share: Math.round(asShifted * 100) });
}
