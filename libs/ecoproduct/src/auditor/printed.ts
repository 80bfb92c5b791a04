/** A figure as a table prints it: its value and how far the true one may lie from it. */
import { parseUnit, Rational, type Unit } from '@qingheng/sheet';

export interface Printed {
  /** As printed. */
  text: string;
  /** In `unit`, with the multiplier of its heading (万, 亿, 1e8) counted in. */
  value: Rational;
  /** Half a unit of the last printed digit, in the same unit. */
  half: Rational;
  /** Unit as the service reads it; absent where the table says none. */
  unit?: string;
  /** Heading under which it stands. */
  column: string;
}

/** From `low` to `high`, both included. */
export interface Range {
  low: Rational;
  high: Rational;
}

const HALF = Rational.ratio(1n, 2n);
const MULTIPLIERS: Record<string, number> = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
const WORDS: [RegExp, string][] = [
  [/10(?:\^|\*\*)(\d+)/g, '1e$1'],
  [/千瓦时|千瓦小时|度/g, 'kWh'],
  [/千克|公斤/g, 'kg'],
  [/吨/g, 't'],
  [/公顷/g, 'hm²'],
  [/平方公里|平方千米/g, 'km²'],
  [/立方米/g, 'm³'],
  [/平方米/g, 'm²'],
  [/毫米/g, 'mm'],
  [/yuan|rmb|cny|人民币/gi, '元'],
  [/(k?m|hm)([23])(?![0-9])/g, '$1^$2'],
];

export interface Measure {
  factor: Rational;
  unit: string;
}

/** `亿 m3`, `1e8yuan`, `(10^4 t)`, `万元` → multiplier and unit; undefined where it is no unit. */
export function readMeasure(text: string): Measure | undefined {
  let rest = text.replace(/[（(）)]/g, ' ').trim();
  for (const [word, unit] of WORDS) rest = rest.replace(word, unit);
  rest = rest.replace(/\^([23])/g, (_, power: string) => (power === '2' ? '²' : '³'));
  let factor = Rational.ONE;
  const power = /^[×x*]?\s*1e(\d{1,2})\s*/i.exec(rest);
  const chinese = /^(万亿|千万|百万|十万|百|千|万|亿)\s*(?!亩)/.exec(rest);
  if (power) {
    factor = Rational.of(10n ** BigInt(power[1]!));
    rest = rest.slice(power[0].length);
  } else if (chinese) {
    factor = Rational.of(10n ** BigInt(MULTIPLIERS[chinese[1]!]!));
    rest = rest.slice(chinese[0].length);
  }
  const unit = rest.trim() || '1';
  try {
    parseUnit(unit);
    return { factor, unit };
  } catch {
    return undefined;
  }
}

const FIGURE = /^([+\-−－]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:e([+-]?\d{1,3}))?$/i;
/** What tables write where there is nothing. */
export const NOTHING = /^(|-|—|——|–|\/|n\.?a\.?|无)$/i;

/** Undefined where the text is no number. A percentage is read as its share. */
export function readPrinted(
  text: string,
  column: string,
  { factor, unit }: Partial<Measure> = {},
): Printed | undefined {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00a0\u3000]/g, '');
  const percent = plain.endsWith('%');
  const match = FIGURE.exec(percent ? plain.slice(0, -1) : plain);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const power = Number(exponent) - (percent ? 2 : 0);
  const scale = Rational.of(10n)
    .pow(power)
    .mul(factor ?? Rational.ONE);
  const value = Rational.parse(`${sign ? (sign === '+' ? '' : '-') : ''}${whole.replaceAll(',', '')}${fraction}`);
  const last = Rational.of(10n).pow(-Math.max(0, fraction.length - 1));
  return { text: text.trim(), value: value.mul(scale), half: last.mul(HALF).mul(scale), unit, column };
}

export const rangeOf = ({ value, half }: Printed): Range => ({ low: value.sub(half), high: value.add(half) });
export const meet = (a: Range, b: Range): boolean => a.low.cmp(b.high) <= 0 && b.low.cmp(a.high) <= 0;

export function productOf(a: Range, b: Range): Range {
  const corners = [a.low.mul(b.low), a.low.mul(b.high), a.high.mul(b.low), a.high.mul(b.high)];
  const sorted = corners.sort((x, y) => x.cmp(y));
  return { low: sorted[0]!, high: sorted[3]! };
}

export const sumOf = (figures: readonly Printed[]): Range & { value: Rational } =>
  figures.reduce(
    (sum, { value, half }) => ({
      value: sum.value.add(value),
      low: sum.low.add(value.sub(half)),
      high: sum.high.add(value.add(half)),
    }),
    { value: Rational.ZERO, low: Rational.ZERO, high: Rational.ZERO },
  );

/** How many of `b` are one `a`; undefined where they measure different things. Substances do not count: t CO2 is t. */
export function ratioOf(a: string, b: string): Rational | undefined {
  try {
    const [x, y] = [parseUnit(bare(a)), parseUnit(bare(b))];
    return sameDimensions(x, y) ? x.scale.div(y.scale) : undefined;
  } catch {
    return undefined;
  }
}

const bare = (unit: string): string =>
  unit.replace(/\s*(CO2e?|CO₂e?|O2|SO2|NOx|COD|NH3-N|N|P|C)(?=$|[\s/)·])/g, '') || '1';
const sameDimensions = (a: Unit, b: Unit): boolean =>
  a.dimensions.size === b.dimensions.size &&
  [...a.dimensions].every(([name, power]) => b.dimensions.get(name) === power);

/** Money per unit of quantity: how many 元 one `quantity` at one `price` makes; undefined where the units do not meet. */
export const moneyOf = (quantity: string, price: string): Rational | undefined =>
  ratioOf(`(${bare(quantity)})·(${bare(price)})`, '元');
