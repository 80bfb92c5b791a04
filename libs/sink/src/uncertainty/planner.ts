/** How many plots the next visit needs, and where (Neyman allocation; Sourcebook for LULUCF projects; AR-TOOL03). */
import { studentT } from '@qingheng/sheet';

export interface PlannedStratum {
  code: string;
  hectares: number;
  /** Expected mean and standard deviation, t d.m./ha. */
  mean: number;
  deviation: number;
}

export interface Plan {
  plots: number;
  byStratum: { code: string; plots: number; possible: number }[];
  /** Half-width over the mean that this plan is expected to reach. */
  expected: number;
  iterations: number;
}

const LEAST = 2;

/**
 * n = (Σ N·s)² / (N²E²/t² + Σ N·s²), finite population; t of n − M degrees, iterated until n stands.
 * @param precision wanted half-width over the mean, 0.10 for ten per cent
 * @param plotHectares area of one plot; N_h is the number of plots that would fill the stratum
 */
export function planSample(
  strata: readonly PlannedStratum[],
  { precision, confidence, plotHectares }: { precision: number; confidence: number; plotHectares: number },
): Plan {
  const possible = strata.map(({ hectares }) => Math.max(Math.floor(hectares / plotHectares + 1e-9), LEAST));
  const whole = possible.reduce((a, b) => a + b, 0);
  const weighted = strata.map(({ deviation }, i) => possible[i]! * deviation);
  const sum = weighted.reduce((a, b) => a + b, 0);
  const squares = strata.reduce((total, { deviation }, i) => total + possible[i]! * deviation ** 2, 0);
  const mean = strata.reduce((total, stratum, i) => total + possible[i]! * stratum.mean, 0) / whole;
  const error = precision * mean;
  const need = (t: number): number =>
    sum === 0 ? 0 : Math.ceil(sum ** 2 / ((whole * error) ** 2 / t ** 2 + squares) - 1e-9);
  let plots = Math.max(need(studentT(confidence, 1e6)), LEAST * strata.length);
  let iterations = 1;
  // n may swing between two neighbours; the larger one is enough for both.
  for (const seen = new Set<number>(); !seen.has(plots) && iterations < 50; iterations++) {
    seen.add(plots);
    const next = Math.max(need(studentT(confidence, Math.max(plots - strata.length, 1))), LEAST * strata.length);
    plots = seen.has(next) ? Math.max(plots, next) : next;
  }
  const byStratum = allocate(strata, possible, weighted, sum, Math.min(plots, whole));
  const total = byStratum.reduce((n, one) => n + one.plots, 0);
  const variance = strata.reduce((all, { deviation }, i) => {
    const n = byStratum[i]!.plots;
    const share = possible[i]! / whole;
    return all + (share * deviation) ** 2 * (1 / n - 1 / possible[i]!);
  }, 0);
  const t = studentT(confidence, Math.max(total - strata.length, 1));
  return { plots: total, byStratum, expected: mean > 0 ? (t * Math.sqrt(variance)) / mean : 0, iterations };
}

/** n_h = n·N_h·s_h/ΣN·s, at least two, at most as many as there is room for; the rest by largest remainder. */
function allocate(
  strata: readonly PlannedStratum[],
  possible: number[],
  weighted: number[],
  sum: number,
  plots: number,
): Plan['byStratum'] {
  const exact = weighted.map((w) => (sum > 0 ? (plots * w) / sum : plots / strata.length));
  const given = exact.map((n, i) => Math.min(Math.max(Math.floor(n), LEAST), possible[i]!));
  const order = exact.map((n, i) => [n - Math.floor(n), i] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  let left = plots - given.reduce((a, b) => a + b, 0);
  while (left > 0) {
    const before = left;
    for (const [, i] of order) {
      if (left <= 0) break;
      if (given[i]! < possible[i]!) {
        given[i] = given[i]! + 1;
        left--;
      }
    }
    if (before === left) break; // every stratum is full
  }
  return strata.map(({ code }, i) => ({ code, plots: given[i]!, possible: possible[i]! }));
}
