/** Where an indicator stands against its target: from what was observed and nothing else. Pure. */
import { Rational } from '@qingheng/sheet';
import type { BarrierIndicator, Target } from './barrier-targets';

export interface Observed {
  year: number;
  /** Decimal. */
  value: string;
}

/** no_data: nothing observed, or too little to see a trend where the target is not met yet. */
export type Status = 'met' | 'on_track' | 'behind' | 'no_data';
/** falling_short: the trend misses the target. moving_away: the last step went the wrong way. stale: older than two years. */
export type Warning = 'falling_short' | 'moving_away' | 'stale';

export interface Standing extends Target {
  status: Status;
  /** What the trend gives for the year of the target; absent where there is none. */
  projected?: string;
  warnings: Warning[];
}

/** Years that the trend looks back on. */
const LOOK_BACK = 5;
const STALE_AFTER = 2;

/**
 * The latest value against the target; where it is not met and there are at least two years, the least-squares line through
 * the last five against the year of the target. `thisYear` says what is stale and which targets are past.
 */
export function standingOf(
  indicator: BarrierIndicator,
  target: Target,
  observed: readonly Observed[],
  thisYear: number,
): Standing {
  const series = [...observed].sort((a, b) => a.year - b.year);
  const [last, before] = [series.at(-1), series.at(-2)];
  if (!last) return { ...target, status: 'no_data', warnings: [] };
  const met = reaches(indicator, Rational.parse(last.value), target);
  const projected =
    series.length > 1 && last.year < target.year ? projectionOf(series.slice(-LOOK_BACK), target.year) : undefined;
  const holds = projected === undefined ? met : reaches(indicator, projected, target);
  const step =
    before && Rational.parse(last.value).cmp(Rational.parse(before.value)) * (indicator.better === 'more' ? 1 : -1);
  const warnings: Warning[] = [
    ...(projected !== undefined && !holds ? (['falling_short'] as const) : []),
    ...(step !== undefined && step < 0 ? (['moving_away'] as const) : []),
    ...(thisYear - last.year > STALE_AFTER ? (['stale'] as const) : []),
  ];
  const status = met
    ? 'met'
    : target.year <= last.year || projected !== undefined
      ? holds && target.year > last.year
        ? 'on_track'
        : 'behind'
      : 'no_data';
  return { ...target, status, ...(projected && { projected: projected.toFixed(2) }), warnings };
}

function reaches({ better, strict }: BarrierIndicator, value: Rational, target: Target): boolean {
  const compared = value.cmp(Rational.parse(target.value)) * (better === 'more' ? 1 : -1);
  return strict ? compared > 0 : compared >= 0;
}

/** Least squares, exact. */
function projectionOf(series: readonly Observed[], year: number): Rational {
  const n = Rational.of(series.length);
  const points = series.map((one) => ({ x: Rational.of(one.year), y: Rational.parse(one.value) }));
  const sum = (of: (point: { x: Rational; y: Rational }) => Rational) =>
    points.reduce((all, point) => all.add(of(point)), Rational.ZERO);
  const [sx, sy, sxx, sxy] = [
    sum(({ x }) => x),
    sum(({ y }) => y),
    sum(({ x }) => x.mul(x)),
    sum(({ x, y }) => x.mul(y)),
  ];
  const spread = n.mul(sxx).sub(sx.mul(sx));
  if (spread.isZero()) return points.at(-1)!.y;
  const slope = n.mul(sxy).sub(sx.mul(sy)).div(spread);
  return sy
    .sub(slope.mul(sx))
    .div(n)
    .add(slope.mul(Rational.of(year)));
}
