import { inYi, levelOf } from './figures';

it('says 元 in 亿元', () => {
  expect(inYi('754559300000.00')).toBe('7,545.59');
  expect(inYi('1500000.00')).toBe('0.02');
});

it('puts values into thirds', () => {
  const all = [1, 2, 3, 4, 5, 6];
  expect(all.map((value) => levelOf(value, all))).toEqual([1, 1, 2, 2, 3, 3]);
  expect([levelOf(undefined, all), levelOf(0, all)]).toEqual([undefined, undefined]);
});
