/** The first visible worksheet as plain text, for statements that come as a workbook instead of CSV. */
import type { RawCell } from './worksheet';
import { dayOf, decimalText } from './cell-value';
import { readParts } from './parts';
import { readWorksheet } from './worksheet';
import { notAWorkbook, ZipFile } from './zip';

/**
 * Gives each row with something in it, cells by their place from the first column on. Numbers become the decimals that were
 * typed, cells in a date format ISO days, formulas their stored result. Throws UnreadableWorkbook.
 */
export async function readPlainRows(bytes: Buffer, onRow: (cells: string[], row: number) => void): Promise<void> {
  const zip = ZipFile.open(bytes);
  const book = await readParts(zip);
  const sheet = book.worksheets.find(({ hidden }) => !hidden);
  if (!sheet) throw notAWorkbook('没有可见的工作表', 'it has no visible worksheet');
  await readWorksheet(zip, sheet.part, book, ({ number, cells }) => {
    const last = Math.max(...cells.keys());
    const row = Array.from({ length: last }, (_, i) => textOf(cells.get(i + 1), book.date1904));
    onRow(row, number);
  });
}

export function textOf(cell: RawCell | undefined, date1904: boolean): string {
  switch (cell?.kind) {
    case 'number':
      return (cell.format === 'date' && dayOf(cell.value, date1904)) || decimalText(cell.value, cell.formula);
    case 'text':
    case 'error':
      return cell.value;
    case 'boolean':
      return String(cell.value);
    default:
      return '';
  }
}
