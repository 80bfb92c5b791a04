/**
 * A Cloud-Optimised GeoTIFF from tiles that lie in scratch files: directories first, then the smallest overview, the others,
 * and the raster itself. Tiles go into the file in their own order, so it does not show who computed them.
 */
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { type Legend, quickLook } from '../picture/quick-look';
import type { RasterJob } from '../run/job';
import { RESULT_NODATA, type Plan, type Prepared } from '../run/plan';
import type { Grid } from '../grid/grid';
import { DEFLATE, NONE, TAG } from '../tiff/tags';
import { headerSize, placeFields, writeHeader, type Fields } from '../tiff/write-directory';
import { imageFields } from '../tiff/write-plain';
import { Halver } from './halve';
import { packTile, unpackTile } from './tile';

/** Stands for a file where a piece lies in memory. */
export const MEMORY = '';

export interface Piece {
  index: number;
  file: string;
  offset: number;
  length: number;
}

interface Shape {
  width: number;
  height: number;
  across: number;
  down: number;
}

interface Level extends Shape {
  /** Packed tiles in their order. */
  tiles: Piece[];
}

export const bytesOf = (cells: Float32Array): Uint8Array =>
  new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);

/** What the file is written to until it is whole. */
export const draftOf = (result: NonNullable<RasterJob['result']>): string => `${result.path}.tmp`;

/** The picture is made from the first overview that is no larger. */
const PICTURE_SIDE = 1024;

export function writeCog(
  result: NonNullable<RasterJob['result']>,
  { plan, header }: Prepared,
  tiles: readonly Piece[],
  blocks: readonly Piece[],
  memory?: Uint8Array,
): Legend | undefined {
  const files = new Files(`${result.path}.overviews`, memory);
  try {
    const compress = result.compress !== false;
    const { tile } = plan;
    const draft = draftOf(result);
    const shapes = shapesOf(plan);
    const [first, ...above] = shapes;
    const levels: Level[] = [{ ...first!, tiles: inOrder(tiles) }];
    let below = inOrder(blocks);
    let last = levels[0]!;
    // What is not packed has its place from the beginning and is written once.
    const begins = compress ? undefined : placesOf(shapes, tile, header.grid);
    if (begins) files.openDraft(draft);
    for (const next of above) {
      const begin = begins?.[levels.length];
      const made = makeLevel(
        next,
        last,
        below,
        { tile, compress, ...(begin !== undefined && { at: { draft, begin } }) },
        files,
      );
      levels.push({ ...next, tiles: made.tiles });
      below = made.blocks;
      last = levels.at(-1)!;
    }
    assemble(draft, levels, { tile, compress, grid: header.grid }, files);
    let legend: Legend | undefined;
    if (result.picture) {
      const level = levels.find(({ width, height }) => Math.max(width, height) <= PICTURE_SIDE) ?? last;
      const look = quickLook(cellsOf(level, tile, compress, files), level.width, level.height);
      writeFileSync(result.picture, look.image);
      legend = look.legend;
    }
    renameSync(draft, result.path);
    return legend;
  } finally {
    files.close();
    rmSync(draftOf(result), { force: true });
  }
}

const inOrder = (pieces: readonly Piece[]): Piece[] => [...pieces].sort((a, b) => a.index - b.index);

/** The raster, and its overviews down to one tile. */
function shapesOf({ grid, across, down }: Plan): Shape[] {
  const shapes = [{ width: grid.width, height: grid.height, across, down }];
  for (let last = shapes[0]!; last.across > 1 || last.down > 1; last = shapes.at(-1)!)
    shapes.push({
      width: Math.ceil(last.width / 2),
      height: Math.ceil(last.height / 2),
      across: Math.ceil(last.across / 2),
      down: Math.ceil(last.down / 2),
    });
  return shapes;
}

/** Where the tiles of an uncompressed result will lie: all are of one size, so threads may put them there at once. */
export const tilesBegin = ({ plan, header }: Prepared): number => placesOf(shapesOf(plan), plan.tile, header.grid)[0]!;

