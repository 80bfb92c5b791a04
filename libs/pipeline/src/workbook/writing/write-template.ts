/** An Excel workbook to fill for a method; with rows, the inventory of a filing in the same form. */
import {
  fieldNotes,
  type InputColumn,
  type Parameter,
  type RunInput,
  type Sheet,
  type Table,
  type Text,
} from '@qingheng/sheet';
import type { Workbook, Worksheet } from 'exceljs';
import {
  address,
  CHOICES,
  FIRST_DATA_ROW,
  idOf,
  inputsOf,
  inputTables,
  letters,
  PARAMETER_TABLE,
  PARAMETER_VALUE,
  PARAMETERS,
  shownUnit,
  templateNames,
  unitLabel,
} from '../layout';
import {
  cellValue,
  frozen,
  MOST_ROWS,
  numberFormat,
  OPTIONAL_FILL,
  REQUIRED_FILL,
  widthFor,
  writeHeadings,
} from './cells';
import { writeBook, writeRows } from './book';
import { writeGuide } from './write-guide';
import { validateRange, validationOf, type ListRange } from './validation';

export interface TemplateOptions {
  /** Day of account, shown in the notes. */
  asOf?: string;
  /** Rows to fill in: the export of an inventory. Without them the tables are empty; there is no example row to forget. */
  rows?: RunInput;
}

/** Rows below the data that are formatted and checked, too. */
const SPARE_ROWS = 2000;

export async function writeTemplate(sheet: Sheet, { asOf, rows }: TemplateOptions = {}): Promise<Buffer> {
  const names = templateNames(sheet);
  const parameters = chosenParameters(sheet, rows);
  const lists = new ChoiceLists();
  return writeBook(`${sheet.title.zh} ${sheet.id}@${sheet.version}`, async (book) => {
    writeGuide(book, sheet, names, parameters, asOf);
    if (parameters.length)
      writeParameters(book.addWorksheet(PARAMETERS, frozen(2)), sheet, parameters, rows, lists.range);
    for (const table of inputTables(sheet)) {
      const worksheet = book.addWorksheet(names.get(table.name)!, frozen(3));
      const filled = rows?.tables[table.name] ?? [];
      offerParents(worksheet, table, sheet, names, filled.length);
      await writeTable(worksheet, sheet, table, filled, lists.range);
    }
    lists.write(book);
  });
}

/** Those that a run must give or may choose, and any other that this filing gives. */
function chosenParameters(sheet: Sheet, rows: RunInput | undefined): Parameter[] {
  return sheet.parameters.filter(
    (p) => p.values.length === 0 || p.choices || (rows?.parameters?.[p.name] ?? undefined) !== undefined,
  );
}

function writeParameters(
  worksheet: Worksheet,
  sheet: Sheet,
  parameters: Parameter[],
  rows: RunInput | undefined,
  lists: ListRange,
): void {
  const titles = ['参数', PARAMETER_VALUE.zh, '单位', '是否必填', '说明', ''];
  writeHeadings(
    worksheet,
    titles.map((title, i) => ({
      title,
      label: ['Parameter', PARAMETER_VALUE.en, 'Unit', 'Required', 'Notes', ''][i]!,
      width: [30, 24, 16, 12, 60, 24][i]!,
      required: i === 1,
    })),
  );
  for (const [i, parameter] of parameters.entries()) {
    const row = i + 3;
    const required = parameter.values.length === 0;
    const value = worksheet.getCell(row, 2);
    value.numFmt = numberFormat(parameter);
    value.value = cellValue(rows?.parameters?.[parameter.name], parameter);
    value.fill = required ? REQUIRED_FILL : OPTIONAL_FILL;
    const texts = [
      [1, parameter.title.zh],
      [3, parameter.type === 'number' ? shownUnit(parameter.unit) : ''],
      [4, required ? '必填' : '选填'],
      [5, parameterNote(sheet, parameter)],
      [6, idOf(PARAMETER_TABLE, parameter.name)],
    ] as const;
    for (const [column, text] of texts) worksheet.getCell(row, column).value = text;
    worksheet.getCell(row, 5).alignment = { wrapText: true, vertical: 'top' };
    worksheet.getCell(row, 1).note = parameter.title.en;
    worksheet.getCell(row, 6).font = { size: 7, color: { argb: 'FF9AA8A4' } };
    const validation = validationOf(parameter, address(2, row), lists);
    if (validation) validateRange(worksheet, address(2, row), validation);
  }
}

function parameterNote(sheet: Sheet, parameter: Parameter): string {
  const { choices, values, min, max } = parameter;
  const { help, clause, example } = fieldNotes(sheet, undefined, parameter);
  const latest = values.at(-1);
  const facts = [
    choices && `可选：${choices.join('、')}。`,
    latest &&
      `不填则用方法的取值${values.length === 1 ? ` ${latest.value}（${latest.source}）` : '（按日期和地区）'}。`,
    min !== undefined && `不小于 ${min}。`,
    max !== undefined && `不大于 ${max}。`,
    `依据：${clause}。`,
    example && `示例：${example}。`,
  ];
  return [parameter.help && `${parameter.help.zh}。`, help?.en, facts.filter(Boolean).join('')]
    .filter(Boolean)
    .join('\n');
}

