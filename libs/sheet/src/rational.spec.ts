import fc from 'fast-check';
import { Rational } from './rational';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }))
  .map(([n, d]) => Rational.ratio(n, 10n ** BigInt(d)));

describe('exact fractions', () => {
  it.each([
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['1.2349', 2, '1.23'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['0', 2, '0.00'],
  ])('rounds %s to %i decimals as %s', (value, digits, expected) => {
    expect(Rational.parse(value).toFixed(digits)).toBe(expected);
  });

  it('writes endless fractions to 20 significant digits', () => {
    expect(Rational.of(1).div(Rational.of(3)).toDecimalString()).toBe('0.33333333333333333333');
    expect(Rational.of(2000).div(Rational.of(3)).toDecimalString()).toBe('666.66666666666666667');
  });

  it('floors towards minus infinity', () => {
    expect(Rational.parse('-1.5').floor()).toBe(-2n);
    expect(Rational.parse('1.5').floor()).toBe(1n);
    expect(Rational.parse('-1.5').ceil()).toBe(-1n);
  });

  it('reads what it writes', () => {
    fc.assert(fc.property(decimal, (x) => Rational.parse(x.toDecimalString()).equals(x)));
  });

  it('is a field', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(a.add(b).sub(b).equals(a)).toBe(true);
        expect(a.mul(b.add(c)).equals(a.mul(b).add(a.mul(c)))).toBe(true);
        if (!b.isZero()) expect(a.div(b).mul(b).equals(a)).toBe(true);
      }),
    );
  });
});
