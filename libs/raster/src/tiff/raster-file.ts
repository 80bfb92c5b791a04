/**
 * The one way to the cells of a raster. `RasterSource` is what the engine asks for; `RasterFile` reads GeoTIFF by itself, since
 * the kept library reads it 3 to 4 times slower than GDAL (docs/decisions/0011-rasters-as-kernels.md). Another reader fits behind it.
 */
import { closeSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { decode, swap } from './decode';
import { OpenFile } from './directory';
import { readHeader, type Header } from './header';
import { CELL_ARRAYS, newCells, NONE, type Cells } from './tags';

export interface RasterSource {
  readonly header: Header;
  /** Cells of a window into `into`, whose rows are `stride` apart. What lies beyond the raster stays as it is. */
  read(x: number, y: number, width: number, height: number, into: Cells, stride: number): void;
  close(): void;
}

/** Unpacked tiles kept for the windows that still need them. */
const CACHE_BYTES = 48 * 1024 * 1024;

export class RasterFile implements RasterSource {
  readonly header: Header;
  private readonly cache = new Map<number, Cells>();
  private cached = 0;

  private constructor(private readonly file: OpenFile) {
    this.header = readHeader(file);
  }

  static open(path: string, name = basename(path)): RasterFile {
    const fd = openSync(path, 'r');
    try {
      return new RasterFile(new OpenFile(name, fd));
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }

  close(): void {
    closeSync(this.file.fd);
  }

  read(x: number, y: number, width: number, height: number, into: Cells, stride: number): void {
    const { chunk, grid, compression } = this.header;
    const right = Math.min(x + width, grid.width);
    const bottom = Math.min(y + height, grid.height);
    for (let cy = Math.floor(y / chunk.height); cy * chunk.height < bottom; cy++)
      for (let cx = Math.floor(x / chunk.width); cx * chunk.width < right; cx++) {
        const [left, top] = [cx * chunk.width, cy * chunk.height];
        const from = { x: Math.max(x, left), y: Math.max(y, top) };
        const to = { x: Math.min(right, left + chunk.width), y: Math.min(bottom, top + chunk.height) };
        const at = (from.y - y) * stride + (from.x - x);
        const part = { left, top, from, to, at, stride, index: cy * chunk.across + cx };
        if (this.header.counts[part.index] === 0) this.clear(part, into);
        else if (compression === NONE) this.copyPlain(part, into);
        else this.copyUnpacked(part, into);
      }
  }

  /** GDAL leaves out tiles without data. */
  private clear({ from, to, at, stride }: Part, into: Cells): void {
    for (let row = 0; row < to.y - from.y; row++)
      into.fill(this.header.nodata, at + row * stride, at + row * stride + to.x - from.x);
  }

  /** Straight into place: the whole tile at once where rows lie alike, else row by row. */
  private copyPlain({ left, top, from, to, at, stride, index }: Part, into: Cells): void {
    const { chunk, type, offsets, littleEndian } = this.header;
    const size = CELL_ARRAYS[type].BYTES_PER_ELEMENT;
    const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
    const start = offsets[index]!;
    const read = (cell: number, cells: number, offset: number): void => {
      const target = bytes.subarray(cell * size, (cell + cells) * size);
      this.file.readInto(target, offset);
      if (!littleEndian) swap(target, size);
    };
    const [width, height] = [to.x - from.x, to.y - from.y];
    if (chunk.width === stride && from.x === left) {
      // The last row ends where the data ends, so that padding is not read over a neighbour.
      read(at, (height - 1) * stride + width, start + (from.y - top) * stride * size);
      return;
    }
    for (let row = 0; row < height; row++)
      read(at + row * stride, width, start + ((from.y - top + row) * chunk.width + from.x - left) * size);
  }

  private copyUnpacked({ left, top, from, to, at, stride, index }: Part, into: Cells): void {
    const cells = this.unpacked(index);
    const { width } = this.header.chunk;
    for (let row = from.y; row < to.y; row++) {
      const start = (row - top) * width - left;
      into.set(cells.subarray(start + from.x, start + to.x), at + (row - from.y) * stride);
    }
  }

  private unpacked(index: number): Cells {
    const known = this.cache.get(index);
    if (known) return known;
    const { header } = this;
    const { chunk, grid } = header;
    const packed = new Uint8Array(header.counts[index]!);
    this.file.readInto(packed, header.offsets[index]!);
    const down = Math.floor(index / chunk.across);
    const rows = header.tiled ? chunk.height : Math.min(chunk.height, grid.height - down * chunk.height);
    const cells = decode(header, index, packed, chunk.width, rows);
    for (const [old, { byteLength }] of this.cache) {
      if (this.cached + cells.byteLength <= CACHE_BYTES) break;
      this.cache.delete(old);
      this.cached -= byteLength;
    }
    this.cache.set(index, cells);
    this.cached += cells.byteLength;
    return cells;
  }
}

interface Part {
  left: number;
  top: number;
  from: { x: number; y: number };
  to: { x: number; y: number };
  /** First cell in the window. */
  at: number;
  stride: number;
  index: number;
}

/** All cells, for rasters known to be small. */
export function readAll(source: RasterSource): Cells {
  const { width, height } = source.header.grid;
  const cells = newCells(source.header.type, width * height);
  source.read(0, 0, width, height, cells, width);
  return cells;
}
