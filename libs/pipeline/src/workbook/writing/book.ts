/** A workbook written row by row: what is finished leaves memory, and other requests get their turn in between. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { stream, type Workbook, type Worksheet } from 'exceljs';

export async function writeBook(title: string, fill: (book: Workbook) => void | Promise<void>): Promise<Buffer> {
  const sink = new PassThrough();
  const bytes = buffer(sink);
  const book = new stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: true });
  book.creator = '青衡 Qingheng';
  book.title = title;
  await fill(book);
  await book.commit();
  return bytes;
}

const ROWS_AT_ONCE = 1000;

/** Writes data rows from `first` on. A worksheet has its headings, widths and formats before its first row. */
export async function writeRows<T>(
  worksheet: Worksheet,
  first: number,
  rows: readonly T[],
  write: (row: T, number: number) => void,
): Promise<void> {
  for (const [i, row] of rows.entries()) {
    write(row, first + i);
    worksheet.getRow(first + i).commit();
    if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await turn();
  }
}
