/** A large boundary cut down to where its neighbours lie: once for all of them in a tile, and not once for each. */
import { clip } from './overlap';
import { boundsOf, type Bounds, type MultiPolygon } from './shapes';

const TILES = 24;
/** Where tiles end must cut no neighbour. */
const MARGIN = 0.01;

export function partsOf(area: MultiPolygon): (bounds: Bounds) => MultiPolygon {
  const [west, south, east, north] = boundsOf(area);
  const [wide, high] = [(east - west) / TILES, (north - south) / TILES];
  const strips = new Map<string, MultiPolygon>();
  const parts = new Map<string, MultiPolygon>();
  const begin = (from: number, tile: number, size: number) => from + (tile - MARGIN) * size;
  const end = (from: number, tile: number, size: number) => from + (tile + 1 + MARGIN) * size;
  return ([left, bottom, right, top]) => {
    const [from, to] = [Math.floor((left - west) / wide), Math.floor((right - west) / wide)];
    const [low, up] = [Math.floor((bottom - south) / high), Math.floor((top - south) / high)];
    // First from south to north in whole strips: all along its border is walked once for each of these only.
    const strip = kept(strips, `${from} ${to}`, () =>
      clip(area, [begin(west, from, wide), -Infinity, end(west, to, wide), Infinity]),
    );
    return kept(parts, `${from} ${to} ${low} ${up}`, () =>
      clip(strip, [-Infinity, begin(south, low, high), Infinity, end(south, up, high)]),
    );
  };
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = make()));
  return found;
}
