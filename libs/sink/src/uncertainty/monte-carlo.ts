/** Monte Carlo over what no scheme discounts: equation, roots, carbon fraction, plot area, measured trees. Information only. */
import { momentsOf, type Stratum } from './sample';
import { RandomStream } from './random';

export interface ErrorSource {
  code: string;
  /** Relative standard deviation. */
  sd: number;
  /** By how much a stock moves when this is one per cent off; 1 if absent. */
  effect?: number;
  /** Made anew at each visit; otherwise common to both. */
  perVisit?: boolean;
}

export interface Simulation {
  seed: number;
  draws: number;
  /** t CO2e. */
  p5: number;
  p50: number;
  p95: number;
  mean: number;
  sd: number;
  /** What the spread would be with this source alone. */
  alone: { code: string; sd: number }[];
  histogram: { from: number; to: number; count: number }[];
}

const BINS = 30;

/**
 * Change of stock, t CO2e. Sampling error is drawn per stratum and visit (paired plots as differences); errors of method are
 * common to both visits, so that they scale the change and do not make one of their own; those of measurement are per visit.
 */
export function simulate(
  visits: { first: readonly Stratum[]; second: readonly Stratum[] },
  { seed, draws, sources, scale }: { seed: number; draws: number; sources: readonly ErrorSource[]; scale: number },
): Simulation {
  const strata = visits.second.map((second) => ({
    hectares: second.hectares,
    after: momentsOf(second.plots.values()),
    before: momentsOf((visits.first.find(({ code }) => code === second.code)?.plots ?? new Map()).values()),
  }));
  const [common, perVisit] = [sources.filter((one) => !one.perVisit), sources.filter((one) => one.perVisit)];
  const run = (active: (code: string) => boolean): Float64Array => {
    const random = new RandomStream(seed);
    const results = new Float64Array(draws);
    // Every draw takes the same numbers from the stream, whatever is active: sources can be compared draw by draw.
    const factor = (all: readonly ErrorSource[]): number =>
      all.reduce((product, { code, sd, effect = 1 }) => {
        const drawn = random.normal() * sd * effect;
        return product * (1 + (active(code) ? drawn : 0));
      }, 1);
    for (let i = 0; i < draws; i++) {
      const method = factor(common);
      let change = 0;
      for (const [sign, visit] of [[-1, 'before'] as const, [1, 'after'] as const]) {
        const measured = factor(perVisit);
        for (const stratum of strata) {
          const { plots, mean, variance } = stratum[visit];
          const sampling = random.normal() * (active('sampling') && plots > 1 ? Math.sqrt(variance / plots) : 0);
          change += sign * stratum.hectares * (mean + sampling) * measured;
        }
      }
      results[i] = change * method * scale;
    }
    return results.sort();
  };
  const all = run(() => true);
  const codes = ['sampling', ...sources.map(({ code }) => code)];
  return {
    seed,
    draws,
    p5: quantile(all, 0.05),
    p50: quantile(all, 0.5),
    p95: quantile(all, 0.95),
    ...spreadOf(all),
    alone: codes.map((code) => ({ code, sd: spreadOf(run((one) => one === code)).sd })),
    histogram: histogramOf(all),
  };
}

/** Of sorted values, by linear interpolation. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (sorted[high]! - sorted[low]!) * (at - low);
}

function spreadOf(values: Float64Array): { mean: number; sd: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(values.length - 1, 1)) };
}

function histogramOf(sorted: Float64Array): Simulation['histogram'] {
  const [low, high] = [sorted[0]!, sorted[sorted.length - 1]!];
  const width = (high - low) / BINS || 1;
  const counts = new Array<number>(BINS).fill(0);
  for (const value of sorted) counts[Math.min(Math.floor((value - low) / width), BINS - 1)]!++;
  return counts.map((count, i) => ({ from: low + i * width, to: low + (i + 1) * width, count }));
}
