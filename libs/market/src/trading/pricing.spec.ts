import fc from 'fast-check';
import { readMarketRules } from './market-rules';
import { amountOf, bandOf, closeOf, feeOf } from './pricing';

it('counts whole fen', () => {
  expect(amountOf(7_999n, 7n, 0)).toBe(55_993n);
  expect(amountOf(333n, 1_500n, 3)).toBe(500n); // 3.33 yuan × 1.5 = 4.995
  expect(feeOf(3_200_000n, '0.0007')).toBe(2_240n);
  expect(feeOf(3_200_000n, '0')).toBe(0n);
  expect(bandOf(9_741n, '0.10')).toEqual({ low: 8_767n, high: 10_715n }); // 87.669 … 107.151
});

it('keeps every price of the band within it, and the next fen outside', () => {
  const cases = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.integer({ min: 1, max: 99 }));
  fc.assert(
    fc.property(cases, ([close, percent]) => {
      const { low, high } = bandOf(close, `0.${String(percent).padStart(2, '0')}`);
      const p = BigInt(percent);
      expect(low * 100n >= close * (100n - p) && (low - 1n) * 100n < close * (100n - p)).toBe(true);
      expect(high * 100n <= close * (100n + p) && (high + 1n) * 100n > close * (100n + p)).toBe(true);
    }),
  );
});

it('closes between the lowest and the highest price', () => {
  const deals = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 6n })), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(deals, (made) => {
      const amount = made.reduce((sum, [price, quantity]) => sum + amountOf(price, quantity, 0), 0n);
      const quantity = made.reduce((sum, [, q]) => sum + q, 0n);
      const prices = made.map(([price]) => price).sort((a, b) => (a < b ? -1 : 1));
      const close = closeOf(amount, quantity, 0);
      expect(close >= prices[0]! && close <= prices.at(-1)!).toBe(true);
    }),
  );
});

it('does not start with rules that cannot be read', () => {
  const rule = {
    kind: 'x',
    mode: 'listed',
    from: '2021-07-16',
    least: '1',
    fee: '0',
    source: 's',
    confidence: 'official',
  } as const;
  expect(readMarketRules([rule])).toHaveLength(1);
  expect(() => readMarketRules([{ ...rule, fee: 'much' }])).toThrow('entry 1 (x listed)');
});
