/** Areas as numbers: longitude and latitude in degrees of CGCS2000, rings closed. */
export type Position = [longitude: number, latitude: number];
export type Ring = Position[];
export type Polygon = Ring[];
export type MultiPolygon = Polygon[];

/** 0.1 mm: neighbours drawn from one survey keep one border, whatever the last digits of their files are. */
export const GRID = 1e9;

/** west, south, east, north */
export type Bounds = [number, number, number, number];

export function boundsOf(area: MultiPolygon): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of area)
    for (const position of polygon[0]!) {
      const x = position[0];
      const y = position[1];
      if (x < bounds[0]) bounds[0] = x;
      if (y < bounds[1]) bounds[1] = y;
      if (x > bounds[2]) bounds[2] = x;
      if (y > bounds[3]) bounds[3] = y;
    }
  return bounds;
}

export const common = (a: Bounds, b: Bounds): Bounds | undefined => {
  const both: Bounds = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return both[0] <= both[2] && both[1] <= both[3] ? both : undefined;
};

export const verticesOf = (area: MultiPolygon): number =>
  area.reduce((n, polygon) => n + polygon.reduce((m, ring) => m + ring.length - 1, 0), 0);
