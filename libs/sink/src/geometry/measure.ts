/**
 * Sizes on the ellipsoid of CGCS2000 (GB 22021-2008), never in degrees and never on a sphere.
 *
 * The line between two positions is straight in longitude and latitude (RFC 7946, 3.1.1): the same line by which areas are
 * compared. So a position added upon a border changes no area, and the parts of an area add up to it. Along geodesics
 * neither holds: a border of 400 m bulges by millimetres, and that made a metre's difference.
 */
import type { MultiPolygon, Polygon, Position, Ring } from './shapes';

const SEMI_MAJOR = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const E2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E2);
const HALF_SQUARE = (SEMI_MAJOR ** 2 * (1 - E2)) / 2;
const RADIAN = Math.PI / 180;
/** Gauss and Legendre's three places; over a degree they are right to twelve digits. */
const PLACES = [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)] as const;
const WEIGHTS = [5 / 18, 8 / 18, 5 / 18] as const;
const LONGEST_STEP = 1;

export interface Size {
  squareMetres: number;
  /** Length of all borders, holes included. */
  perimeter: number;
}

export function sizeOf(area: MultiPolygon): Size {
  return area.map(sizeOfPolygon).reduce(sum, { squareMetres: 0, perimeter: 0 });
}

export function sizeOfPolygon([outer, ...holes]: Polygon): Size {
  return holes.map(sizeOfRing).reduce(
    (size, hole) => ({
      squareMetres: size.squareMetres - hole.squareMetres,
      perimeter: size.perimeter + hole.perimeter,
    }),
    sizeOfRing(outer!),
  );
}

export function sizeOfRing(ring: Ring): Size {
  const level = zone(ring[0]?.[1] ?? 0);
  let squareMetres = 0;
  let perimeter = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    if (a[0] !== b[0]) squareMetres += (b[0] - a[0]) * RADIAN * (meanZone(a[1], b[1]) - level);
    perimeter += distance(a, b);
  }
  return { squareMetres: Math.abs(squareMetres), perimeter };
}

/** Area of the ellipsoid between the equator and a parallel, for each radian of longitude. */
function zone(latitude: number): number {
  const s = Math.sin(latitude * RADIAN);
  return HALF_SQUARE * (s / (1 - E2 * s * s) + Math.atanh(E * s) / E);
}

function meanZone(from: number, to: number): number {
  const steps = Math.max(1, Math.ceil(Math.abs(to - from) / LONGEST_STEP));
  const step = (to - from) / steps;
  let total = 0;
  for (let k = 0; k < steps; k++)
    for (let i = 0; i < 3; i++) total += WEIGHTS[i]! * zone(from + (k + PLACES[i]!) * step);
  return total / steps;
}

/** Metres along the line between two positions, by the radii of curvature half way: to 1e-6 over 10 km. */
export function distance(a: Position, b: Position): number {
  const latitude = ((a[1] + b[1]) / 2) * RADIAN;
  const w2 = 1 - E2 * Math.sin(latitude) ** 2;
  const meridian = (SEMI_MAJOR * (1 - E2)) / (w2 * Math.sqrt(w2));
  const normal = SEMI_MAJOR / Math.sqrt(w2);
  return Math.hypot((b[1] - a[1]) * RADIAN * meridian, (b[0] - a[0]) * RADIAN * normal * Math.cos(latitude));
}

const sum = (a: Size, b: Size): Size => ({
  squareMetres: a.squareMetres + b.squareMetres,
  perimeter: a.perimeter + b.perimeter,
});
