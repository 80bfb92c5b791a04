/** The rows of a worksheet, one at a time as they lie in the file. */
import { decodeAddress } from '../layout';
import { unescapeText, type Format, type WorkbookParts } from './parts';
import { readXml, type Attributes } from './xml';
import type { ZipFile } from './zip';

export type RawCell = { formula: boolean } & (
  | { kind: 'number'; value: number; format: Format }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'error'; value: string }
  /** A formula whose result was never stored. */
  | { kind: 'unknown' }
);

export interface RawRow {
  number: number;
  cells: Map<number, RawCell>;
}

/** Gives each row that has a cell with something in it; returns the ranges of merged cells. */
export async function readWorksheet(
  zip: Pick<ZipFile, 'read'>,
  part: string,
  book: WorkbookParts,
  onRow: (row: RawRow) => void,
): Promise<string[]> {
  const reader = new SheetData(book, onRow);
  await readXml(zip.read(part), reader);
  return reader.merged;
}

/** More are as wrong as these. */
const MOST_MERGED = 1000;

class SheetData {
  readonly merged: string[] = [];
  private inside = false;
  private row: RawRow = { number: 0, cells: new Map() };
  private column = 0;
  private type = '';
  private style = 0;
  private value: string | undefined;
  private formula = false;
  private collecting = false;
  private readings = 0;

  constructor(
    private readonly book: WorkbookParts,
    private readonly onRow: (row: RawRow) => void,
  ) {}

  open(name: string, attribute: Attributes): void {
    if (name === 'sheetData') this.inside = true;
    else if (name === 'mergeCell') {
      if (this.merged.length < MOST_MERGED) this.merged.push(attribute('ref') ?? '');
    } else if (!this.inside) return;
    else if (name === 'row') {
      // Some writers leave out where a row or cell stands: then it follows the one before.
      const given = Number(attribute('r'));
      this.row = { number: given >= 1 && given <= 1048576 ? given : this.row.number + 1, cells: new Map() };
      this.column = 0;
    } else if (name === 'c') {
      const given = decodeAddress(attribute('r') ?? '');
      this.column = given?.column ?? this.column + 1;
      this.type = attribute('t') ?? 'n';
      this.style = Number(attribute('s') ?? 0);
      this.value = undefined;
      this.formula = false;
    } else if (name === 'f') this.formula = true;
    else if (name === 'rPh') this.readings++;
    else if ((name === 'v' || name === 't') && this.readings === 0) {
      this.value ??= '';
      this.collecting = true;
    }
  }

  text(text: string): void {
    if (this.collecting) this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.collecting = false;
    else if (name === 'rPh') this.readings--;
    else if (name === 'sheetData') this.inside = false;
    else if (!this.inside) return;
    else if (name === 'c') {
      const cell = this.cell();
      if (cell && this.column <= 16384) this.row.cells.set(this.column, cell);
    } else if (name === 'row' && this.row.cells.size) this.onRow(this.row);
  }

  private cell(): RawCell | undefined {
    const { value, formula } = this;
    if (value === undefined) return formula ? { kind: 'unknown', formula } : undefined;
    switch (this.type) {
      case 's':
        return textCell(this.book.texts[Number(value)] ?? '', formula);
      case 'inlineStr':
      case 'str':
        return textCell(unescapeText(value), formula);
      case 'b':
        return { kind: 'boolean', value: value.trim() === '1' || value.trim() === 'true', formula };
      case 'e':
        return { kind: 'error', value, formula };
      case 'd':
        return textCell(value.slice(0, 10), formula);
      default:
        return this.number(value.trim(), formula);
    }
  }

  private number(text: string, formula: boolean): RawCell | undefined {
    if (text === '') return formula ? { kind: 'unknown', formula } : undefined;
    const value = Number(text);
    if (!Number.isFinite(value)) return { kind: 'error', value: text.slice(0, 40), formula };
    return { kind: 'number', value, format: this.book.formats[this.style] ?? 'plain', formula };
  }
}

/** Blanks at the ends, also wide and unbreakable ones, are typed by accident; a cell of blanks alone is an empty cell. */
function textCell(text: string, formula: boolean): RawCell | undefined {
  const value = text.trim();
  return value === '' ? undefined : { kind: 'text', value, formula };
}
