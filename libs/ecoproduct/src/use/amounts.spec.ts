import { Rational } from '@qingheng/sheet';
import fc from 'fast-check';
import { instalmentsOf, interimLoss, lossesOf, pledgeOf, sumOf, times } from './amounts';

it('buys as Yunhe did: 0.2 % of what four services were worth, 70 % first and 30 % on quality', () => {
  // 208.46 万元 = 0.2 % of the 2018 account (国家发展改革委 2021-10-12); the base of 10.423 亿元 follows from it.
  const amount = times(sumOf(['400000000', '300000000', '242300000', '100000000']), '0.002');
  expect(amount.toFixed(2)).toBe('2084600.00');
  expect(instalmentsOf(amount, ['0.7', '0.3'])).toEqual(['1459220.00', '625380.00']);
});

it('loses no fen between instalments', () => {
  const share = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 14n }),
      fc.array(share, { minLength: 1, maxLength: 6 }),
      (fen, weights) => {
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        const amount = Rational.ratio(fen, 100n);
        const shares = weights.map((weight) => (weight / all).toFixed(9)).filter((text) => Number(text) > 0);
        return sumOf(instalmentsOf(amount, shares)).equals(amount);
      },
    ),
  );
});

it('lends on what is left after the haircut', () => {
  expect(pledgeOf(Rational.parse('3774000000'), '0.75').toFixed(2)).toBe('943500000.00');
});

it('counts a loss against what there would have been, and until recovery', () => {
  const map = (entries: Record<string, string>) => new Map(Object.entries(entries));
  const before = map({ water: '100.00', soil: '50.00' });
  const after = map({ water: '60.00', soil: '55.00' });
  expect(lossesOf(before, after).map(({ loss }) => loss)).toEqual(['40.00', '0.00']);
  expect(lossesOf(before, after, map({ water: '90.00', soil: '58.00' })).map(({ loss }) => loss)).toEqual([
    '30.00',
    '3.00',
  ]);
  expect(interimLoss(Rational.parse('30'), 3, '0').toFixed(2)).toBe('60.00');
  expect(interimLoss(Rational.parse('30'), 1, '0.05').toFixed(2)).toBe('30.00');
  expect(interimLoss(Rational.parse('30'), 2, '0.05').toFixed(2)).toBe('44.29');
});
