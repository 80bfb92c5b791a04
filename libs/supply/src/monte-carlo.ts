/**
 * What a footprint could be, by drawing: each doubtful figure is its value times a lognormal factor, drawn once for each
 * version, so that one factor used in a thousand places is wrong in the same way in all of them. What no doubt reaches keeps
 * its footprint; only the part between the doubts and the product is solved again.
 */
import { components } from './components';
import { SupplyFaults, type System } from './model';
import { Random } from './random';
import { solve } from './solve';

/** One figure whose logarithm has the standard deviation `sigmaLn` (ln of the geometric standard deviation). */
export interface LogDoubt {
  at: { direct: number } | { link: number };
  sigmaLn: number;
  version: string;
}

export interface DrawOptions {
  seed: string | number;
  /** 100 to 100,000; 1,000 if not said. */
  runs?: number;
}

export interface Drawn {
  seed: string;
  runs: number;
  /** Draws in which a circle took as much as it made: they have no footprint and are left out. */
  impossible: number;
  /** The figure without doubts. */
  point: number;
  mean: number;
  p5: number;
  p50: number;
  p95: number;
  /** p50 ÷ point − 1: what sums and circles of lognormal figures lift the median by. Null where the point is 0. */
  medianBias: number | null;
}

/**
 * `direct` and `column` are one column each: a gas, or CO2 equivalents. Percentiles are interpolated linearly between
 * draws in order (Hyndman and Fan 1996, definition 7). The same seed gives the same bits. Throws RangeError for runs
 * out of range or a negative sigma.
 */
export function monteCarlo(
  system: System,
  product: number,
  { direct, column }: { direct: Float64Array; column: Float64Array },
  doubts: readonly LogDoubt[],
  { seed, runs = 1_000 }: DrawOptions,
): Drawn {
  if (!Number.isInteger(runs) || runs < 100 || runs > 100_000) throw new RangeError('runs: 100 to 100,000');
  if (doubts.some(({ sigmaLn }) => !(sigmaLn >= 0 && sigmaLn < Infinity))) throw new RangeError('sigmaLn: 0 or more');
  const part = between(system, product, { direct, column }, doubts);
  const groups = components(part.system);
  const random = new Random(seed);
  const values: number[] = [];
  let impossible = 0;
  const scale = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    for (const version of part.versions) scale.set(version, random.normal());
    const drawn = part.draw(scale);
    try {
      values.push(solve(drawn, groups)[0]![part.product]!);
    } catch (error) {
      if (!(error instanceof SupplyFaults)) throw error;
      impossible++;
    }
  }
  values.sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (values.length - 1) * share;
    const low = Math.floor(place);
    return values[low]! + (place - low) * ((values[low + 1] ?? values[low]!) - values[low]!);
  };
  const point = column[product]!;
  const [p5, p50, p95] = values.length ? [at(0.05), at(0.5), at(0.95)] : [NaN, NaN, NaN];
  return {
    ...{ seed: String(seed), runs, impossible, point },
    ...{ mean: values.reduce((sum, value) => sum + value / values.length, 0), p5, p50, p95 },
    medianBias: point === 0 || !values.length ? null : p50 / point - 1,
  };
}

interface Part {
  system: System;
  product: number;
  versions: string[];
  draw(normals: Map<string, number>): System;
}

/** The products that the product needs and that some doubt reaches; what they take of others stands in `direct`. */
function between(
  { products, start, row, amount }: System,
  product: number,
  { direct, column }: { direct: Float64Array; column: Float64Array },
  doubts: readonly LogDoubt[],
): Part {
  const n = products.length;
  const needed = new Uint8Array(n);
  const open = [product];
  needed[product] = 1;
  for (let j; (j = open.pop()) !== undefined;)
    for (let k = start[j]!; k < start[j + 1]!; k++)
      if (!needed[row[k]!]) {
        needed[row[k]!] = 1;
        open.push(row[k]!);
      }
  const owner = new Int32Array(row.length);
  for (let j = 0; j < n; j++) owner.fill(j, start[j], start[j + 1]);
  const reached = new Uint8Array(n);
  for (const { at } of doubts) reached['direct' in at ? at.direct : owner[at.link]!] = 1;
  for (let more = true; more;) {
    more = false;
    for (let j = 0; j < n; j++) {
      if (reached[j] || !needed[j]) continue;
      for (let k = start[j]!; k < start[j + 1]! && !reached[j]; k++) if (reached[row[k]!]) reached[j] = 1;
      if (reached[j]) more = true;
    }
  }
  reached[product] = 1;
  const members = Int32Array.from(products.keys()).filter((j) => needed[j] && reached[j]);
  const place = new Map([...members].map((j, i) => [j, i]));
  const starts = [0];
  const [rows, amounts, links]: [number[], number[], number[]] = [[], [], []];
  /** Links to products whose footprint stays: amount × footprint, a doubt of the amount scales it. */
  const fixed: { to: number; link: number; brings: number }[] = [];
  for (const [i, j] of members.entries()) {
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      const inside = place.get(row[k]!);
      if (inside === undefined) fixed.push({ to: i, link: k, brings: amount[k]! * column[row[k]!]! });
      else {
        rows.push(inside);
        amounts.push(amount[k]!);
        links.push(k);
      }
    }
    starts.push(rows.length);
  }
  const own = doubts.filter(({ at }) => place.has('direct' in at ? at.direct : owner[at.link]!));
  const [emitted, taken] = [new Map<number, LogDoubt[]>(), new Map<number, LogDoubt[]>()];
  for (const doubt of own) {
    const [list, at] = 'direct' in doubt.at ? [emitted, doubt.at.direct] : [taken, doubt.at.link];
    list.set(at, [...(list.get(at) ?? []), doubt]);
  }
  const times = (doubts: LogDoubt[] = [], normals: Map<string, number>): number =>
    Math.exp(doubts.reduce((sum, { sigmaLn, version }) => sum + sigmaLn * normals.get(version)!, 0));
  const whole: System = {
    ...{ products: [...members].map((j) => products[j]!), gases: ['drawn'], start: Int32Array.from(starts) },
    ...{ row: Int32Array.from(rows), amount: Float64Array.from(amounts), direct: [] },
  };
  return {
    system: whole,
    product: place.get(product)!,
    versions: [...new Set(own.map(({ version }) => version))].sort(),
    draw: (normals) => {
      const emissions = Float64Array.from(members, (j) => direct[j]! * times(emitted.get(j), normals));
      for (const { to, link, brings } of fixed) emissions[to]! += brings * times(taken.get(link), normals);
      const factors = whole.amount.map((value, i) => value * times(taken.get(links[i]!), normals));
      return { ...whole, amount: factors, direct: [emissions] };
    },
  };
}
