/**
 * Every field that somebody fills in explains itself, in both languages: how, by which clause or document, with an example that
 * the field itself would take.
 */
import { join } from 'node:path';
import { fieldNotes, type InputColumn, loadSheet, type Parameter, SheetLibrary, type Table } from '@qingheng/sheet';

const library = SheetLibrary.load(join(__dirname, '../../config/methods'));
const HAN = /\p{Script=Han}/u;
const decimal = /^-?\d+(\.\d+)?$/;
/** A figure may be taken from elsewhere: the factor library, another company, a footprint. */
const reference = /^[a-z]+:/;

function wrongExample(field: Parameter | InputColumn, example: string): string | undefined {
  if (field.choices) return field.choices.includes(example) ? undefined : 'not among the choices';
  if (field.type === 'boolean') return /^(true|false)$/.test(example) ? undefined : 'neither true nor false';
  if (field.type === 'date') return /^\d{4}-\d\d-\d\d$/.test(example) ? undefined : 'not a date';
  if (field.type !== 'number' || reference.test(example)) return undefined;
  if (!decimal.test(example)) return 'not a number';
  const value = Number(example);
  const { min, max } = field;
  const { above, below } = field as InputColumn;
  const outside =
    (min !== undefined && value < Number(min)) ||
    (max !== undefined && value > Number(max)) ||
    (above !== undefined && value <= Number(above)) ||
    (below !== undefined && value >= Number(below));
  return outside ? 'outside its limits' : undefined;
}

describe.each(library.list().map((sheet) => [`${sheet.id} ${sheet.version}`, sheet] as const))('%s', (_, sheet) => {
  const fields: [string, Table | undefined, Parameter | InputColumn][] = [
    ...sheet.parameters.map((one) => [one.name, undefined, one] as [string, undefined, Parameter]),
    ...sheet.tables
      .filter((table) => !table.group)
      .flatMap((table) =>
        table.columns
          .filter((column) => column.kind === 'input')
          .map((column) => [`${table.name}.${column.name}`, table, column] as [string, Table, InputColumn]),
      ),
  ];

  it('explains every field', () => {
    const faults = fields.flatMap(([name, table, field]) => {
      const { help, clause, example } = fieldNotes(sheet, table, field);
      // English may name a Chinese unit or word that is to be filled in, but is not made of Chinese.
      const inEnglish = /[a-z]{2}/i.test(help?.en ?? '');
      return [
        !HAN.test(help?.zh ?? '') && `${name}: no help in Chinese`,
        !inEnglish && `${name}: no help in English`,
        !clause.trim() && `${name}: no clause`,
        !example && `${name}: no example`,
        example && wrongExample(field, example) && `${name}: ${example} is ${wrongExample(field, example)}`,
      ].filter(Boolean);
    });
    expect(faults).toEqual([]);
  });
});

it('says nothing of a field of which nothing is known', () => {
  const { sheet } = loadSheet(`
id: inclusion/silent
version: 1.0.0
title: { zh: 空, en: Silent }
source: { title: 试验, confidence: provisional }
valid: { from: 2024-01-01 }
tables:
  line:
    title: { zh: 行, en: Line }
    key: id
    inputs:
      id: { type: text, title: { zh: 编号, en: Number } }
      amount: { unit: t, title: { zh: 数量, en: Amount } }
outputs:
  total: { title: { zh: 合计, en: Total }, formula: sum(line.amount), unit: t }
`);
  const [table] = sheet!.tables;
  const told = (name: string) =>
    fieldNotes(sheet!, table, table!.columns.find((one) => one.name === name) as InputColumn);
  expect(told('amount')).toEqual({ help: undefined, clause: '试验', example: undefined });
  expect(told('id').help?.en).toContain('no two alike');
});
