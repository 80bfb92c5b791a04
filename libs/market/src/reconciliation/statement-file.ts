/** A statement as a bank or registry sends it, turned into our columns: names mapped, full-width digits made plain. */
import { parse } from 'csv-parse/sync';
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
  /** In our columns, UTF-8. */
  csv: string;
  lines: number;
  total: string;
}

/** `mapping` names for each of our columns the column of the file; what is not named must have our name. */
export function readStatement(bytes: Buffer, book: BookName, mapping: Record<string, string>): Statement {
  const rows = parse(decode(bytes), { relax_column_count: true, skip_empty_lines: true, bom: true }) as string[][];
  const [head = [], ...all] = rows;
  // Spreadsheets leave empty rows at the end.
  const body = all.filter((row) => row.some((cell) => cell.trim()));
  const names = head.map((name) => name.trim());
  const columns = BOOKS[book];
  const places = columns.map((column) => names.indexOf(mapping[column] ?? column));
  const missing = columns.filter((column, i) => places[i] === -1 && column !== 'memo' && column !== 'reference');
  if (missing.length)
    throw refuse('STATEMENT_COLUMNS', {
      missing: missing.map((column) => mapping[column] ?? column).join(' '),
      there: names.join(' '),
    });
  const out = [columns.join(',')];
  let total = 0n;
  const controlled = columns.indexOf(CONTROLLED[book] as never);
  for (const row of body) {
    const cells = columns.map((column, i) => tidy(places[i] === -1 ? '' : (row[places[i]!] ?? ''), column));
    total += scaled(cells[controlled]!);
    out.push(cells.map(quote).join(','));
  }
  return { csv: `${out.join('\n')}\n`, lines: body.length, total: plain(total) };
}

/** Chinese banks still send GBK; what is not UTF-8 is read as that. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes);
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
  return digits;
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
