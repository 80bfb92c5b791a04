import { levelOf } from './figures';

it('puts values into thirds', () => {
  const all = [1, 2, 3, 4, 5, 6];
  expect(all.map((value) => levelOf(value, all))).toEqual([1, 1, 2, 2, 3, 3]);
  expect([levelOf(undefined, all), levelOf(0, all)]).toEqual([undefined, undefined]);
});
