/** The verifier's plots beside the owner's: what each says, whether it is within tolerance, and how far off all are together. */
import type { Run } from '@qingheng/pipeline';
import { Rational, type Row } from '@qingheng/sheet';
import type { ComparedMethod } from '../sink-rules';
import { RandomStream } from '../uncertainty/random';

export interface OwnedPlot {
  plot: string;
  stratum: string;
  /** Decimal, in the unit of the method. */
  value: string;
}

/** Plots of the last visit that a verifier can measure again, as the run keeps them. */
export function ownedPlots({ result }: Run, { table, stratum, column, visit }: ComparedMethod): OwnedPlot[] {
  const rows: Row[] = result?.tables[table] ?? [];
  return rows
    .filter((row) => visit === undefined || row.visit === visit)
    .map((row) => ({
      plot: String(row[`${table}_id`]),
      stratum: String(row[stratum]),
      value: String(row[column]),
    }))
    .sort((a, b) => (a.plot < b.plot ? -1 : 1));
}

/**
 * Plots to measure again, drawn by the hash of the result: neither side chooses, and anybody can repeat it. The share of each
 * stratum, at least one.
 */
export function drawSample(plots: readonly OwnedPlot[], share: number, resultHash: string): string[] {
  const random = new RandomStream(parseInt(resultHash.slice(0, 8), 16));
  const strata = [...new Set(plots.map(({ stratum }) => stratum))].sort();
  return strata.flatMap((stratum) => {
    const left = plots.filter((one) => one.stratum === stratum).map(({ plot }) => plot);
    const wanted = Math.max(Math.ceil(left.length * share - 1e-9), 1);
    return Array.from({ length: wanted }, () => left.splice(Math.floor(random.uniform() * left.length), 1)[0]!).sort();
  });
}

/** |verifier − owner| ≤ tolerance · owner, in exact fractions. */
export function within(owner: string, verifier: string, tolerance: string): boolean {
  const own = Rational.parse(owner);
  return (
    Rational.parse(verifier)
      .sub(own)
      .abs()
      .cmp(own.abs().mul(Rational.parse(tolerance))) <= 0
  );
}

/** |Σ verifier − Σ owner| / Σ owner of the plots measured again; undefined where the owner's are nothing. */
export function errorOf(plots: readonly { ownerValue: string; verifierValue: string }[]): Rational | undefined {
  const sum = (pick: (one: (typeof plots)[number]) => string) =>
    plots.reduce((total, one) => total.add(Rational.parse(pick(one))), Rational.ZERO);
  const own = sum(({ ownerValue }) => ownerValue);
  if (own.isZero()) return undefined;
  return sum(({ verifierValue }) => verifierValue)
    .sub(own)
    .div(own)
    .abs();
}

/** A share as people read it: 0.0514 is 5.14. */
export const percent = (share: Rational): string => share.mul(Rational.of(100)).roundHalfUp(2).toFixed(2);
