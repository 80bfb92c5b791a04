/** Where borders cross: a sweep from west to east, comparing only edges whose extents meet. */
import type { MultiPolygon, Position } from './shapes';

interface Edge {
  a: Position;
  b: Position;
  west: number;
  east: number;
  south: number;
  north: number;
}

/** The first place where two borders of the area cross or run upon each other; touching in a point is allowed. */
export function firstCrossing(area: MultiPolygon): Position | undefined {
  const edges = edgesOf(area).sort((p, q) => p.west - q.west);
  let active: Edge[] = [];
  for (const edge of edges) {
    active = active.filter((other) => other.east >= edge.west);
    for (const other of active) {
      if (other.south > edge.north || other.north < edge.south) continue;
      const place = meeting(edge, other);
      if (place) return place;
    }
    active.push(edge);
  }
  return undefined;
}

function edgesOf(area: MultiPolygon): Edge[] {
  return area.flat().flatMap((ring) =>
    ring.slice(1).map((b, i) => {
      const a = ring[i]!;
      return {
        a,
        b,
        west: Math.min(a[0], b[0]),
        east: Math.max(a[0], b[0]),
        south: Math.min(a[1], b[1]),
        north: Math.max(a[1], b[1]),
      };
    }),
  );
}

/** Twice the signed area of the triangle; differences are taken first, so that neighbouring positions stay apart. */
export const turn = (p: Position, q: Position, r: Position): number =>
  (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);

function meeting({ a, b }: Edge, { a: c, b: d }: Edge): Position | undefined {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc === 0 && abd === 0) return along(a, b, c, d);
  if (Math.sign(abc) * Math.sign(abd) !== -1 || Math.sign(cda) * Math.sign(cdb) !== -1) return undefined;
  const share = cda / (cda - cdb);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/** Edges on one line cross where they share more than an end. */
function along(a: Position, b: Position, c: Position, d: Position): Position | undefined {
  const axis = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1;
  const from = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
  const to = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
  return to > from ? [a, b, c, d].find((p) => p[axis] === from) : undefined;
}
