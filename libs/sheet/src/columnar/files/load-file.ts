/**
 * A Parquet file as an input table, without its rows ever leaving the database. What is checked here set-wise is what
 * `read-cell` checks cell by cell; rows that fail, and only these, are read to name their faults.
 */
import { unitColumns } from '../../check/check-sheet';
import { SheetFaults } from '../../fault';
import type { InputColumn, Row, Sheet, Table } from '../../model';
import { Rational } from '../../rational';
import { readInput } from '../../run/read-input';
import type { Database } from '../database';
import { NotColumnar } from '../not-columnar';
import { quoteName, quoteText } from '../sql';
import { stored as expressionOf, type Stored, type TableState } from '../world';
import { shown } from './shown';

/** As many faulty rows are named as a person can mend before trying again. */
const MOST_FAULTY_ROWS = 1000;
/** Text that needs no trimming, holds no control character and begins as no formula does; other text is read with care. */
const PLAIN = '[0-9A-Za-z\\x{4E00}-\\x{9FFF}](?:[ -~\\x{A1}-\\x{D7FF}]*[!-~\\x{4E00}-\\x{9FFF}])?';
const MOST_TEXT_BYTES = 500;

interface Loading {
  column: InputColumn;
  /** What the file's column becomes. */
  sql: string;
  /** True for a cell that may be at fault. */
  suspect: string;
  /** Has few different values (a choice, a banner): each is looked at once. */
  few?: boolean;
  stored: Stored;
}

export async function loadFile(database: Database, sheet: Sheet, table: Table, path: string): Promise<TableState> {
  const source = `read_parquet(${quoteText(path)})`;
  const loading = await planOf(database, sheet, table, source);
  const [key, ...more] = table.key;
  if (more.length || loading.find((l) => l.column.name === key)?.column.type !== 'text') {
    throw new NotColumnar('a file whose key is not one text');
  }
  const columns = loading.map(({ column, sql }) => `${sql} AS ${quoteName(column.name)}`).join(', ');
  let relation = quoteName(`_f_${table.name}`);
  await database.run(`CREATE TEMP TABLE ${relation} AS SELECT ${columns} FROM ${source}`);
  const state: TableState = {
    table,
    relation,
    rows: 0,
    columns: new Map(loading.map((l) => [l.column.name, l.stored])),
    ordered: true,
  };
  await measure(database, state, loading, sheet);
  const disorder = `SELECT count(*) FILTER (WHERE before >= own) FROM (SELECT own, lag(own) OVER () AS before FROM (SELECT ${quoteName(key!)} AS own FROM %))`;
  const ordered = async (): Promise<boolean> => (await database.row(disorder.replace('%', relation)))[0] === 0n;
  if (!(await ordered())) {
    const sorted = quoteName(`_s_${table.name}`);
    await database.run(`CREATE TEMP TABLE ${sorted} AS SELECT * FROM ${relation} ORDER BY ${quoteName(key!)}`);
    await database.run(`DROP TABLE ${relation}`);
    relation = sorted;
    state.relation = sorted;
    // Keys that follow each other strictly are different keys; else some key is there twice.
    if (!(await ordered())) {
      const twice = `${quoteName(key!)} IN (SELECT ${quoteName(key!)} FROM ${relation} GROUP BY 1 HAVING count(*) > 1)`;
      await refuse(database, state, twice, sheet);
    }
  }
  const [last] = await database.row(`SELECT max(rowid) FROM ${relation}`);
  if (last !== BigInt(state.rows - 1)) throw new NotColumnar('rows without a running number');
  return { ...state, relation: `(SELECT rowid AS _row, * FROM ${relation})` };
}

