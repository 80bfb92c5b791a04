/** Unit algebra: a unit is a product of base dimensions with an exact scale. */
import { Rational } from '../rational';
import { ATOMS } from './atoms';

export interface Unit {
  /** Base dimension (or `[column]` for a unit that stands in the row) → power; never 0. */
  readonly dimensions: ReadonlyMap<string, number>;
  readonly scale: Rational;
}

export class UnitError extends Error {
  constructor(readonly piece: string) {
    super(`unknown unit: ${piece}`);
  }
}

export const PURE: Unit = { dimensions: new Map(), scale: Rational.ONE };

const cache = new Map<string, Unit>();

/**
 * Reads a unit as people write it: `kg CO2e/kWh`, `元/亩`, `t/(hm²·a)`, `kgCO2e`. A space joins what belongs together, `·` and
 * `*` multiply, `/` divides by what follows, `^2`, `²`, `³` raise. `[unit]` is the unit that a column of the row names.
 * Throws UnitError naming the piece that is not known.
 */
export function parseUnit(text: string): Unit {
  const known = cache.get(text);
  if (known) return known;
  if (text.length > 120) throw new UnitError(text.slice(0, 40));
  const unit = new UnitReader(text).whole();
  cache.set(text, unit);
  return unit;
}

export function knownUnit(text: string): boolean {
  try {
    parseUnit(text);
    return !text.includes('[');
  } catch {
    return false;
  }
}

const SUPERSCRIPT: Record<string, number> = { '²': 2, '³': 3 };

class UnitReader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): Unit {
    const unit = this.product();
    if (this.at < this.text.length) throw new UnitError(this.text.slice(this.at));
    return unit;
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found) this.at += found.length;
    return found !== undefined && found.length > 0;
  }

  private product(): Unit {
    this.skip(/\s+/y);
    let unit = this.group();
    while (this.at < this.text.length && this.text[this.at] !== ')') {
      if (this.skip(/\s*\/\s*/y)) unit = divide(unit, this.group());
      else if (this.skip(/\s*[·*]\s*/y)) unit = multiply(unit, this.group());
      else if (!this.skip(/\s+/y)) throw new UnitError(this.text.slice(this.at));
    }
    return unit;
  }

  /** Factors joined by a space belong together: in `kg CO2e/kg CF4` the whole of `kg CF4` divides. */
  private group(): Unit {
    let unit = this.factor();
    while (this.skip(/\s+(?=[^\s/·*)])/y)) unit = multiply(unit, this.factor());
    return unit;
  }

  private factor(): Unit {
    if (this.skip(/\(/y)) {
      const inner = this.product();
      if (!this.skip(/\)/y)) throw new UnitError(this.text);
      return this.raised(inner);
    }
    const column = /\[([a-z][a-z0-9_]{0,62})\]/iy;
    column.lastIndex = this.at;
    const named = column.exec(this.text);
    if (named) {
      this.at += named[0].length;
      return this.raised({ dimensions: new Map([[named[0], 1]]), scale: Rational.ONE });
    }
    const word = /[^\s/·*()^[\]]+/y;
    word.lastIndex = this.at;
    const name = word.exec(this.text)?.[0];
    if (!name) throw new UnitError(this.text.slice(this.at) || this.text);
    this.at += name.length;
    return this.raised(atom(name));
  }

  private raised(unit: Unit): Unit {
    const match = /\^(-?\d)/y;
    match.lastIndex = this.at;
    const found = match.exec(this.text);
    if (!found) return unit;
    this.at += found[0].length;
    return power(unit, Number(found[1]));
  }
}

function atom(name: string): Unit {
  const found = Object.hasOwn(ATOMS, name) ? ATOMS[name] : undefined;
  if (found) {
    const [num, den = '1'] = found[0].split('/');
    return { dimensions: new Map(Object.entries(found[1])), scale: Rational.parse(num!).div(Rational.parse(den)) };
  }
  const last = SUPERSCRIPT[name.at(-1)!];
  if (last && name.length > 1) return power(atom(name.slice(0, -1)), last);
  // "kgCO2e" is how many write kg CO2e.
  const glued = /^(kg|g|t|mg)((?:CO2e|CO2|CH4|N2O|CF4|C2F6|ce|C|N))$/.exec(name);
  if (glued && glued[2] !== 'ce') return multiply(atom(glued[1]!), atom(glued[2]!));
  throw new UnitError(name);
}

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const dimensions = new Map(a.dimensions);
  for (const [name, exponent] of b.dimensions) {
    const sum = (dimensions.get(name) ?? 0) + sign * exponent;
    if (sum === 0) dimensions.delete(name);
    else dimensions.set(name, sum);
  }
  return { dimensions, scale: sign === 1 ? a.scale.mul(b.scale) : a.scale.div(b.scale) };
}

export const multiply = (a: Unit, b: Unit): Unit => combine(a, b, 1);
export const divide = (a: Unit, b: Unit): Unit => combine(a, b, -1);

/** No quantity of the field has a power near these; a hostile sheet stacks powers to exhaust memory. */
const MAX_POWER = 99;
const MAX_SCALE_DIGITS = 600;

/** Throws UnitError when the result is out of all proportion. */
export function power(unit: Unit, exponent: number): Unit {
  if (exponent === 0) return PURE;
  const digits = Math.max(unit.scale.num.toString().length, unit.scale.den.toString().length);
  const highest = Math.max(0, ...[...unit.dimensions.values()].map(Math.abs));
  const size = Math.abs(exponent);
  if (highest * size > MAX_POWER || (digits - 1) * size > MAX_SCALE_DIGITS) throw new UnitError(`^${exponent}`);
  const dimensions = new Map([...unit.dimensions].map(([name, p]) => [name, p * exponent]));
  return { dimensions, scale: unit.scale.pow(exponent) };
}

export function sameDimension(a: Unit, b: Unit): boolean {
  if (a.dimensions.size !== b.dimensions.size) return false;
  for (const [name, exponent] of a.dimensions) if (b.dimensions.get(name) !== exponent) return false;
  return true;
}

export const sameUnit = (a: Unit, b: Unit): boolean => sameDimension(a, b) && a.scale.equals(b.scale);

export const isPure = (unit: Unit): boolean => unit.dimensions.size === 0 && unit.scale.equals(Rational.ONE);

/** What a quantity in `from` is multiplied by to be in `to`; undefined when the dimensions differ. */
export function conversionFactor(from: Unit, to: Unit): Rational | undefined {
  return sameDimension(from, to) ? from.scale.div(to.scale) : undefined;
}

/** Writes a unit in base dimensions, for messages about formulas whose unit nobody wrote down. */
export function describeUnit(unit: Unit): string {
  const parts = [...unit.dimensions].sort(([a], [b]) => (a < b ? -1 : 1));
  const written = parts.map(([name, exponent]) =>
    exponent === 1 ? (BASE[name] ?? name) : `${BASE[name] ?? name}^${exponent}`,
  );
  const scale = unit.scale.equals(Rational.ONE) ? '' : `${unit.scale.toDecimalString(6)} `;
  return scale + (written.join('·') || '1');
}

const BASE: Record<string, string> = {
  mass: 'kg',
  energy: 'MJ',
  length: 'm',
  time: 'h',
  money: '元',
  year: 'a',
  'sheep unit': '羊单位',
  person: '人',
  household: '户',
  piece: '件',
  'gas volume': 'Nm³',
};

export const isMoney = (unit: Unit): boolean => unit.dimensions.size === 1 && unit.dimensions.get('money') === 1;
