/** Land in common, found by the service: extents of all claims near, then the shapes of those that the border really meets. */
import type { EntityManager } from 'typeorm';
import { EdgeIndex } from '../geometry/edge-index';
import { partsOf } from '../geometry/local-parts';
import { commonLand } from '../geometry/overlap';
import { boundsOf, type Bounds, type MultiPolygon } from '../geometry/shapes';
import type { InCommon, LandSearch } from './land-search';

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
  shape: MultiPolygon;
}

export class ServiceSearch implements LandSearch {
  readonly name = 'the service';

  async find(manager: EntityManager, area: MultiPolygon, ownArea: string | null, project: string): Promise<InCommon[]> {
    const candidates: Candidate[] = await manager.query(
      'SELECT id, west, south, east, north FROM sink_near(box(point($1, $2), point($3, $4)))',
      boundsOf(area),
    );
    const edges = new EdgeIndex(area);
    const doubtful = candidates.filter(({ west, south, east, north }) => {
      const bounds: Bounds = [west, south, east, north];
      // Where no border passes, the extent is all within or all outside, and any place of it says which.
      return edges.meets(bounds) || edges.contains([(west + east) / 2, (south + north) / 2]);
    });
    if (!doubtful.length) return [];
    const near: Neighbour[] = await manager.query('SELECT project, area, shape FROM sink_shapes($1, $2, $3)', [
      doubtful.map(({ id }) => id),
      ownArea,
      project,
    ]);
    const local = partsOf(area);
    return near.map(({ shape, ...claim }) => {
      const bounds = boundsOf(shape);
      return { ...claim, land: edges.meets(bounds) ? commonLand(local(bounds), shape) : shape };
    });
  }
}
