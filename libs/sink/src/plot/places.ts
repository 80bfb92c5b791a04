/** Where a plot lies: in which activity area, in which stratum, and whether its coordinates are shifted ones. */
import { unshifted } from '../geometry/gcj02';
import { placeIn } from '../geometry/inside';
import { distance } from '../geometry/measure';
import { boundsOf, type Bounds, type MultiPolygon, type Position } from '../geometry/shapes';

interface Land {
  shape: MultiPolygon;
  bounds: Bounds;
}

const land = (shape: MultiPolygon): Land => ({ shape, bounds: boundsOf(shape) });

/** On a border is within: the receiver is not better than that. */
export function contains({ shape, bounds: [west, south, east, north] }: Land, [x, y]: Position): boolean {
  if (x < west || x > east || y < south || y > north) return false;
  return shape.some(([outer, ...holes]) => {
    if (placeIn(outer!, [x, y]) === 'outside') return false;
    return !holes.some((hole) => placeIn(hole, [x, y]) === 'inside');
  });
}

export class Places {
  private readonly areas: (Land & { id: string })[];
  private readonly strata: Map<string, Land | undefined>;

  constructor(areas: { id: string; shape: MultiPolygon }[], strata: { code: string; shape: MultiPolygon | null }[]) {
    this.areas = areas.map(({ id, shape }) => ({ id, ...land(shape) }));
    this.strata = new Map(strata.map(({ code, shape }) => [code, shape ? land(shape) : undefined]));
  }

  get divided(): boolean {
    return this.strata.size > 0;
  }

  areaOf(position: Position): string | undefined {
    return this.areas.find((area) => contains(area, position))?.id;
  }

  knows(stratum: string): boolean {
    return this.strata.has(stratum);
  }

  /** True where the stratum was not drawn: then the crew's word holds. */
  inStratum(stratum: string, position: Position): boolean {
    const drawn = this.strata.get(stratum);
    return !drawn || contains(drawn, position);
  }

  /** Outside as given, inside once the shift is taken back. */
  looksShifted(position: Position): boolean {
    return this.areaOf(unshifted(position)) !== undefined;
  }

  /** Metres to the nearest corner of an area. */
  metresAway(position: Position): number {
    let least = Infinity;
    for (const { shape } of this.areas)
      for (const [outer] of shape) for (const corner of outer!) least = Math.min(least, distance(position, corner));
    return Math.round(least);
  }
}
