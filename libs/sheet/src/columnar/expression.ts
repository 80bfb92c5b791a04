/** Compiled formulas: SQL with what is known of its value. */
import { Rational } from '../rational';
import { NotColumnar, TooWide } from './not-columnar';
import * as whole from './whole';
import type { Let, Whole } from './whole';

/** An exact number: num / (10^scale × den), den > 0. */
export interface Exact {
  kind: 'exact';
  num: Whole;
  scale: number;
  den?: Whole;
}

export interface Double {
  kind: 'double';
  sql: string;
  nullable: boolean;
  /**
   * The exact engine may hold this value as a fraction in some rows (a branch of an `if`), and would go on exactly with
   * another fraction. `zero`: that fraction is always 0, which changes nothing in a product.
   */
  mixed?: 'zero' | 'any';
}

interface Simple<K> {
  kind: K;
  sql: string;
  nullable: boolean;
}
export type Words = Simple<'text'>;
export type Truth = Simple<'truth'>;
export type Plain = Words | Truth;

export type Expression = Exact | Double | Words | Truth;
export type Numeric = Exact | Double;

const MOST_SCALE = 36;
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

export function exactConstant(value: Rational): Exact {
  const scale = value.decimals();
  if (scale !== undefined && scale <= MOST_SCALE)
    return { kind: 'exact', num: whole.constant(value.scaled(scale)), scale };
  return { kind: 'exact', num: whole.constant(value.num), scale: 0, den: whole.constant(value.den) };
}

/** The value where it is the same in every row. */
export function constantOf(a: Exact): Rational | undefined {
  const num = whole.valueOf(a.num);
  const den = a.den ? whole.valueOf(a.den) : 1n;
  return num === undefined || den === undefined ? undefined : Rational.ratio(num, den * 10n ** BigInt(a.scale));
}

const folded = (value: Rational | undefined, compute: () => Exact): Exact => (value ? exactConstant(value) : compute());

function both(a: Exact, b: Exact, combine: (x: Rational, y: Rational) => Rational): Rational | undefined {
  const x = constantOf(a);
  const y = x && constantOf(b);
  return x && y && combine(x, y);
}

/** The same numbers over one scale and one denominator. */
function aligned(a: Exact, b: Exact): { x: Whole; y: Whole; scale: number; den?: Whole } {
  const scale = Math.max(a.scale, b.scale);
  let x = whole.shift(a.num, scale - a.scale);
  let y = whole.shift(b.num, scale - b.scale);
  if (a.den?.sql === b.den?.sql) return { x, y, scale, den: a.den };
  if (b.den) x = whole.multiply(x, b.den);
  if (a.den) y = whole.multiply(y, a.den);
  return { x, y, scale, den: a.den && b.den ? whole.multiply(a.den, b.den) : (a.den ?? b.den) };
}

export function add(a: Exact, b: Exact): Exact {
  return folded(
    both(a, b, (x, y) => x.add(y)),
    () => {
      const { x, y, scale, den } = aligned(a, b);
      return { kind: 'exact', num: whole.add(x, y), scale, den };
    },
  );
}

export const negate = (a: Exact): Exact => ({ ...a, num: whole.negate(a.num) });
export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));

export function multiply(a: Exact, b: Exact): Exact {
  return folded(
    both(a, b, (x, y) => x.mul(y)),
    () => {
      if (a.scale + b.scale > MOST_SCALE) throw new TooWide('too many decimals');
      const den = a.den && b.den ? whole.multiply(a.den, b.den) : (a.den ?? b.den);
      return { kind: 'exact', num: whole.multiply(a.num, b.num), scale: a.scale + b.scale, den };
    },
  );
}

/** NULL where the divisor is 0. */
export function divide(a: Exact, b: Exact, bind: Let): Exact {
  const divisor = constantOf(b);
  if (divisor) {
    if (divisor.isZero()) throw new NotColumnar('division by a constant 0');
    return multiply(a, exactConstant(Rational.ONE.div(divisor)));
  }
  let num = b.den ? whole.multiply(a.num, b.den) : a.num;
  if (b.scale > a.scale) num = whole.shift(num, b.scale - a.scale);
  const product = a.den ? whole.multiply(a.den, b.num) : b.num;
  const scale = Math.max(0, a.scale - b.scale);
  if (product.lo > 0n) return { kind: 'exact', num, scale, den: product };
  const divisorName = whole.named(product, bind);
  const sign = product.lo < 0n;
  const signed = sign
    ? whole.either(`${divisorName.sql} < 0`, whole.negate(num), num, num.nullable || product.nullable)
    : num;
  const size = sign ? `abs(${divisorName.sql})` : divisorName.sql;
  const den: Whole = {
    ...divisorName,
    sql: `NULLIF(${size}, 0)`,
    lo: 1n,
    hi: whole.magnitude(product),
    nullable: true,
  };
  return { kind: 'exact', num: signed, scale, den };
}

