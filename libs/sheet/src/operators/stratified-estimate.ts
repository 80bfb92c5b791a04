/**
 * Stratified random sampling (CDM AR-TOOL14 v04.2; IPCC 2006 vol. 1 ch. 3): the error of Σ w·mean over independent strata.
 *   SE = √Σ w²·s²/n, half-width = t(confidence, Σn − M)·SE
 * Weights are areas (then the result is of the total) or shares of the area (then of the mean).
 */
import { studentT } from './student-t';

export interface StratumSample {
  weight: number;
  /** Plots measured. */
  plots: number;
  /** Sample standard deviation of the plots, divisor n − 1. */
  deviation: number;
}

export interface SamplingError {
  standardError: number;
  /** n − M. */
  degrees: number;
  halfWidth: number;
}

/** `refused` are the strata that have no variance: fewer than two plots. */
export function stratifiedEstimate(
  strata: readonly StratumSample[],
  confidence: number,
): SamplingError | { refused: number[] } {
  const refused = strata.flatMap(({ plots }, i) => (plots < 2 ? [i] : []));
  if (refused.length || !strata.length) return { refused };
  const standardError = Math.sqrt(
    strata.reduce((sum, { weight, plots, deviation }) => sum + (weight * deviation) ** 2 / plots, 0),
  );
  const degrees = strata.reduce((sum, { plots }) => sum + plots, 0) - strata.length;
  return { standardError, degrees, halfWidth: studentT(confidence, degrees) * standardError };
}
