/** The work of one thread: it draws tiles by number, one after another, and adds up what they give. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { SheetFaults, type Fault } from '@qingheng/sheet';
import { packTile } from '../cog/tile';
import { bytesOf } from '../cog/write-cog';
import type { KernelSums } from '../kernel/compile';
import type { Plan } from './plan';
import { Strips } from './strips';

/** Shared between threads: the next tile to draw, tiles done, 1 to stop, the first tile with a fault. */
export const CONTROL = { next: 0, done: 1, stop: 2 } as const;

export interface TileRange {
  from: number;
  to: number;
}

export interface PackedTile {
  index: number;
  offset: number;
  length: number;
}

export interface ScratchFiles {
  tiles: string;
  blocks: string;
  /** Where halved tiles lie instead, in their order, if there is room for all of them. */
  shared?: SharedArrayBuffer;
  /** Where the first tile of the raster lies, if `tiles` is the result itself, shared by all threads. */
  begin?: number;
}

export interface TilesDone {
  sums: KernelSums;
  /** Where the tiles of the result lie in this thread's scratch file. */
  packed: PackedTile[];
  blocks: PackedTile[];
  failed?: { tile: number; faults: Fault[] };
}

export function computeTiles(
  plan: Plan,
  range: TileRange,
  control: Int32Array,
  scratch: ScratchFiles | undefined,
): TilesDone {
  const { tile, across, grid } = plan;
  const strips = new Strips(plan);
  const done: TilesDone = { sums: strips.sums, packed: [], blocks: [] };
  const out = scratch && {
    tiles: new Scratch(scratch.tiles, scratch.begin),
    blocks: scratch.shared ? new Shared(scratch.shared, range.from) : new Scratch(scratch.blocks),
  };
  try {
    for (;;) {
      if (Atomics.load(control, CONTROL.stop)) break;
      const index = range.from + Atomics.add(control, CONTROL.next, 1);
      if (index >= range.to) break;
      const [x, y] = [(index % across) * tile, Math.floor(index / across) * tile];
      try {
        strips.tile(x, y, Math.min(tile, grid.width - x), Math.min(tile, grid.height - y));
      } catch (error) {
        if (!(error instanceof SheetFaults)) throw error;
        // Tiles are drawn in order, so the first fault of all is among those already drawn.
        Atomics.store(control, CONTROL.stop, 1);
        done.failed = { tile: index, faults: error.faults };
        break;
      }
      if (out) {
        done.packed.push(out.tiles.add(index, packTile(strips.out, tile, plan.result!.compress)));
        done.blocks.push(out.blocks.add(index, bytesOf(strips.half())));
      }
      Atomics.add(control, CONTROL.done, 1);
    }
  } finally {
    strips.close();
    out?.tiles.close();
    out?.blocks.close();
  }
  return done;
}

/** Memory of all threads, in which each tile has its place. */
class Shared {
  private readonly bytes: Uint8Array;

  constructor(
    memory: SharedArrayBuffer,
    private readonly from: number,
  ) {
    this.bytes = new Uint8Array(memory);
  }

  add(index: number, block: Uint8Array): PackedTile {
    const offset = (index - this.from) * block.length;
    this.bytes.set(block, offset);
    return { index, offset, length: block.length };
  }

  close(): void {}
}

/** A file to which one thread alone appends; or, where `begin` is given, one in which each tile has its place. */
class Scratch {
  private readonly fd: number;
  private at = 0;

  constructor(
    path: string,
    private readonly begin?: number,
  ) {
    this.fd = openSync(path, begin === undefined ? 'w' : 'r+');
  }

  add(index: number, bytes: Uint8Array): PackedTile {
    const offset = this.begin === undefined ? this.at : this.begin + index * bytes.length;
    for (let done = 0; done < bytes.length;)
      done += writeSync(this.fd, bytes, done, bytes.length - done, offset + done);
    this.at += bytes.length;
    return { index, offset, length: bytes.length };
  }

  close(): void {
    closeSync(this.fd);
  }
}
