/** Numbers of a formula: exact fractions as long as they stay handy, binary floats where the checker found one. */
import { text } from '../fault';
import type { Fault, Text } from '../model';
import { Rational } from '../rational';
import { asNumber, type Numeric, type Value } from '../run/values';

/** Ends the evaluation of a cell with a fault of its own. */
export class CellFault extends Error {
  constructor(
    readonly code: string,
    readonly text: Text,
    readonly whole?: Fault,
  ) {
    super(code);
  }
}

/** Ends the evaluation of a cell that rests on one already at fault. Not an Error: thousands are thrown, none is shown. */
export class Skipped {}

/** A fraction grew beyond measure: refused where it must be exact, computed in floating point where it need not be. */
export class TooFine extends CellFault {
  constructor() {
    super('FRACTION_TOO_FINE', text('中间分数位数过多', 'an intermediate fraction has too many digits'));
  }
}

/** Some 1200 digits. A sum of thousands of unlike fractions would otherwise take hours. */
const LIMIT = 1n << 4096n;

function handy(value: Rational): Rational {
  if (value.den > LIMIT || value.num > LIMIT || value.num < -LIMIT) throw new TooFine();
  return value;
}

export function sum(values: Numeric[], double: boolean): Numeric {
  if (double) return finite(values.reduce<number>((total, v) => total + asNumber(v), 0));
  return (values as Rational[]).reduce((total, v) => handy(total.add(v)), Rational.ZERO);
}

export function arithmetic(
  a: Numeric,
  b: Numeric,
  exact: (x: Rational, y: Rational) => Rational,
  double: (x: number, y: number) => number,
): Numeric {
  if (a instanceof Rational && b instanceof Rational) return handy(exact(a, b));
  return finite(double(asNumber(a), asNumber(b)));
}

export function compare(a: Value, b: Value): number {
  if (a instanceof Rational && b instanceof Rational) return a.cmp(b);
  const [x, y] = [a, b].map((v) => (v instanceof Rational ? asNumber(v) : v)) as [number, number];
  return x < y ? -1 : x > y ? 1 : 0;
}

export const negate = (value: Numeric): Numeric => (value instanceof Rational ? value.neg() : -value);
export const isZero = (value: Numeric): boolean => (value instanceof Rational ? value.isZero() : value === 0);
export const divisionByZero = (): CellFault => new CellFault('DIVISION_BY_ZERO', text('除数为零', 'division by zero'));

export function finite(value: number): number {
  if (!Number.isFinite(value))
    throw new CellFault('NOT_FINITE', text('结果不是有限数', 'the result is not a finite number'));
  return value === 0 ? 0 : value;
}
