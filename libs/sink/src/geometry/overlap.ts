/** How much two areas have in common, apart from slivers along borders that were surveyed twice. */
import { intersectionOf } from './clipping';
import { sizeOfPolygon } from './measure';
import { piecesOf } from './pinched';
import { boundsOf, type Bounds, common, type MultiPolygon, type Ring } from './shapes';

/**
 * The one tolerance of the service: a piece in common whose mean width (twice its area by its border) is at most so
 * many metres is the uncertainty of a border, not land counted twice.
 */
export const SLIVER_METRES = 1;

/** Square metres in common, slivers left out; 0 where the areas only touch. */
export const overlapOf = (a: MultiPolygon, b: MultiPolygon): number => beyondSlivers(commonLand(a, b));

/** The pieces in common, slivers among them. */
export function commonLand(a: MultiPolygon, b: MultiPolygon): MultiPolygon {
  const both = common(boundsOf(a), boundsOf(b));
  if (!both || both[0] === both[2] || both[1] === both[3]) return [];
  const [near, far] = [clip(a, both), clip(b, both)];
  return near.length && far.length ? intersectionOf(near, far) : [];
}

/** Square metres of the pieces that are no slivers. */
export function beyondSlivers(pieces: MultiPolygon): number {
  let sum = 0;
  for (const polygon of pieces)
    for (const piece of piecesOf(polygon)) {
      const { squareMetres, perimeter } = sizeOfPolygon(piece);
      if ((2 * squareMetres) / perimeter > SLIVER_METRES) sum += squareMetres;
    }
  return sum;
}

/**
 * Less of each area where the other cannot be: positions beyond one side of the box, between others beyond the same
 * side, say nothing about the land inside it. No new position comes about, so borders that agree go on to agree.
 */
export function clip(area: MultiPolygon, box: Bounds): MultiPolygon {
  return area.flatMap((polygon) => {
    const [outer, ...holes] = polygon.map((ring) => clipRing(ring, box));
    return outer!.length ? [[outer!, ...holes.filter((hole) => hole.length)]] : [];
  });
}

function clipRing(ring: Ring, [west, south, east, north]: Bounds): Ring {
  let kept: Ring = ring.slice(0, -1);
  // A side at a time: what is left is compared anew, since neighbours have changed.
  kept = without(kept, 0, -1, west);
  kept = without(kept, 0, 1, east);
  kept = without(kept, 1, -1, south);
  kept = without(kept, 1, 1, north);
  return kept.length < 3 ? [] : [...kept, kept[0]!];
}

/** Positions beyond the side whose neighbours are beyond it too go. */
function without(positions: Ring, axis: 0 | 1, side: 1 | -1, limit: number): Ring {
  const n = positions.length;
  if (!n) return positions;
  let kept: Ring | undefined;
  let before = side * (positions[n - 1]![axis] - limit) > 0;
  let here = side * (positions[0]![axis] - limit) > 0;
  for (let i = 0; i < n; i++) {
    const after = side * (positions[i + 1 < n ? i + 1 : 0]![axis] - limit) > 0;
    if (before && here && after) kept ??= positions.slice(0, i);
    else kept?.push(positions[i]!);
    before = here;
    here = after;
  }
  return kept ?? positions;
}
