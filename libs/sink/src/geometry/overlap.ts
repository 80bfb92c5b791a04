/** How much two areas have in common, apart from slivers along borders that were surveyed twice. */
import { intersection } from 'polyclip-ts';
import { sizeOfPolygon } from './measure';
import { boundsOf, type Bounds, common, type MultiPolygon, type Ring } from './shapes';

/**
 * The one tolerance of the service: a piece in common whose mean width (twice its area by its border) is at most so
 * many metres is the uncertainty of a border, not land counted twice.
 */
export const SLIVER_METRES = 1;

/** Square metres in common, slivers left out; 0 where the areas only touch. */
export function overlapOf(a: MultiPolygon, b: MultiPolygon): number {
  const both = common(boundsOf(a), boundsOf(b));
  if (!both || both[0] === both[2] || both[1] === both[3]) return 0;
  const [near, far] = [clip(a, both), clip(b, both)];
  if (!near.length || !far.length) return 0;
  return intersection(near, far)
    .map((piece) => sizeOfPolygon(piece))
    .filter(({ squareMetres, perimeter }) => (2 * squareMetres) / perimeter > SLIVER_METRES)
    .reduce((sum, { squareMetres }) => sum + squareMetres, 0);
}

/** What lies in a box (Sutherland and Hodgman): exact arithmetic is then done only where both areas can be. */
function clip(area: MultiPolygon, box: Bounds): MultiPolygon {
  return area.flatMap((polygon) => {
    const [outer, ...holes] = polygon.map((ring) => clipRing(ring, box));
    return outer!.length ? [[outer!, ...holes.filter((hole) => hole.length)]] : [];
  });
}

function clipRing(ring: Ring, [west, south, east, north]: Bounds): Ring {
  if (ring.every(([x, y]) => x >= west && x <= east && y >= south && y <= north)) return ring;
  let open = ring.slice(0, -1);
  for (const [axis, limit, sign] of [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ] as const) {
    const kept: Ring = [];
    for (const [i, end] of open.entries()) {
      const start = open.at(i - 1)!;
      const from = (start[axis] - limit) * sign;
      const to = (end[axis] - limit) * sign;
      if (from >= 0 !== to >= 0) {
        const share = from / (from - to);
        const other = start[1 - axis]! + share * (end[1 - axis]! - start[1 - axis]!);
        kept.push(axis === 0 ? [limit, other] : [other, limit]);
      }
      if (to >= 0) kept.push(end);
    }
    open = kept;
  }
  return open.length < 3 ? [] : [...open, open[0]!];
}
