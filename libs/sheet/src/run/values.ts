/** Values while a run is under way, and how they are written in a result. */
import type { Cell, NumberKind } from '../model';
import { Rational } from '../rational';

export type Value = Rational | number | string | boolean;

/** A row while it is calculated: inputs as read, computed columns as they become known. */
export interface LiveRow {
  key: string;
  /** Row of the parent table, and of each table that groups this one, by table name. */
  above: Map<string, LiveRow>;
  /** Rows below, by table name. */
  below: Map<string, LiveRow[]>;
  cells: Map<string, Value>;
  /** Columns whose evaluation failed: what rests on them is skipped, not reported again. */
  failed: Set<string>;
}

export const newRow = (key: string): LiveRow => ({
  key,
  above: new Map(),
  below: new Map(),
  cells: new Map(),
  failed: new Set(),
});

export const asNumber = (value: Rational | number): number => (typeof value === 'number' ? value : value.toNumber());
export const asRational = (value: Rational | number): Rational =>
  typeof value === 'number' ? Rational.fromNumber(value) : value;

/** The printed form: exactly `decimals` digits, an exact fraction to 20 digits, a double in its shortest form. */
export function written(value: Value | undefined, kind?: NumberKind, decimals?: number): Cell {
  if (value instanceof Rational) return kind === 'decimal' ? value.toFixed(decimals ?? 0) : value.toDecimalString();
  if (typeof value === 'number') return plain(value);
  return value ?? null;
}

/** A double without exponent, so that every consumer of decimal strings can read it. */
function plain(value: number): string {
  const short = String(value);
  return short.includes('e') ? Rational.fromNumber(value).toDecimalString() : short;
}