async function planOf(database: Database, sheet: Sheet, table: Table, source: string): Promise<Loading[]> {
  const described = await database.columns(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${source})`);
  const types = new Map((described[0] as string[]).map((name, i) => [name, described[1]![i] as string]));
  const inputs = table.columns.filter((c): c is InputColumn => c.kind === 'input');
  const units = unitColumns(table);
  if ([...types.keys()].some((name) => !inputs.some((c) => c.name === name))) throw new NotColumnar('unknown column');
  return inputs.map((column) => {
    const type = types.get(column.name);
    if (!type) throw new NotColumnar(`the file has no column ${column.name}`);
    const read = units.has(column.name) ? undefined : reading(sheet, column, type);
    if (!read) throw new NotColumnar(`${column.name} as ${type}`);
    return { column, ...read };
  });
}

function reading(sheet: Sheet, column: InputColumn, type: string): Omit<Loading, 'column'> | undefined {
  const name = quoteName(column.name);
  const maybe = !column.required;
  const missing = maybe ? [] : [`${name} IS NULL`];
  if (column.type === 'boolean' && type === 'BOOLEAN') {
    return { sql: name, suspect: missing[0] ?? 'FALSE', stored: { kind: 'truth', maybe } };
  }
  if (column.type === 'text' && type === 'VARCHAR') {
    const tests = [
      ...missing,
      `strlen(${name}) > ${MOST_TEXT_BYTES}`,
      `NOT regexp_full_match(${name}, ${quoteText(PLAIN)})`,
      ...(column.choices ? [`${name} NOT IN (${column.choices.map(quoteText).join(', ')})`] : []),
    ];
    const few = Boolean(column.choices) || sheet.tables.some((t) => t.group?.by.includes(column.name));
    return { sql: name, suspect: tests.join(' OR '), few, stored: { kind: 'text', maybe } };
  }
  const [, precision, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? (type === 'INTEGER' ? ['', '10', '0'] : []);
  const { decimals } = column;
  if (column.type !== 'number' || decimals === undefined || precision === undefined || scale === undefined) return;
  if (Number(scale) > decimals || Number(precision) - Number(scale) + decimals > 18) return;
  const sql = `CAST(${name} * ${10 ** decimals} AS BIGINT)`;
  return {
    sql,
    suspect: [...missing, ...outside(column, name, decimals)].join(' OR ') || 'FALSE',
    stored: { kind: 'exact', lo: 0n, hi: 0n, wide: false, scale: decimals, maybe },
  };
}

/** Limits as whole numbers of the smallest unit. */
function outside({ min, max, above, below }: InputColumn, name: string, decimals: number): string[] {
  const unit = Rational.of(10n ** BigInt(decimals));
  const scaled = (limit: string): Rational => Rational.parse(limit).mul(unit);
  return [
    ...(min === undefined ? [] : [`${name} < ${scaled(min).ceil()}`]),
    ...(max === undefined ? [] : [`${name} > ${scaled(max).floor()}`]),
    ...(above === undefined ? [] : [`${name} <= ${scaled(above).floor()}`]),
    ...(below === undefined ? [] : [`${name} >= ${scaled(below).ceil()}`]),
  ];
}

/** Rows, suspects, and the bounds that the compiler proves its integers by. */
async function measure(database: Database, state: TableState, loading: Loading[], sheet: Sheet): Promise<void> {
  const suspectOf = (some: Loading[]): string => some.map((l) => `(${l.suspect})`).join(' OR ') || 'FALSE';
  const numbers = loading.flatMap(({ column, stored }) => (stored.kind === 'exact' ? [{ column, stored }] : []));
  const bounds = numbers.flatMap(({ column: { name } }) => [`min(${quoteName(name)})`, `max(${quoteName(name)})`]);
  const select = ['count(*)', `count(*) FILTER (WHERE ${suspectOf(loading.filter((l) => !l.few))})`, ...bounds].join(
    ', ',
  );
  const [rows, suspects, ...found] = await database.row(`SELECT ${select} FROM ${state.relation}`);
  state.rows = Number(rows);
  for (const [i, { stored }] of numbers.entries()) {
    stored.lo = (found[2 * i] as bigint | null) ?? 0n;
    stored.hi = (found[2 * i + 1] as bigint | null) ?? 0n;
  }
  let faulty = suspects as bigint;
  for (const { column, suspect } of loading.filter((l) => l.few)) {
    const values = `(SELECT DISTINCT ${quoteName(column.name)} FROM ${state.relation})`;
    const [found] = await database.row(`SELECT count(*) FILTER (WHERE ${suspect}) FROM ${values}`);
    faulty += found as bigint;
  }
  if (faulty !== 0n) await refuse(database, state, suspectOf(loading), sheet);
  if (!state.rows) throw new NotColumnar('an empty table');
}

/** Names the faults of the rows in question. Where the careful reading finds none, the file is not for this engine. */
async function refuse(database: Database, state: TableState, where: string, sheet: Sheet): Promise<never> {
  const { table } = state;
  const names = [...state.columns.keys()];
  const select = [...state.columns].map(([name, column]) => shown(expressionOf(column, quoteName(name), '')));
  const from = `SELECT ${select.join(', ')} FROM ${state.relation} WHERE ${where} ORDER BY rowid LIMIT ${MOST_FAULTY_ROWS}`;
  const cells = (await database.columns(from)) as (string | null)[][];
  const rows = (cells[0] ?? []).map((_, i): Row => Object.fromEntries(names.map((name, j) => [name, cells[j]![i]])));
  const faults = readInput(sheet, { tables: { [table.name]: rows } }).faults.filter((f) => f.table === table.name);
  if (faults.length) throw new SheetFaults(faults);
  throw new NotColumnar('text to be read with care');
}
