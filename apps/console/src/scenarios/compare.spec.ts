import fc from 'fast-check';
import { fenOf, gini, levelOf } from './compare';

it('is nought where all get the same, and near one where one gets everything', () => {
  expect(gini(['5.00', '5.00', '5.00'])).toBe('0.0000');
  expect(gini(['0.00', '0.00', '0.00', '8.00'])).toBe('0.7500'); // (n − 1) / n
  expect(gini(['1.00', '3.00'])).toBe('0.2500');
  expect(gini(['0.00'])).toBeUndefined();
});

it('agrees with the mean difference of all pairs, whatever the order', () => {
  const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(amounts, (fen) => {
      const text = (x: bigint) => `${x / 100n}.${String(x % 100n).padStart(2, '0')}`;
      const total = fen.reduce((a, b) => a + b, 0n);
      fc.pre(total > 0n);
      let pairs = 0n;
      for (const a of fen) for (const b of fen) pairs += a > b ? a - b : b - a;
      const n = BigInt(fen.length);
      const scaled = (pairs * 10_000n * 2n + 2n * n * total) / (4n * n * total); // half-up of pairs / (2·n·total)
      const expected = `${scaled / 10_000n}.${String(scaled % 10_000n).padStart(4, '0')}`;
      expect(gini(fen.map(text))).toBe(expected);
      expect(gini([...fen].reverse().map(text))).toBe(expected);
    }),
  );
});

it('places a change between the largest loss and the largest gain', () => {
  const levels = ['-9.00', '-4.00', '-0.01', '0.00', '3.00', '3.01', '6.01', '9.00'].map((x) => levelOf(x, 900n));
  expect(levels).toEqual([-3, -2, -1, 0, 1, 2, 3, 3]);
  expect(fenOf('-0.50')).toBe(-50n);
});
