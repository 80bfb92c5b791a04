/** How numbers leave the engine: always as text. */
import type { NumberKind } from '../model';
import { Rational } from '../rational';

/** A decimal with exactly its decimals, an exact fraction to 20 digits, a double in its shortest form. */
export function writeNumber(value: Rational | number, kind: NumberKind, decimals?: number): string {
  if (kind === 'decimal') return toRational(value).toFixed(decimals ?? 0);
  if (typeof value === 'number') return writeDouble(value);
  return kind === 'exact' ? value.toDecimalString(20) : writeDouble(value.toNumber());
}

/** Without exponent as long as a reader can take it in. */
export function writeDouble(value: number): string {
  if (value === 0) return '0';
  const text = String(value);
  if (!text.includes('e')) return text;
  return Math.abs(Math.log10(Math.abs(value))) < 30 ? Rational.fromNumber(value).toDecimalString() : text;
}

export const toRational = (value: Rational | number): Rational =>
  typeof value === 'number' ? Rational.fromNumber(value) : value;
