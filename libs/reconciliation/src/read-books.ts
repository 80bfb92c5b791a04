/** From CSV files to typed tables, or to every fault of every file; nothing is matched over a book that is not whole. */
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Books, quoted } from './database';
import { type Fault, ReconciliationFaults } from './model';

type Kind = 'text' | 'optional' | 'day' | 'units' | 'money';
const FORMS: Record<string, Record<string, Kind>> = {
  deals: {
    deal_id: 'text',
    trade_date: 'day',
    account: 'text',
    product: 'text',
    side: 'text',
    quantity: 'units',
    price: 'money',
    amount: 'money',
  },
  registry: {
    line_id: 'text',
    date: 'day',
    account: 'text',
    product: 'text',
    quantity: 'units',
    reference: 'optional',
  },
  bank: {
    line_id: 'text',
    value_date: 'day',
    account: 'text',
    amount: 'money',
    reference: 'optional',
    memo: 'optional',
  },
};
/** Has to be right, but nothing is matched by it. */
const CHECKED_ONLY = ['side', 'price', 'memo'];
const MOST_FAULTS = 1_000;

const tests: Record<
  Kind,
  { wrong: (c: string) => string; code: string; zh: string; en: string; remedy: [string, string] }
> = {
  text: {
    wrong: (c) => `length(${c}) > 200`,
    code: 'OUT_OF_RANGE',
    zh: '超过 200 个字符',
    en: 'longer than 200 characters',
    remedy: ['改短', 'shorten it'],
  },
  optional: {
    wrong: (c) => `length(${c}) > 2000`,
    code: 'OUT_OF_RANGE',
    zh: '超过 2000 个字符',
    en: 'longer than 2000 characters',
    remedy: ['改短', 'shorten it'],
  },
  day: {
    wrong: (c) => `NOT regexp_full_match(${c}, '\\d{4}-\\d{2}-\\d{2}') OR try_cast(${c} AS DATE) IS NULL`,
    code: 'NOT_A_DATE',
    zh: '不是 年-月-日 日期',
    en: 'not a date like 2024-03-15',
    remedy: ['在表格软件里把该列设为文本格式的日期', 'set the column to text dates in the spreadsheet'],
  },
  units: {
    wrong: (c) => `NOT regexp_full_match(${c}, '-?[0-9]{1,12}(\\.[0-9]{1,6})?')`,
    code: 'NOT_A_NUMBER',
    zh: '不是数',
    en: 'not a number',
    remedy: ['只用半角数字和小数点，不用千分位', 'use plain digits and a point, no thousands separators'],
  },
  money: {
    wrong: (c) => `NOT regexp_full_match(${c}, '-?[0-9]{1,16}(\\.[0-9]{1,2})?')`,
    code: 'NOT_A_NUMBER',
    zh: '不是到分的金额',
    en: 'not an amount to the fen',
    remedy: ['只用半角数字，最多两位小数', 'use plain digits, at most two decimals'],
  },
};

const typed: Record<Kind, (c: string) => string> = {
  text: (c) => c,
  optional: (c) => `COALESCE(${c}, '')`,
  // As text, which is what they are compared by; few need to be days.
  day: (c) => c,
  units: (c) => `try_cast(${c} AS DECIMAL(18, 6))`,
  money: (c) => `try_cast(${c} AS DECIMAL(18, 2))`,
};

export async function readBooks(books: Books, folder: string): Promise<void> {
  const faults: Fault[] = [];
  for (const [table, form] of Object.entries(FORMS))
    await readBook(books, join(folder, `${table}.csv`), table, form, faults);
  if (faults.length) throw new ReconciliationFaults(faults);
}

