/** How far a GEP account may be off: its parameters are drawn again and again, together where items share one. Pure. */
import { randomOf } from './random';

export interface SpreadItem {
  item: string;
  class: string;
  service: string;
  /** 元, as in the result. */
  value: number;
}

/** A parameter that several items rest on, as a multiple of the value filed. */
export interface Spread {
  name: string;
  distribution: 'uniform' | 'triangular';
  /** Multiples of the filed value: 0.8, 1, 1.3. */
  low: number;
  mode: number;
  high: number;
  /** Items whose value is proportional to it. */
  items: readonly string[];
}

export interface Quantiles {
  p5: number;
  p50: number;
  p95: number;
  mean: number;
}

export interface Uncertainty {
  gep: Quantiles;
  classes: Record<string, Quantiles>;
  services: Record<string, Quantiles>;
  /** GEP at the ends of each parameter alone, the widest first. */
  tornado: { name: string; low: number; high: number }[];
}

/**
 * Values are linear in each parameter: item = filed value × product of the multiples of its parameters. Draws are made in the
 * order of the parameters, so the same seed, draws and parameters give the same result. Quantiles are those of the order
 * statistics, interpolated (type 7).
 */
export function monteCarlo(
  items: readonly SpreadItem[],
  spreads: readonly Spread[],
  { seed, draws }: { seed: number; draws: number },
): Uncertainty {
  const random = randomOf(seed);
  const touched = spreads.map(({ items: names }) => {
    const set = new Set(names);
    return items.flatMap(({ item }, i) => (set.has(item) ? [i] : []));
  });
  const groups = {
    classes: indexOf(items.map((item) => item.class)),
    services: indexOf(items.map(({ service }) => service)),
  };
  const total = new Float64Array(draws);
  const sums = {
    classes: groups.classes.names.map(() => new Float64Array(draws)),
    services: groups.services.names.map(() => new Float64Array(draws)),
  };
  const factors = new Float64Array(items.length);
  for (let n = 0; n < draws; n++) {
    factors.fill(1);
    for (const [p, spread] of spreads.entries()) {
      const multiple = inverse(spread, random());
      for (const i of touched[p]!) factors[i]! *= multiple;
    }
    let all = 0;
    for (let i = 0; i < items.length; i++) {
      const value = items[i]!.value * factors[i]!;
      all += value;
      sums.classes[groups.classes.of[i]!]![n]! += value;
      sums.services[groups.services.of[i]!]![n]! += value;
    }
    total[n] = all;
  }
  const filed = items.reduce((sum, { value }) => sum + value, 0);
  const tornado = spreads.map(({ name, low, high }, p) => {
    const resting = touched[p]!.reduce((sum, i) => sum + items[i]!.value, 0);
    return { name, low: filed + resting * (low - 1), high: filed + resting * (high - 1) };
  });
  return {
    gep: quantilesOf(total),
    classes: Object.fromEntries(groups.classes.names.map((name, i) => [name, quantilesOf(sums.classes[i]!)])),
    services: Object.fromEntries(groups.services.names.map((name, i) => [name, quantilesOf(sums.services[i]!)])),
    tornado: tornado.sort((a, b) => b.high - b.low - (a.high - a.low)),
  };
}

function indexOf(names: readonly string[]): { names: string[]; of: number[] } {
  const distinct = [...new Set(names)];
  return { names: distinct, of: names.map((name) => distinct.indexOf(name)) };
}

/** The multiple below which a share `u` of the draws lies. */
function inverse({ distribution, low, mode, high }: Spread, u: number): number {
  const width = high - low;
  if (distribution === 'uniform' || width === 0) return low + u * width;
  const turn = (mode - low) / width;
  return u < turn ? low + Math.sqrt(u * width * (mode - low)) : high - Math.sqrt((1 - u) * width * (high - mode));
}

function quantilesOf(values: Float64Array): Quantiles {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return sorted[below]! + (place - below) * (next - sorted[below]!);
  };
  return {
    p5: at(0.05),
    p50: at(0.5),
    p95: at(0.95),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
  };
}
