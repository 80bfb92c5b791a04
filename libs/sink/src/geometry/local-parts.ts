/** A large boundary cut down to where its neighbours lie, half by half: once for all of them there, and not once for each. */
import { clip } from './overlap';
import { boundsOf, type Bounds, common, type MultiPolygon, verticesOf } from './shapes';

/** Cut no further: so few positions are compared at once. */
const FEW = 48;
/** Halves reach so far beyond the middle, in shares of the whole, that what lies upon the middle is all in one of them. */
const BEYOND = 0.125;

class Part {
  private readonly quarters: Part[] = [];

  constructor(
    readonly bounds: Bounds,
    readonly land: MultiPolygon,
  ) {}

  /** The smallest part that has all of what lies within the extent. */
  about(extent: Bounds): Part {
    if (verticesOf(this.land) <= FEW) return this;
    const [west, south, east, north] = this.bounds;
    const right = extent[0] + extent[2] > west + east;
    const upper = extent[1] + extent[3] > south + north;
    const [fromX, toX] = half(west, east, right);
    const [fromY, toY] = half(south, north, upper);
    if (extent[0] < fromX || extent[2] > toX || extent[1] < fromY || extent[3] > toY) return this;
    const bounds: Bounds = [fromX, fromY, toX, toY];
    const quarter = (this.quarters[(right ? 1 : 0) + (upper ? 2 : 0)] ??= new Part(bounds, clip(this.land, bounds)));
    return quarter.about(extent);
  }
}

function half(from: number, to: number, further: boolean): [number, number] {
  const middle = (from + to) / 2;
  const beyond = BEYOND * (to - from);
  return further ? [middle - beyond, to] : [from, middle + beyond];
}

export function partsOf(area: MultiPolygon): (bounds: Bounds) => MultiPolygon {
  const whole = new Part(boundsOf(area), area);
  return (bounds) => {
    const extent = common(bounds, whole.bounds);
    return extent ? whole.about(extent).land : [];
  };
}
