import { monteCarlo, type Spread } from './monte-carlo';
import { randomOf } from './random';

const items = [
  { item: 'a', class: 'regulating', service: 'water', value: 600 },
  { item: 'b', class: 'regulating', service: 'soil', value: 300 },
  { item: 'c', class: 'cultural', service: 'recreation', value: 100 },
];
const spread = (name: string, touched: string[], more: Partial<Spread> = {}): Spread => ({
  ...{ name, items: touched, distribution: 'uniform', low: 0.5, mode: 1, high: 1.5 },
  ...more,
});
const settings = { seed: 42, draws: 20_000 };

it('repeats a seed to the last bit, and differs for another', () => {
  const spreads = [
    spread('price', ['a', 'b']),
    spread('visits', ['c'], { distribution: 'triangular', low: 0.2, high: 2 }),
  ];
  expect(monteCarlo(items, spreads, settings)).toEqual(monteCarlo(items, spreads, settings));
  expect(monteCarlo(items, spreads, { ...settings, seed: 43 }).gep).not.toEqual(
    monteCarlo(items, spreads, settings).gep,
  );
});

it('gives the quantiles of a known distribution', () => {
  // One uniform parameter from 0.5 to 1.5 on everything: P5 = 0.55, P50 = 1, P95 = 1.45 of 1,000.
  const { gep } = monteCarlo(items, [spread('all', ['a', 'b', 'c'])], settings);
  for (const [found, expected] of [
    [gep.p5, 550],
    [gep.p50, 1000],
    [gep.p95, 1450],
    [gep.mean, 1000],
  ] as const)
    expect(Math.abs(found - expected)).toBeLessThan(15);
  // Triangular from 0 to 2 with mode 1: P5 = √(2·0.05), P95 = 2 − √(2·0.05).
  const triangle = spread('all', ['a', 'b', 'c'], { distribution: 'triangular', low: 1e-9, high: 2 });
  const drawn = monteCarlo(items, [triangle], settings).gep;
  expect(Math.abs(drawn.p5 - 1000 * Math.sqrt(0.1))).toBeLessThan(15);
  expect(Math.abs(drawn.p95 - 1000 * (2 - Math.sqrt(0.1)))).toBeLessThan(15);
});

it('moves items that share a parameter together: apart they would cancel out', () => {
  const width = (spreads: Spread[]) => {
    const { p5, p95 } = monteCarlo(items, spreads, settings).gep;
    return p95 - p5;
  };
  expect(width([spread('one', ['a', 'b'])])).toBeGreaterThan(
    1.1 * width([spread('first', ['a']), spread('second', ['b'])]),
  );
});

it('ranks parameters by what they move alone', () => {
  const { tornado } = monteCarlo(items, [spread('visits', ['c']), spread('price', ['a'])], settings);
  expect(tornado).toEqual([
    { name: 'price', low: 700, high: 1300 },
    { name: 'visits', low: 950, high: 1050 },
  ]);
});

it('draws evenly', () => {
  const next = randomOf(1);
  const bins = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) bins[Math.floor(next() * 10)]!++;
  for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
