import type { Sheet } from '../model';
import { canonicalJson, readSheet } from './load-sheet';

const HEAD = `
id: test/sheet
version: 1.0.0
title: { zh: 表, en: Sheet }
source: { title: s, confidence: official }
valid: { from: 2021-01-01 }
`;
const TABLE = `
tables:
  a:
    title: t
    key: id
    inputs: { id: { type: text }, x: { unit: t } }
    columns: { y: { formula: x * 2, unit: t } }
`;
const faults = (yaml: string) => readSheet(yaml).faults;
const codes = (yaml: string): string[] => faults(yaml).map((f) => f.code);
const read = (yaml: string): Sheet => {
  const { sheet, faults } = readSheet(yaml);
  if (!sheet) throw new Error(JSON.stringify(faults));
  return sheet;
};
const parameter = (body: string): string => `${HEAD}${TABLE}parameters: { p: { title: t, ${body} } }`;
const value = (text: string, more = ''): string =>
  parameter(`${more} values: [{ value: ${text}, source: s, confidence: official }]`);

describe('reads a sheet', () => {
  it('fills in what may be left out', () => {
    const [table] = read(HEAD + TABLE).tables;
    expect(table).toMatchObject({ name: 'a', key: ['id'], optional: false, checks: [] });
    expect(table!.columns[1]).toMatchObject({ kind: 'input', type: 'number', unit: 't', required: true });
    expect(table!.columns[2]).toMatchObject({ kind: 'computed', numberKind: 'double', formula: 'x * 2' });
  });

  it.each(['7.50', '0.1', '100000000000000000000.01', '1e-3', '-0'])('keeps %s as it was written', (text) => {
    expect(read(value(text)).parameters[0]!.values[0]!.value).toBe(text);
    expect(read(value(`'${text}'`)).parameters[0]!.values[0]!.value).toBe(text);
  });

  it('a grouped table takes its key from by', () => {
    const yaml = `${HEAD}${TABLE}  g: { title: t, group: { table: a, by: id } }`;
    expect(read(yaml).tables[1]).toMatchObject({ key: ['id'], group: { table: 'a', by: ['id'] } });
  });

  it('a unit column is text', () => {
    expect(
      read(`${HEAD}tables: { a: { title: t, key: id, inputs: { id: { type: unit } } } }`).tables[0]!.columns[0],
    ).toMatchObject({ type: 'text' });
  });
});

