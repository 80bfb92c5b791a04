/** The borders of an area by cells of a grid: whether they pass through an extent, without walking along all of them. */
import { boundsOf, type Bounds, type MultiPolygon, type Position } from './shapes';

/** So many edges to a cell, about. */
const EDGES_OF_CELL = 2;
const MOST_CELLS = 512;
const OUTSIDE = 1;
const INSIDE = 2;

export class EdgeIndex {
  private readonly bounds: Bounds;
  private readonly columns: number;
  private readonly cells: number[][] = [];
  /** Of cells that no edge passes, once somebody asked. */
  private readonly places: Uint8Array;
  /** x1, y1, x2, y2 of every edge. */
  private readonly edges: Float64Array;

  constructor(area: MultiPolygon) {
    this.bounds = boundsOf(area);
    const rings = area.flat();
    const count = rings.reduce((n, ring) => n + ring.length - 1, 0);
    this.edges = new Float64Array(4 * count);
    this.columns = Math.max(1, Math.min(MOST_CELLS, Math.ceil(Math.sqrt(count / EDGES_OF_CELL))));
    this.places = new Uint8Array(this.columns ** 2);
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
    const fromX = this.column(extent[0]);
    const toX = this.column(extent[2]);
    const fromY = this.row(extent[1]);
    const toY = this.row(extent[3]);
    for (let y = fromY; y <= toY; y++)
      for (let x = fromX; x <= toX; x++) if (this.touchesIn(this.cells[y * this.columns + x], extent)) return true;
    return false;
  }

  /** By the edges north of a position in its column, as far as a cell without edges of which it is known already. */
  contains([x, y]: Position): boolean {
    if (x < this.bounds[0] || x > this.bounds[2] || y < this.bounds[1] || y > this.bounds[3]) return false;
    const { edges, columns } = this;
    const column = this.column(x);
    // Cells without edges on the way; as `~cell` those beyond an odd number of edges.
    const free: number[] = [];
    let odd = false;
    for (let row = this.row(y); row < columns; row++) {
      const cell = this.cells[row * columns + column];
      if (!cell) {
        const known = this.places[row * columns + column]!;
        if (known) {
          odd = odd !== (known === INSIDE);
          break;
        }
        free.push(odd ? ~(row * columns + column) : row * columns + column);
        continue;
      }
      for (let i = 0; i < cell.length; i++) {
        const at = 4 * cell[i]!;
        const x1 = edges[at]!;
        const x2 = edges[at + 2]!;
        if (x1 > x === x2 > x) continue;
        const y1 = edges[at + 1]!;
        const crossing = y1 + ((x - x1) / (x2 - x1)) * (edges[at + 3]! - y1);
        // An edge stands in every cell that it passes, and counts in the one where it crosses.
        if (crossing > y && this.row(crossing) === row) odd = !odd;
      }
    }
    for (const cell of free) this.places[cell < 0 ? ~cell : cell] = cell < 0 === odd ? OUTSIDE : INSIDE;
    return odd;
  }

  private place(edge: number, a: Position, b: Position): void {
    const [fromX, toX] = [this.column(Math.min(a[0], b[0])), this.column(Math.max(a[0], b[0]))];
    const [fromY, toY] = [this.row(Math.min(a[1], b[1])), this.row(Math.max(a[1], b[1]))];
    for (let y = fromY; y <= toY; y++)
      for (let x = fromX; x <= toX; x++) (this.cells[y * this.columns + x] ??= []).push(edge);
  }

  /** Called for every extent near: nothing is made in here. */
  private touchesIn(cell: number[] | undefined, extent: Bounds): boolean {
    if (!cell) return false;
    const west = extent[0];
    const south = extent[1];
    const east = extent[2];
    const north = extent[3];
    for (let i = 0; i < cell.length; i++) {
      const at = 4 * cell[i]!;
      const x1 = this.edges[at]!;
      const y1 = this.edges[at + 1]!;
      const x2 = this.edges[at + 2]!;
      const y2 = this.edges[at + 3]!;
      if ((x1 < west && x2 < west) || (x1 > east && x2 > east)) continue;
      if ((y1 < south && y2 < south) || (y1 > north && y2 > north)) continue;
      // All corners on one side of the line: the edge passes by.
      const dx = x2 - x1;
      const dy = y2 - y1;
      const a = dx * (south - y1) - (west - x1) * dy;
      const b = dx * (south - y1) - (east - x1) * dy;
      const c = dx * (north - y1) - (east - x1) * dy;
      const d = dx * (north - y1) - (west - x1) * dy;
      if (!((a > 0 && b > 0 && c > 0 && d > 0) || (a < 0 && b < 0 && c < 0 && d < 0))) return true;
    }
    return false;
  }

  private column(x: number): number {
    return this.cell(x, this.bounds[0], this.bounds[2]);
  }

  private row(y: number): number {
    return this.cell(y, this.bounds[1], this.bounds[3]);
  }

  private cell(value: number, from: number, to: number): number {
    const n = Math.floor(((value - from) / (to - from || 1)) * this.columns);
    return n < 0 ? 0 : n >= this.columns ? this.columns - 1 : n;
  }
}
