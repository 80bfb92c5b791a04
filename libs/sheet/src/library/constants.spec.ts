import { loadSheet, runSheet } from '../index';
import { checkExamples } from './examples';
import { constantsOf, faultsOfConstant, faultsOfRow, provisionalRowsOf, withOfficial } from './constants';

const yaml = (rate: string, confidence: string) => `
id: test/constants
version: 1.0.0
title: { zh: 试, en: try }
source: { title: s, confidence: ${confidence} }
valid: { from: 2020-01-01 }
parameters:
  rate: { title: { zh: 率, en: rate }, unit: 1, min: 0, max: 1, values: [{ value: ${rate}, source: recalled, confidence: provisional }] }
  known: { title: { zh: 已知, en: known }, unit: 1, values: [{ value: 2, source: s, confidence: official }] }
  given: { title: { zh: 填报, en: given }, unit: 1, values: [] }
tables: {}
outputs:
  sum: { title: { zh: 和, en: sum }, formula: rate * known * given, unit: 1, decimals: 4 }
examples:
  - title: { zh: 例, en: example }
    source: by hand
    as_of: 2024-01-01
    input: { parameters: { given: '10' }, tables: {} }
    expect: { outputs: { sum: '2.0000' } }
`;
const sheet = (rate = '0.1', confidence = 'provisional') => {
  const { sheet: read, faults } = loadSheet(yaml(rate, confidence));
  if (!read) throw new Error(JSON.stringify(faults));
  return read;
};
const input = { parameters: { given: '10' }, tables: {} };

it('finds what is provisional alone, not what runs give and not what is known', () => {
  expect(constantsOf(sheet()).map(({ name }) => name)).toEqual(['rate']);
});

it('puts official values in place; the examples go on proving the formulas', async () => {
  const before = sheet();
  const values = [{ name: 'rate', value: '0.25', from: '2023-01-01', source: 'the text, clause 8' }];
  const after = withOfficial(before, { values, formulas: 'clauses 8–9' });
  expect(after.hash).not.toBe(before.hash);
  expect(withOfficial(before, { values, formulas: 'clauses 8–9' }).hash).toBe(after.hash);
  const tried = await runSheet(before, input, { asOf: '2024-01-01' });
  expect([tried.outputs.sum, tried.issuable]).toEqual(['2.0000', false]);
  const run = await runSheet(after, input, { asOf: '2024-01-01' });
  expect([run.outputs.sum, run.issuable, run.whyNot]).toEqual(['5.0000', true, []]);
  expect(run.parametersUsed).toContainEqual(
    expect.objectContaining({ name: 'rate', value: '0.25', source: 'the text, clause 8', confidence: 'official' }),
  );
});

it('leaves the sheet provisional where nobody compared its formulas', async () => {
  const values = [{ name: 'rate', value: '0.25', from: '2023-01-01', source: 'x' }];
  const run = await runSheet(withOfficial(sheet(), { values }), input, { asOf: '2024-01-01' });
  expect(run.whyNot.map(({ code }) => code)).toEqual(['METHOD_PROVISIONAL']);
});

it('touches nothing but what is provisional', () => {
  const after = withOfficial(sheet(), { values: [{ name: 'known', value: '9', from: '2023-01-01', source: 'x' }] });
  expect(after.parameters.find(({ name }) => name === 'known')!.values[0]!.value).toBe('2');
});

it('names what is wrong with a value', () => {
  const [rate] = constantsOf(sheet());
  expect(faultsOfConstant(rate!, '0.3')).toEqual([]);
  expect(faultsOfConstant(rate!, '3').map(({ code }) => code)).toEqual(['OUT_OF_RANGE']);
  expect(faultsOfConstant(rate!, 'ten').map(({ code }) => code)).toEqual(['NOT_A_NUMBER']);
});

describe('rows of look-up tables', () => {
  const { sheet: read } = loadSheet(`
id: test/rows
version: 1.0.0
title: { zh: 试, en: try }
source: { title: s, confidence: official }
valid: { from: 2020-01-01 }
lookups:
  factor:
    title: { zh: 因子, en: factor }
    keys: [family, fuel]
    unit: t/t
    rows:
      - { keys: [a, coal], value: 2, source: recalled, confidence: provisional }
      - { keys: [a, gas], value: 3, source: s, confidence: official }
      - { keys: [b, coal], value: 4, to: 2021-12-31, source: s, confidence: secondary }
      - { keys: [b, coal], value: 5, from: 2022-01-01, source: recalled, confidence: provisional }
parameters:
  family: { title: { zh: 族, en: family }, type: text, choices: [a, b], values: [] }
  mass: { title: { zh: 量, en: mass }, unit: t, values: [] }
tables: {}
outputs:
  burnt: { title: { zh: 排放, en: emitted }, formula: "mass * lookup(factor, family, 'coal')", unit: t, decimals: 2 }
examples:
  - title: { zh: 例, en: example }
    source: by hand
    as_of: 2024-01-01
    input: { parameters: { family: a, mass: '10' }, tables: {} }
    expect: { outputs: { burnt: '20.00' } }
`);
  const rows = read!;
  const value = (from: string) => ({
    name: 'factor',
    keys: ['a', 'coal'],
    value: '2.5',
    from,
    source: 'the text, table 1',
  });
  const ran = (of: typeof rows, family: string, asOf: string) =>
    runSheet(of, { parameters: { family, mass: '10' }, tables: {} }, { asOf });

  it('are those whose every value is provisional', () => {
    expect(provisionalRowsOf(rows).map(({ table, keys }) => [table.name, ...keys])).toEqual([['factor', 'a', 'coal']]);
  });

  it('that a run used keep it from being issued until one of the text stands in their place', async () => {
    const tried = await ran(rows, 'a', '2024-01-01');
    expect([tried.outputs.burnt, tried.whyNot.map(({ code, column }) => `${column} ${code}`)]).toEqual([
      '20.00',
      ['factor/a/coal PARAMETER_PROVISIONAL'],
    ]);
    const after = withOfficial(rows, { values: [value('2023-01-01')] });
    expect(after.hash).not.toBe(rows.hash);
    const run = await ran(after, 'a', '2024-01-01');
    expect([run.outputs.burnt, run.issuable]).toEqual(['25.00', true]);
    expect(run.parametersUsed).toContainEqual(
      expect.objectContaining({
        name: 'factor',
        keys: ['a', 'coal'],
        confidence: 'official',
        source: 'the text, table 1',
      }),
    );
    // What nobody entered goes on to be provisional, and the examples go on proving the formulas.
    expect((await ran(after, 'b', '2024-01-01')).issuable).toBe(false);
    expect(checkExamples(after).map(({ ok }) => ok)).toEqual([true]);
    await expect(ran(after, 'a', '2022-12-31')).rejects.toThrow();
  });

  it('are refused what is no number', () => {
    const [row] = provisionalRowsOf(rows);
    expect(faultsOfRow(row!, '2.5')).toEqual([]);
    expect(faultsOfRow(row!, 'two')).toEqual([
      expect.objectContaining({ table: 'factor', row: 'a/coal', column: 'value', code: 'NOT_A_NUMBER' }),
    ]);
  });
});
