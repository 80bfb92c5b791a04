/** The polygons of a .shp file (ESRI Shapefile Technical Description, July 1998): parts by their turn, holes to their outer ring. */
import { refuse } from '../sink.messages';
import { placeIn } from './inside';
import { MOST_VERTICES } from './read-area';
import type { Position } from './shapes';

const POLYGON = 5;
/** With heights or measures: the same plane coordinates come first. */
const POLYGONS = [POLYGON, 15, 25];

export function readShapes(bytes: Buffer): Position[][][] {
  if (bytes.length < 100 || bytes.readInt32BE(0) !== 9994) throw refuse('BOUNDARY_FORMAT');
  const rings: Position[][] = [];
  let vertices = 0;
  try {
    for (let at = 100; at + 12 <= bytes.length;) {
      const length = bytes.readInt32BE(at + 4) * 2;
      const start = at + 8;
      const type = bytes.readInt32LE(start);
      at = start + length;
      if (type === 0) continue; // a record without a shape
      if (!POLYGONS.includes(type)) throw refuse('NOT_A_POLYGON');
      const parts = bytes.readInt32LE(start + 36);
      const points = bytes.readInt32LE(start + 40);
      if (parts < 1 || points < 0 || parts > points) throw refuse('BOUNDARY_FORMAT');
      if ((vertices += points) > MOST_VERTICES) throw refuse('TOO_MANY_VERTICES', { most: MOST_VERTICES });
      const from = start + 44 + 4 * parts;
      for (let part = 0; part < parts; part++) {
        const first = bytes.readInt32LE(start + 44 + 4 * part);
        const end = part + 1 < parts ? bytes.readInt32LE(start + 48 + 4 * part) : points;
        const ring: Position[] = [];
        for (let i = first; i < end; i++)
          ring.push([bytes.readDoubleLE(from + 16 * i), bytes.readDoubleLE(from + 16 * i + 8)]);
        rings.push(ring);
      }
    }
  } catch (error) {
    if (['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'].includes(String((error as NodeJS.ErrnoException).code)))
      throw refuse('BOUNDARY_FORMAT');
    throw error;
  }
  return grouped(rings);
}

/** Outer rings turn with the clock, holes against it. A hole that lies in no outer ring stays an area of its own. */
function grouped(rings: Position[][]): Position[][][] {
  const outer = rings.filter((ring) => turns(ring) <= 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => turns(ring) > 0)) {
    const home = outer.find(([around]) => hole.some((p) => placeIn(around!, p) === 'inside'));
    if (home) home.push(hole);
    else outer.push([hole]);
  }
  return outer;
}

/** Twice the signed area; positive against the clock. */
function turns(ring: Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  return sum;
}
