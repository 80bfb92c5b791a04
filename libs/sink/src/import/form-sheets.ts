/** The forms of a file: one as CSV, or the worksheets of a workbook; records come as they are read, the header first. */
import type { Readable } from 'node:stream';
import { faultOf, readRecords } from '@qingheng/platform';
import { type RawCell, type RawRow, readParts, readWorksheet, type WorkbookParts, ZipFile } from '@qingheng/pipeline';
import type { Fault } from '@qingheng/sheet';
import { type Column, columnFor, type Form, FORMS, type FormName, formOf } from './forms';
import './import.messages';

export interface FormSheet {
  form: Form;
  title: string;
  /** Line of the header, as people count them. */
  firstLine: number;
  header: string[];
  columns: (Column | undefined)[];
  /** From the header on. A workbook may leave rows out: they come as empty records. */
  records(): AsyncIterable<string[]>;
}

/** Above a heading people put titles and remarks. */
const HEAD_ROWS = 10;

export async function csvSheet(name: FormName, open: () => Promise<Readable>): Promise<FormSheet> {
  const form = formOf(name);
  const records = async function* () {
    yield* readRecords(await open());
  };
  for await (const header of records()) return sheetOf(form, form.zh, 1, header, records);
  return sheetOf(form, form.zh, 1, [], records);
}

/** Forms in the order in which they rest upon each other: visits first. */
export async function workbookSheets(bytes: Buffer): Promise<{ sheets: FormSheet[]; faults: Fault[] }> {
  const zip = ZipFile.open(bytes);
  const book = await readParts(zip);
  const sheets: FormSheet[] = [];
  const faults: Fault[] = [];
  for (const { name, part, hidden } of book.worksheets) {
    if (hidden) continue;
    const head: RawRow[] = [];
    for await (const row of rowsOf(zip, part, book)) {
      if (row.number > HEAD_ROWS) break;
      head.push(row);
    }
    const found = formIn(name, head);
    if (!found) continue;
    const { form, row } = found;
    if (sheets.some((sheet) => sheet.form === form))
      faults.push(faultOf('FORM_TWICE', { table: form.name }, { form: form.zh }));
    sheets.push(
      sheetOf(form, name, row.number, textsOf(row, book), async function* () {
        let next = row.number;
        for await (const raw of rowsOf(zip, part, book)) {
          for (; next < raw.number; next++) yield [];
          if (raw.number < next) continue;
          yield textsOf(raw, book);
          next++;
        }
      }),
    );
  }
  const order = FORMS.map(({ name }) => name);
  sheets.sort((a, b) => order.indexOf(a.form.name) - order.indexOf(b.form.name));
  return { sheets, faults };
}

function sheetOf(
  form: Form,
  title: string,
  firstLine: number,
  cells: string[],
  records: FormSheet['records'],
): FormSheet {
  const header = cells.map((cell) => cell.trim());
  return { form, title, firstLine, header, columns: header.map((cell) => columnFor(form, cell)), records };
}

export function headerFaults({ form, header, columns }: FormSheet): Fault[] {
  const at = { table: form.name, row: '1' };
  return [
    ...header.flatMap((cell, i) => {
      const column = cell.slice(0, 60);
      if (!columns[i]) return cell ? [faultOf('HEADING_UNKNOWN', { ...at, column }, { column })] : [];
      return columns.indexOf(columns[i]) < i ? [faultOf('HEADING_TWICE', { ...at, column }, { column })] : [];
    }),
    ...form.columns
      .filter((column) => column.required && !columns.includes(column))
      .map(({ zh }) => faultOf('HEADING_MISSING', { ...at, column: zh }, { column: zh })),
  ];
}

/** The row with most headings of one form; a worksheet named after a form is that one. */
function formIn(worksheet: string, head: RawRow[]): { form: Form; row: RawRow } | undefined {
  let best: { form: Form; row: RawRow; count: number } | undefined;
  const named = FORMS.filter(({ zh, en }) => worksheet.startsWith(zh) || worksheet === en);
  for (const form of named.length ? named : FORMS)
    for (const row of head) {
      const columns = [...row.cells.values()].flatMap((cell) =>
        cell.kind === 'text' ? (columnFor(form, cell.value) ?? []) : [],
      );
      const count = new Set(columns).size;
      if (count >= 3 && count > (best?.count ?? 0)) best = { form, row, count };
    }
  return best;
}

function textsOf({ cells }: RawRow, { date1904 }: WorkbookParts): string[] {
  const texts: string[] = [];
  for (const [at, cell] of cells) texts[at - 1] = textOf(cell, date1904);
  return Array.from(texts, (text) => text ?? '');
}

function textOf(cell: RawCell, date1904: boolean): string {
  switch (cell.kind) {
    case 'text':
      return cell.value;
    case 'boolean':
      return cell.value ? '是' : '否';
    case 'error':
    case 'unknown':
      return '#';
    case 'number': {
      if (cell.format === 'date')
        return new Date(Date.UTC(1899, 11, 30) + (Math.floor(cell.value) + (date1904 ? 1462 : 0)) * 86_400_000)
          .toISOString()
          .slice(0, 10);
      // What people typed has at most 15 digits; the rest is the noise of binary fractions.
      const seen = Number(cell.value.toPrecision(15));
      return Math.abs(seen) >= 1e-6 && Math.abs(seen) < 1e15 ? String(seen) : seen.toFixed(9).replace(/\.?0+$/, '');
    }
  }
}

const AHEAD = 2_000;

/** Rows as they are asked for: the file is read on only while few of them wait. */
async function* rowsOf(zip: ZipFile, part: string, book: WorkbookParts): AsyncGenerator<RawRow> {
  const waiting: RawRow[] = [];
  let wake: () => void = () => {};
  let resume: () => void = () => {};
  let over = false;
  let stopped = false;
  const slow = {
    async *read(name: string) {
      for await (const piece of zip.read(name)) {
        if (stopped) return;
        if (waiting.length > AHEAD) await new Promise<void>((resolve) => (resume = resolve));
        yield piece;
      }
    },
  };
  let failure: unknown;
  const reading = readWorksheet(slow, part, book, (row) => {
    waiting.push(row);
    wake();
  })
    .catch((error: unknown) => (failure = error))
    .finally(() => ((over = true), wake()));
  try {
    for (;;) {
      while (waiting.length) yield waiting.shift()!;
      resume();
      if (waiting.length) continue;
      if (over) break;
      await new Promise<void>((resolve) => (wake = resolve));
    }
    await reading;
    if (failure) throw failure as Error;
  } finally {
    stopped = true;
    resume();
  }
}
