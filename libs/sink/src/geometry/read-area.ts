/** From GeoJSON as people send it to an area that can be measured, or every fault with its place. */
import { faultOf } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import '../sink.messages';
import { firstCrossing } from './crossings';
import { liesWithin } from './inside';
import { isShifted, systemOfText } from './reference-system';
import { GRID, type MultiPolygon, type Polygon, type Position, type Ring } from './shapes';

export const MOST_VERTICES = 100_000;
/** Extent of the country in degrees; inside it a swapped pair is recognised because the two ranges do not meet. */
const LONGITUDES = [73, 136] as const;
const LATITUDES = [3, 54] as const;

const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;

export interface AreaRead {
  area: MultiPolygon;
  faults: Fault[];
}

export function readArea(source: unknown): AreaRead {
  const reading = new Reading();
  reading.datum(source);
  const parts = reading.parts(source);
  const area = parts.map((polygon, i) => reading.polygon(polygon, `${i + 1}`));
  if (!reading.faults.length) reading.whole(area);
  return { area, faults: reading.faults };
}

class Reading {
  readonly faults: Fault[] = [];
  private vertices = 0;

  /** Named datums are believed; a shifted one is refused, because the shift is not a survey and cannot be undone exactly. */
  datum(source: unknown): void {
    const { crs } = (source ?? {}) as { crs?: { properties?: { name?: unknown } } };
    if (crs === undefined || crs === null) return;
    const name = String(crs.properties?.name ?? '');
    if (isShifted(name)) this.fault('GCJ02_COORDINATES', undefined);
    else if (systemOfText(name)?.name !== 'CGCS2000') this.fault('UNKNOWN_DATUM', undefined, { name });
  }

  parts(source: unknown, depth = 0): unknown[] {
    const { type, coordinates, geometry, features } = (source ?? {}) as Record<string, unknown>;
    if (type === 'Feature' && depth < 2) return this.parts(geometry, depth + 1);
    if (type === 'FeatureCollection' && Array.isArray(features) && depth === 0 && features.length)
      return features.flatMap((feature) => this.parts(feature, 1));
    if (type === 'Polygon' && Array.isArray(coordinates) && coordinates.length) return [coordinates];
    if (type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.length) return coordinates;
    const empty = type === 'Polygon' || type === 'MultiPolygon' || type === 'FeatureCollection';
    this.fault(empty ? 'EMPTY_AREA' : 'NOT_A_POLYGON', undefined);
    return [];
  }

  polygon(source: unknown, place: string): Polygon {
    if (!Array.isArray(source) || !source.length) {
      this.fault('EMPTY_AREA', place);
      return [];
    }
    return source.map((ring, i) => this.ring(ring, `${place}.${i + 1}`));
  }

  private ring(source: unknown, place: string): Ring {
    if (!Array.isArray(source) || !source.length) {
      this.fault('EMPTY_AREA', place);
      return [];
    }
    if ((this.vertices += source.length) > MOST_VERTICES) {
      if (this.vertices - source.length <= MOST_VERTICES)
        this.fault('TOO_MANY_VERTICES', place, { most: MOST_VERTICES });
      return [];
    }
    const read = source.map((position) => positionOf(position));
    const bad = read.findIndex((position) => !position);
    if (bad >= 0) {
      this.fault('NOT_A_POSITION', `${place}.${bad + 1}`);
      return [];
    }
    const ring = read as Ring;
    const out = ring.findIndex(([x, y]) => !within(x, LONGITUDES) || !within(y, LATITUDES));
    if (out >= 0) {
      const [x, y] = ring[out]!;
      const swapped = within(y, LONGITUDES) && within(x, LATITUDES);
      this.fault(swapped ? 'COORDINATES_SWAPPED' : 'OUTSIDE_COUNTRY', `${place}.${out + 1}`, { x, y });
      return [];
    }
    const [first, last] = [ring[0]!, ring.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1]) this.fault('UNCLOSED_RING', place);
    const distinct = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]![0] || y !== ring[i - 1]![1]);
    if (distinct.length < 4) this.fault('TOO_FEW_POSITIONS', place);
    return distinct;
  }

  whole(area: MultiPolygon): void {
    const crossing = firstCrossing(area);
    if (crossing) {
      const [x, y] = crossing.map((degrees) => degrees.toFixed(6)) as [string, string];
      this.fault('SELF_CROSSING', undefined, { x, y });
      return;
    }
    area.forEach(([outer, ...holes], i) => {
      holes.forEach((hole, h) => {
        if (!liesWithin(hole, outer!)) this.fault('HOLE_OUTSIDE', `${i + 1}.${h + 2}`);
      });
      area.forEach((other, k) => {
        if (k === i || !liesWithin(outer!, other[0]!)) return;
        // A part may lie in another's hole, as an island in a lake.
        if (!other.slice(1).some((hole) => liesWithin(outer!, hole))) this.fault('PARTS_OVERLAP', `${i + 1}`);
      });
    });
  }

  private fault(code: string, row: string | undefined, params: Record<string, string | number> = {}): void {
    this.faults.push(faultOf(code, { column: 'geometry', ...(row && { row }) }, params));
  }
}

function positionOf(source: unknown): Position | undefined {
  if (!Array.isArray(source) || source.length < 2) return undefined;
  const [x, y] = source as unknown[];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  return [Math.round(x * GRID) / GRID, Math.round(y * GRID) / GRID];
}
