import { explain, loadSheet, SheetFaults, type Explanation, type RunInput, type Sheet } from '../index';

const yaml = `
id: test/explain
version: 1.0.0
title: t
source: { title: s, confidence: official }
valid: { from: 2020-01-01 }
parameters:
  gwp: { title: { zh: 增温潜势, en: GWP set }, type: text, choices: [AR5, AR6], values: [{ value: AR6, source: s, confidence: official }] }
lookups:
  cf4: { title: { zh: CF4 潜势, en: GWP of CF4 }, keys: [set], unit: kg CO2e/kg CF4, rows: [
    { keys: [AR5], value: 6630, source: AR5 8.A, confidence: secondary }, { keys: [AR6], value: 7380, source: AR6 7.SM.7, confidence: official }] }
tables:
  plant:
    title: { zh: 工厂, en: Plant }
    key: id
    inputs: { id: { type: text }, t: { unit: t, above: 0 }, cf4_kg: { unit: kg CF4 } }
    columns:
      pfc: { title: { zh: 阳极效应, en: Anode effects }, formula: 'cf4_kg * lookup(cf4, gwp)', unit: kg CO2e, clause: 7.3 }
      lines: { title: { zh: 投入, en: Inputs }, formula: 'sum(line.kg where line.out = false)', unit: kg CO2e }
      per_t: { title: { zh: 每吨, en: Per tonne }, formula: '(pfc + lines) / t', unit: kg CO2e/t, decimals: 4 }
  line:
    title: { zh: 投入, en: Input }
    key: [id, item]
    parent: { table: plant, on: id }
    inputs:
      id: { type: text }
      item: { type: text }
      amount: { unit: '[unit]' }
      unit: { type: unit }
      factor: { unit: 'kg CO2e/[unit]' }
      out: { type: boolean }
    columns: { kg: { title: { zh: 排放, en: Emissions }, formula: amount * factor, unit: kg CO2e } }
outputs:
  all: { title: { zh: 合计, en: All }, formula: sum(plant.lines), unit: kg CO2e }
`;
const sheet = loadSheet(yaml).sheet as Sheet;
const line = (i: number, out = false): Record<string, string | boolean> => ({
  id: 'p',
  item: `i${i}`,
  amount: '2.50',
  unit: 'kWh',
  factor: '0.5',
  out,
});
const input = (lines: number): RunInput => ({
  tables: {
    plant: [{ id: 'p', t: '3', cf4_kg: '0.034' }],
    line: [...Array.from({ length: lines }, (_, i) => line(i)), line(999, true)],
  },
});
const at = (tree: Explanation, ...places: string[]): Explanation =>
  places.reduce((node, place) => node.children.find((c) => c.place.endsWith(place))!, tree);

describe('explain', () => {
  it('shows the formula with its figures and units, the clause and the rounding', () => {
    const tree = explain(sheet, input(2), 'plant/p/per_t');
    expect(tree).toMatchObject({
      value: '84.4733',
      unit: 'kg CO2e/t',
      formula: '(pfc + lines) / t',
      words: { en: expect.stringMatching(/^\(.+ \+ .+\) \/ .+$/) as string },
      filled: '(250.92 kg CO2e + 2.5 kg CO2e) / 3 t',
      rounding: 'half-up, 4 decimals',
    });
    expect(tree.children.map((c) => c.place)).toEqual(['plant/p/pfc', 'plant/p/lines', 'plant/p/t']);
    expect(at(tree, '/t')).toMatchObject({ value: '3', unit: 't', source: 'filed', children: [] });
  });

  it('names source and confidence of parameters and look-up rows', () => {
    const pfc = at(explain(sheet, input(1), 'plant/p/per_t'), '/pfc');
    expect(pfc).toMatchObject({ clause: '7.3', filled: '0.034 kg CF4 * 7380 kg CO2e/kg CF4' });
    expect(at(pfc, 'lookup/cf4/AR6')).toMatchObject({ value: '7380', source: 'AR6 7.SM.7', confidence: 'official' });
    expect(at(pfc, 'parameter/gwp')).toMatchObject({ value: 'AR6', unit: '' });
  });

  it("opens a total into its rows, in the row's own unit, and counts what it does not list", () => {
    const lines = explain(sheet, input(120), 'plant/p/lines');
    expect(lines.filled).toBe('150 kg CO2e');
    const [total] = lines.children;
    expect(total).toMatchObject({ label: { zh: '合计：排放', en: 'Sum of Emissions' }, value: '150', childCount: 120 });
    expect(total!.children).toHaveLength(50);
    expect(total!.children[0]).toMatchObject({ place: 'line/p/i0/kg', filled: '2.5 kWh * 0.5 kg CO2e/kWh' });
  });

  it('explains outputs, and refuses cells that are not there', () => {
    expect(explain(sheet, input(1), 'output/all')).toMatchObject({ value: '1.25', formula: 'sum(plant.lines)' });
    for (const cell of ['output/none', 'plant/q/t', 'plant/p/none', '']) {
      expect(() => explain(sheet, input(1), cell)).toThrow(SheetFaults);
    }
  });
});
