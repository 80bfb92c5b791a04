/**
 * Whole numbers in SQL with proven bounds. A decimal is a whole number of its smallest unit, so that sums, products and
 * roundings are integer arithmetic: exact, and the same on any number of threads.
 */
import { TooWide } from './not-columnar';

export interface Whole {
  sql: string;
  lo: bigint;
  hi: bigint;
  /** The SQL type is HUGEINT, not BIGINT. */
  wide: boolean;
  /** NULL where a fault or an absent input stands. */
  nullable: boolean;
}

const INT64 = (1n << 63n) - 1n;
/** Results must fit DECIMAL(38); a HUGEINT holds slightly more. */
const MOST = 10n ** 38n - 1n;

export const magnitude = (w: Pick<Whole, 'lo' | 'hi'>): bigint => (-w.lo > w.hi ? -w.lo : w.hi);
export const fitsInt64 = (lo: bigint, hi: bigint): boolean => lo >= -INT64 && hi <= INT64;

export function constant(value: bigint): Whole {
  const wide = !fitsInt64(value, value);
  check(value, value);
  return { sql: `CAST(${value} AS ${wide ? 'HUGEINT' : 'BIGINT'})`, lo: value, hi: value, wide, nullable: false };
}

export const valueOf = (w: Whole): bigint | undefined => (w.lo === w.hi && !w.nullable ? w.lo : undefined);

function check(lo: bigint, hi: bigint): void {
  if (lo < -MOST || hi > MOST) throw new TooWide('more than 38 digits');
}

export const as = (w: Whole, wide: boolean): string =>
  w.wide === wide ? w.sql : `CAST(${w.sql} AS ${wide ? 'HUGEINT' : 'BIGINT'})`;

function binary(op: string, a: Whole, b: Whole, lo: bigint, hi: bigint): Whole {
  check(lo, hi);
  if (lo === hi && !a.nullable && !b.nullable) return constant(lo);
  const wide = a.wide || b.wide || !fitsInt64(lo, hi);
  return { sql: `(${as(a, wide)} ${op} ${as(b, wide)})`, lo, hi, wide, nullable: a.nullable || b.nullable };
}

export const add = (a: Whole, b: Whole): Whole =>
  valueOf(b) === 0n ? a : valueOf(a) === 0n ? b : binary('+', a, b, a.lo + b.lo, a.hi + b.hi);
export const subtract = (a: Whole, b: Whole): Whole =>
  valueOf(b) === 0n ? a : binary('-', a, b, a.lo - b.hi, a.hi - b.lo);

export function multiply(a: Whole, b: Whole): Whole {
  if (valueOf(a) === 1n) return b;
  if (valueOf(b) === 1n) return a;
  const corners = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  return binary('*', a, b, least(corners), greatest(corners));
}

export const negate = (a: Whole): Whole => {
  const value = valueOf(a);
  return value !== undefined ? constant(-value) : { ...a, sql: `(- ${a.sql})`, lo: -a.hi, hi: -a.lo };
};

export function absolute(a: Whole): Whole {
  if (a.lo >= 0n) return a;
  if (a.hi <= 0n) return negate(a);
  return { ...a, sql: `abs(${a.sql})`, lo: 0n, hi: magnitude(a) };
}

/** 10^digits as a factor. */
export const shift = (a: Whole, digits: number): Whole =>
  digits === 0 ? a : multiply(a, constant(10n ** BigInt(digits)));

export type Let = (sql: string) => string;

/** A sub-expression used more than once gets a name. */
export const named = (a: Whole, bind: Let): Whole => (valueOf(a) !== undefined ? a : { ...a, sql: bind(a.sql) });

/** Quotient rounded half away from zero; `d` > 0. */
export function divideHalfUp(n: Whole, d: Whole, bind: Let): Whole {
  if (valueOf(d) === 1n) return n;
  const num = named(n, bind);
  const den = named(d, bind);
  const half =
    valueOf(den) !== undefined
      ? constant(valueOf(den)! / 2n)
      : { ...den, sql: `(${den.sql} // 2)`, lo: 0n, hi: den.hi / 2n };
  const up = num.lo >= 0n ? add(num, half) : num.hi <= 0n ? subtract(num, half) : undefined;
  const shifted = up ?? either(`${num.sql} < 0`, subtract(num, half), add(num, half));
  const smallest = den.lo > 0n ? den.lo : 1n;
  return quotient(shifted, den, num.lo < 0n ? shifted.lo / smallest : 0n, num.hi > 0n ? shifted.hi / smallest : 0n);
}

/** Quotient rounded down; `d` > 0. */
export function divideDown(n: Whole, d: Whole, bind: Let): Whole {
  if (valueOf(d) === 1n) return n;
  const num = named(n, bind);
  const den = named(d, bind);
  const smallest = den.lo > 0n ? den.lo : 1n;
  if (num.lo >= 0n) return quotient(num, den, 0n, num.hi / smallest);
  const wide = num.wide || den.wide;
  const [x, y] = [as(num, wide), as(den, wide)];
  const nullable = num.nullable || den.nullable;
  const lo = num.lo / smallest - 1n;
  const hi = num.hi > 0n ? num.hi / smallest : 0n;
  return narrow({
    sql: `(${x} // ${y} - CASE WHEN ${x} < 0 AND ${x} % ${y} <> 0 THEN 1 ELSE 0 END)`,
    lo,
    hi,
    wide,
    nullable,
  });
}

function quotient(a: Whole, b: Whole, lo: bigint, hi: bigint): Whole {
  const wide = a.wide || b.wide;
  return narrow({ sql: `(${as(a, wide)} // ${as(b, wide)})`, lo, hi, wide, nullable: a.nullable || b.nullable });
}

/** Back to 64 bits where the bounds allow it: twice as fast. */
export const narrow = (a: Whole): Whole =>
  a.wide && fitsInt64(a.lo, a.hi) ? { ...a, sql: as(a, false), wide: false } : a;

/** One of two by a condition that is never NULL unless a side is. */
export function either(condition: string, a: Whole, b: Whole, nullable = a.nullable || b.nullable): Whole {
  const wide = a.wide || b.wide;
  const sql = nullable
    ? `CASE WHEN ${condition} THEN ${as(a, wide)} WHEN NOT (${condition}) THEN ${as(b, wide)} END`
    : `CASE WHEN ${condition} THEN ${as(a, wide)} ELSE ${as(b, wide)} END`;
  return { sql, lo: least([a.lo, b.lo]), hi: greatest([a.hi, b.hi]), wide, nullable };
}

export const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a));
export const greatest = (values: readonly bigint[]): bigint => values.reduce((a, b) => (b > a ? b : a));
