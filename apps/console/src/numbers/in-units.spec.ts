import fc from 'fast-check';
import { parseDecimal, shiftDecimal } from './decimal';
import { inUnits } from './in-units';

const auto = { money: 'auto', area: 'auto' } as const;

it.each([
  ['4575000000.00', '元', { ...auto, money: 'yi' }, '45.7500000000', '亿元'],
  ['4575000000.00', '元', { ...auto, money: 'wan' }, '457500.000000', '万元'],
  ['12.5', '亿元', { ...auto, money: 'yuan' }, '1250000000', '元'],
  ['3', '万元', { ...auto, money: 'wan' }, '3', '万元'],
  ['30', '亩', { ...auto, area: 'ha' }, '2.0000', 'hm²'],
  ['12.40', 'hm²', { ...auto, area: 'mu' }, '186', '亩'],
  ['-0.5', 'hm²', { ...auto, area: 'mu' }, '-7.5', '亩'],
  ['100', 'hm²', { ...auto, area: 'mu' }, '1500', '亩'],
  ['30', '亩', auto, '30', '亩'],
  ['1.5', 't CO2e', { money: 'yi', area: 'mu' }, '1.5', 't CO2e'],
  ['1.5', '元/亩', { money: 'yi', area: 'ha' }, '1.5', '元/亩'],
  ['x', '元', { ...auto, money: 'yi' }, 'x', '亿元'],
] as const)('writes %s %s as %o asks', (value, unit, units, expected, expectedUnit) => {
  expect(inUnits(value, unit, units)).toEqual({ value: expected, unit: expectedUnit });
});

it('loses nothing of a sum of money, whichever way it is written', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.nat(4), fc.constantFrom(4, 8), (digits, scale, places) => {
      const value = shiftDecimal(String(digits), -scale);
      const there = shiftDecimal(shiftDecimal(value, -places), places);
      expect(parseDecimal(`${there}e${scale}`)?.digits).toBe(digits < 0n ? -digits : digits);
    }),
  );
});
