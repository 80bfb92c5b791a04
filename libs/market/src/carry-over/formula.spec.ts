import { formulaOf } from './formula';

const rule = { base: '10000', multiple: '1.5' };

it.each([
  ['a seller', 40_000n, 70_000n],
  ['half a tonne is cut off', 1n, 10_001n],
  ['nobody', 0n, 10_000n],
  ['a buyer', -7n, 10_000n],
])('%s', (_, net, limit) => expect(formulaOf(rule, net)).toBe(limit));
