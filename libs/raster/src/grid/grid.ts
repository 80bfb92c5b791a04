/** Where the cells of a raster lie. Rasters are computed together only where their cells are the same. */
import { refused } from '../fault';
import { sameCrs, type Crs } from './crs';

export interface Grid {
  width: number;
  height: number;
  /** Upper left corner of the upper left cell. */
  x: number;
  y: number;
  /** Size of a cell, both positive: rows run from north to south. */
  dx: number;
  dy: number;
  crs: Crs;
}

/** Writers round the origin differently; a thousandth of a cell is nobody's shift. */
const TOLERANCE = 1e-3;

/** Throws naming the first of size, projection and extent in which `raster` differs from the reference. */
export function mustMatch(reference: { name: string; grid: Grid }, raster: { name: string; grid: Grid }): void {
  const [a, b] = [reference.grid, raster.grid];
  const remedy = [`先重采样到 ${reference.name} 的格网`, `resample it to the grid of ${reference.name} first`] as const;
  if (a.width !== b.width || a.height !== b.height)
    throw refused(
      'RASTER_SIZE_DIFFERS',
      raster.name,
      [
        `大小为 ${b.width} × ${b.height}，${reference.name} 为 ${a.width} × ${a.height}`,
        `it is ${b.width} × ${b.height}, ${reference.name} is ${a.width} × ${a.height}`,
      ],
      remedy,
    );
  if (!sameCrs(a.crs, b.crs))
    throw refused(
      'RASTER_PROJECTION_DIFFERS',
      raster.name,
      [
        `坐标系为 ${b.crs.name}，${reference.name} 为 ${a.crs.name}`,
        `its projection is ${b.crs.name}, that of ${reference.name} is ${a.crs.name}`,
      ],
      remedy,
    );
  const shift = Math.max(Math.abs(a.x - b.x) / a.dx, Math.abs(a.y - b.y) / a.dy);
  const drift = Math.max((Math.abs(a.dx - b.dx) * a.width) / a.dx, (Math.abs(a.dy - b.dy) * a.height) / a.dy);
  if (shift > TOLERANCE || drift > TOLERANCE)
    throw refused(
      'RASTER_EXTENT_DIFFERS',
      raster.name,
      [
        `左上角 (${b.x}, ${b.y})、像元 ${b.dx} × ${b.dy}，与 ${reference.name} 的 (${a.x}, ${a.y})、${a.dx} × ${a.dy} 不同`,
        `corner (${b.x}, ${b.y}) and cell ${b.dx} × ${b.dy} differ from (${a.x}, ${a.y}) and ${a.dx} × ${a.dy} of ${reference.name}`,
      ],
      remedy,
    );
}
