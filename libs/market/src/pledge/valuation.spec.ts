import { less, limitOf, valueOf, yuan } from './valuation';

it('values to the fen, downwards, at any scale', () => {
  expect(yuan(valueOf('72.5', 1000n, 0))).toBe('72500.00');
  expect(yuan(valueOf('0.000009', 1n, 0))).toBe('0.00');
  // 1.250 t of a right at 333.333333 yuan a tonne: 416.66666625.
  expect(yuan(valueOf('333.333333', 1250n, 3))).toBe('416.66');
  expect(yuan(valueOf('999999999999', 999_999_999_999n, 0))).toBe('999999999998000000000001.00');
});

it('lends on what is left after the haircut, downwards', () => {
  expect(limitOf(7_250_000n, '0.3')).toBe(5_075_000n);
  expect(limitOf(1n, '0.3')).toBe(0n);
  expect(limitOf(100n, '0')).toBe(100n);
  expect([less('0.3', '0.30'), less('0.2999', '0.3')]).toEqual([false, true]);
});
