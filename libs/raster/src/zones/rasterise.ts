/**
 * Zones drawn as polygons, as a raster on the grid of the factors: a cell belongs to the polygon in which its centre lies
 * (even-odd rule, so that rings inside are holes). Coordinates are those of the grid. A cell of two zones is refused.
 */
import { refused } from '../fault';
import type { Grid } from '../grid/grid';
import { writeRaster } from '../tiff/write-plain';

export interface DrawnZone {
  /** 1 to 10,000,000; 0 is left for cells outside all zones. */
  code: number;
  /** Rings of one or more polygons. */
  rings: readonly (readonly (readonly [x: number, y: number])[])[];
}

const MOST_VERTICES = 2_000_000;

export function rasteriseZones(path: string, grid: Grid, zones: readonly DrawnZone[], tile = 512): void {
  const edges = zones.map(({ code, rings }) => edgesOf(code, rings));
  if (edges.reduce((sum, { length }) => sum + length, 0) > MOST_VERTICES)
    throw refused('TOO_MANY_VERTICES', 'zones', [
      `顶点超过 ${MOST_VERTICES} 个`,
      `there are more than ${MOST_VERTICES} vertices`,
    ]);
  const used = new Set<number>();
  writeRaster(path, {
    ...{ grid, type: 'u32', nodata: 0, tile, deflate: true },
    fill(cells, left, top, stride) {
      cells.fill(0);
      const rows = Math.min(cells.length / stride, grid.height - top);
      const columns = Math.min(stride, grid.width - left);
      for (let row = 0; row < rows; row++) {
        const y = grid.y - (top + row + 0.5) * grid.dy;
        edges.forEach((list, z) => {
          const { code } = zones[z]!;
          for (const [from, to] of spans(list, y)) {
            // Centres from `from` on and before `to`: neighbours that share an edge share no cell.
            const first = Math.max(0, Math.ceil((from - grid.x) / grid.dx - 0.5) - left);
            const last = Math.min(columns, Math.ceil((to - grid.x) / grid.dx - 0.5) - left);
            for (let column = first; column < last; column++) {
              const there = cells[row * stride + column]!;
              if (there !== 0) throw overlap(there as number, code, top + row, left + column);
              cells[row * stride + column] = code;
              used.add(code);
            }
          }
        });
      }
    },
  });
  const empty = zones.find(({ code }) => !used.has(code));
  if (empty)
    throw refused(
      'ZONE_OUTSIDE',
      'zones',
      [`分区 ${empty.code} 不含任何像元中心`, `the zone ${empty.code} holds the centre of no cell`],
      ['检查坐标系与范围是否与栅格一致', 'check that its coordinates are those of the raster'],
      { row: String(empty.code) },
    );
}

const overlap = (a: number, b: number, row: number, column: number) =>
  refused(
    'ZONES_OVERLAP',
    'zones',
    [
      a === b ? `分区 ${a} 的多边形相互重叠` : `分区 ${a} 与 ${b} 在第 ${row} 行第 ${column} 列重叠`,
      a === b ? `polygons of the zone ${a} overlap` : `the zones ${a} and ${b} overlap at row ${row}, column ${column}`,
    ],
    ['修正边界，使每个像元只属于一个分区', 'correct the boundaries: a cell belongs to one zone'],
    { row: String(b) },
  );

/** Each edge from its lower to its upper end; level ones bound nothing. */
type Edge = readonly [y0: number, y1: number, x0: number, slope: number];

function edgesOf(code: number, rings: DrawnZone['rings']): Edge[] {
  const edges: Edge[] = [];
  for (const ring of rings)
    for (let i = 0; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i]!, ring[(i + 1) % ring.length]!];
      if (![ax, ay, bx, by].every(Number.isFinite))
        throw refused('NOT_A_NUMBER', 'zones', [`分区 ${code} 的坐标无效`, `a coordinate of ${code} is not a number`]);
      if (ay === by) continue;
      const slope = (bx - ax) / (by - ay);
      edges.push(ay < by ? [ay, by, ax, slope] : [by, ay, bx, slope]);
    }
  return edges.sort((a, b) => a[0] - b[0]);
}

/** Stretches of a horizontal line inside, from left to right. */
function spans(edges: readonly Edge[], y: number): [number, number][] {
  const crossings: number[] = [];
  for (const [y0, y1, x0, slope] of edges) {
    if (y0 > y) break;
    if (y < y1) crossings.push(x0 + (y - y0) * slope);
  }
  crossings.sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) found.push([crossings[i]!, crossings[i + 1]!]);
  return found;
}