/** Where each level begins: the smallest comes first. */
function placesOf(shapes: readonly Shape[], tile: number, grid: Grid): number[] {
  let at = headerSize(directoriesOf(shapes, { tile, compress: false, grid }));
  const begins: number[] = [];
  for (let i = shapes.length - 1; i >= 0; i--) {
    begins[i] = at;
    at += shapes[i]!.across * shapes[i]!.down * tile * tile * 4;
  }
  return begins;
}

interface LevelForm {
  tile: number;
  compress: boolean;
  at?: { draft: string; begin: number };
}

/** Each tile of an overview is four halved tiles of the level below. */
function makeLevel(
  level: Shape,
  below: Level,
  blocks: readonly Piece[],
  { tile, compress, at }: LevelForm,
  files: Files,
): { tiles: Piece[]; blocks: Piece[] } {
  const half = tile / 2;
  const halver = new Halver(tile, RESULT_NODATA);
  const { cells } = halver;
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
    const packed = packTile(cells, tile, compress);
    const piece = at ? files.place(at.draft, packed, at.begin + index * packed.length) : files.append(packed);
    out.tiles.push({ index, ...piece });
    out.blocks.push({ index, ...files.append(bytesOf(halver.halve())) });
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

interface Form {
  tile: number;
  compress: boolean;
  grid: Prepared['header']['grid'];
}

function directoriesOf(shapes: readonly Shape[], { tile, compress, grid }: Form): Fields[] {
  return shapes.map(({ width, height, across, down }, i): Fields => {
    const fields = imageFields({
      ...{ width, height, type: 'f32', nodata: RESULT_NODATA, tile },
      compression: compress ? DEFLATE : NONE,
      ...(compress && { predictor: 3 }),
      overview: i > 0,
    });
    if (i === 0) for (const [tag, field] of placeFields(grid)) fields.set(tag, field);
    fields.set(TAG.tileOffsets, { type: 16, values: new Float64Array(across * down) });
    return fields.set(TAG.tileCounts, { type: 16, values: new Float64Array(across * down) });
  });
}

function assemble(path: string, levels: readonly Level[], form: Form, files: Files): void {
  const directories = directoriesOf(levels, form);
  const file = openSync(path, existsSync(path) ? 'r+' : 'w');
  try {
    let at = headerSize(directories);
    for (let i = levels.length - 1; i >= 0; i--) {
      const values = (tag: number): Float64Array =>
        (directories[i]!.get(tag) as { values: unknown }).values as Float64Array;
      const [offsets, counts] = [values(TAG.tileOffsets), values(TAG.tileCounts)];
      for (const [t, piece] of levels[i]!.tiles.entries()) {
        if (piece.file !== path || piece.offset !== at) {
          const bytes = new Uint8Array(piece.length);
          files.read(piece, bytes);
          for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
        }
        offsets[t] = at;
        counts[t] = piece.length;
        at += piece.length;
      }
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

  constructor(
    private readonly own: string,
    private readonly memory?: Uint8Array,
  ) {
    this.open.set(own, openSync(own, 'w+'));
  }

  append(bytes: Uint8Array): Omit<Piece, 'index'> {
    const piece = this.place(this.own, bytes, this.at);
    this.at += bytes.length;
    return piece;
  }

  /** The result itself, of which threads may have written the first level already. */
  openDraft(path: string): void {
    this.open.set(path, openSync(path, existsSync(path) ? 'r+' : 'w+'));
  }

  place(file: string, bytes: Uint8Array, offset: number): Omit<Piece, 'index'> {
    const fd = this.open.get(file)!;
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, offset + done);
    return { file, offset, length: bytes.length };
  }

  read({ file, offset }: Piece, into: Uint8Array): void {
    if (file === MEMORY) return into.set(this.memory!.subarray(offset, offset + into.length));
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
