/** A statement as a bank or registry sends it, turned into our columns: names mapped, full-width digits made plain. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dayOf, readPlainRows, UnreadableWorkbook } from '@qingheng/pipeline';
import { faultOf, refuse as refuseAny } from '@qingheng/platform';
import { parse } from 'csv-parse';
import { refuse } from '../market.messages';

export const BOOKS = {
  deals: ['deal_id', 'trade_date', 'account', 'product', 'side', 'quantity', 'price', 'amount'],
  registry: ['line_id', 'date', 'account', 'product', 'quantity', 'reference'],
  bank: ['line_id', 'value_date', 'account', 'amount', 'reference', 'memo'],
} as const;
export type BookName = keyof typeof BOOKS;

/** What the control total adds up. */
export const CONTROLLED: Record<BookName, string> = { deals: 'amount', registry: 'quantity', bank: 'amount' };
const NUMBERS = new Set(['quantity', 'price', 'amount']);
const DATES = new Set(['trade_date', 'date', 'value_date']);

export interface Statement {
  /** Of the file as it came. */
  sha256: string;
  lines: number;
  total: string;
}

/**
 * Reads the file at `path` (CSV in UTF-8 or GB18030, or the first worksheet of a workbook) row by row and writes it to `out` in our
 * columns, as UTF-8. `mapping` names for each of our columns the column of the file; what is not named must have our name.
 */
export async function readStatement(
  path: string,
  out: string,
  book: BookName,
  mapping: Record<string, string>,
): Promise<Statement> {
  const columns = BOOKS[book];
  const controlled = columns.indexOf(CONTROLLED[book] as never);
  let lines = 0;
  let total = 0n;
  async function* tidied(): AsyncGenerator<string> {
    let places: number[] | undefined;
    for await (const row of rowsOf(path)) {
      // Spreadsheets leave empty rows at the end.
      if (!row.some((cell) => cell.trim())) continue;
      if (!places) {
        places = placesOf(row, book, mapping);
        yield `${columns.join(',')}\n`;
        continue;
      }
      const cells = columns.map((column, i) => tidy(places![i] === -1 ? '' : (row[places![i]!] ?? ''), column));
      lines++;
      total += scaled(cells[controlled]!);
      yield `${cells.map(quote).join(',')}\n`;
    }
    if (!places) placesOf([], book, mapping);
  }
  await pipeline(Readable.from(tidied()), createWriteStream(out));
  return { sha256: await hashOf(path), lines, total: plain(total) };
}

function placesOf(head: string[], book: BookName, mapping: Record<string, string>): number[] {
  const columns = BOOKS[book];
  const names = head.map((name) => name.trim());
  const places = columns.map((column) => names.indexOf(mapping[column] ?? column));
  const missing = columns.filter((column, i) => places[i] === -1 && column !== 'memo' && column !== 'reference');
  if (missing.length)
    throw refuse(
      'STATEMENT_COLUMNS',
      { missing: missing.map((column) => mapping[column] ?? column).join(' '), there: names.join(' ') },
      // Whoever maps the columns needs the file's own, which may have spaces in them.
      missing.map((column) => ({
        ...faultOf('STATEMENT_COLUMN', { column }, { column, there: names.join(', ') }),
        params: { there: names.join('\t') },
      })),
    );
  return places;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const MOST_WORKBOOK = 50 * 1024 * 1024;

async function* rowsOf(path: string): AsyncGenerator<string[]> {
  const file = await open(path);
  const head = Buffer.alloc(4);
  const { size } = await file.stat();
  await file.read(head, 0, 4, 0).finally(() => file.close());
  // "PK": a zip, as workbooks are; the other is what old .xls files begin with, which the reader names.
  if (head.toString('latin1', 0, 2) === 'PK' || head.readUInt32BE(0) === 0xd0cf11e0) {
    if (size > MOST_WORKBOOK) throw refuse('STATEMENT_TOO_LARGE', { limit: '50 MB' });
    yield* await workbookRows(await readFile(path));
    return;
  }
  const decoder = new TextDecoder((await isUtf8(path)) ? 'utf-8' : 'gb18030');
  async function* text(): AsyncGenerator<string> {
    for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  }
  const parser = Readable.from(text(), { objectMode: false }).pipe(
    parse({ relax_column_count: true, skip_empty_lines: true, bom: true, max_record_size: 1 << 16 }),
  );
  try {
    yield* parser as AsyncIterable<string[]>;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) throw refuse('STATEMENT_NOT_CSV');
    throw error;
  }
}

async function workbookRows(bytes: Buffer): Promise<string[][]> {
  const rows: string[][] = [];
  try {
    await readPlainRows(bytes, (cells) => rows.push(cells));
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    throw refuseAny('INVALID_INPUT', { count: 1 }, [error.fault]);
  }
  return rows;
}

/** Chinese banks still send GBK; what is not UTF-8 is read as that. */
async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function tidy(text: string, column: string): string {
  const cell = text.trim();
  if (NUMBERS.has(column))
    return half(cell)
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .replace(/^[¥￥]/, '');
  if (!DATES.has(column)) return cell;
  const digits = half(cell).replace(
    /^(\d{4})[/.年]?(\d{1,2})[/.月]?(\d{1,2})日?$/,
    (_, y: string, m: string, d: string) => [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
  );
  // A date whose cell lost its format is the spreadsheet's count of days.
  return (/^[3-6]\d{4}$/.test(digits) && dayOf(Number(digits), false)) || digits;
}

/** ０–９，．－ as keyboards for Chinese write them. */
const half = (text: string): string =>
  text.replace(/[０-９．－，]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const quote = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const SCALE = 6;
/** Millionths; what is no number counts for nothing here and is refused, with its row, when the books are matched. */
function scaled(text: string): bigint {
  const match = /^(-?)(\d{1,16})(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) return 0n;
  const value = BigInt(match[2]! + (match[3] ?? '').padEnd(SCALE, '0'));
  return match[1] ? -value : value;
}

/** Without trailing zeros: 12.5, 100. */
export function plain(millionths: bigint): string {
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(SCALE + 1, '0');
  const text = `${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`.replace(/\.?0+$/, '');
  return millionths < 0n ? `-${text}` : text;
}

/** A control total as somebody typed it, in the form of ours. */
export const controlTotal = (text: string): string => plain(scaled(half(text.trim()).replaceAll(',', '')));
