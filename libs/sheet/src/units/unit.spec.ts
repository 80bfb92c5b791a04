import fc from 'fast-check';
import { Rational } from '../rational';
import { ATOMS } from './atoms';
import { conversionFactor, divide, knownUnit, multiply, parseUnit, power, sameUnit, UnitError } from './unit';

describe('units', () => {
  it.each([
    ['t', 'kg', '1000'],
    ['亩', 'hm²', '1/15'],
    ['hm²', '亩', '15'],
    ['kWh', 'MJ', '3.6'],
    ['tce', 'GJ', '29.3076'],
    ['万元', '元', '10000'],
    ['mm·km²', 'm³', '1000'],
    ['kgCO2e/kWh', 't CO2e/MWh', '1'],
    ['t/(hm²·a)', 'kg/(m²·a)', '0.1'],
  ])('%s is %s × %s', (from, to, factor) => {
    const [num, den = '1'] = factor.split('/');
    expect(conversionFactor(parseUnit(from), parseUnit(to))).toEqual(Rational.parse(num!).div(Rational.parse(den)));
  });

  it('keeps substances apart', () => {
    expect(conversionFactor(parseUnit('t CO2e'), parseUnit('t'))).toBeUndefined();
    expect(conversionFactor(parseUnit('kg CH4'), parseUnit('kg CO2e'))).toBeUndefined();
    expect(conversionFactor(parseUnit('元'), parseUnit('t'))).toBeUndefined();
  });

  it('lets a space join what belongs together', () => {
    const gwp = parseUnit('kg CO2e/kg CF4');
    expect(sameUnit(multiply(parseUnit('kg CF4'), gwp), parseUnit('kg CO2e'))).toBe(true);
  });

  it.each(['kWhh', 'kg CO2e/', '', '(t', '__proto__', "t'; DROP TABLE x", 'constructor'])(
    'does not know %j',
    (text) => {
      expect(knownUnit(text)).toBe(false);
      expect(() => parseUnit(text)).toThrow(UnitError);
    },
  );

  const atom = fc.constantFrom(...Object.keys(ATOMS)).map(parseUnit);
  it('is an algebra: multiplying and dividing undo each other', () => {
    fc.assert(
      fc.property(atom, atom, fc.integer({ min: -4, max: 4 }), (a, b, n) => {
        expect(sameUnit(divide(multiply(a, b), b), a)).toBe(true);
        expect(sameUnit(multiply(a, b), multiply(b, a))).toBe(true);
        expect(sameUnit(multiply(power(a, n), power(a, -n)), parseUnit('1'))).toBe(true);
      }),
    );
  });
});
