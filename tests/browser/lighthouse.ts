/**
 * What Lighthouse would say of the speed of a page: its weights and its log-normal curves, as published with Lighthouse 10
 * (https://github.com/GoogleChrome/lighthouse/blob/main/core/config), without its weight of 60 MB. Not the tool itself: the
 * speed index is taken as the largest paint, which on these pages comes last, so that it is never flattered.
 */
export interface Felt {
  fcp: number;
  lcp: number;
  cls: number;
  tbt: number;
}
export type Form = 'desktop' | 'mobile';

/** [median, tenth percentile] of the curve, and the weight. */
const CURVES: Record<Form, Record<'fcp' | 'si' | 'lcp' | 'tbt' | 'cls', [number, number, number]>> = {
  desktop: {
    fcp: [1600, 934, 10],
    si: [2300, 1311, 10],
    lcp: [2400, 1200, 25],
    tbt: [350, 150, 30],
    cls: [0.25, 0.1, 25],
  },
  mobile: {
    fcp: [3000, 1800, 10],
    si: [5800, 3387, 10],
    lcp: [4000, 2500, 25],
    tbt: [600, 200, 30],
    cls: [0.25, 0.1, 25],
  },
};

/** Abramowitz and Stegun 7.1.26; off by less than 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const y =
    1 -
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
  return Math.sign(x) * y;
}

/** 0.5 at the median, 0.9 at the tenth percentile. */
export function curve(value: number, median: number, p10: number): number {
  if (value <= 0) return 1;
  const inverseErfcOneFifth = 0.9061938024368232;
  const x = (Math.log(value / median) * inverseErfcOneFifth) / -Math.log(p10 / median);
  return Math.min(1, Math.max(0, (1 - erf(x)) / 2));
}

export function performanceScore({ fcp, lcp, cls, tbt }: Felt, form: Form): number {
  const found = { fcp, si: Math.max(fcp, lcp), lcp, tbt, cls };
  const curves = Object.entries(CURVES[form]) as [keyof typeof found, [number, number, number]][];
  return curves.reduce((sum, [name, [median, p10, weight]]) => sum + weight * curve(found[name], median, p10), 0);
}
