import { faultOf, type Params } from '@qingheng/platform';
import { type Fault, Rational } from '@qingheng/sheet';
import type { Line } from './account-table';
import { type Printed } from './printed';
import './auditor.messages';

/** fault: cannot be. doubt: cannot be unless something is missing. note: could not be checked. */
export type Severity = 'fault' | 'doubt' | 'note';

/** What is wrong with a table, where, and what to do: a fault with the figure expected beside the one found. */
export interface Finding extends Fault {
  severity: Severity;
  /** Name of the line as the table gives it. */
  line: string;
  expected: string;
  found: string;
}

export type RuleCode =
  | 'VALUE_NOT_PRODUCT'
  | 'OXYGEN_CARBON_RATIO'
  | 'OVER_LIMIT_PRECIPITATION'
  | 'OVER_LIMIT_POTENTIAL'
  | 'OVER_LIMIT_EMISSION'
  | 'PARTS_NOT_SUM'
  | 'LINES_NOT_TOTAL'
  | 'CHILDREN_NOT_PARENT'
  | 'SHARE_NOT_VALUE'
  | 'NEGATIVE_FIGURE'
  | 'LINE_TWICE'
  | 'UNIT_NOT_PRICED';

export function findingOf(
  code: RuleCode,
  line: Line,
  column: string,
  { severity = 'fault', expected, found, ...more }: { severity?: Severity; expected: string; found: string } & Params,
): Finding {
  const params = { expected, found, ...more };
  const fault = faultOf(code, { table: 'account', row: String(line.row), column }, params);
  // The remedy may quote figures too.
  const remedy = fault.remedy && {
    zh: filled(fault.remedy.zh, params),
    en: filled(fault.remedy.en, params),
  };
  return { ...fault, ...(remedy && { remedy }), severity, line: line.name, expected, found };
}

const filled = (text: string, params: Params): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

const MULTIPLES: [string, bigint][] = [
  ['亿', 100_000_000n],
  ['万', 10_000n],
];

/** A figure for people: with 亿 or 万, six significant digits, and its unit. */
export function shown(value: Rational, unit = ''): string {
  const size = value.abs();
  const [prefix, factor] = MULTIPLES.find(([, least]) => size.cmp(Rational.of(least)) >= 0) ?? ['', 1n];
  const scaled = value.div(Rational.of(factor));
  const whole = scaled.abs().floor().toString();
  const leading = whole === '0' ? leadingZeros(scaled) : 0;
  const places = Math.min(12, Math.max(0, 6 - (whole === '0' ? 0 : whole.length) + leading));
  const text = scaled.toFixed(places);
  const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return `${plain}${prefix || unit ? ' ' : ''}${prefix}${unit === '1' ? '' : unit}`;
}

/** Zeros between the point and the first digit. */
function leadingZeros(value: Rational): number {
  let zeros = 0;
  let rest = value.abs();
  while (zeros < 12 && !rest.isZero() && (rest = rest.mul(Rational.of(10n))).cmp(Rational.ONE) < 0) zeros++;
  return zeros;
}

export const shownFigure = ({ value, unit }: Printed): string => shown(value, unit);
