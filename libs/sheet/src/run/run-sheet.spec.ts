import fc from 'fast-check';
import { loadSheet, runSheet, SheetFaults, type Fault, type RunInput, type Sheet } from '../index';

const yaml = `
id: test/run
version: 1.0.0
title: t
source: { title: s, confidence: official }
valid: { from: 2020-01-01 }
parameters:
  rate:
    title: { zh: 单价, en: rate }
    unit: 元/亩
    values:
      - { value: 7.50, from: 2020-01-01, to: 2025-12-31, source: s, confidence: official }
      - { value: 9, from: 2020-01-01, to: 2025-12-31, region: '1507', source: s, confidence: official }
      - { value: 8, from: 2026-01-01, source: s, confidence: provisional }
lookups:
  price: { title: t, keys: [kind], unit: 元/t, rows: [{ keys: [coal], value: 3, source: s, confidence: official }] }
tables:
  owner:
    title: t
    key: id
    inputs: { id: { type: text }, days: { unit: 1, required: false } }
    columns:
      area: { formula: sum(parcel.mu), unit: 亩, decimals: 2 }
      pay: { formula: sum(parcel.pay), unit: 元, decimals: 2 }
      per_day: { formula: 'pay / coalesce(days, 1)', unit: 元, exact: true }
  parcel:
    title: t
    key: [id, no]
    parent: { table: owner, on: id }
    optional: true
    inputs: { id: { type: text }, no: { type: text }, mu: { unit: 亩, decimals: 2, min: 0, max: 100000 }, kind: { type: text, choices: [coal, gas] }, t: { unit: t } }
    columns:
      pay: { formula: 'mu * rate / 3', unit: 元, decimals: 2 }
      cost: { formula: 't * lookup(price, kind)', unit: 元, decimals: 2 }
  kind: { title: t, group: { table: parcel, by: kind }, columns: { pay: { formula: sum(parcel.pay), unit: 元, decimals: 2 } } }
outputs:
  total: { title: t, formula: sum(owner.pay), unit: 元, decimals: 2 }
examples:
  - { title: t, source: s, as_of: 2024-01-01, input: { tables: { owner: [{ id: x }] } }, expect: { outputs: { total: '0.00' } } }
`;
const sheet = loadSheet(yaml).sheet as Sheet;
const parcel = (id: string, no: string, mu: unknown, more: object = {}): Record<string, never> =>
  ({ id, no, mu, kind: 'coal', t: '1', ...more }) as never;
const input = (parcels: object[], owner: object = { id: 'o' }): RunInput => ({
  tables: { owner: [owner as never], parcel: parcels as never },
});
const day = { asOf: '2024-06-01' };

async function faultsOf(run: RunInput, options: object = day): Promise<Fault[]> {
  const result = await runSheet(sheet, run, options).catch((error: unknown) => error);
  expect(result).toBeInstanceOf(SheetFaults);
  return (result as SheetFaults).faults;
}

