/** Published cases of carbon sinks, read where they lie beside the repository; their small figures stand in sheets and specs too. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSheet, SheetLibrary } from '@qingheng/sheet';
import {
  broughtToRest,
  type Cutting,
  passLandscapeYear,
  type PastFires,
  type Stand,
  standsFrom,
  totals,
} from '../../libs/sink/src/growth/landscape';
import { LIVING, type Pool, type StandParameters, sumOf } from '../../libs/sink/src/growth/stand-carbon';
import { partsByAge, type VolumeFactors, yearly } from '../../libs/sink/src/growth/volume-to-carbon';
import { aboveGround, readEquations } from '../../libs/sink/src/uncertainty/equations';

const CONFIG = join(__dirname, '../../config');
const CASES = join(__dirname, '../../../shared/data/sinks/cases');
const library = SheetLibrary.load(join(CONFIG, 'methods'));
const read = (name: string) => JSON.parse(readFileSync(join(CASES, name), 'utf8'));
const present = existsSync(CASES) ? it : it.skip;

present('01: AR-TOOL14 and Gold Standard, as printed', async () => {
  const cases = read('01_ar_tool14_printed_examples.json').cases as {
    id: string;
    inputs: Record<string, number>;
    expected: Record<string, number>;
  }[];
  const by = (id: string) => cases.find((one) => one.id === id)!;
  const [u, a2, edges, gs] = ['U-definition', 'A2-discount', 'A2-boundaries', 'GS403-precision'].map(by);
  const at = Object.entries(edges!.expected).map(([name, share], i) => ({ id: `e${i}`, u: Number(name.slice(2)), share }));
  const { tables } = await runSheet(library.get('sink/uncertainty-rules', {}), {
    tables: {
      sample: [
        {
          sample_id: 'u',
          plots: String(u!.inputs.n),
          strata: String(u!.inputs.n! - u!.inputs.df!),
          average: String(u!.inputs.mean_t_dm_ha),
          deviation: String(u!.inputs.s),
        },
      ],
      estimate: [
        { estimate_id: 'a2', average: String(a2!.inputs.mean), half_width: String(a2!.inputs.half_width) },
        { estimate_id: 'gs', average: '100', half_width: String(gs!.inputs.error_pct_at_90) },
        ...at.map(({ id, u }) => ({ estimate_id: id, average: '1', half_width: String(u) })),
      ],
    },
  });
  const [sample] = tables.sample!;
  const estimate = new Map(tables.estimate!.map((row) => [row.estimate_id, row]));
  expect(Number(sample!.standard_error)).toBeCloseTo(u!.expected.sem!, 3);
  expect(Number(sample!.t_value)).toBeCloseTo(u!.expected.t!, 3);
  expect(Math.abs(Number(sample!.half_width) - u!.expected.half_width!)).toBeLessThan(0.01);
  expect(Number(estimate.get('a2')!.cdm_project)).toBe(a2!.expected.project_mean);
  expect(Number(estimate.get('a2')!.cdm_baseline)).toBe(a2!.expected.baseline_mean);
  expect(Number(estimate.get('gs')!.gs_project)).toBe(gs!.expected.accountable_m3_ha);
  for (const { id, share } of at) expect([id, Number(estimate.get(id)!.cdm_share)]).toEqual([id, share]);
});

present('05: InVEST carbon', async () => {
  const { inputs, expected } = read('05_invest_carbon.json');
  const pools = inputs['pools_t_C_ha[above,below,soil,dead]'] as Record<string, number[]>;
  const { outputs } = await runSheet(library.get('sink/land-cover-carbon', {}), {
    parameters: {
      price: String(inputs.price_per_tC),
      discount: (inputs.discount_rate_pct / 100).toFixed(6),
      price_change: (inputs.rate_change_pct / 100).toFixed(6),
      years: String(inputs.years[1] - inputs.years[0]),
    },
    tables: {
      class: Object.entries(pools).map(([class_id, [above, below, soil, dead]]) => ({
        class_id,
        ...Object.fromEntries(Object.entries({ above, below, soil, dead }).map(([name, n]) => [name, String(n)])),
      })),
      cover: [
        { scenario: 'before', class_id: '1', area_ha: '1' },
        { scenario: 'after', class_id: '2', area_ha: '1' },
      ],
    },
  });
  expect([outputs.before_tc, outputs.after_tc, outputs.change_tc].map(Number)).toEqual([
    expected.density_bas,
    expected.density_alt,
    expected.change,
  ]);
  expect(Math.abs(Number(outputs.value) - expected.npv_per_ha)).toBeLessThan(0.01);
});

/** The recorded run gives sums only; what went into it is the tutorial's own input, beside this file with its licence. */
interface Tutorial {
  volumes: { age: number; volume: number }[];
  inventory: { bare: number; classes: number; years: number; hectares: number };
  factors: VolumeFactors;
  parameters: StandParameters;
  past: PastFires;
  cutting: Cutting;
}
const RECORDED: Partial<Record<Pool, string>> = {
  merch: 'SoftwoodMerch',
  foliage: 'SoftwoodFoliage',
  other: 'SoftwoodOther',
  coarseRoots: 'SoftwoodCoarseRoots',
  fineRoots: 'SoftwoodFineRoots',
  aboveVeryFast: 'AboveGroundVeryFastSoil',
  belowVeryFast: 'BelowGroundVeryFastSoil',
  aboveFast: 'AboveGroundFastSoil',
  belowFast: 'BelowGroundFastSoil',
  medium: 'MediumSoil',
  aboveSlow: 'AboveGroundSlowSoil',
  belowSlow: 'BelowGroundSlowSoil',
  stemSnag: 'SoftwoodStemSnag',
  branchSnag: 'SoftwoodBranchSnag',
  co2: 'CO2',
  ch4: 'CH4',
  co: 'CO',
  products: 'Products',
};

