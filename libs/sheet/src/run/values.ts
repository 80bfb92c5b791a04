/** Values while a run is under way, and how they are written in a result. */
import type { Cell, NumberKind } from '../model';
import { Rational } from '../rational';

/** Exact numbers as fractions, `double` columns as numbers, text, dates (ISO) and booleans as they are. */
export type Value = Rational | number | string | boolean;
export type Numeric = Rational | number;

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Rounded to the nearest double. Division of two integers that doubles hold exactly is rounded once, by the processor. */
export function asNumber(value: Numeric): number {
  if (typeof value === 'number') return value;
  const { num, den } = value;
  return den <= SAFE && num <= SAFE && num >= -SAFE ? Number(num) / Number(den) : value.toNumber();
}

export const asRational = (value: Numeric): Rational =>
  typeof value === 'number' ? Rational.fromNumber(value) : value;

/** The printed form: exactly `decimals` digits, an exact fraction to 20 digits, a double in its shortest form. */
export function written(value: Value | undefined, kind?: NumberKind, decimals?: number): Cell {
  if (value instanceof Rational) return kind === 'decimal' ? value.toFixed(decimals ?? 0) : value.toDecimalString();
  if (typeof value === 'number') return plain(value);
  return value ?? null;
}

/** A double without exponent, so that every consumer of decimal strings can read it. */
function plain(value: number): string {
  if (value === 0) return '0'; // not "-0"
  const short = String(value);
  return short.includes('e') ? Rational.fromNumber(value).toDecimalString() : short;
}
