/** The work of one thread: it draws tiles by number, one after another, and adds up what they give. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { SheetFaults, type Fault } from '@qingheng/sheet';
import { FAIL, CARRY, makeKernel, type KernelInput, type KernelSums } from '../kernel/compile';
import { halve, packTile } from '../cog/tile';
import { RasterFile } from '../tiff/raster-file';
import { newCells, type Cells } from '../tiff/tags';
import { RESULT_NODATA, type Plan } from './plan';

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
  scratch: { tiles: string; blocks: string } | undefined,
): TilesDone {
  const { tile, across, grid, groups } = plan;
  const open = (r: { path: string; name: string } | undefined): RasterFile[] =>
    r ? [RasterFile.open(r.path, r.name)] : [];
  const rasters = plan.rasters.flatMap(open);
  const zones = open(plan.zones);
  const classes = open(plan.classes);
  const all = [...rasters, ...zones, ...classes];
  const buffer = ({ header }: RasterFile): Cells => newCells(header.type, tile * tile);
  const sums = newSums(groups);
  const input: KernelInput = {
    width: 0,
    height: 0,
    stride: tile,
    row: 0,
    rasters: rasters.map(buffer),
    zones: zones[0] ? buffer(zones[0]) : [],
    classes: classes[0] ? buffer(classes[0]) : [],
    zoneIndex: plan.zoneIndex,
    classIndex: plan.classIndex,
    lookups: plan.kernel.lookups,
    weights: plan.weights,
    areaLo: plan.areaLo,
    areaHi: plan.areaHi,
    out: new Float32Array(plan.result ? tile * tile : 0),
    sums,
    fail: { cell: 0, what: 0, value: 0 },
  };
  const buffers = [...input.rasters, ...(zones[0] ? [input.zones] : []), ...(classes[0] ? [input.classes] : [])];
  const kernel = makeKernel(plan.kernel.source);
  const done: TilesDone = { sums, packed: [], blocks: [] };
  const out = scratch && { tiles: new Scratch(scratch.tiles), blocks: new Scratch(scratch.blocks) };
  try {
    for (;;) {
      if (Atomics.load(control, CONTROL.stop)) break;
      const index = range.from + Atomics.add(control, CONTROL.next, 1);
      if (index >= range.to) break;
      const [x, y] = [(index % across) * tile, Math.floor(index / across) * tile];
      input.width = Math.min(tile, grid.width - x);
      input.height = Math.min(tile, grid.height - y);
      input.row = y;
      try {
        all.forEach((file, i) => file.read(x, y, input.width, input.height, buffers[i] as Cells, tile));
        if (plan.result && (input.width < tile || input.height < tile)) input.out.fill(RESULT_NODATA);
        const code = kernel(input);
        if (code) throw new SheetFaults([failure(plan, code, input, x, y)]);
      } catch (error) {
        if (!(error instanceof SheetFaults)) throw error;
        // Tiles are drawn in order, so the first fault of all is among those already drawn.
        Atomics.store(control, CONTROL.stop, 1);
        done.failed = { tile: index, faults: error.faults };
        break;
      }
      carry(sums);
      if (out) {
        done.packed.push(out.tiles.add(index, packTile(input.out, tile, plan.result!.compress)));
        done.blocks.push(out.blocks.add(index, bytesOf(halve(input.out, tile, RESULT_NODATA))));
      }
      Atomics.add(control, CONTROL.done, 1);
    }
  } finally {
    for (const file of all) file.close();
    out?.tiles.close();
    out?.blocks.close();
  }
  return done;
}

const bytesOf = (cells: Float32Array): Uint8Array => new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);

/** A file to which one thread alone appends. */
export class Scratch {
  private readonly fd: number;
  private at = 0;

  constructor(path: string) {
    this.fd = openSync(path, 'w');
  }

  add(index: number, bytes: Uint8Array): PackedTile {
    for (let done = 0; done < bytes.length;)
      done += writeSync(this.fd, bytes, done, bytes.length - done, this.at + done);
    const offset = this.at;
    this.at += bytes.length;
    return { index, offset, length: bytes.length };
  }

  close(): void {
    closeSync(this.fd);
  }
}

export function newSums(groups: number): KernelSums {
  const zeros = (): Float64Array => new Float64Array(groups);
  return { lo: zeros(), hi: zeros(), areaLo: zeros(), areaHi: zeros(), cells: zeros(), missing: zeros() };
}

/** After each tile, so that the low parts stay whole numbers that doubles hold exactly. */
function carry({ lo, hi, areaLo, areaHi }: KernelSums): void {
  for (let g = 0; g < lo.length; g++) {
    if (lo[g] !== 0) {
      const c = Math.trunc(lo[g]! / CARRY);
      hi[g]! += c;
      lo[g]! -= c * CARRY;
    }
    if (areaLo[g] !== 0) {
      const c = Math.trunc(areaLo[g]! / CARRY);
      areaHi[g]! += c;
      areaLo[g]! -= c * CARRY;
    }
  }
}

function failure(plan: Plan, code: number, { fail, stride }: KernelInput, x: number, y: number): Fault {
  const place = {
    row: String(y + Math.floor(fail.cell / stride)),
    column: String(x + (fail.cell % stride)),
  };
  const factor = fail.what >= 0 ? plan.rasters[fail.what]!.name : undefined;
  const at = { zh: `第 ${place.row} 行第 ${place.column} 列`, en: `row ${place.row}, column ${place.column}` };
  const fault = (name: string, table: string, zh: string, en: string, remedy?: [string, string]): Fault => ({
    table,
    ...place,
    code: name,
    message: { zh: `栅格 ${table} ${at.zh}：${zh}`, en: `raster ${table}, ${at.en}: ${en}` },
    ...(remedy && { remedy: { zh: remedy[0], en: remedy[1] } }),
  });
  switch (code) {
    case FAIL.range:
      return fault('OUT_OF_RANGE', factor!, `${fail.value} 超出允许范围`, `${fail.value} is out of range`);
    case FAIL.noParameter:
      return fault(
        'CLASS_WITHOUT_PARAMETER',
        factor ?? 'factors',
        `类别 ${fail.value} 没有参数`,
        `class ${fail.value} has no parameter`,
        ['在参数表中补充这一类别', 'enter the class in the parameter table'],
      );
    case FAIL.zone:
      return fault('UNKNOWN_ZONE', 'zones', `分区 ${fail.value} 不在名单中`, `zone ${fail.value} is not in the list`);
    case FAIL.class:
      return fault(
        'UNKNOWN_CLASS',
        'classes',
        `类别 ${fail.value} 不在名单中`,
        `class ${fail.value} is not in the list`,
      );
    case FAIL.tooLarge:
      return fault(
        'VALUE_TOO_LARGE',
        'result',
        `${fail.value} 过大，无法按所要求的小数位相加`,
        `${fail.value} is too large to be added with so many decimals`,
        ['减少小数位或改用更大的单位', 'ask for fewer decimals or a larger unit'],
      );
    default:
      return fault(
        'DIVISION_BY_ZERO',
        'result',
        '除数为零或结果不是有限数',
        'division by zero, or the result is no finite number',
        ['检查这一像元的各因子', 'look at the factors of this cell'],
      );
  }
}
