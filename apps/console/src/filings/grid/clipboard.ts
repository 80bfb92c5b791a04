import type { Cell, Column, Row } from '../../api/types';
import { isDecimal, normaliseNumber } from '../../numbers/decimal';

/** What a spreadsheet puts on the clipboard: tabs and lines, cells with either in them quoted. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === '\t') endCell();
    else if (c === '\n') endRow();
    else if (c !== '\r') cell += c;
  }
  if (cell !== '' || row.length) endRow();
  return rows;
}

export interface Words {
  yes: readonly string[];
  no: readonly string[];
  /** A choice as shown, to the word that the sheet knows. */
  choiceOf(column: Column, shown: string): string;
  titlesOf(column: Column): readonly string[];
}

export function readCell(column: Column, typed: string, words: Words): Cell {
  const text = typed.trim();
  if (text === '') return undefined;
  if (column.type === 'boolean') {
    const lower = text.toLowerCase();
    if (words.yes.includes(lower)) return true;
    if (words.no.includes(lower)) return false;
    return text;
  }
  if (column.type === 'number') {
    const number = normaliseNumber(text);
    return isDecimal(number) ? number : text;
  }
  return column.choices ? words.choiceOf(column, text) : text;
}

/** A first line that repeats the headings says which column is which. */
function headings(columns: readonly Column[], first: string[], words: Words): (Column | undefined)[] | undefined {
  const bare = (text: string) =>
    text
      .replace(/[（(*].*$/s, '')
      .trim()
      .toLowerCase();
  const found = first.map((title) =>
    columns.find((column) => [column.name, ...words.titlesOf(column)].some((name) => bare(name) === bare(title))),
  );
  const named = found.filter(Boolean).length;
  return named >= 2 && named * 2 > first.length ? found : undefined;
}

export function paste(
  rows: readonly Row[],
  columns: readonly Column[],
  at: { row: number; column: number },
  block: string[][],
  words: Words,
): Row[] {
  const named = block[0] && headings(columns, block[0], words);
  const lines = named ? block.slice(1) : block;
  const next = rows.slice();
  lines.forEach((line, down) => {
    if (line.every((cell) => cell.trim() === '')) return;
    const changed: Row = { ...next[at.row + down] };
    line.forEach((cell, right) => {
      const column = named ? named[right] : columns[at.column + right];
      if (column) changed[column.name] = readCell(column, cell, words);
    });
    next[at.row + down] = changed;
  });
  // A blank line in the middle of the block, past the end of the grid, would leave a hole.
  return Array.from(next, (row) => row ?? {});
}
