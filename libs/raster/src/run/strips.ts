/**
 * The cells of a tile, read and computed some rows at a time: few enough to stay near the processor. The vectors go first;
 * a strip that they give up is computed once more, cell by cell, by the kernel that knows what is wrong.
 */
import { SheetFaults } from '@qingheng/sheet';
import { Halver } from '../cog/halve';
import { CARRY, makeKernel, type Kernel, type KernelInput, type KernelSums } from '../kernel/compile';
import { PAGE, RECORD } from '../kernel/strip-layout';
import { RasterFile } from '../tiff/raster-file';
import { CELL_ARRAYS, type Cells } from '../tiff/tags';
import { cellFault } from './cell-fault';
import { RESULT_NODATA, type Plan } from './plan';

export class Strips {
  readonly sums: KernelSums;
  /** The tile of the result. */
  readonly out: Float32Array;
  private readonly halver?: Halver;
  private readonly files: RasterFile[];
  private readonly buffers: Cells[];
  private readonly careful: Kernel;
  private readonly vectors?: (rows: number, width: number, out: number) => number;
  private readonly input: KernelInput;
  private readonly weights: Float64Array;
  private readonly whole: Int32Array;
  private readonly doubles: Float64Array;

  constructor(private readonly plan: Plan) {
    const { tile, layout, kernel } = plan;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.bytes / PAGE) });
    const { buffer } = memory;
    const sources = [...plan.rasters, ...(plan.zones ?? []), ...(plan.classes ?? [])];
    this.files = sources.map(({ path, name }) => RasterFile.open(path, name));
    const places = [
      ...layout.rasters,
      ...(plan.zones ? [layout.zones] : []),
      ...(plan.classes ? [layout.classes] : []),
    ];
    const strip = tile * layout.rows;
    this.buffers = this.files.map(({ header }, i) => new CELL_ARRAYS[header.type](buffer, places[i], strip));
    const { length } = plan.rasters;
    this.sums = newSums(plan.groups);
    this.out = new Float32Array(buffer, layout.out, plan.result ? tile * tile : 0);
    if (plan.result) this.halver = new Halver(tile, RESULT_NODATA, memory, layout.out, layout.half);
    this.weights = new Float64Array(buffer, layout.weights, layout.rows);
    this.whole = new Int32Array(buffer, layout.records, (strip * RECORD) / 4);
    this.doubles = new Float64Array(buffer, layout.records, (strip * RECORD) / 8);
    kernel.lookups.forEach((rows, i) => {
      const table = new Float64Array(buffer, layout.tables[i], rows.length + 1);
      table.set(rows);
      table[rows.length] = NaN;
    });
    this.input = {
      ...{ width: 0, height: 0, stride: tile, row: 0 },
      rasters: this.buffers.slice(0, length),
      zones: plan.zones ? this.buffers[length]! : [],
      classes: plan.classes ? this.buffers.at(-1)! : [],
      ...{ zoneIndex: plan.zoneIndex, classIndex: plan.classIndex, lookups: kernel.lookups },
      ...{ weights: plan.weights, areaLo: plan.areaLo, areaHi: plan.areaHi },
      ...{ out: this.out, sums: this.sums, fail: { cell: 0, what: 0, value: 0 } },
    };
    this.careful = makeKernel(kernel.source);
    if (kernel.vectors) {
      const module = new WebAssembly.Module(kernel.vectors);
      const instance = new WebAssembly.Instance(module, { m: { m: memory } });
      this.vectors = instance.exports.f as (rows: number, width: number, out: number) => number;
    }
  }

  /** Throws SheetFaults naming the first cell with a fault. */
  tile(x: number, y: number, width: number, height: number): void {
    const { tile, layout, result } = this.plan;
    if (result && (width < tile || height < tile)) this.out.fill(RESULT_NODATA);
    for (let row = 0; row < height; row += layout.rows) {
      const rows = Math.min(layout.rows, height - row);
      this.files.forEach((file, i) => file.read(x, y + row, width, rows, this.buffers[i]!, tile));
      if (!this.fast(y + row, width, rows, row * tile)) this.slow(x, y + row, width, rows, row * tile);
    }
    carry(this.sums);
  }

  /** The tile of the result at half its size, until the next one. */
  half(): Float32Array {
    return this.halver!.halve();
  }

  close(): void {
    for (const file of this.files) file.close();
  }

  private slow(x: number, row: number, width: number, height: number, at: number): void {
    const input = { ...this.input, width, height, row, out: this.out.subarray(at) };
    const code = this.careful(input);
    if (code) throw new SheetFaults([cellFault(this.plan, code, input, x, row)]);
  }

  private fast(row: number, width: number, rows: number, at: number): boolean {
    if (!this.vectors) return false;
    const { layout, weights } = this.plan;
    for (let i = 0; i < rows; i++) this.weights[i] = weights[row + i]!;
    const bytes = this.vectors(rows, width, layout.out + at * 4);
    return bytes >= 0 && this.enter(bytes / RECORD, row);
  }

  /** Sums of stretches to their zones and classes. False, and then worthless, where a code is not in the list. */
  private enter(records: number, row: number): boolean {
    const { zoneIndex, classIndex, zones, classes } = this.input;
    const { lo, hi: _, areaLo, areaHi, cells, missing } = this.sums;
    const zoned = this.plan.zones?.[0];
    const classed = this.plan.classes?.[0];
    const count = this.plan.classCount;
    const { tile } = this.plan;
    for (let i = 0; i < records; i++) {
      const start = this.whole[i * 6]!;
      let g = 0;
      if (zoned) {
        const zone = zones[start]!;
        if (zone === zoned.nodata) continue;
        g = zoneIndex[zone]!;
        if (!(g >= 0)) return false;
      }
      const lost = this.whole[i * 6 + 2]!;
      const n = this.whole[i * 6 + 1]! - lost;
      if (classed) {
        const code = classes[start]!;
        const c = code === classed.nodata ? count : classIndex[code]!;
        if (!(c >= 0)) return false;
        g = g * (count + 1) + c;
        if (c === count) {
          missing[g]! += n + lost;
          continue;
        }
      }
      lo[g]! += this.doubles[i * 3 + 2]!;
      cells[g]! += n;
      missing[g]! += lost;
      const at = row + Math.floor(start / tile);
      areaLo[g]! += this.plan.areaLo[at]! * n;
      areaHi[g]! += this.plan.areaHi[at]! * n;
    }
    return true;
  }
}

function newSums(groups: number): KernelSums {
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
