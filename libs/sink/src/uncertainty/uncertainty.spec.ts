import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { baselineOf, creditedChange, discountOf, type DiscountRule, shareAt } from './discount';
import { aboveGround, extrapolates, readEquations, spreadOf } from './equations';
import { simulate } from './monte-carlo';
import { planSample } from './planner';
import { estimateOf, independentChange, pairedChange, type Stratum, TooFewPlots, updatedUncertainty } from './sample';

const CONFIG = join(__dirname, '../../../../config');
const rules = parse(readFileSync(join(CONFIG, 'sink/discount-rules.yaml'), 'utf8')) as DiscountRule[];
const rule = (code: string) => rules.find((one) => one.code === code)!;
const stratum = (code: string, hectares: number, values: number[]): Stratum => ({
  code,
  hectares,
  plots: new Map(values.map((value, i) => [`${code}-${i}`, value])),
});
const certain = (amount: number, halfWidth: number) => ({
  amount,
  halfWidth,
  standardError: halfWidth / 1.7,
  relative: halfWidth / amount,
  degrees: 33,
  welch: 33,
});

describe('discounts (AR-TOOL14 v04.2 Appendix 2, Gold Standard 403 §3.11.5)', () => {
  const tool = rule('AR-TOOL14');

  it('60 ± 9: a quarter of the half-width, down for a project and up for a baseline', () => {
    expect(discountOf(tool, certain(60, 9))).toEqual({ state: 'known', deduction: 2.25, credited: 57.75 });
    expect(baselineOf(tool, certain(60, 9))).toBe(62.25);
  });

  it.each([
    [0.1, 0],
    [0.1000001, 0.25],
    [0.15, 0.25],
    [0.2, 0.5],
    [0.3, 0.75],
    [0.31, 1],
  ])('at U = %d the share is %d', (u, share) => expect(shareAt(tool.bands!, u)).toBe(share));

  it('Gold Standard takes the points above 20 %: 100 with 23 % leaves 97', () => {
    const found = discountOf(rule('GS403'), certain(100, 23));
    expect(found.state === 'known' && found.credited).toBeCloseTo(97, 10);
  });

  it('says what it does not know and what is too uncertain, and discounts neither', () => {
    expect(discountOf(rule('CCER-14-001'), certain(100, 23))).toEqual({ state: 'unknown' });
    expect(discountOf(rule('AR-CM-001'), certain(100, 31))).toEqual({ state: 'too_uncertain' });
  });

  it('never raises credits, whatever the rule and the plots', () => {
    const plots = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(plots, plots, fc.constantFrom(...rules), (before, after, one) => {
        const [first, second] = [[stratum('a', 10, before)], [stratum('a', 10, after)]].map((s) =>
          estimateOf(s, one.level),
        );
        const change = independentChange(first!, second!);
        const found = creditedChange(one, { first: first!, second: second!, change }, 1.7);
        if (found.state === 'known') expect(found.credited).toBeLessThanOrEqual(change.total * 1.7 + 1e-9);
      }),
    );
  });
});

describe('estimates', () => {
  const strata = fc.array(
    fc.tuple(
      fc.double({ min: 1, max: 500, noNaN: true }),
      // To the gram, as plots are: the square of 1e-159 t is no number any more.
      fc.array(
        fc.integer({ min: 0, max: 400e6 }).map((grams) => grams / 1e6),
        { minLength: 2, maxLength: 10 },
      ),
    ),
    { minLength: 1, maxLength: 5 },
  );
  const made = (all: [number, number[]][]) => all.map(([hectares, values], i) => stratum(`s${i}`, hectares, values));

  it('do not change by a bit when plots are permuted', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const turned = all.map(([a, values]): [number, number[]] => [a, [...values].reverse()]);
        expect(estimateOf(made(turned), 0.9)).toEqual(estimateOf(made(all), 0.9));
      }),
    );
  });

  it('keep the mean when a stratum is cut into halves of the same plots', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const halves = all.flatMap(([a, v]): [number, number[]][] => [
          [a / 2, v],
          [a / 2, v],
        ]);
        const [whole, cut] = [estimateOf(made(all), 0.9), estimateOf(made(halves), 0.9)];
        expect(Math.abs(cut.total - whole.total)).toBeLessThanOrEqual(1e-9 * Math.max(1, whole.total));
      }),
    );
  });

  it('grow with the area', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 2, max: 10 }), (all, k) => {
        const [one, more] = [estimateOf(made(all), 0.9), estimateOf(made(all.map(([a, v]) => [a * k, v])), 0.9)];
        expect(Math.abs(more.total - k * one.total)).toBeLessThanOrEqual(1e-9 * Math.max(1, more.total));
        expect(more.relative).toBeCloseTo(one.relative, 9);
      }),
    );
  });

  it('name the strata that have no variance', () => {
    expect(() => estimateOf([stratum('a', 1, [1, 2]), stratum('b', 1, [1])], 0.9)).toThrow(TooFewPlots);
  });

  it('are far tighter on the same plots measured twice', () => {
    const before = [stratum('a', 40, [50, 60, 45, 70, 55])];
    const after = [stratum('a', 40, [80, 91, 74, 101, 84])];
    const apart = independentChange(estimateOf(before, 0.9), estimateOf(after, 0.9));
    const paired = pairedChange(before, after, 0.9);
    expect(paired.total).toBeCloseTo(apart.total, 9);
    expect(paired.pairs).toBe(5);
    expect(paired.relative).toBeLessThan(apart.relative / 5);
    expect(updatedUncertainty(estimateOf(before, 0.9), paired)).toBeLessThan(estimateOf(before, 0.9).relative);
  });
});

