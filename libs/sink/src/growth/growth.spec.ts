import * as fc from 'fast-check';
import { passLandscapeYear, type Stand, totals } from './landscape';
import {
  type Disturbance,
  disturb,
  emptyPools,
  passYear,
  type Pools,
  type StandParameters,
  sumOf,
} from './stand-carbon';
import { partsByAge, type VolumeFactors, yearly } from './volume-to-carbon';
import { fitWeibull, weibull } from './weibull';

const decay = { rate: 0.1, q10: 2, toAir: 0.8 };
const parameters: StandParameters = {
  turnover: {
    stem: 0.005,
    foliage: 0.1,
    branch: 0.04,
    coarseRoots: 0.02,
    fineRoots: 0.641,
    branchToSnag: 0.25,
    coarseRootsAbove: 0.5,
    fineRootsAbove: 0.5,
    stemSnag: 0.032,
    branchSnag: 0.1,
  },
  roots: { ratio: 0.222, base: 0.072, span: 0.354, rate: -0.0602 },
  decay: {
    aboveVeryFast: decay,
    belowVeryFast: decay,
    aboveFast: decay,
    belowFast: decay,
    medium: decay,
    stemSnag: decay,
    branchSnag: decay,
    aboveSlow: { rate: 0.015, q10: 2.65, toAir: 1 },
    belowSlow: { rate: 0.0033, q10: 1, toAir: 1 },
  },
  reference: 10,
  mixing: 0.006,
  temperature: -2,
};
const factors: VolumeFactors = {
  a: 0.57,
  b: 0.95,
  nonMerch: { a: 3.5, b: -0.58, k: 0.77, cap: 3.3 },
  sapling: { a: 0, b: 0, k: 1, cap: 1 },
  bark: [-1.56, 0.0007, -0.06],
  branches: [-0.85, -0.0002, -0.19],
  foliage: [0.52, -0.0006, -0.49],
  least: { volume: 0.3, stemwood: 0.45, bark: 0.08, branches: 0.14 },
  most: { volume: 235, stemwood: 0.7, bark: 0.12, branches: 0.1 },
  top: 0.02,
  stump: 0.05,
};
const amount = fc.double({ min: 0, max: 80, noNaN: true });
const standing: fc.Arbitrary<Pools> = fc.record(
  Object.fromEntries(Object.keys(emptyPools()).map((pool) => [pool, amount])) as Record<keyof Pools, typeof amount>,
);
const change = fc.double({ min: -3, max: 3, noNaN: true });

it('a year neither makes nor loses carbon: what is there more was taken from the air', () => {
  fc.assert(
    fc.property(standing, fc.record({ merch: change, foliage: change, other: change }), (pools, added) => {
      const before = sumOf(pools);
      const after = { ...pools };
      const taken = passYear(after, added, parameters);
      expect(sumOf(after) - before).toBeCloseTo(taken, 8);
    }),
  );
});

const felled: Disturbance = {
  merch: { products: 0.85, medium: 0.15 },
  foliage: { aboveVeryFast: 1 },
  other: { aboveFast: 1 },
  stemSnag: { medium: 1 },
};

it('a disturbance moves carbon and keeps its sum; pools that it does not name stay', () => {
  fc.assert(
    fc.property(standing, (pools) => {
      const after = { ...pools };
      disturb(after, felled);
      expect(sumOf(after)).toBeCloseTo(sumOf(pools), 8);
      expect([after.merch, after.stemSnag, after.fineRoots]).toEqual([0, 0, pools.fineRoots]);
    }),
  );
});

it('cuts the oldest stands of the ages allowed up to the area, the last in part', () => {
  const stand = (age: number): Stand => ({ age, hectares: 100, pools: { ...emptyPools(), merch: age } });
  const cutting = { disturbance: felled, hectares: 150, from: 80, to: 200 };
  const next = passLandscapeYear([stand(250), stand(90), stand(120), stand(40)], [], parameters, cutting);
  expect(next.map(({ age, hectares }) => [age, hectares]).sort((a, b) => a[0]! - b[0]!)).toEqual([
    [1, 50],
    [1, 100],
    [41, 100],
    [91, 50],
    [251, 100],
  ]);
  expect(totals(next).products).toBeCloseTo(0.85 * (120 * 100 + 90 * 50), 9);
});

it('finds the Weibull curve that points lie on', () => {
  const shape = { a: 2.7, b: 1.9 };
  const points = Array.from({ length: 40 }, (_, i): [number, number] => [i / 40, weibull(i / 40, shape)]);
  const found = fitWeibull(points);
  expect(found.a).toBeCloseTo(shape.a, 8);
  expect(found.b).toBeCloseTo(shape.b, 8);
});

it('reads volumes between the ages of a table and draws young stands through zero without a step', () => {
  const volumes = yearly([0, 0, 0, 8, 20, 33, 49, 63, 78].map((volume, i) => ({ age: 10 * i, volume })));
  expect([volumes[25], volumes[80]]).toEqual([4, 78]);
  const parts = partsByAge(volumes, factors);
  expect(parts[0]).toEqual({ merch: 0, foliage: 0, other: 0 });
  const total = parts.map(({ merch, foliage, other }) => merch + foliage + other);
  for (let age = 1; age < total.length; age++) expect(total[age]! - total[age - 1]!).toBeGreaterThan(-0.3);
  expect(() => yearly([{ age: 5, volume: 1 }])).toThrow('age 0');
});
