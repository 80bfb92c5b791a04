/** Every field of the workbook in the guide, worksheet by worksheet: how to fill it in, its unit, whether it must be, by which clause, an example. */
import { fieldNotes, type InputColumn, type Parameter, type Sheet, type Table } from '@qingheng/sheet';
import type { Worksheet } from 'exceljs';
import { inputsOf, inputTables, NO, PARAMETERS, shownUnit, YES } from '../layout';
import { INK } from './cells';

const HEADS = [
  '字段 Field',
  '怎么填 How to fill in',
  '单位 Unit',
  '必填 Required',
  '依据 Clause',
  '示例 Example',
] as const;
export const FIELD_WIDTHS = [26, 92, 18, 12, 44, 22] as const;
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEAF2F0' } } as const;

export function writeFields(
  worksheet: Worksheet,
  sheet: Sheet,
  names: Map<string, string>,
  parameters: readonly Parameter[],
): void {
  const head = (title: string): void => {
    worksheet.addRow([]);
    worksheet.addRow([title]).font = { bold: true, color: { argb: INK } };
    const row = worksheet.addRow([...HEADS]);
    row.font = { bold: true };
    for (let i = 1; i <= HEADS.length; i++) row.getCell(i).fill = HEAD_FILL;
  };
  const line = (table: Table | undefined, field: Parameter | InputColumn, required: boolean): void => {
    const { help, clause, example } = fieldNotes(sheet, table, field);
    const row = worksheet.addRow([
      `${field.title.zh}\n${field.title.en}`,
      [help?.zh, help?.en, allowed(field)].filter(Boolean).join('\n'),
      unitOf(field, table),
      required ? `${YES} yes` : `${NO} no`,
      clause,
      shownExample(field, example),
    ]);
    row.alignment = { wrapText: true, vertical: 'top' };
  };
  if (parameters.length) {
    head(`${PARAMETERS} Parameters`);
    for (const parameter of parameters) line(undefined, parameter, parameter.values.length === 0);
  }
  for (const table of inputTables(sheet)) {
    head(`${names.get(table.name)!} ${table.title.en}`);
    for (const column of inputsOf(table)) line(table, column, column.required);
  }
}

const allowed = ({ choices }: Parameter | InputColumn): string | undefined =>
  choices && `可选 Choices: ${choices.join(', ')}`;

function unitOf({ type, unit, choices }: Parameter | InputColumn, table: Table | undefined): string {
  if (type === 'boolean') return `${YES}/${NO}`;
  if (type === 'date') return '日期 date';
  if (type === 'text') return choices ? '下拉 list' : '文本 text';
  return shownUnit(unit, table);
}

const shownExample = ({ type }: Parameter | InputColumn, example = ''): string =>
  type === 'boolean' ? (example === 'true' ? YES : NO) : example;