describe('a run', () => {
  it('rounds each line once and adds the rounded lines', async () => {
    const result = await runSheet(sheet, input([parcel('o', '1', '0.01'), parcel('o', '2', '0.07')]), day);
    expect(result.tables.parcel!.map((r) => r.pay)).toEqual(['0.03', '0.18']);
    expect(result.tables.owner![0]).toMatchObject({ area: '0.08', pay: '0.21' });
    expect(result.tables.kind).toEqual([{ kind: 'coal', pay: '0.21' }]);
    expect(result.outputs).toEqual({ total: '0.21' });
    expect(result).toMatchObject({ issuable: true, whyNot: [] });
  });

  it('takes the parameter of the day and of the region', async () => {
    const run = input([parcel('o', '1', '3')]);
    expect((await runSheet(sheet, run, day)).outputs.total).toBe('7.50');
    expect((await runSheet(sheet, run, { ...day, region: '150725' })).outputs.total).toBe('9.00');
    const later = await runSheet(sheet, run, { asOf: '2026-03-01' });
    expect(later).toMatchObject({
      outputs: { total: '8.00' },
      issuable: false,
      whyNot: [{ code: 'PARAMETER_PROVISIONAL' }],
    });
    expect(await faultsOf(run, { asOf: '2019-01-01' })).toMatchObject([
      { code: 'PARAMETER_NOT_VALID', table: 'parameters', column: 'rate' },
    ]);
  });

  it('marks an overridden parameter: a what-if cannot issue', async () => {
    const result = await runSheet(sheet, { ...input([]), parameters: { rate: '1' } }, day);
    expect(result.issuable).toBe(true); // nothing read it
    const read = await runSheet(sheet, { ...input([parcel('o', '1', '3')]), parameters: { rate: '1' } }, day);
    expect(read).toMatchObject({ issuable: false, whyNot: [{ code: 'PARAMETER_OVERRIDDEN' }] });
  });

  it('lists every fault with row, column, reason and remedy in both languages', async () => {
    const faults = await faultsOf({
      tables: {
        owner: [{ id: 'o' }, { id: 'o' }],
        parcel: [
          parcel('o', '1', '-5'),
          parcel('o', '2', undefined),
          parcel('o', '3', 'twelve'),
          parcel('o', '4', '1,234'),
          parcel('o', '5', '１２'),
          parcel('o', '6', '1.234'),
          parcel('nobody', '7', '1'),
          parcel('o', '8', '1', { kind: 'wood' }),
          parcel('o', '9', '1', { colour: 'red' }),
          parcel('=cmd()', '10', '1'),
        ],
        extra: [],
      },
    });
    const seen = faults.map((f) => [f.code, f.table, f.row, f.column].filter(Boolean).join(' '));
    expect(seen.sort()).toEqual([
      'DUPLICATE_KEY owner o id',
      'FORMULA_TEXT parcel =cmd()/10 id',
      'NOT_A_CHOICE parcel o/8 kind',
      'NOT_A_NUMBER parcel o/3 mu',
      'NOT_A_NUMBER parcel o/4 mu',
      'NOT_A_NUMBER parcel o/5 mu',
      'OUT_OF_RANGE parcel o/1 mu',
      'REQUIRED parcel o/2 mu',
      'TOO_MANY_DECIMALS parcel o/6 mu',
      'UNKNOWN_COLUMN parcel o/9 colour',
      'UNKNOWN_KEY parcel nobody/7 id',
      'UNKNOWN_TABLE extra',
    ]);
    for (const { message } of faults) expect(message.zh && message.en).toBeTruthy();
    expect(faults.find((f) => f.row === 'o/5')?.remedy).toEqual({
      zh: '改用半角数字',
      en: 'use ordinary (half-width) digits',
    });
  });

  it('names a division by zero and an unknown look-up key', async () => {
    expect(await faultsOf(input([], { id: 'o', days: '0' }))).toMatchObject([
      { code: 'DIVISION_BY_ZERO', table: 'owner', row: 'o', column: 'per_day' },
    ]);
    expect(await faultsOf(input([parcel('o', '1', '1', { kind: 'gas' })]))).toMatchObject([
      { code: 'UNKNOWN_KEY', table: 'parcel', row: 'o/1', column: 'cost' },
    ]);
    expect(await faultsOf({ tables: { owner: [] } })).toMatchObject([{ code: 'EMPTY_TABLE', table: 'owner' }]);
  });

  it('has one hash for the same figures however they are ordered or written', async () => {
    const mu = fc.integer({ min: 0, max: 9999 }).map((n) => (n / 100).toFixed(2));
    await fc.assert(
      fc.asyncProperty(fc.array(mu, { minLength: 1, maxLength: 8 }), async (areas) => {
        const rows = areas.map((a, i) => parcel('o', String(i), a));
        const one = await runSheet(sheet, input(rows), day);
        const two = await runSheet(sheet, input([...rows].reverse().map((r) => ({ ...r, mu: Number(r.mu) }))), day);
        expect(two.resultHash).toBe(one.resultHash);
        const other = await runSheet(sheet, input([...rows, parcel('o', 'x', '0.00')]), day);
        expect(other.inputHash).not.toBe(one.inputHash);
      }),
      { numRuns: 40 },
    );
  });
});
