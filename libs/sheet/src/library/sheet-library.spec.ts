import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkExamples, loadSheet, runSheet, SheetFaults, SheetLibrary, type Sheet } from '../index';

const yaml = (version: string, valid: string, more = ''): string => `
id: test/rule
version: ${version}
title: t
source: { title: s, confidence: official }
valid: ${valid}
${more}
lookups:
  price: { title: t, keys: [share], unit: 元/t, rows: [{ keys: ['0.60'], value: 3, source: s, confidence: official }] }
tables: { a: { title: t, key: id, inputs: { id: { type: text }, x: { unit: t }, share: { unit: 1 } }, columns: { y: { formula: 'x * lookup(price, share)', unit: 元, decimals: 2 } } } }
`;
const examples = (want: string): string => `
examples: [{ title: t, source: s, input: { tables: { a: [{ id: k, x: '1.5', share: '0.6' }] } }, expect: { tables: { a: { k: { y: '${want}' } } } } }]
`;
const input = { tables: { a: [{ id: 'k', x: '1.5', share: 0.6 }] } };

describe('a library of sheets', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sheets-'));
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'a.yaml'), yaml('1.0.0', '{ from: 2020-01-01, to: 2022-12-31 }'));
    writeFileSync(join(folder, 'b.yaml'), yaml('2.0.0', '{ from: 2023-01-01 }'));
    writeFileSync(join(folder, 'deep', 'c.yaml'), yaml('1.5.0', '{ from: 2021-01-01 }', "regions: ['150725']"));
    writeFileSync(join(folder, 'notes.txt'), 'no sheet');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives the version of the day, and a region its own', () => {
    const library = SheetLibrary.load(folder);
    const version = (choice?: object): string => library.get('test/rule', choice).version;
    expect(library.list()).toHaveLength(3);
    expect(version()).toBe('2.0.0');
    expect(version({ asOf: '2020-06-01' })).toBe('1.0.0');
    expect(version({ region: '150725' })).toBe('1.5.0');
    expect(version({ region: '150726' })).toBe('2.0.0');
    expect(version({ version: '1.0.0' })).toBe('1.0.0');
    expect(() => version({ asOf: '2019-01-01' })).toThrow(/METHOD_NOT_VALID/);
    expect(() => library.get('test/none')).toThrow(/UNKNOWN_METHOD/);
  });

  it('refuses a folder with a sheet that does not hold, naming the file', () => {
    writeFileSync(join(folder, 'z.yaml'), 'id: x');
    const load = (): unknown => {
      try {
        return SheetLibrary.load(folder);
      } catch (error) {
        return error;
      } finally {
        rmSync(join(folder, 'z.yaml'));
      }
    };
    const faults = (load() as SheetFaults).faults;
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((f) => f.params?.file === 'z.yaml')).toBe(true);
  });
});

describe('examples', () => {
  const load = (more: string): Sheet => loadSheet(yaml('1.0.0', '{ from: 2020-01-01 }', more)).sheet!;

  it('open the gate when they are reproduced', async () => {
    expect(checkExamples(load(examples('4.5')))).toMatchObject([{ ok: true, differences: [] }]);
    expect(await runSheet(load(examples('4.5')), input)).toMatchObject({ issuable: true, whyNot: [] });
  });

  it('keep it shut when one differs, or there is none', async () => {
    const failing = load(examples('4.51'));
    expect(checkExamples(failing)).toMatchObject([{ ok: false, differences: ['a/k/y: 4.50, expected 4.51'] }]);
    expect(await runSheet(failing, input)).toMatchObject({ issuable: false, whyNot: [{ code: 'EXAMPLE_FAILS' }] });
    expect(await runSheet(load(''), input)).toMatchObject({ issuable: false, whyNot: [{ code: 'NO_EXAMPLE' }] });
  });

  it('record the look-up row that was read', async () => {
    const { parametersUsed } = await runSheet(load(''), input);
    expect(parametersUsed).toMatchObject([
      { name: 'price', keys: ['0.60'], value: '3', unit: '元/t', overridden: false },
    ]);
  });
});

describe('both engines', () => {
  it('give one result and one hash', async () => {
    const { sheet } = loadSheet(yaml('1.0.0', '{ from: 2020-01-01 }', examples('4.5')));
    const rows = Array.from({ length: 300 }, (_, i) => ({ id: `${(i * 7) % 300}`, x: `${i / 8}`, share: '0.6' }));
    const exact = await runSheet(sheet!, { tables: { a: rows } }, { engine: 'exact' });
    const columnar = await runSheet(sheet!, { tables: { a: rows } }, { engine: 'columnar' });
    expect(columnar).toEqual(exact);
  });
});
