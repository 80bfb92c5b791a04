import * as fc from 'fast-check';
import { type Choice, compareIndicator, FACTORS, onlyOne, PARTS, totals } from './decompose';

const fen = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
const money = fc.bigInt(-(10n ** 14n), 10n ** 14n);
const print = (units: bigint): string => {
  const text = (units < 0n ? -units : units).toString().padStart(3, '0');
  return `${units < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
};

it('splits the whole difference to the last fen, whatever the sixteen values', () =>
  fc.assert(
    fc.asyncProperty(fc.array(money, { minLength: 16, maxLength: 16 }), async (values) => {
      const at = (choice: Choice): number => FACTORS.reduce((mask, f, i) => mask | (choice[f] === 'b' ? 1 << i : 0), 0);
      const row = await compareIndicator('x', (choice) => Promise.resolve(print(values[at(choice)]!)));
      expect(PARTS.reduce((sum, part) => sum + fen(row.parts[part]), 0n)).toBe(values[15]! - values[0]!);
    }),
  ));

it('gives a factor that changes nothing no part, and equal factors equal parts', () =>
  fc.assert(
    fc.asyncProperty(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 6n), async (size, step) => {
      const value = ({ parameter, price }: Choice): bigint =>
        12n * (size + (parameter === 'b' ? step : 0n) + (price === 'b' ? step : 0n));
      const { parts } = await compareIndicator('x', (choice) => Promise.resolve(print(value(choice))));
      expect([parts.formula, parts.data]).toEqual(['0.00', '0.00']);
      expect(parts.parameter).toBe(parts.price);
      expect(fen(parts.price)).toBe(12n * step);
    }),
  ));

it('shares a product of price and quantity evenly between the two orders', async () => {
  // 100 × 10 → 150 × 12: quantity 50 × (10 + 12)/2 = 550, price 2 × (100 + 150)/2 = 250.
  const value = ({ data, price }: Choice): string =>
    print(100n * (data === 'b' ? 150n : 100n) * (price === 'b' ? 12n : 10n));
  const { parts } = await compareIndicator('x', (choice) => Promise.resolve(value(choice)));
  expect([parts.data, parts.price]).toEqual(['550.00', '250.00']);
});

it('adds indicators that one account alone has to the whole', async () => {
  const both = await compareIndicator('both', ({ price }) => Promise.resolve(price === 'b' ? '8.00' : '5.50'));
  const all = totals([both, onlyOne('gone', { a: '3.25' }), onlyOne('new', { b: '10.00' })]);
  expect(all).toMatchObject({ a: '8.75', b: '18.00', difference: '9.25', parts: { indicator: '6.75', price: '2.50' } });
});
