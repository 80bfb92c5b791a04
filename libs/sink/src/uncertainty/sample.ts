/** Plots of two visits by stratum, t d.m./ha, and what follows from them: stocks, changes, their sampling errors. */
import { type SamplingError, stratifiedEstimate } from '@qingheng/sheet';

export interface Stratum {
  code: string;
  hectares: number;
  /** Biomass per hectare by plot, at one visit. */
  plots: Map<string, number>;
}

export interface Moments {
  plots: number;
  mean: number;
  /** Sample variance, divisor n − 1; 0 for a single plot. */
  variance: number;
}

export interface Estimate extends SamplingError {
  /** Σ A·mean, t d.m. */
  total: number;
  /** Half-width over the amount: U. Infinite where the amount is 0. */
  relative: number;
  /** Degrees of freedom after Welch and Satterthwaite. */
  welch: number;
}

/** Why there is no estimate: strata with fewer than two plots. */
export class TooFewPlots extends Error {
  constructor(readonly strata: string[]) {
    super(`TOO_FEW_PLOTS: ${strata.join(', ')}`);
  }
}

export function momentsOf(values: Iterable<number>): Moments {
  const all = [...values].sort((a, b) => a - b); // one order, one sum: permuting plots changes no bit
  const plots = all.length;
  const mean = plots ? all.reduce((a, b) => a + b, 0) / plots : 0;
  const variance = plots > 1 ? all.reduce((a, b) => a + (b - mean) ** 2, 0) / (plots - 1) : 0;
  return { plots, mean, variance };
}

/** Stratified random sampling, AR-TOOL14 v04.2: Σ A·b̄ with its half-width. Throws TooFewPlots. */
export function estimateOf(strata: readonly Stratum[], confidence: number): Estimate {
  const moments = strata.map(({ plots }) => momentsOf(plots.values()));
  const error = stratifiedEstimate(
    strata.map(({ hectares }, i) => ({
      weight: hectares,
      plots: moments[i]!.plots,
      deviation: Math.sqrt(moments[i]!.variance),
    })),
    confidence,
  );
  if ('refused' in error) throw new TooFewPlots(error.refused.map((i) => strata[i]!.code));
  const total = strata.reduce((sum, { hectares }, i) => sum + hectares * moments[i]!.mean, 0);
  const spread = strata.map(({ hectares }, i) => (hectares ** 2 * moments[i]!.variance) / moments[i]!.plots);
  const below = spread.reduce((sum, v, i) => sum + v ** 2 / (moments[i]!.plots - 1), 0);
  const welch = below > 0 ? spread.reduce((a, b) => a + b, 0) ** 2 / below : error.degrees;
  return { ...error, total, relative: ratio(error.halfWidth, total), welch };
}

export interface Change {
  total: number;
  standardError: number;
  halfWidth: number;
  relative: number;
  degrees: number;
  welch: number;
}

/** Two independent samples: errors add in quadrature (AR-TOOL14 eq. for the change of independent estimates). */
export function independentChange(first: Estimate, second: Estimate): Change {
  const total = second.total - first.total;
  const standardError = Math.hypot(first.standardError, second.standardError);
  const halfWidth = Math.hypot(first.halfWidth, second.halfWidth);
  const degrees = Math.min(first.degrees, second.degrees);
  const welch =
    standardError > 0
      ? standardError ** 4 / (first.standardError ** 4 / first.welch + second.standardError ** 4 / second.welch)
      : degrees;
  return { total, standardError, halfWidth, relative: ratio(halfWidth, total), degrees, welch };
}

/** The same plots measured twice: the error of their differences, far tighter. Plots without a partner are left out. */
export function pairedChange(
  first: readonly Stratum[],
  second: readonly Stratum[],
  confidence: number,
): Change & { pairs: number } {
  const differences = second.map(({ code, hectares, plots }) => {
    const before = first.find((stratum) => stratum.code === code)?.plots ?? new Map<string, number>();
    const shared = [...plots].filter(([plot]) => before.has(plot));
    return { code, hectares, plots: new Map(shared.map(([plot, value]) => [plot, value - before.get(plot)!])) };
  });
  const change = estimateOf(differences, confidence);
  return { ...change, pairs: differences.reduce((sum, { plots }) => sum + plots.size, 0) };
}

/** Updating by a re-measured change: u2 = √((u1·C1)² + (uΔ·ΔC)²)/C2. */
export const updatedUncertainty = (first: Estimate, change: Change): number =>
  ratio(Math.hypot(first.halfWidth, change.halfWidth), first.total + change.total);

export const ratio = (halfWidth: number, amount: number): number =>
  amount === 0 ? (halfWidth === 0 ? 0 : Infinity) : halfWidth / Math.abs(amount);
