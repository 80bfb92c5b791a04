import { loadSheet, runSheet, SheetFaults, type Fault, type RunInput, type RunResult, type Sheet } from '../index';

const load = (body: string): Sheet => {
  const { sheet, faults } = loadSheet(`
id: test/exact
version: 1.0.0
title: t
source: { title: s, confidence: official }
valid: { from: 2020-01-01 }
${body}`);
  if (!sheet) throw new Error(JSON.stringify(faults));
  return sheet;
};
const seen = async (sheet: Sheet, input: unknown): Promise<string[]> => {
  const error: unknown = await runSheet(sheet, input as RunInput).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(SheetFaults);
  return (error as SheetFaults).faults
    .map((f: Fault) => [f.code, f.table, f.row, f.column].filter(Boolean).join(' '))
    .sort();
};

describe('input that is not what it should be', () => {
  const sheet = load(`
tables:
  a: { title: t, key: [k, l], inputs: { k: { type: text }, l: { type: text }, x: { unit: t, required: false }, d: { type: date, required: false } }, columns: { y: { formula: 'coalesce(x, 0)', unit: t, decimals: 3 } } }
outputs: { total: { title: t, formula: sum(a.y), unit: t, decimals: 3 } }
`);

  it('names rows and tables that are none', async () => {
    expect(await seen(sheet, { tables: { a: [null, 5, [], { k: 'k', l: 'l', x: {}, d: '2025-02-30' }] } })).toEqual([
      'NOT_A_NUMBER a k/l x',
      'NOT_A_ROW a #1',
      'NOT_A_ROW a #2',
      'NOT_A_ROW a #3',
    ]);
    expect(await seen(sheet, { tables: { a: 'x' } })).toEqual(['EMPTY_TABLE a', 'NOT_A_TABLE a']);
    expect(await seen(sheet, { tables: null })).toEqual(['EMPTY_TABLE a']);
    expect(await seen(sheet, { tables: { a: [{ k: { a: 1 }, l: true }] }, parameters: [] })).toEqual([
      'NOT_A_TEXT a [object Object]/true k',
      'NOT_A_TEXT a [object Object]/true l',
      'NOT_PARAMETERS parameters',
    ]);
  });

  it('keeps keys of several columns apart, and names a repeated one once', async () => {
    const rows = [
      { k: 'a/b', l: 'c' },
      { k: 'a', l: 'b/c' },
    ];
    expect((await runSheet(sheet, { tables: { a: rows } })).outputs.total).toBe('0.000');
    const doubles = [...rows, ...rows, { k: ' a/b ', l: 'c' }].map((row) => ({ ...row, x: '1' }));
    expect(await seen(sheet, { tables: { a: doubles } })).toEqual([
      'DUPLICATE_KEY a a/b/c l',
      'DUPLICATE_KEY a a/b/c l',
    ]);
  });

  it('names a computed column that is filed', async () => {
    expect(await seen(sheet, { tables: { a: [{ k: 'k', l: 'l', y: '1' }] } })).toEqual(['UNKNOWN_COLUMN a k/l y']);
  });
});

describe('grouped tables', () => {
  const sheet = load(`
tables:
  item:
    title: t
    key: id
    inputs: { id: { type: text }, zone: { type: text }, x: { unit: t } }
    columns:
      size: { type: text, formula: "if(x > 10 't', 'large', 'small')" }
      share: { formula: x / size.total, unit: 1, decimals: 4 }
  size: { title: t, group: { table: item, by: size }, columns: { total: { formula: sum(item.x), unit: t, exact: true }, mean: { formula: mean(item.x), unit: t, exact: true } } }
  zone: { title: t, group: { table: item, by: zone }, columns: { n: { formula: count(item), unit: 1, decimals: 0 } } }
outputs: { zones: { title: t, formula: count(zone), unit: 1, decimals: 0 } }
`);
  const items = (...xs: number[]): RunInput['tables'] => ({
    item: xs.map((x, i) => ({ id: `${i}`, zone: i % 2 ? 'b' : 'a', x })),
  });

  it('group by a computed column, and are read from below', async () => {
    const { tables, outputs } = await runSheet(sheet, { tables: items(30, 1, 10, 1) });
    expect(tables.size).toEqual([
      { size: 'large', total: '30', mean: '30' },
      { size: 'small', total: '12', mean: '4' },
    ]);
    expect(tables.item!.map((row) => row.share)).toEqual(['1.0000', '0.0833', '0.8333', '0.0833']);
    expect(outputs.zones).toBe('2');
  });

  it('report a division by zero once, not again in what rests on it', async () => {
    expect(await seen(sheet, { tables: items(0, 0) })).toEqual([
      'DIVISION_BY_ZERO item 0 share',
      'DIVISION_BY_ZERO item 1 share',
    ]);
  });
});

