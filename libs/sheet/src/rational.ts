/** Exact fractions over BigInt: the arithmetic of every decimal in a method sheet. */

const TEN = 10n;

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Quotient rounded half away from zero; `den` > 0. */
export function divideHalfUp(num: bigint, den: bigint): bigint {
  const sign = num < 0n ? -1n : 1n;
  const size = num < 0n ? -num : num;
  return sign * ((2n * size + den) / (2n * den));
}

export class Rational {
  static readonly ZERO = new Rational(0n, 1n);
  static readonly ONE = new Rational(1n, 1n);

  private constructor(
    readonly num: bigint,
    readonly den: bigint,
  ) {}

  /** `num / den` in lowest terms. Throws RangeError when `den` is 0. */
  static ratio(num: bigint, den: bigint): Rational {
    if (den === 0n) throw new RangeError('division by zero');
    if (den === 1n) return new Rational(num, 1n);
    const sign = den < 0n ? -1n : 1n;
    const common = gcd(num, den * sign) * sign;
    return new Rational(num / common, den / common);
  }

  static of(value: number | bigint): Rational {
    return new Rational(BigInt(value), 1n);
  }

  /** Reads "12", "-0.5", "1.2e-3". Throws SyntaxError on anything else. */
  static parse(text: string): Rational {
    const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim());
    if (!match) throw new SyntaxError(`not a decimal: ${text}`);
    const [, sign, whole, fraction = '', exponent = '0'] = match;
    const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`);
    const power = Number(exponent) - fraction.length;
    return power >= 0 ? new Rational(digits * TEN ** BigInt(power), 1n) : Rational.ratio(digits, TEN ** BigInt(-power));
  }

  /** The decimal that the shortest form of a double shows: 0.1 becomes one tenth. */
  static fromNumber(value: number): Rational {
    if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
    return Rational.parse(String(value));
  }

  add(other: Rational): Rational {
    if (this.den === other.den) return Rational.ratio(this.num + other.num, this.den);
    return Rational.ratio(this.num * other.den + other.num * this.den, this.den * other.den);
  }

  sub(other: Rational): Rational {
    return this.add(other.neg());
  }

  mul(other: Rational): Rational {
    return Rational.ratio(this.num * other.num, this.den * other.den);
  }

  div(other: Rational): Rational {
    return Rational.ratio(this.num * other.den, this.den * other.num);
  }

  neg(): Rational {
    return new Rational(-this.num, this.den);
  }

  abs(): Rational {
    return this.num < 0n ? this.neg() : this;
  }

  pow(exponent: number): Rational {
    if (exponent < 0) return Rational.ONE.div(this.pow(-exponent));
    return new Rational(this.num ** BigInt(exponent), this.den ** BigInt(exponent));
  }

  cmp(other: Rational): number {
    const difference = this.num * other.den - other.num * this.den;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Rational): boolean {
    return this.num === other.num && this.den === other.den;
  }

  isZero(): boolean {
    return this.num === 0n;
  }

  isInteger(): boolean {
    return this.den === 1n;
  }

  sign(): number {
    return this.num < 0n ? -1 : this.num > 0n ? 1 : 0;
  }

  floor(): bigint {
    const quotient = this.num / this.den;
    return this.num < 0n && this.num % this.den !== 0n ? quotient - 1n : quotient;
  }

  ceil(): bigint {
    return -this.neg().floor();
  }

  /** Half away from zero at `digits` decimals (the field's half-up, symmetric for negative amounts). */
  roundHalfUp(digits: number): Rational {
    return Rational.ratio(this.scaled(digits), TEN ** BigInt(digits));
  }

  /** The value in units of 10^-digits, rounded half away from zero. */
  scaled(digits: number): bigint {
    return divideHalfUp(this.num * TEN ** BigInt(digits), this.den);
  }

  /** Rounded half-up and written with exactly `digits` decimals. */
  toFixed(digits: number): string {
    const scaled = this.scaled(digits);
    const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
    const sign = scaled < 0n ? '-' : '';
    return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }

  /** Digits after the point when the decimal is finite, otherwise undefined. */
  decimals(): number | undefined {
    let rest = this.den;
    let twos = 0;
    let fives = 0;
    while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
    while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
    return rest === 1n ? Math.max(twos, fives) : undefined;
  }

  /** The exact decimal without trailing zeros; an endless one is cut to `significant` digits (half-up). */
  toDecimalString(significant = 20): string {
    const exact = this.decimals();
    if (exact !== undefined) return this.toFixed(exact);
    const whole = this.abs().floor();
    const lead =
      whole > 0n ? whole.toString().length : 1 - leadingZeros(this.den, this.num < 0n ? -this.num : this.num);
    const text = this.toFixed(Math.max(0, significant - lead));
    return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  }

  toNumber(): number {
    return Number(this.toDecimalString(21));
  }

  toString(): string {
    return this.toDecimalString();
  }
}

/** How many places after the point stay 0 before the first digit of num/den, plus one; num < den. */
function leadingZeros(den: bigint, num: bigint): number {
  let places = 1;
  for (let scaled = num * TEN; scaled < den && places < 400; scaled *= TEN) places++;
  return places;
}