present('07: CBM-CFS3 tutorial 2, a hundred years of a landscape by pool', () => {
  const { area, n_stands: count, res } = read('07_libcbm_tutorial2.json').expected;
  const tutorial = JSON.parse(readFileSync(join(__dirname, 'cbm-tutorial2.json'), 'utf8')) as Tutorial;
  const { volumes, inventory, factors, parameters, past, cutting } = tutorial;
  const curve = partsByAge(yearly(volumes), factors);
  const rest = broughtToRest(curve, parameters, past);
  const ages = Array.from({ length: inventory.classes * inventory.years }, (_, i) => ({
    age: i + 1,
    hectares: inventory.hectares / inventory.years,
  }));
  let stands: Stand[] = standsFrom(rest, curve, parameters, [{ age: 0, hectares: inventory.bare }, ...ages]);
  expect([stands.length, stands.reduce((sum, { hectares }) => sum + hectares, 0)]).toEqual([count, area]);
  const off: Record<string, number> = {};
  for (let year = 0; year <= 100; year++) {
    if (year) stands = passLandscapeYear(stands, curve, parameters, cutting);
    const recorded = res[year];
    if (!recorded) continue;
    const sums = totals(stands);
    for (const [pool, name] of Object.entries(RECORDED) as [Pool, string][])
      off[`${year} ${pool}`] = Math.abs(sums[pool] - recorded.all[name]) / Math.max(1, recorded.all[name]);
    off[`${year} living`] = Math.abs(sumOf(sums, LIVING) - recorded.biomass_tC) / recorded.biomass_tC;
  }
  expect(Object.keys(off)).toHaveLength(5 * 19);
  expect(Object.entries(off).filter(([, share]) => !(share < 1e-8))).toEqual([]);
});

present('08: one tree by several equations', () => {
  const equations = readEquations(CONFIG);
  const { cases } = read('08_tree_allometry_crosscheck.json');
  const codes: Record<string, string> = {
    'Larix gmelinii': 'larix-gmelinii',
    'Betula platyphylla': 'betula-platyphylla',
    'Pinus tabuliformis': 'pinus-tabuliformis',
    'Pinus sylvestris var. mongolica': 'pinus-sylvestris-mongolica',
    'Ulmus pumila': 'ulmus-pumila',
    'Populus simonii': 'populus-simonii',
  };
  for (const { species, D_cm: d, H_m: h, kg, AGB_sum_kg: sum } of cases) {
    const own = equations.find(({ equation }) => equation === `${codes[species]}-huang2016`)!;
    expect(aboveGround(own, { species, d, h })).toBeCloseTo(sum, 6);
    for (const [name, value] of Object.entries(kg as Record<string, number>)) {
      const id = /^AGB_allodb_(\w+?)(_|$)/.exec(name)?.[1];
      if (!id) continue;
      const equation = equations.find((one) => one.equation === `${codes[species]}-${id}`)!;
      expect([name, aboveGround(equation, { species, d, h })?.toFixed(6)]).toEqual([name, value.toFixed(6)]);
    }
  }
});
