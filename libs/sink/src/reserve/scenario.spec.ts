import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import type { GrowthCurve } from '../sink-rules';
import { type Assumptions, curveGrowth, scenarioOf, stockAt } from './scenario';

const curves = new Map(
  (parse(readFileSync(join(__dirname, '../../../../config/sink/growth.yaml'), 'utf8')) as GrowthCurve[]).map((c) => [
    c.code,
    c,
  ]),
);
const line: GrowthCurve = {
  code: 'line',
  zh: '',
  en: '',
  points: [
    { age: 0, stock: '0' },
    { age: 10, stock: '100' },
  ],
  confidence: 'provisional',
  source: '',
};
const known = new Map([...curves, ['line', line]]);
const wish: Assumptions = {
  price: '60',
  priceGrowth: '0',
  discountRate: '0.05',
  heldBack: '0',
  verificationCost: '0',
  verificationEvery: 5,
  baseYear: 2026,
  lastYear: 2027,
};
const prospect = {
  id: 'a',
  name: '北坡',
  region: '150785',
  owner: '林场',
  growth: curveGrowth(line, '100', 10),
  hectares: '100',
  startYear: 2026,
  years: 10,
  plantingCost: '300',
  yearlyCost: '10',
};

it('reads a curve on straight lines and stays flat after its end', () => {
  expect([0, 5, 10, 30].map((age) => stockAt(line, age).toFixed(0))).toEqual(['0', '50', '100', '100']);
  for (const curve of curves.values())
    for (let age = 1; age < 80; age++)
      expect(stockAt(curve, age).cmp(stockAt(curve, age - 1))).toBeGreaterThanOrEqual(0);
});

/** By hand: 1,000 t a year at 60 元; 31,000 元 and 1,000 元 of cost; the second year over 1.05. */
it('discounts what comes and what is paid', () => {
  const { years, prospects, total } = scenarioOf([prospect], wish);
  expect(years).toEqual([
    { year: 2026, tonnes: '1000.0', revenue: '60000.00', cost: '31000.00', net: '29000.00', cumulative: '29000.00' },
    { year: 2027, tonnes: '1000.0', revenue: '60000.00', cost: '1000.00', net: '59000.00', cumulative: '85190.48' },
  ]);
  expect(prospects[0]).toMatchObject({ npv: '85190.48', tonnes: '2000.0', cost: '32000.00' });
  expect(total).toEqual({ tonnes: '2000.0', npv: '85190.48', hectares: '100.0000' });
});

it('adds up: years and prospects give the same tonnes and money', () => {
  const some = fc.record({
    hectares: fc.integer({ min: 1, max: 90_000 }),
    startYear: fc.integer({ min: 2020, max: 2040 }),
    curve: fc.constantFrom(...known.keys()),
  });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 12 }), (all) => {
      const found = scenarioOf(
        all.map(({ curve, startYear, hectares }, i) => ({
          ...prospect,
          ...{ startYear, hectares: String(hectares), id: String(i) },
          growth: curveGrowth(known.get(curve)!, String(hectares), prospect.years),
        })),
        { ...wish, lastYear: 2060, heldBack: '0.17', priceGrowth: '0.02' },
      );
      const sum = (texts: string[]) => texts.reduce((n, text) => n + Math.round(Number(text) * 10), 0);
      expect(sum(found.years.map(({ tonnes }) => tonnes))).toBe(sum(found.prospects.map(({ tonnes }) => tonnes)));
      expect(sum([found.total.tonnes])).toBe(sum(found.prospects.map(({ tonnes }) => tonnes)));
    }),
    { numRuns: 30 },
  );
});
