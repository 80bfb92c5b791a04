/**
 * The values of a solve, all gases of a product side by side, so that each link is read once for all of them.
 */
import type { System } from './model';

const SWEEPS = 5_000;

export class Sweep {
  private readonly width: number;
  private readonly value: Float64Array;
  private readonly direct: Float64Array;
  private readonly sum: Float64Array;

  /** Begins with `values`, one array for each gas; with the direct emissions where nothing is known yet. */
  constructor(
    readonly system: System,
    values: Float64Array[] = system.direct,
  ) {
    this.width = system.direct.length;
    this.direct = interleaved(system.direct, system.products.length);
    this.value = values === system.direct ? this.direct.slice() : interleaved(values, system.products.length);
    this.sum = new Float64Array(this.width);
  }

  get(product: number, gas: number): number {
    return this.value[product * this.width + gas]!;
  }

  set(product: number, gas: number, value: number): void {
    this.value[product * this.width + gas] = value;
  }

  columns(): Float64Array[] {
    const { width, value } = this;
    return this.system.direct.map((column, g) => column.map((_, j) => value[j * width + g]!));
  }

  /** λj = (fj + Σ aij λi) ÷ (1 − ajj) for every gas. */
  update(j: number): void {
    const { width, value, sum } = this;
    const kept = this.gather(j);
    for (let g = 0, at = j * width; g < width; g++, at++) value[at] = sum[g]! / kept;
  }

  /** Puts what a unit of j brings without its own use into `sum`; returns what is left of a unit after own use. */
  private gather(j: number): number {
    const { width, value, direct, sum } = this;
    const { start, row, amount } = this.system;
    for (let g = 0, at = j * width; g < width; g++, at++) sum[g] = direct[at]!;
    let kept = 1;
    for (let k = start[j]!, end = start[j + 1]!; k < end; k++) {
      const a = amount[k]!;
      const i = row[k]!;
      if (i === j) kept -= a;
      else for (let g = 0, at = i * width; g < width; g++, at++) sum[g]! += a * value[at]!;
    }
    return kept;
  }

  /**
   * Gauss-Seidel there and back in this sequence until the backward error is at most `tolerance`; false if it never is. What
   * comes from outside is added up once, and the members stand side by side in the order of the sequence: most of the time
   * goes into waiting for memory.
   */
  settle(sequence: Int32Array, tolerance: number): boolean {
    const loop = this.gathered(sequence);
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      loop.pass(1);
      const largest = loop.pass(-1);
      if (!(largest < Infinity)) return false;
      // The error is looked at when it may be small enough, or now and then: values that are nearly zero keep stepping.
      if (largest > 16 * tolerance && sweep % 16 !== 15) continue;
      this.scatter(sequence, loop.value);
      if (this.backwardError(sequence) <= tolerance) return true;
    }
    return false;
  }

  private gathered(sequence: Int32Array): Loop {
    const { width, value, direct } = this;
    const { products, start, row, amount } = this.system;
    const size = sequence.length;
    const place = new Int32Array(products.length).fill(-1);
    for (let i = 0; i < size; i++) place[sequence[i]!] = i;
    const most = sequence.reduce((sum, j) => sum + start[j + 1]! - start[j]!, 0);
    const loop = new Loop(width, size, most);
    for (let i = 0, to = 0; i < size; i++) {
      const j = sequence[i]!;
      const at = i * width;
      loop.kept[i] = 1;
      for (let g = 0; g < width; g++) {
        loop.value[at + g] = value[j * width + g]!;
        loop.right[at + g] = direct[j * width + g]!;
      }
      for (let k = start[j]!, end = start[j + 1]!; k < end; k++) {
        const from = place[row[k]!]!;
        if (from === i) loop.kept[i]! -= amount[k]!;
        else if (from < 0)
          for (let g = 0; g < width; g++) loop.right[at + g]! += amount[k]! * value[row[k]! * width + g]!;
        else {
          loop.from[to] = from;
          loop.amount[to++] = amount[k]!;
        }
      }
      loop.start[i + 1] = to;
    }
    return loop;
  }

  private scatter(sequence: Int32Array, from: Float64Array): void {
    const { width, value } = this;
    for (let i = 0; i < sequence.length; i++)
      for (let g = 0, at = sequence[i]! * width; g < width; g++) value[at + g] = from[i * width + g]!;
  }

  backwardError(members: Iterable<number>): number {
    const { width, value, direct } = this;
    const { start, row, amount } = this.system;
    const size = new Float64Array(width);
    const sum = new Float64Array(width);
    let worst = 0;
    for (const j of members) {
      for (let g = 0, at = j * width; g < width; g++, at++) {
        sum[g] = direct[at]! - value[at]!;
        size[g] = Math.abs(direct[at]!) + Math.abs(value[at]!);
      }
      for (let k = start[j]!, end = start[j + 1]!; k < end; k++)
        for (let g = 0, at = row[k]! * width, a = amount[k]!; g < width; g++, at++) {
          const term = a * value[at]!;
          sum[g]! += term;
          size[g]! += Math.abs(term);
        }
      for (let g = 0; g < width; g++) if (size[g]! > 0) worst = Math.max(worst, Math.abs(sum[g]!) / size[g]!);
    }
    return worst;
  }
}

/** A loop by itself: members numbered in the order of the sweep. */
class Loop {
  readonly value: Float64Array;
  /** Direct emissions and what comes from outside the loop. */
  readonly right: Float64Array;
  /** What is left of a unit after own use. */
  readonly kept: Float64Array;
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly amount: Float64Array;

  constructor(
    private readonly width: number,
    private readonly size: number,
    links: number,
  ) {
    [this.value, this.right] = [new Float64Array(size * width), new Float64Array(size * width)];
    [this.kept, this.start] = [new Float64Array(size), new Int32Array(size + 1)];
    [this.from, this.amount] = [new Int32Array(links), new Float64Array(links)];
  }

  /** Updates every member once, forwards or backwards; returns the largest relative step of any gas. */
  pass(direction: 1 | -1): number {
    const { width, size, value, right, kept, start, from, amount } = this;
    const sum = new Float64Array(width);
    let largest = 0;
    for (let n = 0, i = direction === 1 ? 0 : size - 1; n < size; n++, i += direction) {
      const to = i * width;
      for (let g = 0; g < width; g++) sum[g] = right[to + g]!;
      for (let k = start[i]!, end = start[i + 1]!; k < end; k++) {
        const a = amount[k]!;
        const at = from[k]! * width;
        for (let g = 0; g < width; g++) sum[g]! += a * value[at + g]!;
      }
      for (let g = 0; g < width; g++) {
        const next = sum[g]! / kept[i]!;
        const step = Math.abs(next - value[to + g]!);
        if (step > largest * Math.abs(next)) largest = step / Math.abs(next);
        value[to + g] = next;
      }
    }
    return largest;
  }
}

function interleaved(columns: Float64Array[], n: number): Float64Array {
  const width = columns.length;
  const whole = new Float64Array(n * width);
  for (const [g, column] of columns.entries()) for (let j = 0; j < n; j++) whole[j * width + g] = column[j]!;
  return whole;
}
