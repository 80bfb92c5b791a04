/**
 * A boundary that is drawn wrongly, made sound, and what that changed. Only what cannot be meant is changed: rings are
 * closed, positions said twice are said once, borders that cross themselves are parted, holes outside are left out. The
 * difference is shown and somebody accepts it; nothing is repaired in silence.
 */
import { faultOf } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import { differenceOf, unionOf } from './clipping';
import { sizeOf } from './measure';
import { readArea } from './read-area';
import { GRID, type MultiPolygon, type Position, type Ring, verticesOf } from './shapes';

export interface Repair {
  /** Sound; empty where it cannot be made so. */
  area: MultiPolygon;
  /** What cannot be repaired. */
  faults: Fault[];
  /** What was done, by code, and where; nothing for a sound boundary. */
  done: Fault[];
  /** Area by the rings as they came, crossings and all: what a naive program says. */
  squareMetresBefore: number;
  squareMetres: number;
  /** Land that was within before and is not now, and the other way round. */
  removed: MultiPolygon;
  added: MultiPolygon;
}

const MENDABLE = new Set(['UNCLOSED_RING', 'TOO_FEW_POSITIONS', 'SELF_CROSSING', 'HOLE_OUTSIDE', 'PARTS_OVERLAP']);

export function repairArea(geometry: { type: string; coordinates: Position[][][] }): Repair {
  const read = readArea(geometry);
  const none = { squareMetresBefore: 0, squareMetres: 0, removed: [], added: [] };
  if (!read.faults.length) {
    const { squareMetres } = sizeOf(read.area);
    return { area: read.area, faults: [], done: [], ...none, squareMetresBefore: squareMetres, squareMetres };
  }
  const hopeless = read.faults.filter(({ code }) => !MENDABLE.has(code));
  if (hopeless.length) return { area: [], faults: hopeless, done: [], ...none };
  const done: Fault[] = [];
  const closed = geometry.coordinates
    .map((polygon, i) => polygon.flatMap((ring, k) => mended(ring, `${i + 1}.${k + 1}`, done)))
    .filter((polygon) => polygon.length);
  // Part upon part becomes one; what an even number of borders surrounds is outside, as in a figure of eight's hole.
  const area = sound(closed.reduce<MultiPolygon>((all, polygon) => unionOf(all, unionOf([polygon], [])), []));
  const again = readArea({ type: 'MultiPolygon', coordinates: area });
  if (!area.length || again.faults.length)
    return { area: [], faults: again.faults.length ? again.faults : read.faults, done: [], ...none };
  for (const { code, row } of read.faults)
    if (code !== 'UNCLOSED_RING' && code !== 'TOO_FEW_POSITIONS')
      done.push(faultOf(`REPAIRED_${code}`, { column: 'geometry', ...(row && { row }) }));
  const { squareMetres } = sizeOf(again.area);
  const before = closed.map((polygon) => polygon.slice(0, 1));
  return {
    area: again.area,
    faults: [],
    done,
    squareMetresBefore: closed.reduce((sum, polygon) => sum + Math.max(0, sizeOf([polygon]).squareMetres), 0),
    squareMetres,
    removed: differenceOf(
      before.reduce<MultiPolygon>((all, one) => unionOf(all, [one]), []),
      again.area,
    ),
    added: differenceOf(
      again.area,
      before.reduce<MultiPolygon>((all, one) => unionOf(all, [one]), []),
    ),
  };
}

function mended(ring: Ring, row: string, done: Fault[]): Ring[] {
  const at = { column: 'geometry', row };
  const on = ring.map(([x, y]): Position => [Math.round(x * GRID) / GRID, Math.round(y * GRID) / GRID]);
  const distinct = on.filter(([x, y], i) => i === 0 || x !== on[i - 1]![0] || y !== on[i - 1]![1]);
  const [first, last] = [distinct[0]!, distinct.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) {
    done.push(faultOf('REPAIRED_UNCLOSED_RING', at));
    distinct.push(first);
  }
  if (distinct.length >= 4) return [distinct];
  done.push(faultOf('REPAIRED_TOO_FEW_POSITIONS', at));
  return [];
}

/** Crumbs of less than a square metre come of borders that were walked back upon. */
const sound = (area: MultiPolygon): MultiPolygon =>
  area.filter((polygon) => verticesOf([polygon]) >= 3 && sizeOf([polygon]).squareMetres >= 1);
