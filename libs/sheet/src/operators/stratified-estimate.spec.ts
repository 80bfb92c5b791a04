import * as fc from 'fast-check';
import { loadSheet, runSheet, SheetFaults } from '../index';
import { type SamplingError, stratifiedEstimate, type StratumSample } from './stratified-estimate';

const of = (strata: StratumSample[]): SamplingError => stratifiedEstimate(strata, 0.9) as SamplingError;

it('gives the half-width that AR-TOOL14 prints: 34 plots, s 12.776', () => {
  const { standardError, degrees, halfWidth } = of([{ weight: 1, plots: 34, deviation: 12.776 }]);
  expect([standardError, degrees, halfWidth].map((x) => Math.round(x * 1e3) / 1e3)).toEqual([2.191, 33, 3.708]);
});

it('refuses strata that can have no variance', () => {
  const strata = [2, 1, 5, 0].map((plots) => ({ weight: 1, plots, deviation: 1 }));
  expect(stratifiedEstimate(strata, 0.9)).toEqual({ refused: [1, 3] });
});

const stratum = fc.record({
  weight: fc.double({ min: 0.1, max: 1e4, noNaN: true }),
  plots: fc.integer({ min: 2, max: 60 }),
  deviation: fc.double({ min: 0, max: 100, noNaN: true }),
});

it('does not depend on the order of strata, and scales with their area', () => {
  fc.assert(
    fc.property(fc.array(stratum, { minLength: 1, maxLength: 8 }), fc.integer({ min: 2, max: 9 }), (strata, k) => {
      const { halfWidth } = of(strata);
      expect(of([...strata].reverse()).halfWidth).toBeCloseTo(halfWidth, 6);
      const larger = of(strata.map((one) => ({ ...one, weight: one.weight * k })));
      expect(larger.halfWidth / k).toBeCloseTo(halfWidth, 6);
    }),
  );
});

const sheet = (args: string, unit = 't') => `
id: example/strata
version: 1.0.0
title: { zh: 例, en: Example }
source: { title: 例, confidence: secondary }
valid: { from: 2020-01-01 }
tables:
  stratum:
    title: { zh: 层, en: Stratum }
    key: stratum_id
    inputs:
      stratum_id: { type: text, title: { zh: 号, en: Id } }
      area_ha: { unit: hm², above: 0, title: { zh: 面积, en: Area } }
      plots: { unit: 1, decimals: 0, min: 0, title: { zh: 数, en: Plots } }
      deviation: { unit: t/hm², min: 0, title: { zh: 差, en: Deviation } }
    columns: { project: { type: text, title: { zh: 项目, en: Project }, formula: "'project'" } }
  project:
    title: { zh: 项目, en: Project }
    group: { table: stratum, by: project }
    columns:
      half_width: { title: { zh: 半宽, en: Half-width }, operator: stratified_estimate, args: { ${args} }, unit: ${unit} }
outputs: { half_width: { title: { zh: 半宽, en: Half-width }, formula: sum(project.half_width), unit: ${unit} } }
`;
const ARGS = 'weight: stratum.area_ha, deviation: stratum.deviation, plots: stratum.plots, confidence: 0.9';
const rows = (plots: string) => [
  { stratum_id: 'a', area_ha: '10', plots: '34', deviation: '12.776' },
  { stratum_id: 'b', area_ha: '20', plots, deviation: '3' },
];

describe('in a sheet', () => {
  it('gives the same figure as by hand, in the unit of weight times deviation', async () => {
    const { sheet: loaded, faults } = loadSheet(sheet(ARGS));
    expect(faults).toEqual([]);
    const { outputs } = await runSheet(loaded!, { tables: { stratum: rows('5') } });
    const byHand = of([
      { weight: 10, plots: 34, deviation: 12.776 },
      { weight: 20, plots: 5, deviation: 3 },
    ]);
    expect(Number(outputs.half_width)).toBeCloseTo(byHand.halfWidth, 9);
  });

  it('names the stratum that has too few plots', async () => {
    const { sheet: loaded } = loadSheet(sheet(ARGS));
    const run = runSheet(loaded!, { tables: { stratum: rows('1') } });
    await expect(run).rejects.toBeInstanceOf(SheetFaults);
    await run.catch((error: SheetFaults) =>
      expect(error.faults.map(({ code, table, row }) => [code, table, row])).toEqual([
        ['TOO_FEW_PLOTS', 'stratum', 'b'],
      ]),
    );
  });

  it.each([
    [ARGS, 'kg', 'UNIT_MISMATCH'],
    [ARGS.replace('stratum.deviation', '3'), 't', 'OPERATOR_ARGUMENT'],
    ['weight: stratum.area_ha, plots: stratum.plots, confidence: 0.9', 't', 'OPERATOR_ARGUMENT'],
    [ARGS.replace('stratum.plots', 'stratum.area_ha'), 't', 'UNIT_MISMATCH'],
  ])('is checked when the sheet is read: %s in %s', (args, unit, code) => {
    expect(loadSheet(sheet(args, unit)).faults.map((fault) => fault.code)).toContain(code);
  });
});
