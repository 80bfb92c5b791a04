/** An account as the printed tables: a workbook with one worksheet per table, or one table as CSV. */
import { numberValue, widthFor, writeBook, writeRows } from '@qingheng/pipeline';
import type { Workbook } from 'exceljs';
import type { SeeaLayout, TableLayout } from './layout';
import type { SeeaLine, SeeaTables } from './tables';

export interface AccountHead {
  number: string;
  title: string;
  region: string;
  from: string;
  to: string;
  statement: string;
  resultHash: string;
  status: string;
}

const CODE_ROW = 5;

/** Fixed lines are printed whether or not they hold anything, so that the file is also the form to fill. */
const linesOf = (table: TableLayout, lines: readonly SeeaLine[] = []): SeeaLine[] =>
  table.lines
    ? table.lines.map(({ code }) => lines.find((line) => line.code === code) ?? { code, labels: {}, cells: {} })
    : [...lines];

const titleOf = (table: TableLayout, { code }: SeeaLine): string =>
  table.lines?.find((line) => line.code === code)?.zh ?? code;

export function writeSeea(layout: SeeaLayout, head: AccountHead, tables: SeeaTables): Promise<Buffer> {
  return writeBook(`${head.title} SEEA EA ${head.number}`, async (book) => {
    for (const table of layout.tables) await writeTable(book, table, head, linesOf(table, tables[table.code]));
  });
}

async function writeTable(
  book: Workbook,
  table: TableLayout,
  head: AccountHead,
  lines: readonly SeeaLine[],
): Promise<void> {
  const sheet = book.addWorksheet(`${table.number} ${table.zh}`.slice(0, 31), {
    views: [{ state: 'frozen', ySplit: CODE_ROW, xSplit: 2 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const columns = [
    { code: 'code', zh: '行', en: 'Line' },
    { code: 'entry', zh: '条目', en: 'Entry' },
    ...table.columns,
  ];
  columns.forEach(({ zh }, i) => (sheet.getColumn(i + 1).width = widthFor([zh, ''], i === 1 ? 28 : 14)));
  const put = (
    row: number,
    column: number,
    value: string | number | null,
    style: Partial<{ bold: boolean; size: number }> = {},
  ) => {
    const cell = sheet.getCell(row, column);
    cell.value = value;
    if (typeof value === 'string') cell.numFmt = '@';
    if (style.bold || style.size) cell.font = style;
  };
  put(1, 1, `表 ${table.number} ${table.zh} · ${table.en}`, { bold: true, size: 13 });
  put(
    2,
    1,
    `${head.title} · ${head.region} · ${head.from} – ${head.to} · ${head.number}（${head.status === 'closed' ? '已结账 closed' : '未结账 draft'}）`,
  );
  put(
    3,
    1,
    `${table.unit ? `单位 unit: ${table.unit} · ` : ''}取自 source: ${head.statement} · sha256 ${head.resultHash}`,
  );
  columns.forEach(({ zh, en }, i) => put(4, i + 1, `${zh}\n${en}`, { bold: true }));
  columns.forEach(({ code }, i) => put(CODE_ROW, i + 1, code, { size: 8 }));
  for (let row = 1; row <= CODE_ROW; row++) sheet.getRow(row).commit();
  await writeRows(sheet, CODE_ROW + 1, lines, (line, row) => {
    put(row, 1, line.code);
    put(row, 2, titleOf(table, line));
    for (const [i, { code, figure }] of table.columns.entries()) {
      const text = figure ? line.cells[code] : line.labels[code];
      if (!text) continue;
      put(row, i + 3, figure ? numberValue(text) : text);
      if (figure) sheet.getCell(row, i + 3).numFmt = '#,##0.######';
    }
  });
}

/** In the layout of the published templates: code, entry, then the columns by code. */
export function writeCsv(layout: SeeaLayout, code: string, tables: SeeaTables): string {
  const table = layout.table(code)!;
  const quote = (text: string): string => {
    // A spreadsheet would run what begins so.
    const safe = /^[=+@\t]|^-(?!\d)/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const head = ['code', 'entry', ...table.columns.map((column) => column.code)];
  const rows = linesOf(table, tables[table.code]).map((line) => [
    line.code,
    titleOf(table, line),
    ...table.columns.map(({ code: column, figure }) => (figure ? line.cells[column] : line.labels[column]) ?? ''),
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
}
