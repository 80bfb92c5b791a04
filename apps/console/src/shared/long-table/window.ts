/** Which rows of a long list stand in the page: reckoning only, so that it can be tested without one. */
export interface Span {
  from: number;
  /** The first row that is not there any more. */
  to: number;
}

/** Rows kept ready on both sides of what is seen. */
const SPARE = 4;
/** With fewer left than this on either side it is time to draw again. */
const NEAR = 1;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** What is seen at a place of the scroll bar, nothing spare. */
function seen(top: number, height: number, rowHeight: number, count: number): Span {
  const from = clamp(Math.floor(top / rowHeight), 0, Math.max(0, count - 1));
  return { from, to: clamp(Math.ceil((top + height) / rowHeight), from, count) };
}

export function spanAt(top: number, height: number, rowHeight: number, count: number): Span {
  const { from, to } = seen(top, height, rowHeight, count);
  return { from: Math.max(0, from - SPARE), to: Math.min(count, to + SPARE) };
}

/** The rows drawn now still do: nothing is drawn for a small step. */
export function holds(drawn: Span, top: number, height: number, rowHeight: number, count: number): boolean {
  const { from, to } = seen(top, height, rowHeight, count);
  return drawn.to <= count && drawn.from <= Math.max(0, from - NEAR) && drawn.to >= Math.min(count, to + NEAR);
}

/** Where the scroll bar must stand for a row to be seen below a heading that stays; where it stands if it is seen. */
export function topFor(row: number, top: number, height: number, head: number, rowHeight: number): number {
  const [start, end] = [row * rowHeight, (row + 1) * rowHeight - (height - head)];
  return top > start ? start : top < end ? end : top;
}

/** What a spreadsheet takes from the clipboard: a text with tabs or breaks in it is quoted. */
export const tabbed = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((text) => (/[\t\r\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)).join('\t'))
    .join('\n');

const WIDEST = 320;
const NARROWEST = 72;

/** Pixels for a column, from what its first rows say: Chinese is twice as wide as Latin letters. */
export function widthFor(texts: Iterable<string>): number {
  let most = 0;
  for (const text of texts) {
    let width = 0;
    for (const letter of text) width += letter > '\u2e80' ? 14 : 8.7;
    most = Math.max(most, width);
  }
  return clamp(Math.ceil(most) + 26, NARROWEST, WIDEST);
}
