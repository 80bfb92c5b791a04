/** How values, formats and headings are written into cells. */
import type { Cell, Column, InputColumn } from '@qingheng/sheet';
import type { AddWorksheetOptions, CellValue, Fill, Worksheet } from 'exceljs';
import { NO, YES } from '../layout';

type Kind = Pick<Column, 'type'> & { decimals?: number };

/** What a sheet of Excel holds below the headings. */
export const MOST_ROWS = 1_048_576 - 10;

/**
 * A number is written as one only where the spreadsheet keeps all its digits (15); a longer one stays text, exact. Text is
 * always written as text: a leading = + - @ never becomes a formula.
 */
export function cellValue(value: Cell, { type }: Kind): CellValue {
  if (value === null || value === undefined || value === '') return null;
  if (type === 'boolean') return value === true || value === 'true' || value === YES ? YES : NO;
  if (type === 'number') return numberValue(String(value));
  return String(value);
}

export function numberValue(text: string): number | string {
  const plain = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!plain) return text;
  const digits = (plain[2]! + (plain[3] ?? '')).replace(/^0+/, '').replace(/0+$/, '');
  return digits.length <= 15 ? Number(text) : text;
}

export function numberFormat({ type, decimals }: Kind): string {
  if (type === 'text') return '@';
  if (type === 'date') return 'yyyy-mm-dd';
  if (type !== 'number' || decimals === undefined) return 'General';
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(Math.min(decimals, 30))}`;
}

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

export const INK = 'FF1F3B36';
export const REQUIRED_FILL = solid('FFCFE8DF');
export const OPTIONAL_FILL = solid('FFEDF3F1');
const LINE = { style: 'thin', color: { argb: 'FFB7C9C3' } } as const;

interface HeadingCell {
  title: string;
  label: string;
  id?: string;
  note?: string;
  required?: boolean;
  width: number;
}

/** A worksheet whose headings stay in view. These must be known when it is made: they stand first in its file. */
export const frozen = (rows: number): Partial<AddWorksheetOptions> => ({
  views: [{ state: 'frozen', ySplit: rows, xSplit: 1 }],
  pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
});

/** Title, unit and (for templates) machine name of each column. */
export function writeHeadings(worksheet: Worksheet, headings: readonly HeadingCell[]): void {
  const rows = headings.some((heading) => heading.id) ? 3 : 2;
  for (const [i, { title, label, id, note, required, width }] of headings.entries()) {
    const column = worksheet.getColumn(i + 1);
    column.width = width;
    const fill = required ? REQUIRED_FILL : OPTIONAL_FILL;
    const cells = [title, label, ...(id ? [id] : [])];
    for (const [r, text] of cells.entries()) {
      const cell = worksheet.getCell(r + 1, i + 1);
      cell.numFmt = '@';
      cell.value = text;
      cell.fill = fill;
      cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: r === 0 };
      cell.font =
        r === 0
          ? { bold: true, size: 11, color: { argb: INK } }
          : { size: r === 1 ? 9 : 7, color: { argb: r === 1 ? 'FF4F6B64' : 'FF9AA8A4' } };
      if (r === cells.length - 1) cell.border = { bottom: LINE };
    }
    if (note)
      worksheet.getCell(1, i + 1).note = { texts: [{ text: note, font: { size: 9 } }], margins: { insetmode: 'auto' } };
  }
  worksheet.getRow(1).height = 32;
  if (rows === 3) worksheet.getRow(3).height = 11;
}

/** Wide enough for the title and the usual figure; a Chinese character takes the room of two. */
export function widthFor(texts: readonly string[], least = 12): number {
  const longest = Math.max(0, ...texts.map(visualLength));
  return Math.min(44, Math.max(least, longest + 3));
}

const visualLength = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffff]/.test(character) ? 2 : 1), 0);

export const isInput = (column: Column): column is InputColumn => column.kind === 'input';