async function writeTable(
  worksheet: Worksheet,
  sheet: Sheet,
  table: Table,
  rows: RunInput['tables'][string],
  lists: ListRange,
): Promise<void> {
  if (rows.length > MOST_ROWS) throw new RangeError(`${table.name} has more rows than a worksheet holds`);
  const inputs = inputsOf(table);
  // Formats first: a cell takes the format of its column when it is made.
  for (const [i, column] of inputs.entries()) worksheet.getColumn(i + 1).numFmt = numberFormat(column);
  writeHeadings(
    worksheet,
    inputs.map((column) => ({
      title: column.title.zh,
      label: unitLabel(column, table),
      id: idOf(table.name, column.name),
      note: noteOf(sheet, table, column),
      required: column.required,
      width: widthFor(
        [column.title.zh, unitLabel(column, table), ...(column.choices ?? [])],
        column.type === 'text' ? 18 : 14,
      ),
    })),
  );
  for (const [j, column] of inputs.entries()) {
    const first = address(j + 1, FIRST_DATA_ROW);
    const validation = validationOf(column, first, lists, table);
    if (validation) validateRange(worksheet, `${first}:${address(j + 1, lastRow(rows.length))}`, validation);
  }
  await writeRows(worksheet, FIRST_DATA_ROW, rows, (row, number) => {
    for (const [j, column] of inputs.entries()) {
      const value = cellValue(row[column.name], column);
      if (value !== null) worksheet.getCell(number, j + 1).value = value;
    }
  });
}

/** The key of the table above is offered in a list, so that it need not be typed again. */
function offerParents(
  worksheet: Worksheet,
  table: Table,
  sheet: Sheet,
  names: Map<string, string>,
  filled: number,
): void {
  const parent = sheet.tables.find((t) => t.name === table.parent?.table);
  if (!parent || parent.group || parent.key.length !== 1 || table.parent!.on.length !== 1) return;
  const inputs = inputsOf(table);
  const at = inputs.findIndex((column) => column.name === table.parent!.on[0]);
  const key = inputsOf(parent).findIndex((column) => column.name === parent.key[0]) + 1;
  if (at < 0 || key < 1 || inputs[at]!.type !== 'text' || inputs[at]!.choices) return;
  const from = `'${names.get(parent.name)!.replaceAll("'", "''")}'!$${letters(key)}$`;
  validateRange(worksheet, `${address(at + 1, FIRST_DATA_ROW)}:${address(at + 1, lastRow(filled))}`, {
    type: 'list',
    formulae: [`${from}${FIRST_DATA_ROW}:$${letters(key)}$${FIRST_DATA_ROW + 499}`],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: inputs[at]!.title.zh.slice(0, 30),
    error: `应与“${names.get(parent.name)}”工作表中的编号一致。`,
  });
}

const lastRow = (filled: number): number => Math.min(FIRST_DATA_ROW + filled + SPARE_ROWS, MOST_ROWS);

function noteOf(sheet: Sheet, table: Table, column: InputColumn): string {
  const { title, choices, min, max, above, below, decimals } = column;
  const { help, clause, example } = fieldNotes(sheet, table, column);
  const limits = [
    min !== undefined && `≥ ${min}`,
    max !== undefined && `≤ ${max}`,
    above !== undefined && `> ${above}`,
    below !== undefined && `< ${below}`,
  ].filter(Boolean);
  const both = (text: Text | undefined): string[] => (text ? [text.zh, text.en] : []);
  return [
    title.en,
    ...both(help),
    ...(choices ? [`可选 / Choices: ${choices.join(', ')}`] : []),
    ...(limits.length ? [`范围 / Range: ${limits.join(', ')}`] : []),
    `依据 / Clause: ${clause}`,
    ...(example ? [`示例 / Example: ${example}`] : []),
    ...(decimals === undefined ? [] : [`最多 ${decimals} 位小数 / at most ${decimals} decimals`]),
  ].join('\n');
}

/** Lists too long to stand in a check itself, on a hidden worksheet. */
class ChoiceLists {
  private readonly lists: (readonly string[])[] = [];

  readonly range: ListRange = (items) => {
    const same = this.lists.findIndex((list) => list.join('\n') === items.join('\n'));
    const at = same >= 0 ? same + 1 : this.lists.push(items);
    return `'${CHOICES}'!$${letters(at)}$1:$${letters(at)}$${items.length}`;
  };

  write(workbook: Workbook): void {
    if (!this.lists.length) return;
    const worksheet = workbook.addWorksheet(CHOICES, { state: 'hidden' });
    for (const [i, items] of this.lists.entries()) {
      for (const [j, item] of items.entries()) worksheet.getCell(j + 1, i + 1).value = item;
    }
  }
}
