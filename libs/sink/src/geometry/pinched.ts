/**
 * Land that hangs together by a single position only is more than one piece, however its rings are written down: two lobes
 * in one ring, or a hole that touches the border twice. Programs that cut differ in this; what is judged piece by piece may not.
 */
import { liesWithin } from './inside';
import { GRID, type Polygon, type Position, type Ring } from './shapes';

/** Nearer to a line than the grid can say, a position lies upon it. */
const UPON = 0.75 / GRID;

interface Edge {
  from: string;
  to: string;
  /** Directions in which it leaves and, looked at backwards, in which it came. */
  leaves: number;
  came: number;
  end: Position;
  taken?: boolean;
}

/** The pieces of a polygon, each with its holes. */
export function piecesOf(polygon: Polygon): Polygon[] {
  const rings = meeting(polygon);
  return isPinched(rings) ? parted(rings) : [polygon];
}

const keyOf = ([x, y]: Position): string => `${x} ${y}`;

function isPinched(polygon: Polygon): boolean {
  const seen = new Set<string>();
  let positions = 0;
  for (const ring of polygon)
    for (let i = 1; i < ring.length; i++) {
      seen.add(keyOf(ring[i]!));
      positions++;
    }
  return seen.size < positions;
}

/** Rings with the positions of others that lie upon their lines: a sweep from west to east. */
function meeting(polygon: Polygon): Polygon {
  const lines = polygon.flatMap((ring) => ring.slice(1).map((b, i) => ({ a: ring[i]!, b, upon: [] as Position[] })));
  const byWest = [...lines].sort((p, q) => Math.min(p.a[0], p.b[0]) - Math.min(q.a[0], q.b[0]));
  const positions = polygon.flatMap((ring) => ring.slice(1)).sort((p, q) => p[0] - q[0]);
  let active: typeof lines = [];
  let next = 0;
  let some = false;
  for (const position of positions) {
    const x = position[0];
    while (next < byWest.length && Math.min(byWest[next]!.a[0], byWest[next]!.b[0]) <= x + UPON)
      active.push(byWest[next++]!);
    active = active.filter(({ a, b }) => Math.max(a[0], b[0]) >= x - UPON);
    for (const { a, b, upon } of active)
      if (liesUpon(a, b, position)) {
        upon.push(position);
        some = true;
      }
  }
  if (!some) return polygon;
  let line = 0;
  return polygon.map((ring) => [
    ring[0]!,
    ...ring.slice(1).flatMap(() => {
      const { a, b, upon } = lines[line++]!;
      return [...upon.sort((p, q) => along(a, b, p) - along(a, b, q)), b];
    }),
  ]);
}

const along = (a: Position, b: Position, p: Position) => (p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1]);

function liesUpon(a: Position, b: Position, p: Position): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const way = along(a, b, p);
  if (way <= 0 || way >= dx * dx + dy * dy || (p[0] === b[0] && p[1] === b[1]) || (p[0] === a[0] && p[1] === a[1]))
    return false;
  return Math.abs(dx * (p[1] - a[1]) - dy * (p[0] - a[0])) <= UPON * Math.hypot(dx, dy);
}

/** Walks along the borders with the land to the left; where several borders meet, along the one next to it. */
function parted(polygon: Polygon): Polygon[] {
  const leaving = new Map<string, Edge[]>();
  const edges = polygon.flatMap((ring, i) => edgesOf(turned(ring, i === 0)));
  for (const edge of edges) leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
  const outer: Polygon[] = [];
  const holes: Ring[] = [];
  for (const first of edges) {
    if (first.taken) continue;
    const walk: Ring = [];
    for (let edge = first; !edge.taken; edge = nextOf(edge, leaving.get(edge.to)!)) {
      edge.taken = true;
      walk.push(edge.end);
    }
    const ring = [walk.at(-1)!, ...walk];
    if (twiceSigned(ring) > 0) outer.push([ring]);
    else holes.push(ring);
  }
  for (const hole of holes) (outer.find(([ring]) => liesWithin(hole, ring!)) ?? outer[0]!).push(hole);
  return outer;
}

function edgesOf(ring: Ring): Edge[] {
  return ring.slice(1).map((b, i) => {
    const a = ring[i]!;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    return { from: keyOf(a), to: keyOf(b), leaves: Math.atan2(dy, dx), came: Math.atan2(-dy, -dx), end: b };
  });
}

/** The land lies to the left of an edge: the next border is the first one clockwise from where it came. */
function nextOf({ came }: Edge, leaving: Edge[]): Edge {
  const clockwise = ({ leaves }: Edge) => (came - leaves + 4 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
  return leaving.reduce((best, edge) => (clockwise(edge) < clockwise(best) ? edge : best));
}

/** Counter-clockwise, or clockwise for holes. */
const turned = (ring: Ring, left: boolean): Ring => (twiceSigned(ring) > 0 === left ? ring : [...ring].reverse());

function twiceSigned(ring: Ring): number {
  const [x0, y0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    sum += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0);
  }
  return sum;
}
