import { join } from 'node:path';
import type { PlatformConfig } from '@qingheng/platform';
import { Rational, type Row } from '@qingheng/sheet';
import fc from 'fast-check';
import { constantSeries, type YearAccount } from './constant-prices';
import { Deflators } from './deflators';

const deflators = new Deflators({ configDir: join(__dirname, '../../../../../config') } as PlatformConfig);
const account = (year: number, items: Row[]): YearAccount => ({
  ...{ year, filing: `f${year}`, statement: `S${year}`, resultHash: `h${year}` },
  items: items.map((item) => {
    const cents = (quantity: unknown) =>
      Rational.parse(String(quantity ?? '0')).mul(Rational.parse(String(item.unit_price))).roundHalfUp(2); // prettier-ignore
    return { ...item, value: cents(item.quantity).sub(cents(item.outside_quantity)).toFixed(2) };
  }),
});
const water = (quantity: string, unit_price: string): Row => ({ item_id: 'water', unit: 'm³', quantity, unit_price });

it('takes quantities of each year at the prices of one: 100 × 10, 150 × 12', () => {
  const accounts = [account(2021, [water('150', '12')]), account(2020, [water('100', '10')])];
  expect(constantSeries(accounts, 2020, deflators)).toMatchObject({
    base: 2020,
    points: [
      { year: 2020, current: '1000.00', constant: '1000.00', priceEffect: '0.00', volumeChange: null, priced: 1 },
      { year: 2021, current: '1800.00', constant: '1500.00', priceEffect: '300.00', volumeChange: '500.00', priced: 1 },
    ],
    deflators: [],
    provisional: false,
  });
  expect(constantSeries(accounts, 2021, deflators).points.map(({ constant }) => constant)).toEqual([
    '1200.00',
    '1800.00',
  ]);
});

it('carries what the base year did not have by a price index, says so, and names what no index reaches', () => {
  const honey: Row = { item_id: 'honey', unit: 't', quantity: '10', unit_price: '102.5' };
  const byIndex = constantSeries([account(2019, [water('1', '1')]), account(2020, [honey])], 2019, deflators);
  // 1025.00 at prices of 2020, whose index is 102.4194.
  expect(byIndex.points[1]).toMatchObject({ current: '1025.00', constant: '1000.79', deflated: 1, kept: [] });
  expect(byIndex).toMatchObject({ provisional: false, deflators: [{ year: 2020, index: '102.4194' }] });
  const far = constantSeries([account(2019, [water('1', '1')]), account(2090, [honey])], 2019, deflators);
  expect(far.points[1]).toMatchObject({ current: '1025.00', constant: '1025.00', deflated: 0, kept: ['honey'] });
});

it('compares no price per tonne with one per kilogram', () => {
  const accounts = [account(2019, [{ ...water('5', '2'), unit: 't' }]), account(2020, [{ ...water('5', '2'), unit: 'kg' }])]; // prettier-ignore
  expect(constantSeries(accounts, 2019, deflators).points[1]).toMatchObject({ priced: 0, deflated: 1 });
});

it('gives the base year as it was issued, and no price effect in it, whatever the items', () => {
  const decimal = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => Rational.ratio(BigInt(n), 1000n).toFixed(3));
  const item = fc.record({ item_id: fc.constantFrom('a', 'b', 'c'), quantity: decimal, unit_price: decimal });
  const items = fc.uniqueArray(item, { selector: ({ item_id }) => item_id, minLength: 1 });
  fc.assert(
    fc.property(items, items, (first, second) => {
      const accounts = [account(2020, first), account(2021, second)];
      for (const base of [2020, 2021]) {
        const point = constantSeries(accounts, base, deflators).points.find(({ year }) => year === base)!;
        expect([point.constant, point.priceEffect]).toEqual([point.current, '0.00']);
      }
    }),
  );
});
