import fc from 'fast-check';
import { Rational } from '../rational';
import { ATOMS } from './atoms';
import {
  conversionFactor,
  describeUnit,
  divide,
  knownUnit,
  multiply,
  parseUnit,
  power,
  PURE,
  sameDimension,
  sameUnit,
  UnitError,
} from './unit';

const atom = fc.constantFrom(...Object.keys(ATOMS));
const unit = fc
  .array(fc.tuple(atom, fc.integer({ min: -3, max: 3 })), { minLength: 1, maxLength: 4 })
  .map((factors) => factors.reduce((product, [name, p]) => multiply(product, power(parseUnit(name), p)), PURE));

/** Powers that no sheet means are refused; the laws hold for the others. */
const withinLimits = (build: () => unknown): boolean => {
  try {
    build();
    return true;
  } catch (error) {
    if (error instanceof UnitError) return false;
    throw error;
  }
};

describe('unit algebra', () => {
  it('multiplication is a commutative group', () => {
    fc.assert(
      fc.property(unit, unit, unit, (a, b, c) => {
        expect(sameUnit(multiply(a, b), multiply(b, a))).toBe(true);
        expect(sameUnit(multiply(multiply(a, b), c), multiply(a, multiply(b, c)))).toBe(true);
        expect(sameUnit(multiply(a, PURE), a)).toBe(true);
        expect(sameUnit(divide(a, a), PURE)).toBe(true);
        expect(sameUnit(divide(multiply(a, b), b), a)).toBe(true);
      }),
    );
  });

  it('never keeps a power of 0', () => {
    fc.assert(fc.property(unit, unit, (a, b) => [...multiply(a, b).dimensions.values()].every((p) => p !== 0)));
  });

  it('powers add and multiply', () => {
    const small = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(unit, small, small, (a, m, n) => {
        fc.pre(withinLimits(() => [power(power(a, m), n), power(a, m * n), multiply(power(a, m), power(a, n))]));
        expect(sameUnit(multiply(power(a, m), power(a, n)), power(a, m + n))).toBe(true);
        expect(sameUnit(power(power(a, m), n), power(a, m * n))).toBe(true);
      }),
    );
  });

  it('converting there and back changes nothing', () => {
    fc.assert(
      fc.property(unit, fc.constantFrom('7', '1/3', '1000'), (a, factor) => {
        const [num, den = '1'] = factor.split('/');
        const scale = a.scale.mul(Rational.parse(num!).div(Rational.parse(den)));
        const b = { ...a, scale };
        expect(conversionFactor(a, b)!.mul(conversionFactor(b, a)!).equals(Rational.ONE)).toBe(true);
      }),
    );
  });

  it.each(Object.keys(ATOMS))('%s is known and has a positive scale', (name) => {
    expect(knownUnit(name)).toBe(true);
    expect(parseUnit(name).scale.sign()).toBe(1);
  });
});

describe('units as people write them', () => {
  it.each([
    ['1 亩 in m²', '亩', 'm²', '2000/3'],
    ['15 亩 are a hectare', '亩', 'hm²', '1/15'],
    ['a standard tonne of coal', 'tce', 'GJ', '29.3076'],
    ['MWh in GJ', 'MWh', 'GJ', '3.6'],
    ['万元 in 分', '万元', '分', '1000000'],
    ['元/亩 in 元/hm²', '元/亩', '元/hm²', '15'],
    ['万Nm³ in Nm³', '万Nm³', 'Nm³', '10000'],
    ['glued substances', 'kgCO2e/kWh', 't CO2e/MWh', '1'],
    ['a month', '月', '年', '1/12'],
    ['tkm', 'tkm', 't·km', '1'],
    ['pkm', 'pkm', '人·km', '1'],
    ['brackets', 't/(hm²·a)', 'kg/m²/a', '0.1'],
    ['carets and superscripts', 'm^2', 'm²', '1'],
    ['negative powers', 'kg·m^-2', 'kg/m²', '1'],
    ['percent', '%', '1', '0.01'],
    ['a power is energy by time', 'kW·h', 'kWh', '1'],
  ])('%s', (_title, from, to, factor) => {
    const [num, den = '1'] = factor.split('/');
    const expected = Rational.parse(num!).div(Rational.parse(den));
    expect(conversionFactor(parseUnit(from), parseUnit(to))?.toString()).toBe(expected.toString());
  });

  it.each([
    ['t CO2e', 't'],
    ['t CO2', 't CO2e'],
    ['Nm³', 'm³'],
    ['a', 'd'],
    ['元', 't'],
    ['头', '羊单位'],
    ['人', '户'],
  ])('%s is not %s', (a, b) => {
    expect(sameDimension(parseUnit(a), parseUnit(b))).toBe(false);
    expect(conversionFactor(parseUnit(a), parseUnit(b))).toBeUndefined();
  });

  it('a unit named by a column is a dimension of its own', () => {
    const amount = parseUnit('[unit]');
    expect(sameUnit(multiply(amount, parseUnit('kg CO2e/[unit]')), parseUnit('kg CO2e'))).toBe(true);
    expect(sameDimension(amount, parseUnit('[other]'))).toBe(false);
    expect(knownUnit('[unit]')).toBe(false);
  });

  it.each([
    '',
    ' ',
    'kg/',
    '/kg',
    '(kg',
    'kg)',
    'kg^',
    'kg^^2',
    'bushel',
    '[]',
    '[1x]',
    '[a b]',
    "'; DROP TABLE filings --",
    '__proto__',
    'constructor',
    'toString',
    '²',
    'kg'.repeat(100),
  ])('%j is not a unit', (written) => {
    expect(knownUnit(written)).toBe(false);
    expect(() => parseUnit(written)).toThrow(UnitError);
  });

  it('stacked powers are refused before they fill the memory', () => {
    expect(() => parseUnit('((((((t^9)^9)^9)^9)^9)^9)^9')).toThrow(UnitError);
    expect(() => parseUnit('((((%^9)^9)^9)^9)^9')).toThrow(UnitError);
    expect(() => power(parseUnit('亿亩'), 99)).toThrow(UnitError);
  });

  it('never throws anything but a UnitError', () => {
    const piece = fc.constantFrom('kg', '/', '·', '(', ')', '^', '2', '-', ' ', '[u]', '²', '元', 'CO2e', '*', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        try {
          parseUnit(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(UnitError);
        }
      }),
    );
  });

  it('describes in base units', () => {
    expect(describeUnit(PURE)).toBe('1');
    expect(describeUnit(parseUnit('元'))).toBe('元');
  });
});