async function readBook(
  books: Books,
  path: string,
  table: string,
  form: Record<string, Kind>,
  faults: Fault[],
): Promise<void> {
  const add = (code: string, zh: string, en: string, more: Partial<Fault> = {}) =>
    faults.push({ table, code, message: { zh, en }, ...more });
  if (!existsSync(path)) return void add('FILE_MISSING', `缺少文件 ${table}.csv`, `the file ${table}.csv is missing`);
  const head = await firstLine(path);
  if (head === undefined)
    return void add('NOT_UTF8', '文件不是 UTF-8 编码', 'the file is not UTF-8', {
      remedy: { zh: '另存为 UTF-8 编码的 CSV', en: 'save it as CSV in UTF-8' },
    });
  const columns = head.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const before = faults.length;
  for (const name of Object.keys(form))
    if (!columns.includes(name) && form[name] !== 'optional')
      add('REQUIRED', `缺少列 ${name}`, `the column ${name} is missing`, { column: name });
  for (const name of columns)
    if (!Object.hasOwn(form, name))
      add('UNKNOWN_COLUMN', `没有列“${name}”`, `there is no column "${name}"`, { column: name });
  if (faults.length > before) return;
  const cells = columns.map((name) => `${quoted(name)}: 'VARCHAR'`).join(', ');
  const source = `read_csv(${quoted(path)}, header = true, delim = ',', quote = '"', escape = '"', columns = {${cells}},
    null_padding = false, strict_mode = true)`;
  const select = (cell: (name: string) => string): string =>
    Object.entries(form)
      .filter(([name]) => !CHECKED_ONLY.includes(name))
      .map(([name, kind]) => `${columns.includes(name) ? typed[kind](cell(name)) : `''`} AS ${name}`)
      .join(', ');
  const days = columns.filter((name) => form[name] === 'day');
  const doubts = [
    doubtfulTexts(columns.filter((name) => form[name] === 'text')),
    ...columns.flatMap((name) => {
      const kind = form[name]!;
      return kind === 'text' || kind === 'day' ? [] : [doubtful(name, kind)];
    }),
  ];
  try {
    // Once over the file: a book without a doubtful cell, as nearly all are, is typed and checked as it streams in.
    await books.run(
      `CREATE TABLE ${table} AS SELECT ${select((name) => name)}, ${doubts.join(' OR ')} AS doubtful FROM ${source}`,
    );
  } catch (error) {
    const line = /Line: (\d+)/.exec((error as Error).message)?.[1];
    return void add('NOT_A_TABLE', `第 ${line ?? '?'} 行无法读取`, `line ${line ?? '?'} cannot be read`, { row: line });
  }
  const key = columns.find((name) => name === 'deal_id' || name === 'line_id')!;
  // A book has few days, so each is looked at once.
  const [sound] =
    await books.rows(`SELECT coalesce(bool_or(doubtful), ${table === 'deals'}) OR count(DISTINCT hash(${key})) <> count(*)
    ${days.map((day) => `OR coalesce((SELECT bool_or(${doubtful(day, 'day')}) FROM (SELECT DISTINCT ${day} FROM ${table})), false)`).join(' ')}
    AS doubtful FROM ${table}`);
  if (!sound!.doubtful) return;
  await books.run(`CREATE TABLE raw_${table} AS SELECT * FROM ${source}`);
  await check(books, table, form, columns, faults);
  const trimmed = select((name) => `trim(${name})`);
  if (faults.length === before)
    await books.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${trimmed} FROM raw_${table}`);
  await books.run(`DROP TABLE raw_${table}`);
}

/**
 * True for every cell that the precise tests would refuse, and for some that they would not: those decide. A figure or a day is
 * beyond doubt where writing it down again gives what stood there.
 */
function doubtful(column: string, kind: Exclude<Kind, 'text'>): string {
  if (kind === 'optional')
    return `coalesce(strlen(${column}) > 2000 OR starts_with(${column}, ' ') OR ends_with(${column}, ' '), false)`;
  if (kind === 'day') return `coalesce(CAST(try_cast(${column} AS DATE) AS VARCHAR) <> ${column}, true)`;
  const again = `CAST(${typed[kind](column)} AS VARCHAR)`;
  return `coalesce(NOT starts_with(${again}, ${column}) OR ends_with(${column}, '.'), true)`;
}

/** The same of all columns that must say something: empty, longer than 200 bytes (never fewer than characters), spaces around it. */
function doubtfulTexts(columns: string[]): string {
  const lengths = columns.map((column) => `strlen(${column})`);
  return [
    ...columns.map((column) => `${column} IS NULL`),
    `least(${columns.join(', ')}) < '!'`, // nothing, a space or what is not printed comes before it
    `greatest(${lengths.join(', ')}) > 200`,
    ...columns.map((column) => `ends_with(${column}, ' ')`),
  ].join(' OR ');
}

async function check(
  books: Books,
  table: string,
  form: Record<string, Kind>,
  columns: string[],
  faults: Fault[],
): Promise<void> {
  const key = columns.find((name) => name === 'deal_id' || name === 'line_id')!;
  const row = `COALESCE(NULLIF(trim(${key}), ''), '#' || (rowid + 1))`;
  const find = async (
    column: string,
    condition: string,
    code: string,
    zh: string,
    en: string,
    remedy?: [string, string],
  ) => {
    const found = await books.rows(
      `SELECT ${row} AS row FROM raw_${table} WHERE ${condition} ORDER BY rowid LIMIT ${MOST_FAULTS}`,
    );
    for (const { row: name } of found)
      faults.push({
        table,
        row: String(name),
        column,
        code,
        message: { zh, en },
        ...(remedy && { remedy: { zh: remedy[0], en: remedy[1] } }),
      });
  };
  const [empty] = await books.rows(`SELECT count(*) = 0 AS empty FROM raw_${table}`);
  if (empty!.empty && table === 'deals')
    faults.push({ table, code: 'EMPTY_TABLE', message: { zh: '没有成交', en: 'there are no deals' } });
  for (const column of columns) {
    const kind = form[column]!;
    const cell = `trim(${column})`;
    if (kind !== 'optional')
      await find(column, `${column} IS NULL OR ${cell} = ''`, 'REQUIRED', '此项必填', 'this is required');
    const { wrong, code, zh, en, remedy } = tests[kind];
    await find(column, `${cell} <> '' AND (${wrong(cell)})`, code, zh, en, remedy);
  }
  await find(
    key,
    `trim(${key}) IN (SELECT trim(${key}) FROM raw_${table} GROUP BY 1 HAVING count(*) > 1)
     AND rowid NOT IN (SELECT min(rowid) FROM raw_${table} GROUP BY trim(${key}))`,
    'DUPLICATE_KEY',
    '编号重复',
    'the number is there twice',
  );
}

/** Undefined where the file is not UTF-8. */
async function firstLine(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const end = bytes.indexOf(10);
    const line = end < 0 ? bytes : bytes.subarray(0, end);
    return new TextDecoder('utf-8', { fatal: true }).decode(line).replace(/\r$/, '');
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
