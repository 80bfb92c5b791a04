import { loadSheet } from './index';

const sheet = (formula: string, extra = ''): string => `
id: test/hostile
version: 1.0.0
title: t
source: { title: s, confidence: official }
valid: { from: 2020-01-01 }
tables:
  a:
    title: t
    key: id
    inputs: { id: { type: text }, x: { unit: t }, y: { unit: 元 }, w: { unit: kg } }
    columns:
      z: { formula: ${JSON.stringify(formula)}, unit: t }
${extra}`;

const codes = (yaml: string): string[] => loadSheet(yaml).faults.map((f) => f.code);

describe('a sheet that does not hold is refused', () => {
  it('accepts a plain one', () => {
    expect(loadSheet(sheet('x * 2')).faults).toEqual([]);
  });

  it.each([
    ['unknown function', "readfile('/etc/passwd')", 'UNKNOWN_FUNCTION'],
    ['prototype as a function', 'constructor(x)', 'UNKNOWN_FUNCTION'],
    ['SQL', 'x; DROP TABLE household --', 'UNKNOWN_CHARACTER'],
    ['unclosed text', "x + 'abc", 'TEXT_NOT_CLOSED'],
    ['huge literal', `x * ${'9'.repeat(100)}`, 'LITERAL_TOO_LONG'],
    ['deep nesting', `${'('.repeat(100)}x${')'.repeat(100)}`, 'FORMULA_TOO_DEEP'],
    ['deep minus', `${'-'.repeat(200)}x`, 'FORMULA_TOO_DEEP'],
    ['long formula', `x${' + x'.repeat(2000)}`, 'FORMULA_TOO_LONG'],
    ['tonnes plus yuan', 'x + y', 'UNIT_MISMATCH'],
    ['tonnes plus kilograms', 'x + w', 'UNIT_MISMATCH'],
    ['result in another unit', 'x * y', 'UNIT_MISMATCH'],
    ['itself', 'z + x', 'CYCLE'],
    ['an unknown name', 'x + nothing', 'UNKNOWN_NAME'],
    ['too many arguments', 'abs(x, x)', 'WRONG_NUMBER_OF_ARGUMENTS'],
    ['a number as a condition', 'if(x, x, x)', 'TYPE_MISMATCH'],
  ])('%s', (_title, formula, code) => {
    expect(codes(sheet(formula))).toContain(code);
  });

  it('names the place and both units of a mismatch', () => {
    const [fault] = loadSheet(sheet('x + y')).faults;
    expect(fault?.message.en).toBe('tables.a.columns.z: + joins different units: 1000 kg and 元');
    expect(fault?.message.zh).toContain('单位不同');
  });

  it.each([
    ['an alias', 'summary: &a { zh: x, en: x }\nregions: *a', 'SHEET_YAML'],
    ['an unknown key', 'shell: rm', 'SHEET_UNKNOWN_KEY'],
    ['SQL as a name', 'parameters: { "x; drop table y": { title: t } }', 'SHEET_NAME'],
    ['a tag', 'summary: !!js/function "x"', 'SHEET_YAML'],
  ])('%s', (_title, extra, code) => {
    expect(codes(sheet('x', extra))).toContain(code);
  });

  it('refuses what is too large to be a sheet', () => {
    expect(codes(sheet('x') + `# ${'x'.repeat(1 << 20)}`)).toEqual(['SHEET_TOO_LARGE']);
  });
});
