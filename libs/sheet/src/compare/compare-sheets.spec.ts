import { compareSheets, loadSheet, type Sheet } from '../index';

const yaml = `
id: test/rule
version: 1.0.0
title: t
source: { title: s, confidence: official }
valid: { from: 2020-01-01 }
parameters:
  rate: { title: 费率, unit: 元/t, values: [{ value: 7.50, source: s, confidence: official }] }
lookups:
  price:
    title: t
    keys: [kind]
    unit: 元/t
    rows:
      - { keys: [a], value: 3, source: s, confidence: official }
      - { keys: [b], value: 4, source: s, confidence: secondary }
tables:
  line:
    title: { zh: 行, en: Line }
    key: id
    inputs: { id: { type: text }, x: { unit: t, min: 0 } }
    columns: { y: { title: { zh: 金额, en: Amount }, formula: x * rate, unit: 元, decimals: 2 } }
outputs: { total: { title: t, formula: sum(line.y), unit: 元, decimals: 2 } }
`;
const sheet = (...edits: [string, string][]): Sheet => {
  const text = edits.reduce((now, [a, b]) => {
    if (!now.includes(a)) throw new Error(a);
    return now.replace(a, b);
  }, yaml);
  const { sheet: loaded, faults } = loadSheet(text);
  if (!loaded) throw new Error(JSON.stringify(faults));
  return loaded;
};

describe('two versions of a sheet', () => {
  it('are the same where only the layout differs', () => {
    expect(compareSheets(sheet(), sheet([' x: { unit: t, min: 0 }', '  x: { min: 0, unit: t }']))).toEqual([]);
  });

  it('differ by formula, value, limit, each named at its place', () => {
    const changes = compareSheets(
      sheet(),
      sheet(['formula: x * rate', 'formula: 2 * x * rate'], ['value: 7.50', 'value: 8'], ['min: 0', 'above: 0']),
    );
    expect(changes.map(({ part, place, kind, fields }) => [part, place, kind, fields])).toEqual([
      ['parameter', 'parameter/rate/value', 'changed', [{ field: 'value', before: '7.50', after: '8' }]],
      [
        'input',
        'table/line/x',
        'changed',
        [
          { field: 'min', before: '0', after: '' },
          { field: 'above', before: '', after: '0' },
        ],
      ],
      ['column', 'table/line/y', 'changed', [{ field: 'formula', before: 'x * rate', after: '2 * x * rate' }]],
    ]);
  });

  it('name what came and what went', () => {
    const changes = compareSheets(
      sheet(),
      sheet(
        ['      - { keys: [b], value: 4, source: s, confidence: secondary }\n', ''],
        ['x: { unit: t, min: 0 }', 'x: { unit: t, min: 0 }, z: { unit: t, title: { zh: 新列, en: New } }'],
      ),
    );
    expect(changes).toMatchObject([
      { place: 'table/line/z', kind: 'added', part: 'input', title: { zh: '新列' } },
      { place: 'lookup/price/b/value', kind: 'removed', part: 'lookup' },
    ]);
    expect(changes[1]!.fields).toContainEqual({ field: 'confidence', before: 'secondary', after: '' });
  });
});