describe('planner', () => {
  const strata = [
    { code: 'larch', hectares: 425, mean: 60, deviation: 18 },
    { code: 'birch', hectares: 182.5, mean: 40, deviation: 9 },
  ];
  const wish = { precision: 0.1, confidence: 0.9, plotHectares: 0.06 };

  it('reaches the wanted precision and puts plots where it varies most', () => {
    const plan = planSample(strata, wish);
    expect(plan.expected).toBeLessThanOrEqual(0.1);
    const [larch, birch] = plan.byStratum;
    expect(larch!.plots / birch!.plots).toBeGreaterThan(2);
    expect(larch!.plots + birch!.plots).toBe(plan.plots);
    // One plot fewer would not do, but for the least of two per stratum.
    expect(plan.plots).toBeLessThan(30);
  });

  it('asks for more plots for more precision, never for more than there is room', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.005, max: 0.5, noNaN: true }), (precision) => {
        const [loose, tight] = [precision, precision / 2].map((p) => planSample(strata, { ...wish, precision: p }));
        expect(tight!.plots).toBeGreaterThanOrEqual(loose!.plots);
        for (const one of tight!.byStratum) expect(one.plots).toBeLessThanOrEqual(one.possible);
      }),
    );
  });

  it('gives two plots where nothing varies', () => {
    expect(planSample([{ code: 'a', hectares: 1, mean: 10, deviation: 0 }], wish)).toMatchObject({
      plots: 2,
      expected: 0,
    });
  });
});

describe('equations', () => {
  const equations = readEquations(CONFIG);
  const by = (name: string) => equations.find(({ equation }) => equation === name)!;

  /** One tree of 20 cm and 18 m; figures as in the published cross-check, kg. */
  it.each([
    ['larix-gmelinii-huang2016', 187.81779616799983],
    ['larix-gmelinii-702b20', 195.5633252136017],
    ['larix-gmelinii-1a10b5', 146.4955792667032],
    ['betula-platyphylla-huang2016', 164.80081461863148],
    ['betula-platyphylla-2b6658', 173.19605665603686],
    ['betula-platyphylla-78da81', 174.87440484274214],
    ['pinus-tabuliformis-huang2016', 166.79005288706333],
    ['pinus-tabuliformis-1eea4e', 117.53766681830939],
    ['pinus-sylvestris-mongolica-huang2016', 127.33625697353742],
    ['pinus-sylvestris-mongolica-5a5ba2', 123.91978893573634],
    ['ulmus-pumila-huang2016', 154.56569564264535],
    ['populus-simonii-huang2016', 137.45932964641526],
  ])('%s gives %d kg', (name, kg) => expect(aboveGround(by(name), { species: '', d: 20, h: 18 })).toBeCloseTo(kg, 9));

  it('warns outside the range an equation was fitted in', () => {
    expect(extrapolates(by('larix-gmelinii-702b20'), { species: '', d: 15.1 })).toBe(true);
    expect(extrapolates(by('larix-gmelinii-702b20'), { species: '', d: 15 })).toBe(false);
    expect(extrapolates(by('larix-gmelinii-huang2016'), { species: '', d: 4.9 })).toBe(true);
  });

  it('shows the same trees by every equation of their species', () => {
    const [larch] = spreadOf(equations, [{ species: 'larix-gmelinii', d: 20, h: 18, count: 10 }]);
    expect(larch!.choices).toHaveLength(3);
    expect(larch!.spread).toBeCloseTo((195.563 - 146.496) / ((187.818 + 195.563 + 146.496) / 3), 3);
    expect(larch!.choices.find(({ equation }) => equation.equation.endsWith('702b20'))!.outside).toBe(10);
    // Without a height, only equations of D alone are left.
    expect(spreadOf(equations, [{ species: 'larix-gmelinii', d: 20 }])[0]!.choices).toHaveLength(2);
  });
});

describe('Monte Carlo', () => {
  const visits = { first: [stratum('a', 40, [50, 60, 45, 70, 55])], second: [stratum('a', 40, [80, 91, 74, 101, 84])] };
  const wish = { seed: 42, draws: 4000, sources: [{ code: 'allometry', sd: 0.15 }], scale: 1.7233 };

  it('gives the same bytes for the same seed and others for another', () => {
    const [one, again, other] = [wish, wish, { ...wish, seed: 43 }].map((w) => JSON.stringify(simulate(visits, w)));
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('draws around the estimate with the errors it is given', () => {
    const { p5, p50, p95, sd, alone } = simulate(visits, { ...wish, draws: 20_000 });
    const expected = 30 * 40 * 1.7233;
    expect(Math.abs(p50 / expected - 1)).toBeLessThan(0.02);
    expect(p5 < p50 && p50 < p95).toBe(true);
    const source = Object.fromEntries(alone.map((one) => [one.code, one.sd]));
    expect(Math.abs(source.allometry! / (0.15 * expected) - 1)).toBeLessThan(0.05);
    expect(Math.hypot(source.sampling!, source.allometry!) / sd).toBeCloseTo(1, 1);
  });

  it('repeats the numbers of its generator', () => {
    expect(simulate(visits, { ...wish, draws: 1 }).p50).toMatchInlineSnapshot(`1994.3831982619192`);
  });
});
