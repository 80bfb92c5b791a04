import { turn } from './crossings';
import type { Position, Ring } from './shapes';

/** Whether a position lies within a ring, outside it or upon its border. */
export function placeIn(ring: Ring, p: Position): 'inside' | 'outside' | 'border' {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1]!;
    const b = ring[i]!;
    const level = turn(a, b, p);
    const within = Math.min(a[0], b[0]) <= p[0] && p[0] <= Math.max(a[0], b[0]);
    if (level === 0 && within && Math.min(a[1], b[1]) <= p[1] && p[1] <= Math.max(a[1], b[1])) return 'border';
    if (a[1] > p[1] !== b[1] > p[1] && level > 0 === b[1] > a[1]) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}

/** Whether `inner`, whose border does not cross that of `outer`, lies within it. Vertices on the border say nothing. */
export function liesWithin(inner: Ring, outer: Ring): boolean {
  for (const p of [...inner, ...middles(inner)]) {
    const place = placeIn(outer, p);
    if (place !== 'border') return place === 'inside';
  }
  return true;
}

const middles = (ring: Ring): Position[] =>
  ring.slice(1).map(([x, y], i) => [(x + ring[i]![0]) / 2, (y + ring[i]![1]) / 2]);
