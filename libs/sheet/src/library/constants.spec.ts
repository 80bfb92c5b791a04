import { loadSheet, runSheet } from '../index';
import { constantsOf, faultsOfConstant, withOfficial } from './constants';

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
  const values = [{ name: 'rate', value: '0.25', source: 'the text, clause 8' }];
  const after = withOfficial(before, { from: '2023-01-01', values, formulas: 'clauses 8–9' });
  expect(after.hash).not.toBe(before.hash);
  expect(withOfficial(before, { from: '2023-01-01', values, formulas: 'clauses 8–9' }).hash).toBe(after.hash);
  const tried = await runSheet(before, input, { asOf: '2024-01-01' });
  expect([tried.outputs.sum, tried.issuable]).toEqual(['2.0000', false]);
  const run = await runSheet(after, input, { asOf: '2024-01-01' });
  expect([run.outputs.sum, run.issuable, run.whyNot]).toEqual(['5.0000', true, []]);
  expect(run.parametersUsed).toContainEqual(
    expect.objectContaining({ name: 'rate', value: '0.25', source: 'the text, clause 8', confidence: 'official' }),
  );
});

it('leaves the sheet provisional where nobody compared its formulas', async () => {
  const values = [{ name: 'rate', value: '0.25', source: 'x' }];
  const run = await runSheet(withOfficial(sheet(), { from: '2023-01-01', values }), input, { asOf: '2024-01-01' });
  expect(run.whyNot.map(({ code }) => code)).toEqual(['METHOD_PROVISIONAL']);
});

it('touches nothing but what is provisional', () => {
  const after = withOfficial(sheet(), { from: '2023-01-01', values: [{ name: 'known', value: '9', source: 'x' }] });
  expect(after.parameters.find(({ name }) => name === 'known')!.values[0]!.value).toBe('2');
});

it('names what is wrong with a value', () => {
  const [rate] = constantsOf(sheet());
  expect(faultsOfConstant(rate!, '0.3')).toEqual([]);
  expect(faultsOfConstant(rate!, '3').map(({ code }) => code)).toEqual(['OUT_OF_RANGE']);
  expect(faultsOfConstant(rate!, 'ten').map(({ code }) => code)).toEqual(['NOT_A_NUMBER']);
});
