/** The very file that came in, its bad cells marked: coloured in a workbook while it is small, in a last column of CSV else. */
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { sentence } from '@qingheng/platform';
import { stream } from 'exceljs';
import '../roster.messages';
import type { FaultLines, LineFault } from './fault-lines';

export const MOST_IN_WORKBOOK = 5_000;
const REASONS = '错误 Faults';
const RED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const;

export interface Marked {
  kind: 'csv' | 'xlsx';
  content: Readable;
}

/** `records` begins with the header; `names` are our names of its columns. */
export function markedFile(
  records: AsyncIterable<string[]>,
  names: string[],
  faults: FaultLines,
  rows: number,
): Marked {
  const content = new PassThrough();
  const kind = rows <= MOST_IN_WORKBOOK ? 'xlsx' : 'csv';
  const write = kind === 'xlsx' ? writeWorkbook : writeCsv;
  write(content, lines(records, faults), names).catch((error: Error) => content.destroy(error));
  return { kind, content };
}

interface Line {
  record: string[];
  faults: LineFault[];
}

async function* lines(records: AsyncIterable<string[]>, faults: FaultLines): AsyncGenerator<Line> {
  let line = 0;
  for await (const record of records) {
    line++;
    yield { record, faults: line === 1 ? [] : await faults.of(line) };
  }
}

const reasonsOf = (faults: LineFault[], names: string[], header: string[]): string =>
  faults
    .map(({ column, code, params }) => {
      const { zh, en } = sentence(code, params);
      const at = header[names.indexOf(column)];
      return `${at ? `${at}：` : ''}${zh} / ${en}`;
    })
    .join('；');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

async function writeCsv(into: PassThrough, all: AsyncIterable<Line>, names: string[]): Promise<void> {
  let header: string[] | undefined;
  let text = '\uFEFF';
  for await (const { record, faults } of all) {
    const last = header ? reasonsOf(faults, names, header) : REASONS;
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
async function writeWorkbook(into: PassThrough, all: AsyncIterable<Line>, names: string[]): Promise<void> {
  const book = new stream.xlsx.WorkbookWriter({ stream: into, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet('名册 Roster', { views: [{ state: 'frozen', ySplit: 1 }] });
  let header: string[] | undefined;
  for await (const { record, faults } of all) {
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
  await book.commit();
}