describe('doubles', () => {
  const sheet = load(`
tables:
  a: { title: t, key: id, inputs: { id: { type: text }, x: { unit: 1 } }, columns: { e: { formula: exp(x), unit: 1 }, third: { formula: x / 7, unit: 1 } } }
outputs:
  total: { title: t, formula: sum(a.e), unit: 1 }
  harmonic: { title: t, formula: sum(1 / a.x), unit: 1 }
  rounded: { title: t, formula: 'round(sum(a.e), 2)', unit: 1, decimals: 2 }
`);
  const rows = (n: number): { id: string; x: string }[] =>
    Array.from({ length: n }, (_, i) => ({ id: `k${(i * 7) % n}`, x: `${(i % 9) + 0.1}` }));

  it('add up the same whatever the order of filing, and come back in that order', async () => {
    const filed = rows(100);
    const one = await runSheet(sheet, { tables: { a: filed } });
    const two = await runSheet(sheet, { tables: { a: [...filed].reverse() } });
    expect(two.outputs).toEqual(one.outputs);
    expect(two.resultHash).toBe(one.resultHash);
    expect(one.tables.a!.map((row) => row.id)).toEqual(filed.map((row) => row.id));
    expect(one.outputs.rounded).toBe(Number(one.outputs.total).toFixed(2));
  });

  it('do not drown in exact fractions', async () => {
    const primes = Array.from({ length: 2000 }, (_, i) => ({ id: `${i}`, x: `${1 + 2 * i}.0001` }));
    const began = process.cpuUsage();
    const { outputs } = await runSheet(sheet, { tables: { a: primes.map((row) => ({ ...row })).slice(0, 350) } });
    // Its own time at work: what else the machine does is no fault of it.
    expect(process.cpuUsage(began).user).toBeLessThan(5_000_000);
    expect(Number(outputs.harmonic)).toBeCloseTo(
      primes.slice(0, 350).reduce((sum, row) => sum + 1 / Number(row.x), 0),
      9,
    );
  });

  it('name an overflow', async () => {
    expect(await seen(sheet, { tables: { a: [{ id: 'a', x: '1000' }] } })).toEqual(['NOT_FINITE a a e']);
  });
});

describe('allocation as a column', () => {
  const sheet = load(`
parameters: { bonus: { title: t, unit: 元, values: [] } }
tables:
  banner: { title: t, key: id, inputs: { id: { type: text }, fund: { unit: 元, decimals: 2 } }, columns: { pool: { formula: fund + bonus, unit: 元, decimals: 2 } } }
  household:
    title: t
    key: id
    parent: { table: banner, on: banner }
    inputs: { id: { type: text }, banner: { type: text }, weight: { unit: 1 }, least: { unit: 元, required: false } }
    columns: { amount: { operator: allocate, args: { pool: banner.pool, weight: weight, floor: least }, unit: 元, decimals: 2 } }
outputs: { total: { title: t, formula: sum(household.amount), unit: 元, decimals: 2 } }
`);
  const input = (least?: string): RunInput => ({
    parameters: { bonus: '1.00' },
    tables: {
      banner: [
        { id: 'x', fund: '9.00' },
        { id: 'y', fund: '0.00' },
      ],
      household: ['1', '2', '3'].map((id) => ({
        id,
        banner: id === '3' ? 'y' : 'x',
        weight: id,
        ...(id === '1' && least && { least }),
      })),
    },
  });

  it('splits a pool of the table above among the rows below it', async () => {
    const result: RunResult = await runSheet(sheet, input());
    expect(result.tables.household!.map((row) => row.amount)).toEqual(['3.33', '6.67', '1.00']);
    expect(result.outputs.total).toBe('11.00');
  });

  it('names the input at fault, and a parameter that is missing', async () => {
    expect(await seen(sheet, input('10.01'))).toEqual(['FLOORS_EXCEED_POOL household least']);
    expect(await seen(sheet, input('0.001'))).toEqual(['TOO_MANY_DECIMALS household 1 least']);
    expect(await seen(sheet, { ...input(), parameters: {} })).toEqual(['REQUIRED parameters bonus']);
    expect(await seen(sheet, { ...input(), parameters: { bonus: '1', bonuss: '1' } })).toEqual([
      'UNKNOWN_PARAMETER parameters bonuss',
    ]);
  });
});
