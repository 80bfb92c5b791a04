/** How a scheme discounts sampling error. The rules differ in what they discount, so each form is its own function. */
import { studentT } from '@qingheng/sheet';
import type { Change, Estimate } from './sample';

export type Confidence = 'official' | 'secondary' | 'provisional';

export interface DiscountRule {
  code: string;
  zh: string;
  en: string;
  form: 'half_width_share' | 'excess_points' | 'one_sided' | 'share';
  on: 'change' | 'stock';
  level: number;
  degrees: 'n-M' | 'welch';
  threshold?: number;
  bands?: { above: number; share: number }[];
  /** Above this U the scheme wants more plots instead of a discount. */
  most?: number;
  confidence: Confidence;
  source: string;
}

interface Uncertain {
  /** Amount, any unit. */
  amount: number;
  standardError: number;
  halfWidth: number;
  relative: number;
  degrees: number;
  welch: number;
}

export type Discounted =
  | { state: 'known'; deduction: number; credited: number }
  /** Above the scheme's limit: more plots; or the scheme's table is not entered. */
  | { state: 'too_uncertain' | 'unknown' };

export const shareAt = (bands: readonly { above: number; share: number }[], relative: number): number =>
  // A printed edge belongs to the band below it; a computed 10 % may be a last bit above.
  bands.reduce((share, band) => (relative > band.above * (1 + 1e-12) ? band.share : share), 0);

/** What a project may count. Never more than the undiscounted amount. */
export function discountOf(rule: DiscountRule, { amount, ...error }: Uncertain): Discounted {
  if (rule.most !== undefined && error.relative > rule.most) return { state: 'too_uncertain' };
  const size = Math.abs(amount);
  let deduction: number;
  if (rule.form === 'one_sided')
    deduction =
      studentT(2 * rule.level - 1, Math.max(rule.degrees === 'welch' ? error.welch : error.degrees, 1)) *
      error.standardError;
  else if (rule.form === 'excess_points') deduction = Math.max(error.relative - rule.threshold!, 0) * size;
  else {
    if (!rule.bands?.length) return { state: 'unknown' };
    const share = shareAt(rule.bands, error.relative);
    deduction = share * (rule.form === 'share' ? size : error.halfWidth);
  }
  // All of it at most: where the amount is nothing, its relative error is without bound.
  if (!Number.isFinite(deduction)) deduction = size;
  return { state: 'known', deduction, credited: amount - deduction };
}

/** For a baseline the same step upwards: the project's credits fall either way. */
export const baselineOf = (rule: DiscountRule, uncertain: Uncertain): number | undefined => {
  const found = discountOf(rule, uncertain);
  return found.state === 'known' ? uncertain.amount + found.deduction : undefined;
};

/** The same plots under one rule. `scale` turns t d.m. into t CO2e: 44/12 · CF. */
export function creditedChange(
  rule: DiscountRule,
  { first, second, change }: { first: Estimate; second: Estimate; change: Change },
  scale: number,
): Discounted {
  const of = (e: Estimate | Change): Uncertain => ({
    amount: e.total * scale,
    standardError: e.standardError * scale,
    halfWidth: e.halfWidth * scale,
    relative: e.relative,
    degrees: e.degrees,
    welch: e.welch,
  });
  const whole = change.total * scale;
  if (rule.on === 'change') return discountOf(rule, of(change));
  const [before, after] = [discountOf(rule, of(first)), discountOf(rule, of(second))];
  if (before.state !== 'known') return before;
  if (after.state !== 'known') return after;
  // A worse first sample must not earn credits by its own discount.
  const credited = Math.min(after.credited - before.credited, whole);
  return { state: 'known', credited, deduction: whole - credited };
}
