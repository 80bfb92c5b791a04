/**
 * Areas of cells in square metres, on the ground. On a geographic grid a cell is bounded by two parallels and two meridians:
 * its area on the ellipsoid has a closed form (Snyder 1987, eq. 3-12). A map that is not of equal area is refused: an account
 * of its cells would be wrong by what the map stretches.
 */
import { refused } from '../fault';
import type { Ellipsoid } from './crs';
import type { Grid } from './grid';

/** One value per row. */
export function cellAreas(raster: string, grid: Grid, planar = false): Float64Array {
  const { crs, dx, dy, height, y } = grid;
  if (crs.kind === 'projected') {
    if (!crs.equalArea && !planar)
      throw refused(
        'NOT_EQUAL_AREA',
        raster,
        [`投影 ${crs.name} 不保持面积`, `the projection ${crs.name} does not keep areas`],
        [
          '改用经纬度格网（如 EPSG:4490）或等积投影；确需按平面面积计算时请明示',
          'use a geographic grid (e.g. EPSG:4490) or an equal-area projection, or ask for areas of the map knowingly',
        ],
      );
    return new Float64Array(height).fill(dx * dy);
  }
  const zone = zoneOf(crs.ellipsoid!);
  const width = (dx * Math.PI) / 180;
  const rad = (row: number): number => {
    const degrees = y - row * dy;
    if (degrees > 90 + 1e-9 || degrees < -90 - 1e-9)
      throw refused('RASTER_EXTENT_IMPOSSIBLE', raster, [
        `第 ${row} 行的纬度为 ${degrees}°`,
        `row ${row} lies at latitude ${degrees}°`,
      ]);
    return (Math.max(-90, Math.min(90, degrees)) * Math.PI) / 180;
  };
  return Float64Array.from({ length: height }, (_, row) => width * zone(rad(row + 1), rad(row)));
}

/**
 * Area between two latitudes per radian of longitude. The plain difference q(φ2) − q(φ1) loses digits for small cells, so the
 * differences of its terms are formed first.
 */
function zoneOf({ a, inverseFlattening }: Ellipsoid): (south: number, north: number) => number {
  const f = 1 / inverseFlattening;
  const e2 = f * (2 - f);
  const e = Math.sqrt(e2);
  return (south, north) => {
    const rise = 2 * Math.cos((north + south) / 2) * Math.sin((north - south) / 2);
    const [s, n] = [Math.sin(south), Math.sin(north)];
    // n/(1−e²n²) − s/(1−e²s²) and atanh(en) − atanh(es), each with the factor (n − s) = rise taken out.
    const fraction = (rise * (1 + e2 * n * s)) / ((1 - e2 * n * n) * (1 - e2 * s * s));
    const logarithm = Math.atanh((e * rise) / (1 - e2 * n * s)) / e;
    return (a * a * (1 - e2) * (fraction + logarithm)) / 2;
  };
}
