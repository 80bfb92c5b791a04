/**
 * How good the data behind a footprint are: the mean rating, weighted by what each figure contributes, and the share that
 * rests on primary data. Both are the same sums over the way a footprint comes about, so they are further right-hand sides
 * of the same solve; where credits or uptake are in it, the amounts count, from the forward solution of one product.
 */
import { scaling } from './scaling';
import { solve } from './solve';
import type { System } from './model';

/** Ratings of one figure, e.g. five of 1 (best) to 5; the same number of them everywhere. */
export type Rating = readonly number[];

export interface Marks {
  /** By product: ratings of what the process emits itself. Undefined: not rated. */
  direct: readonly (Rating | undefined)[];
  /** By link, in the order of `system.amount`: ratings of the amount taken. Leave out where activity data is not rated. */
  links?: readonly (Rating | undefined)[];
}

export interface Quality {
  /** One mean for each indicator, not rounded; null where nothing rated contributes. */
  rating: (number | null)[];
  /** Weight that is rated ÷ weight of all that could be: direct emissions, and amounts taken where those are rated. */
  coverage: number;
}

/** For one product. `direct` and `column` are one column each: a gas, or CO2 equivalents. */
export function quality(
  system: System,
  product: number,
  { direct, column }: { direct: Float64Array; column: Float64Array },
  marks: Marks,
): Quality {
  const made = made1(system, product);
  const sums = new Sums([...marks.direct, ...(marks.links ?? [])].find((mark) => mark)?.length ?? 0);
  for (let j = 0; j < made.length; j++) {
    sums.add(Math.abs(made[j]! * direct[j]!), marks.direct[j]);
    if (!marks.links) continue;
    for (let k = system.start[j]!; k < system.start[j + 1]!; k++)
      sums.add(Math.abs(made[j]! * system.amount[k]! * column[system.row[k]!]!), marks.links[k]);
  }
  return sums.quality();
}

/**
 * For every product at once, by the adjoint solve: one further column for each indicator and two for the weights. Only for
 * systems whose amounts, emissions and footprints are all 0 or more; throws RangeError otherwise (`quality` counts amounts).
 */
export function qualities(
  system: System,
  { direct, column }: { direct: Float64Array; column: Float64Array },
  marks: Marks,
): Quality[] {
  for (const values of [direct, column, system.amount])
    if (values.some((value) => value < 0)) throw new RangeError('credits or uptake: ask for one product at a time');
  const indicators = [...marks.direct, ...(marks.links ?? [])].find((mark) => mark)?.length ?? 0;
  const right = Array.from({ length: indicators + 2 }, () => new Float64Array(direct.length));
  const add = (j: number, weight: number, mark: Rating | undefined): void => {
    right[indicators + 1]![j]! += weight;
    if (!mark) return;
    right[indicators]![j]! += weight;
    for (let i = 0; i < indicators; i++) right[i]![j]! += weight * mark[i]!;
  };
  for (let j = 0; j < direct.length; j++) {
    add(j, direct[j]!, marks.direct[j]);
    if (marks.links)
      for (let k = system.start[j]!; k < system.start[j + 1]!; k++)
        add(j, system.amount[k]! * column[system.row[k]!]!, marks.links[k]);
  }
  const solved = solve({ ...system, direct: right });
  const [rated, all] = [solved[indicators]!, solved[indicators + 1]!];
  return Array.from(direct, (_, j) => ({
    rating: solved.slice(0, indicators).map((sums) => (rated[j]! > 0 ? sums[j]! / rated[j]! : null)),
    coverage: all[j]! > 0 ? rated[j]! / all[j]! : 0,
  }));
}

/**
 * Share of a product's footprint that rests on primary data, 0 to 1; null where nothing contributes. `primary` says by
 * product what share of the process's own emissions was measured or is the supplier's own figure.
 */
export function primaryShare(
  system: System,
  product: number,
  direct: Float64Array,
  primary: Float64Array,
): number | null {
  const made = made1(system, product);
  const weights = made.map((amount, j) => Math.abs(amount * direct[j]!));
  const all = weights.reduce((a, b) => a + b, 0);
  return all === 0 ? null : weights.reduce((sum, weight, j) => sum + weight * primary[j]!, 0) / all;
}

/** For every product at once; NaN where nothing contributes. Throws RangeError where there are credits or uptake. */
export function primaryShares(system: System, direct: Float64Array, primary: Float64Array): Float64Array {
  for (const values of [direct, system.amount])
    if (values.some((value) => value < 0)) throw new RangeError('credits or uptake: ask for one product at a time');
  const [all, own] = solve({ ...system, direct: [direct, direct.map((value, j) => value * primary[j]!)] });
  return own!.map((value, j) => value / all![j]!);
}

function made1(system: System, product: number): Float64Array {
  const demand = new Float64Array(system.products.length);
  demand[product] = 1;
  return scaling(system, demand);
}

class Sums {
  private readonly marked: Float64Array;
  private rated = 0;
  private all = 0;

  constructor(indicators: number) {
    this.marked = new Float64Array(indicators);
  }

  add(weight: number, mark: Rating | undefined): void {
    this.all += weight;
    if (!mark) return;
    this.rated += weight;
    for (let i = 0; i < this.marked.length; i++) this.marked[i]! += weight * mark[i]!;
  }

  quality(): Quality {
    return {
      rating: [...this.marked].map((sum) => (this.rated > 0 ? sum / this.rated : null)),
      coverage: this.all > 0 ? this.rated / this.all : 0,
    };
  }
}
