/**
 * A Cloud-Optimised GeoTIFF from tiles that lie in scratch files: directories first, then the smallest overview, the others,
 * and the raster itself. Tiles go into the file in their own order, so it does not show who computed them.
 */
import { closeSync, openSync, readSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { quickLook } from '../picture/quick-look';
import type { RasterJob } from '../run/job';
import { RESULT_NODATA, type Prepared } from '../run/plan';
import { DEFLATE, NONE, TAG } from '../tiff/tags';
import { headerSize, placeFields, writeHeader, type Fields } from '../tiff/write-directory';
import { imageFields } from '../tiff/write-plain';
import { halve, packTile, unpackTile } from './tile';

export interface Piece {
  index: number;
  file: string;
  offset: number;
  length: number;
}

interface Level {
  width: number;
  height: number;
  across: number;
  down: number;
  /** Packed tiles in their order. */
  tiles: Piece[];
}

/** The picture is made from the first overview that is no larger. */
const PICTURE_SIDE = 1024;

export function writeCog(
  result: NonNullable<RasterJob['result']>,
  { plan, header }: Prepared,
  tiles: readonly Piece[],
  blocks: readonly Piece[],
): void {
  const files = new Files(`${result.path}.overviews`);
  try {
    const compress = result.compress !== false;
    const { tile } = plan;
    const first = { width: plan.grid.width, height: plan.grid.height, across: plan.across, down: plan.down };
    const levels: Level[] = [{ ...first, tiles: inOrder(tiles) }];
    let below = inOrder(blocks);
    let last = levels[0]!;
    while (last.across > 1 || last.down > 1) {
      const next = levelAbove(last);
      const made = makeLevel(next, last, below, tile, compress, files);
      levels.push({ ...next, tiles: made.tiles });
      below = made.blocks;
      last = levels.at(-1)!;
    }
    assemble(`${result.path}.tmp`, levels, { tile, compress, grid: header.grid }, files);
    renameSync(`${result.path}.tmp`, result.path);
    if (!result.picture) return;
    const level = levels.find(({ width, height }) => Math.max(width, height) <= PICTURE_SIDE) ?? last;
    writeFileSync(result.picture, quickLook(cellsOf(level, tile, compress, files), level.width, level.height));
  } finally {
    files.close();
    rmSync(`${result.path}.tmp`, { force: true });
  }
}

const inOrder = (pieces: readonly Piece[]): Piece[] => [...pieces].sort((a, b) => a.index - b.index);

function levelAbove({ width, height, across, down }: Level): Omit<Level, 'tiles'> {
  return {
    width: Math.ceil(width / 2),
    height: Math.ceil(height / 2),
    across: Math.ceil(across / 2),
    down: Math.ceil(down / 2),
  };
}

/** Each tile of an overview is four halved tiles of the level below. */
function makeLevel(
  level: Omit<Level, 'tiles'>,
  below: Level,
  blocks: readonly Piece[],
  tile: number,
  compress: boolean,
  files: Files,
): { tiles: Piece[]; blocks: Piece[] } {
  const half = tile / 2;
  const cells = new Float32Array(tile * tile);
  const block = new Float32Array(half * half);
  const out: { tiles: Piece[]; blocks: Piece[] } = { tiles: [], blocks: [] };
  for (let index = 0; index < level.across * level.down; index++) {
    const [tx, ty] = [index % level.across, Math.floor(index / level.across)];
    cells.fill(RESULT_NODATA);
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const [bx, by] = [2 * tx + dx, 2 * ty + dy];
      if (bx >= below.across || by >= below.down) continue;
      files.read(blocks[by * below.across + bx]!, new Uint8Array(block.buffer));
      for (let y = 0; y < half; y++)
        cells.set(block.subarray(y * half, (y + 1) * half), (dy * half + y) * tile + dx * half);
    }
    out.tiles.push({ index, ...files.append(packTile(cells, tile, compress)) });
    out.blocks.push({ index, ...files.append(new Uint8Array(halve(cells, tile, RESULT_NODATA).buffer)) });
  }
  return out;
}

/** All cells of a small level. */
function cellsOf({ width, height, across, tiles }: Level, tile: number, compress: boolean, files: Files): Float32Array {
  const cells = new Float32Array(width * height);
  for (const { index, ...piece } of tiles) {
    const packed = new Uint8Array(piece.length);
    files.read({ index, ...piece }, packed);
    const part = unpackTile(packed, tile, compress);
    const [x, y] = [(index % across) * tile, Math.floor(index / across) * tile];
    for (let row = 0; row < Math.min(tile, height - y); row++)
      cells.set(part.subarray(row * tile, row * tile + Math.min(tile, width - x)), (y + row) * width + x);
  }
  return cells;
}

function assemble(
  path: string,
  levels: readonly Level[],
  { tile, compress, grid }: { tile: number; compress: boolean; grid: Prepared['header']['grid'] },
  files: Files,
): void {
  const places = levels.map(({ tiles }) => new Float64Array(tiles.length));
  const directories = levels.map((level, i): Fields => {
    const fields = imageFields({
      ...{ width: level.width, height: level.height, type: 'f32', nodata: RESULT_NODATA, tile },
      compression: compress ? DEFLATE : NONE,
      ...(compress && { predictor: 3 }),
      overview: i > 0,
    });
    if (i === 0) for (const [tag, field] of placeFields(grid)) fields.set(tag, field);
    fields.set(TAG.tileOffsets, { type: 16, values: places[i]! });
    return fields.set(TAG.tileCounts, { type: 16, values: level.tiles.map(({ length }) => length) });
  });
  const file = openSync(path, 'w');
  try {
    let at = headerSize(directories);
    for (let i = levels.length - 1; i >= 0; i--)
      for (const [t, piece] of levels[i]!.tiles.entries()) {
        const bytes = new Uint8Array(piece.length);
        files.read(piece, bytes);
        for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
        places[i]![t] = at;
        at += bytes.length;
      }
    const head = writeHeader(directories);
    writeSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
}

/** Scratch files of the threads, and one more for overviews. */
class Files {
  private readonly open = new Map<string, number>();
  private at = 0;

  constructor(private readonly own: string) {
    this.open.set(own, openSync(own, 'w+'));
  }

  append(bytes: Uint8Array): Omit<Piece, 'index'> {
    const fd = this.open.get(this.own)!;
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, this.at + done);
    const offset = this.at;
    this.at += bytes.length;
    return { file: this.own, offset, length: bytes.length };
  }

  read({ file, offset }: Piece, into: Uint8Array): void {
    let fd = this.open.get(file);
    if (fd === undefined) this.open.set(file, (fd = openSync(file, 'r')));
    for (let done = 0; done < into.length;) {
      const read = readSync(fd, into, done, into.length - done, offset + done);
      if (read === 0) throw new Error(`${file} ends early`);
      done += read;
    }
  }

  close(): void {
    for (const fd of this.open.values()) closeSync(fd);
    rmSync(this.own, { force: true });
  }
}