export function power(a: Exact, exponent: number, bind: Let): Exact {
  if (exponent === 0) return exactConstant(Rational.ONE);
  const base: Exact = { ...a, num: whole.named(a.num, bind), den: a.den && whole.named(a.den, bind) };
  let result = base;
  for (let i = 1; i < Math.abs(exponent); i++) result = multiply(result, base);
  return exponent < 0 ? divide(exactConstant(Rational.ONE), result, bind) : result;
}

/** a ∘ b as a condition. */
export function comparison(op: string, a: Exact, b: Exact): Truth {
  const { x, y } = aligned(a, b);
  const wide = x.wide || y.wide;
  return {
    kind: 'truth',
    sql: `(${whole.as(x, wide)} ${op} ${whole.as(y, wide)})`,
    nullable: isNullable(a) || isNullable(b),
  };
}

/** One of two by a condition; each keeps its own denominator. */
export function choose(condition: Truth, a: Exact, b: Exact, bind: Let): Exact {
  const test = bind(condition.sql);
  const scale = Math.max(a.scale, b.scale);
  const nullable = condition.nullable || isNullable(a) || isNullable(b);
  const num = whole.either(test, whole.shift(a.num, scale - a.scale), whole.shift(b.num, scale - b.scale), nullable);
  if (!a.den && !b.den) return { kind: 'exact', num, scale };
  const one = whole.constant(1n);
  const den = a.den?.sql === b.den?.sql ? a.den : whole.either(test, a.den ?? one, b.den ?? one, nullable);
  return { kind: 'exact', num, scale, den };
}

export const absolute = (a: Exact, bind: Let): Exact => ({ ...a, num: whole.absolute(whole.named(a.num, bind)) });

const divisorAt = (a: Exact, digits: number): { num: Whole; den: Whole } => {
  const one = whole.constant(1n);
  const more = digits - a.scale;
  if (more >= 0) return { num: whole.shift(a.num, more), den: a.den ?? one };
  return { num: a.num, den: whole.shift(a.den ?? one, -more) };
};

/** Half away from zero, at exactly `digits` decimals. */
export function round(a: Exact, digits: number, bind: Let): Exact {
  const { num, den } = divisorAt(a, digits);
  return { kind: 'exact', num: whole.divideHalfUp(num, den, bind), scale: digits };
}

export function floor(a: Exact, bind: Let): Exact {
  const { num, den } = divisorAt(a, 0);
  return { kind: 'exact', num: whole.divideDown(num, den, bind), scale: 0 };
}

/** The nearest double, by the same arithmetic as the exact engine. */
export function toDouble(a: Numeric): Double {
  if (a.kind === 'double') return a;
  const nullable = isNullable(a);
  const small = whole.magnitude(a.num) <= SAFE;
  if (!a.den && small && a.scale <= 22) {
    return { kind: 'double', sql: `(CAST(${a.num.sql} AS DOUBLE) / CAST('1e${a.scale}' AS DOUBLE))`, nullable };
  }
  const den = whole.shift(a.den ?? whole.constant(1n), a.scale);
  if (small && den.hi <= SAFE)
    return { kind: 'double', sql: `(CAST(${a.num.sql} AS DOUBLE) / CAST(${den.sql} AS DOUBLE))`, nullable };
  return { kind: 'double', sql: `qh_ratio(${whole.as(a.num, true)}, ${whole.as(den, true)})`, nullable };
}

export const isNullable = (e: Expression): boolean =>
  e.kind === 'exact' ? e.num.nullable || (e.den?.nullable ?? false) : e.nullable;

export const named = whole.named;

/** min and max know more of their bounds than a choice does. */
export function tighten(name: 'min' | 'max', chosen: Exact, a: Exact, b: Exact): Exact {
  if (a.den || b.den) return chosen;
  const [x, y] = [whole.shift(a.num, chosen.scale - a.scale), whole.shift(b.num, chosen.scale - b.scale)];
  const pick = name === 'min' ? whole.least : whole.greatest;
  return { ...chosen, num: { ...chosen.num, lo: pick([x.lo, y.lo]), hi: pick([x.hi, y.hi]) } };
}
