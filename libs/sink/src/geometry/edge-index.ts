/** The borders of an area by cells of a grid: whether they pass through an extent, without walking along all of them. */
import { boundsOf, type Bounds, type MultiPolygon, type Position } from './shapes';

/** So many edges to a cell, about. */
const EDGES_OF_CELL = 2;
const MOST_CELLS = 512;

export class EdgeIndex {
  private readonly bounds: Bounds;
  private readonly columns: number;
  private readonly cells: number[][] = [];
  /** x1, y1, x2, y2 of every edge. */
  private readonly edges: Float64Array;

  constructor(area: MultiPolygon) {
    this.bounds = boundsOf(area);
    const rings = area.flat();
    const count = rings.reduce((n, ring) => n + ring.length - 1, 0);
    this.edges = new Float64Array(4 * count);
    this.columns = Math.max(1, Math.min(MOST_CELLS, Math.ceil(Math.sqrt(count / EDGES_OF_CELL))));
    let edge = 0;
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        this.edges.set([a[0], a[1], b[0], b[1]], 4 * edge);
        this.place(edge++, a, b);
      }
  }

  /** Whether an edge meets an extent, its border included. */
  meets(extent: Bounds): boolean {
    const [west, south, east, north] = extent;
    const [fromX, toX, fromY, toY] = [this.column(west), this.column(east), this.row(south), this.row(north)];
    for (let y = fromY; y <= toY; y++)
      for (let x = fromX; x <= toX; x++)
        for (const edge of this.cells[y * this.columns + x] ?? []) if (this.touches(edge, extent)) return true;
    return false;
  }

  /** By the edges north of a position in its column. */
  contains([x, y]: Position): boolean {
    if (x < this.bounds[0] || x > this.bounds[2] || y < this.bounds[1] || y > this.bounds[3]) return false;
    const seen = new Set<number>();
    let inside = false;
    const column = this.column(x);
    for (let row = this.row(y); row < this.columns; row++)
      for (const edge of this.cells[row * this.columns + column] ?? []) {
        if (seen.has(edge)) continue;
        seen.add(edge);
        const [x1, y1, x2, y2] = this.edges.subarray(4 * edge, 4 * edge + 4) as unknown as [
          number,
          number,
          number,
          number,
        ];
        if (x1 > x === x2 > x) continue;
        if (y1 + ((x - x1) / (x2 - x1)) * (y2 - y1) > y) inside = !inside;
      }
    return inside;
  }

  private place(edge: number, a: Position, b: Position): void {
    const [fromX, toX] = [this.column(Math.min(a[0], b[0])), this.column(Math.max(a[0], b[0]))];
    const [fromY, toY] = [this.row(Math.min(a[1], b[1])), this.row(Math.max(a[1], b[1]))];
    for (let y = fromY; y <= toY; y++)
      for (let x = fromX; x <= toX; x++) (this.cells[y * this.columns + x] ??= []).push(edge);
  }

  private touches(edge: number, [west, south, east, north]: Bounds): boolean {
    const at = 4 * edge;
    const [x1, y1, x2, y2] = [this.edges[at]!, this.edges[at + 1]!, this.edges[at + 2]!, this.edges[at + 3]!];
    if (Math.max(x1, x2) < west || Math.min(x1, x2) > east) return false;
    if (Math.max(y1, y2) < south || Math.min(y1, y2) > north) return false;
    // All corners on one side of the line: the edge passes by.
    const side = (x: number, y: number): number => (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
    const corners = [side(west, south), side(east, south), side(east, north), side(west, north)];
    return !(corners.every((s) => s > 0) || corners.every((s) => s < 0));
  }

  private column = (x: number): number => this.cell(x, this.bounds[0], this.bounds[2]);
  private row = (y: number): number => this.cell(y, this.bounds[1], this.bounds[3]);

  private cell(value: number, from: number, to: number): number {
    const n = Math.floor(((value - from) / (to - from || 1)) * this.columns);
    return n < 0 ? 0 : n >= this.columns ? this.columns - 1 : n;
  }
}
