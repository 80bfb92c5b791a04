/** Sizes on the ellipsoid of CGCS2000 (Karney 2013), never in degrees and never on a sphere. */
import geodesic from 'geographiclib-geodesic';
import type { MultiPolygon, Polygon, Ring } from './shapes';

/** Semi-major axis and flattening of CGCS2000 (GB 22021-2008). */
const ellipsoid = new geodesic.Geodesic.Geodesic(6_378_137, 1 / 298.257222101);

export interface Size {
  squareMetres: number;
  /** Length of all borders, holes included. */
  perimeter: number;
}

export function sizeOf(area: MultiPolygon): Size {
  return area.map(sizeOfPolygon).reduce(sum, { squareMetres: 0, perimeter: 0 });
}

export function sizeOfPolygon([outer, ...holes]: Polygon): Size {
  const whole = sizeOfRing(outer!);
  return holes.map(sizeOfRing).reduce(
    (size, hole) => ({
      squareMetres: size.squareMetres - hole.squareMetres,
      perimeter: size.perimeter + hole.perimeter,
    }),
    whole,
  );
}

function sizeOfRing(ring: Ring): Size {
  const polygon = ellipsoid.Polygon(false);
  // The last position repeats the first.
  for (const [longitude, latitude] of ring.slice(0, -1)) polygon.AddPoint(latitude, longitude);
  const { area, perimeter } = polygon.Compute(false, true);
  return { squareMetres: Math.abs(area ?? 0), perimeter };
}

const sum = (a: Size, b: Size): Size => ({
  squareMetres: a.squareMetres + b.squareMetres,
  perimeter: a.perimeter + b.perimeter,
});
