import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { GrowthCurve } from '../../sink-rules';
import { readEquations } from '../../uncertainty/equations';
import { stockAt } from '../scenario';
import { POOLS, rootsAt, standCourse, type StandWish } from './stand-course';
import { checkStands, sharesOf, type StandRules } from './stand-rules';

const configDir = join(__dirname, '../../../../../config');
const read = <T>(name: string): T => parse(readFileSync(join(configDir, 'sink', name), 'utf8')) as T;
const rules = read<StandRules>('stands.yaml');
const curves = new Map(read<GrowthCurve[]>('growth.yaml').map((curve) => [curve.code, curve]));
const equations = readEquations(configDir);
const given = (code: string) => {
  const species = rules.species.find((one) => one.code === code)!;
  const equation = equations.find((one) => one.equation === species.equation)!;
  return { rules, curve: curves.get(species.curve)!, shares: sharesOf(species, equation) };
};
const larch = given('larix-gmelinii');
const planted: StandWish = {
  species: 'larix-gmelinii',
  temperature: '-2',
  ages: [{ age: 0, hectares: '100' }],
  counted: ['above', 'below'],
};
const course = (more: Partial<StandWish> = {}, years = 40) => standCourse({ ...planted, ...more }, years, larch);

it('reads parameters that lose no carbon, and refuses others', () => {
  expect(checkStands(rules, curves, equations).species.map(({ code }) => code)).toContain('larix-gmelinii');
  const leaking = { ...rules, felling: { ...rules.felling, disturbance: { merch: { products: 0.8 } } } };
  expect(() => checkStands(leaking, curves, equations)).toThrow('felling merch');
  expect(() => checkStands(rules, new Map(), equations)).toThrow('larix-gmelinii');
});

/** By hand: leaf 1.557, branch 8.98, stem 63.66 kg at 15 cm and 12 m; e^(−1.085 + 0.9256 ln 100) = 23.99 t/ha of roots. */
it('takes the shares of a tree from its equation and its roots from AR-TOOL14', () => {
  const all = 0.0078 * 2700 ** 0.6701 + 0.0213 * 2700 ** 0.765 + 0.0286 * 2700 ** 0.9756;
  expect(larch.shares.stem).toBeCloseTo((0.0286 * 2700 ** 0.9756) / all, 12);
  expect(larch.shares.leaf).toBeCloseTo(0.02098, 4);
  expect(rootsAt(47, rules)).toBeCloseTo(0.2399, 4);
  for (const { code } of rules.species) {
    const { stem, leaf } = given(code).shares;
    expect(stem > 0.5 && leaf > 0 && stem + leaf < 1).toBe(true);
  }
});

it('grows what lives exactly along the curve, whatever falls and rots meanwhile', () => {
  for (const { year, above, below, deadWood, litter, soil, gained } of course()) {
    expect(above + below).toBeCloseTo(Number(stockAt(larch.curve, year).toFixed(6)) * 100, 5);
    if (year > 5) expect(Math.min(deadWood, litter, soil, gained)).toBeGreaterThan(0);
  }
});

it('adds up over ages and scales with the area', () => {
  const ages = [
    { age: 0, hectares: '60' },
    { age: 30, hectares: '40' },
  ];
  const together = course({ ages });
  const apart = ages.map((age) => course({ ages: [age] }));
  const twice = course({ ages: ages.map(({ age, hectares }) => ({ age, hectares: String(2 * Number(hectares)) })) });
  together.forEach((held, i) => {
    for (const pool of POOLS) {
      expect(apart[0]![i]![pool] + apart[1]![i]![pool]).toBeCloseTo(held[pool], 6);
      expect(twice[i]![pool]).toBeCloseTo(2 * held[pool], 6);
    }
  });
});

it('counts what was lost only after it has grown again', () => {
  const felled = course({ ages: [{ age: 55, hectares: '100' }], cutting: { hectares: '20', from: 50, to: 200 } });
  expect(felled[1]!.gained).toBe(0);
  expect(felled.at(-1)!.products).toBeGreaterThan(0);
  const highest = Math.max(...felled.map(({ stock }) => stock));
  expect(felled.reduce((sum, { gained }) => sum + gained, 0)).toBeCloseTo(highest - felled[0]!.stock, 6);
});

it('starts from a measured soil, or from the dead matter that past fires left', () => {
  expect(course({ soil: '50' })[0]).toMatchObject({
    above: 0,
    litter: 0,
    soil: expect.closeTo((50 * 100 * 44) / 12, 6),
  });
  const [burnt] = course({ fires: 120 });
  expect([burnt!.above, burnt!.below, burnt!.products]).toEqual([0, 0, 0]);
  expect(Math.min(burnt!.deadWood, burnt!.litter, burnt!.soil)).toBeGreaterThan(0);
});

/** 100 m³/ha × 0.46 t/m³ × 0.47 over the share of the stem, in CO2. */
it('takes a volume table of one’s own', () => {
  const volumes = [
    { age: 0, volume: '0' },
    { age: 20, volume: '100' },
  ];
  const [, ...years] = course({ volumes, volumesSource: '经理数表' }, 20);
  expect(years.at(-1)!.above).toBeCloseTo((((100 * 0.46 * 0.47) / larch.shares.stem) * 100 * 44) / 12, 6);
});