describe('the hash of a sheet', () => {
  const hash = (yaml: string): string => read(yaml).hash;

  it('does not depend on layout, comments or the order of keys', () => {
    const other = `# comment\n${HEAD.trim().split('\n').reverse().join('\n')}\n${TABLE}`;
    expect(hash(other)).toBe(hash(HEAD + TABLE));
    expect(hash(HEAD + TABLE)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['a formula', ['x * 2', 'x * 3']],
    ['a unit', ['unit: t }', 'unit: kg }']],
    ['a version', ['1.0.0', '1.0.1']],
  ])('changes with %s', (_title, [from, to]) => {
    expect(hash((HEAD + TABLE).replaceAll(from!, to!))).not.toBe(hash(HEAD + TABLE));
  });

  it('covers a column whatever its name', () => {
    expect(canonicalJson({ ast: '1', asts: { kind: 'x' } })).not.toBe(canonicalJson({ ast: '2', asts: { kind: 'x' } }));
    expect(canonicalJson({ b: 1, a: [{ d: 2, c: 3 }] })).toBe('{"a":[{"c":3,"d":2}],"b":1}');
  });
});

describe('says what is wrong and where', () => {
  it('by path, in both languages', () => {
    const [fault] = faults(`${HEAD}${TABLE.replace('x * 2', 'x * (')}`);
    expect(fault).toMatchObject({ code: 'FORMULA_ENDS_EARLY', params: { place: 'tables.a.columns.y' } });
    expect(fault!.message.zh).toMatch(/^tables\.a\.columns\.y：/);
    expect(fault!.message.en).toMatch(/^tables\.a\.columns\.y: /);
  });

  it('every fault at once', () => {
    expect(codes('id: x\nversion: 1\ntables: { A: {} }\nshell: rm')).toEqual(
      expect.arrayContaining(['SHEET_ID', 'SHEET_VERSION', 'SHEET_NAME', 'SHEET_UNKNOWN_KEY', 'SHEET_MISSING_KEY']),
    );
  });

  it.each([
    ['a comma for a point', value("'7,5'"), 'SHEET_NUMBER'],
    ['a hexadecimal number', value('0x10'), 'SHEET_NUMBER'],
    ['an infinity', value('.inf'), 'SHEET_NUMBER'],
    ['a number that fills the memory', value('1e999999999'), 'SHEET_NUMBER'],
    ['a thousand digits', value('9'.repeat(1000)), 'SHEET_NUMBER'],
    ['a value that is no choice', value('AR7', 'type: text, choices: [AR5, AR6],'), 'SHEET_CHOICE'],
    ['a bound that is no number', parameter('min: low'), 'SHEET_NUMBER'],
    ['a value without a source', parameter('values: [{ value: 1, confidence: official }]'), 'SHEET_MISSING_KEY'],
    ['an unknown confidence', parameter('values: [{ value: 1, source: s, confidence: sure }]'), 'SHEET_CONFIDENCE'],
    ['a day that does not exist', value('2024-02-30', 'type: date,'), 'SHEET_DATE'],
    ['a boolean that is none', value('yes', 'type: boolean,'), 'SHEET_FLAG'],
    ['an unknown type', parameter('type: float'), 'SHEET_TYPE'],
    ['decimals beyond 18', HEAD + TABLE.replace('x: { unit: t }', 'x: { decimals: 19 }'), 'SHEET_DECIMALS'],
    ['negative decimals', HEAD + TABLE.replace('x: { unit: t }', 'x: { decimals: -1 }'), 'SHEET_DECIMALS'],
    ['decimals and exact', HEAD + TABLE.replace('x * 2, unit: t', 'x * 2, decimals: 2, exact: true'), 'SHEET_KIND'],
    ['a column that is input and formula', HEAD + TABLE.replace('{ y:', '{ x:'), 'SHEET_NAME_TWICE'],
    ['neither formula nor operator', HEAD + TABLE.replace('formula: x * 2, ', ''), 'SHEET_FORMULA'],
    ['a missing key column', HEAD + TABLE.replace('key: id', 'key: nothing'), 'SHEET_KEY'],
    [
      'an optional key',
      HEAD + TABLE.replace('id: { type: text }', 'id: { type: text, required: false }'),
      'SHEET_KEY_OPTIONAL',
    ],
    ['an unknown parent', `${HEAD}${TABLE}    parent: { table: b, on: id }`, 'SHEET_UNKNOWN_TABLE'],
    ['its own parent', `${HEAD}${TABLE}    parent: { table: a, on: id }`, 'SHEET_TABLE_CYCLE'],
    ['an unknown group', `${HEAD}${TABLE}  g: { title: t, group: { table: b, by: id } }`, 'SHEET_UNKNOWN_TABLE'],
    ['a group by a number', `${HEAD}${TABLE}  g: { title: t, group: { table: a, by: x } }`, 'SHEET_GROUP'],
    [
      'a group with inputs',
      `${HEAD}${TABLE}  g: { title: t, group: { table: a, by: id }, inputs: { z: {} } }`,
      'SHEET_GROUP_INPUTS',
    ],
    [
      'a look-up row short of a key',
      `${HEAD}${TABLE}lookups: { l: { title: t, keys: [a, b], rows: [{ keys: [1], value: 1, source: s, confidence: official }] } }`,
      'SHEET_LOOKUP_KEYS',
    ],
    [
      'an example that is no table',
      `${HEAD}${TABLE}examples: [{ title: t, source: s, input: { tables: 5 }, expect: {} }]`,
      'SHEET_MAPPING',
    ],
    [
      'an example with a nested cell',
      `${HEAD}${TABLE}examples: [{ title: t, source: s, input: { tables: { a: [{ x: { y: 1 } }] } }, expect: {} }]`,
      'SHEET_TEXT',
    ],
    [
      'an expectation that is no mapping',
      `${HEAD}${TABLE}examples: [{ title: t, source: s, input: { tables: {} }, expect: { outputs: [1] } }]`,
      'SHEET_MAPPING',
    ],
  ])('%s', (_title, yaml, code) => {
    expect(codes(yaml)).toContain(code);
  });
});

describe('refuses hostile files', () => {
  const bomb = Array.from({ length: 20 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}*l${i}]`);

  it.each([
    ['a bomb of aliases', `l0: &l0 x\n${bomb.join('\n')}`],
    ['a merge', `a: &a { b: 1 }\nc: { <<: *a }`],
    ['an anchor alone', `id: &a x`],
    ['a tag', `id: !!js/function x`],
    ['a local tag', `id: !exec x`],
    ['a key twice', `id: a\nid: b`],
    ['two documents', `id: a\n---\nid: b`],
    ['a mapping as a key', `? { a: 1 }\n: 2`],
    ['deep lists', `id: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['deep lines', '- '.repeat(5000)],
    ['unclosed text', `id: "abc`],
  ])('%s', (_title, yaml) => {
    expect(codes(yaml)).toEqual(['SHEET_YAML']);
  });

  it.each([
    ['nothing', ''],
    ['a number', '5'],
    ['a list', '[1]'],
    ['null', 'null'],
  ])('%s', (_title, yaml) => {
    expect(codes(yaml)).toContain('SHEET_MAPPING');
  });

  it.each([
    "x'; DROP TABLE filings --",
    'x y',
    'X',
    '1x',
    '_x',
    'where',
    'and',
    'x'.repeat(64),
    '__proto__',
    '../x',
    'a.b',
    '表',
  ])('the name %j', (name) => {
    const quoted = JSON.stringify(name);
    expect(codes(HEAD + TABLE.replace('{ y:', `{ ${quoted}:`))).toContain('SHEET_NAME');
    expect(codes(`${HEAD}tables: { ${quoted}: { title: t, key: id, inputs: { id: { type: text } } } }`)).toContain(
      'SHEET_NAME',
    );
    expect(codes(`${HEAD}${TABLE}parameters: { ${quoted}: { title: t } }`)).toContain('SHEET_NAME');
  });

  it('a file over 1 MB, by bytes', () => {
    expect(codes(`# ${'青'.repeat(400_000)}`)).toEqual(['SHEET_TOO_LARGE']);
  });

  it('too many columns', () => {
    const columns = Array.from({ length: 450 }, (_, i) => `c${i}: {}`).join(', ');
    const tables = Array.from(
      { length: 5 },
      (_, i) => `t${i}: { title: t, key: id, inputs: { id: { type: text }, ${columns} } }`,
    );
    expect(codes(`${HEAD}tables: { ${tables.join(', ')} }`)).toContain('SHEET_TOO_LARGE');
  });

  it('without reaching a prototype', () => {
    readSheet(
      `${HEAD}${TABLE}examples: [{ title: t, source: s, input: { tables: { a: [{ __proto__: { polluted: 1 } }] } }, expect: {} }]`,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
