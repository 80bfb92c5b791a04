/** The result of a run as a workbook: outputs, every table, and what the figures rest on. */
import type { Cell, Column, Output, Row, RunInput, RunResult, Sheet, Table } from '@qingheng/sheet';
import type { Workbook, Worksheet } from 'exceljs';
import { shownUnit, worksheetNames } from '../layout';
import { writeBook, writeRows } from './book';
import {
  cellValue,
  frozen,
  INK,
  isInput,
  MOST_ROWS,
  numberFormat,
  numberValue,
  widthFor,
  writeHeadings,
} from './cells';

const OUTPUTS = '结果';
const SOURCES = '来源';
const CONFIDENCE = { official: '正式', secondary: '二手', provisional: '暂定' } as const;

export async function writeResult(sheet: Sheet, input: RunInput, result: RunResult): Promise<Buffer> {
  const names = worksheetNames(
    sheet.tables.map((table) => ({ name: table.name, zh: table.title.zh })),
    [OUTPUTS, SOURCES],
  );
  return writeBook(`${sheet.title.zh} ${result.method}@${result.version}`, async (book) => {
    writeOutputs(book.addWorksheet(OUTPUTS, frozen(2)), sheet, result);
    for (const table of sheet.tables)
      await writeTable(book, names.get(table.name)!, table, result.tables[table.name] ?? []);
    writeSources(book.addWorksheet(SOURCES), sheet, input, result);
  });
}

function writeOutputs(worksheet: Worksheet, sheet: Sheet, result: RunResult): void {
  writeHeadings(worksheet, [
    { title: '指标', label: 'Figure', width: 34 },
    { title: '数值', label: 'Value', width: 24 },
    { title: '单位', label: 'Unit', width: 18 },
    { title: '英文名', label: 'English', width: 40 },
    { title: '条款', label: 'Clause', width: 40 },
  ]);
  for (const output of sheet.outputs) {
    const value = result.outputs[output.name];
    const row = worksheet.addRow([output.title.zh, null, unitOf(output), output.title.en, output.clause ?? '']);
    put(worksheet, row.number, 2, value, output);
    row.getCell(2).font = { bold: true };
  }
  worksheet.addRow([]);
  worksheet.addRow([
    '可否签发',
    result.issuable ? '可以' : '不可以（仅供测算）',
    '',
    result.issuable ? 'may be issued' : 'a what-if only',
  ]);
  for (const { message } of result.whyNot) worksheet.addRow(['', message.zh, '', message.en]);
  for (const { message } of result.warnings) worksheet.addRow(['提示', message.zh, '', message.en]);
}

/** A table longer than a worksheet goes on in the next one: nothing is cut. */
async function writeTable(workbook: Workbook, name: string, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = table.columns;
  for (let from = 0, n = 1; from === 0 || from < rows.length; from += MOST_ROWS, n++) {
    const worksheet = workbook.addWorksheet(n === 1 ? name : `${name.slice(0, 26)} (${n})`, frozen(2));
    for (const [i, column] of columns.entries()) worksheet.getColumn(i + 1).numFmt = numberFormat(column);
    writeHeadings(
      worksheet,
      columns.map((column) => ({
        title: column.title.zh,
        label: [unitOf(column, table), isInput(column) ? '填报' : '计算'].filter(Boolean).join(' · '),
        note: [column.title.en, ...(isInput(column) ? [] : [column.clause, column.formula].filter(Boolean))].join('\n'),
        required: !isInput(column),
        width: widthFor([column.title.zh, unitOf(column, table)], column.type === 'text' ? 18 : 16),
      })),
    );
    await writeRows(worksheet, 3, rows.slice(from, from + MOST_ROWS), (row, number) => {
      for (const [j, column] of columns.entries()) put(worksheet, number, j + 1, row[column.name], column);
    });
  }
}

function put(worksheet: Worksheet, row: number, column: number, value: Cell, kind: Column | Output): void {
  const written = cellValue(value, kind);
  if (written === null) return;
  const cell = worksheet.getCell(row, column);
  // Digits beyond what a spreadsheet keeps stay text; the format says so, and the reader sees them aligned like figures.
  cell.numFmt = typeof written === 'string' ? '@' : numberFormat(kind);
  cell.value = written;
  if (kind.type === 'number') cell.alignment = { horizontal: 'right' };
}

function writeSources(worksheet: Worksheet, sheet: Sheet, input: RunInput, result: RunResult): void {
  const widths = [26, 22, 22, 20, 52, 12, 14];
  widths.forEach((width, i) => (worksheet.getColumn(i + 1).width = width));
  const { source } = sheet;
  const facts: [string, string][] = [
    ['方法 Method', `${result.method} ${sheet.title.zh} / ${sheet.title.en}`],
    ['版本 Version', result.version],
    ['依据 Source', [source.title, source.clause, source.url].filter(Boolean).join('；')],
    ['置信 Confidence', CONFIDENCE[source.confidence]],
    ['核算日期 As of', result.asOf],
    ['地区 Region', result.region ?? ''],
    ['方法散列 Sheet hash', result.sheetHash],
    ['参数散列 Parameter hash', result.parameterHash],
    ['输入散列 Input hash', result.inputHash],
    ['结果散列 Result hash', result.resultHash],
  ];
  for (const fact of facts) worksheet.addRow(fact).getCell(1).font = { color: { argb: 'FF6B7F79' } };
  worksheet.addRow([]);
  const heading = worksheet.addRow([
    '参数 Parameter',
    '键 Keys',
    '取值 Value',
    '单位 Unit',
    '来源 Source',
    '置信',
    '由填报给定',
  ]);
  heading.font = { bold: true, color: { argb: INK } };
  for (const use of result.parametersUsed) {
    const parameter = sheet.parameters.find((p) => p.name === use.name);
    const title = parameter ?? sheet.lookups.find((l) => l.name === use.name);
    const given = (input.parameters?.[use.name] ?? undefined) !== undefined && !use.keys;
    const row = worksheet.addRow([
      title?.title.zh ?? use.name,
      use.keys?.join(' / ') ?? '',
      title?.type === 'number' ? numberValue(use.value) : use.value,
      title?.type === 'number' ? shownUnit(use.unit) : '',
      use.source,
      CONFIDENCE[use.confidence],
      use.overridden ? '改动' : given ? '是' : '',
    ]);
    row.getCell(5).alignment = { wrapText: true, vertical: 'top' };
  }
}

const unitOf = ({ type, unit }: Column | Output, table?: Table): string =>
  type === 'number' ? shownUnit(unit, table) : '';
