/** The very file that came in, its bad cells marked: coloured in a workbook while it is small, in a last column of CSV else. */
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { stream } from 'exceljs';
import { sentence } from '../errors';
import type { LineFault } from './fault-lines';

export const MOST_IN_WORKBOOK = 5_000;
const REASONS = '错误 Faults';
const RED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const;

export interface Marked {
  kind: 'csv' | 'xlsx';
  content: Readable;
}

export interface MarkedSheet {
  /** Of the worksheet. */
  title: string;
  /** Begins with the header. */
  records: AsyncIterable<string[]>;
  /** Our names of the columns of the file. */
  names: (string | undefined)[];
  faults: { of(line: number): Promise<LineFault[]> };
  /** The line of the header. */
  firstLine?: number;
}

export function markedFile(sheet: MarkedSheet, rows: number): Marked {
  if (rows <= MOST_IN_WORKBOOK) return markedWorkbook([sheet]);
  return { kind: 'csv', content: written((into) => writeCsv(into, sheet)) };
}

export const markedWorkbook = (sheets: MarkedSheet[] | AsyncIterable<MarkedSheet>): Marked => ({
  kind: 'xlsx',
  content: written((into) => writeWorkbook(into, sheets)),
});

function written(write: (into: PassThrough) => Promise<void>): Readable {
  const content = new PassThrough();
  write(content).catch((error: Error) => content.destroy(error));
  return content;
}

interface Line {
  record: string[];
  faults: LineFault[];
}

async function* linesOf({ records, faults, firstLine = 1 }: MarkedSheet): AsyncGenerator<Line> {
  let line = firstLine - 1;
  for await (const record of records) {
    line++;
    yield { record, faults: line === firstLine ? [] : await faults.of(line) };
  }
}

const reasonsOf = (faults: LineFault[], names: MarkedSheet['names'], header: string[]): string =>
  faults
    .map(({ column, code, params }) => {
      const { zh, en } = sentence(code, params);
      const at = header[names.indexOf(column)];
      return `${at ? `${at}：` : ''}${zh} / ${en}`;
    })
    .join('；');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

async function writeCsv(into: PassThrough, sheet: MarkedSheet): Promise<void> {
  let header: string[] | undefined;
  let text = '\uFEFF';
  for await (const { record, faults } of linesOf(sheet)) {
    const last = header ? reasonsOf(faults, sheet.names, header) : REASONS;
    header ??= record;
    text += `${[...record, last].map(quoted).join(',')}\r\n`;
    if (text.length < 1 << 16) continue;
    const ready = into.write(text);
    text = '';
    if (!ready) await once(into, 'drain');
  }
  into.end(text);
}

/** Every cell is text: long numbers keep all their digits. */
async function writeWorkbook(into: PassThrough, sheets: MarkedSheet[] | AsyncIterable<MarkedSheet>): Promise<void> {
  const book = new stream.xlsx.WorkbookWriter({ stream: into, useStyles: true, useSharedStrings: false });
  for await (const sheet of sheets) await writeSheet(book, sheet);
  await book.commit();
}

async function writeSheet(book: stream.xlsx.WorkbookWriter, marked: MarkedSheet): Promise<void> {
  const { names, title } = marked;
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  let header: string[] | undefined;
  for await (const { record, faults } of linesOf(marked)) {
    const row = sheet.addRow([...record, header ? reasonsOf(faults, names, header) : REASONS]);
    // A style of its own for each cell: the library hands one object to all cells of a row.
    row.eachCell({ includeEmpty: true }, (cell) => (cell.style = { numFmt: '@' }));
    if (!header) {
      row.font = { bold: true };
      header = record;
      header.forEach((_, i) => (sheet.getColumn(i + 1).width = 20));
      sheet.getColumn(header.length + 1).width = 80;
    }
    for (const { column } of faults) {
      const place = names.indexOf(column);
      if (place >= 0) row.getCell(place + 1).style = { numFmt: '@', fill: RED };
      row.getCell(record.length + 1).style = { numFmt: '@', fill: RED };
    }
    row.commit();
  }
  sheet.commit();
}
