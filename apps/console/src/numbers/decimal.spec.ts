import * as fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  decimalsOf,
  groupDecimal,
  isDecimal,
  normaliseNumber,
  percentOf,
  readable,
  roundDecimal,
} from './decimal';

describe('decimal texts', () => {
  it.each([
    ['13492', '13,492'],
    ['-1234567.8900', '\u22121,234,567.8900'],
    ['0.6205', '0.6205'],
    ['12345678901234567890.123456789', '12,345,678,901,234,567,890.123456789'],
    ['1.5e-7', '0.00000015'],
    ['1e21', '1,000,000,000,000,000,000,000'],
    ['abc', 'abc'],
    ['', ''],
  ])('groups %s as %s', (text, expected) => expect(groupDecimal(text)).toBe(expected));

  it.each([
    ['１２，３４５．６', '12345.6'],
    ['1,234,567.5', '1234567.5'],
    [' 12 345 ', '12345'],
    ['1,2', '1,2'],
    ['3。5', '3.5'],
    ['－5', '-5'],
  ])('reads %s as typed on any keyboard', (text, expected) => expect(normaliseNumber(text)).toBe(expected));

  it.each([
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.35'],
    ['2.3', 3, '2.300'],
    ['0.5', 0, '1'],
    ['11851.26275', 4, '11851.2628'],
  ])('rounds %s to %d places as %s', (text, places, expected) => expect(roundDecimal(text, places)).toBe(expected));

  it('compares, adds and counts decimals beyond binary floating point', () => {
    expect(compareDecimals('0.30000000000000001', '0.3')).toBe(1);
    expect(compareDecimals('1e3', '1000')).toBe(0);
    expect(compareDecimals('x', '1')).toBeUndefined();
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(decimalsOf('1.2500')).toBe(2);
    expect(decimalsOf('5e-8')).toBe(8);
    expect(isDecimal('1.2.3')).toBe(false);
  });

  it('shortens for reading and gives shares', () => {
    expect(readable('1470.8320000000001')).toBe('1,470.832');
    expect(readable('123456789.123')).toBe('123,456,789');
    expect(percentOf('1470.832', '11851.2628')).toBe('12.4');
    expect(percentOf('1', '0')).toBeUndefined();
  });

  it('agrees with integers of any size', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
        expect(addDecimals(String(a), String(b))).toBe(String(a + b));
        expect(compareDecimals(String(a), String(b))).toBe(a === b ? 0 : a < b ? -1 : 1);
        expect(groupDecimal(String(a)).replace(/,/g, '').replace('\u2212', '-')).toBe(String(a));
      }),
    );
  });
});
