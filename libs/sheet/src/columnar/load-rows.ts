/** Rows in memory into tables of the database: numbers as whole numbers of their smallest unit. */
import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { InputColumn, Table } from '../model';
import { Rational } from '../rational';
import { FAILED, type CellValue, type InputTable } from '../run/prepared';
import type { Value } from '../run/values';
import type { Database } from './database';
import { NotColumnar } from './not-columnar';
import { quoteName } from './sql';
import { fitsInt64 } from './whole';
import { upColumn, type LookupState, type Stored, type TableState } from './world';

const CHUNK = 2048;

/** A column to append: its SQL type and its values, top to bottom. */
interface Filled {
  name: string;
  type: 'BIGINT' | 'HUGEINT' | 'VARCHAR' | 'BOOLEAN';
  values: DuckDBValue[];
}

export async function loadRows(
  database: Database,
  table: Table,
  input: InputTable,
  relation: string,
): Promise<TableState> {
  const columns = new Map<string, Stored>();
  const filled: Filled[] = [{ name: '_row', type: 'BIGINT', values: input.keys.map((_, i) => BigInt(i)) }];
  for (const column of table.columns) {
    if (column.kind !== 'input') continue;
    const { stored, fill } = fillColumn(column.name, column, present(input.columns.get(column.name) ?? []));
    columns.set(column.name, stored);
    filled.push(fill);
  }
  if (table.parent) {
    const rows = input.parentRow ?? new Int32Array();
    if (rows.includes(-1)) throw new NotColumnar('a row without parent');
    filled.push({ name: upColumn({ name: table.parent.table }), type: 'BIGINT', values: Array.from(rows, BigInt) });
  }
  await append(database, relation, filled, input.size);
  return { table, relation, rows: input.size, columns, ordered: true };
}

function present(cells: readonly CellValue[]): readonly (Value | undefined)[] {
  if (cells.includes(FAILED)) throw new NotColumnar('the input has faults');
  return cells as (Value | undefined)[];
}

export async function loadLookup(
  database: Database,
  keys: number,
  rows: ReadonlyMap<string, Value>,
  relation: string,
): Promise<LookupState> {
  const entries = [...rows];
  const first = entries[0]?.[1];
  const type =
    first instanceof Rational || first === undefined ? 'number' : typeof first === 'boolean' ? 'boolean' : 'text';
  const { stored, fill } = fillColumn(
    'value',
    { type },
    entries.map(([, value]) => value),
  );
  const filled: Filled[] = Array.from({ length: keys }, (_, i) => ({
    name: `k${i}`,
    type: 'VARCHAR',
    values: entries.map(([key]) => key.split('\u0000')[i]!),
  }));
  await append(database, relation, [...filled, fill], entries.length);
  return { relation, stored: { ...stored, maybe: true } };
}

function fillColumn(
  name: string,
  column: Pick<InputColumn, 'type'> & { required?: boolean },
  cells: readonly (Value | undefined)[],
): { stored: Stored; fill: Filled } {
  const maybe = column.required === false;
  if (column.type === 'boolean')
    return {
      stored: { kind: 'truth', maybe },
      fill: { name, type: 'BOOLEAN', values: cells.map((v) => (v === undefined ? null : (v as boolean))) },
    };
  if (column.type !== 'number') {
    if (cells.some((v) => typeof v === 'string' && v.includes('\u0000')))
      throw new NotColumnar('text with a zero byte');
    return {
      stored: { kind: 'text', maybe },
      fill: { name, type: 'VARCHAR', values: cells.map((v) => (v === undefined ? null : String(v))) },
    };
  }
  const scale = commonScale(cells as (Rational | undefined)[]);
  const unit = 10n ** BigInt(scale);
  let lo = 0n;
  let hi = 0n;
  let any = false;
  const values = (cells as (Rational | undefined)[]).map((cell) => {
    if (cell === undefined) return null;
    const value = (cell.num * unit) / cell.den;
    if (!any || value < lo) lo = value;
    if (!any || value > hi) hi = value;
    any = true;
    return value;
  });
  const wide = !fitsInt64(lo, hi);
  return {
    stored: { kind: 'exact', lo, hi, wide, scale, maybe },
    fill: { name, type: wide ? 'HUGEINT' : 'BIGINT', values },
  };
}

/** The decimals that all cells fit; a cell without finite decimal cannot be a whole number of anything. */
function commonScale(cells: readonly (Rational | undefined)[]): number {
  const known = new Map<bigint, number>();
  let scale = 0;
  for (const cell of cells) {
    if (cell === undefined || cell.den === 1n) continue;
    let own = known.get(cell.den);
    if (own === undefined) {
      own = cell.decimals();
      if (own === undefined) throw new NotColumnar('an endless decimal');
      known.set(cell.den, own);
    }
    if (own > scale) scale = own;
  }
  return scale;
}

async function append(database: Database, relation: string, filled: readonly Filled[], rows: number): Promise<void> {
  const duckdb = await import('@duckdb/node-api');
  const types = { BIGINT: duckdb.BIGINT, HUGEINT: duckdb.HUGEINT, VARCHAR: duckdb.VARCHAR, BOOLEAN: duckdb.BOOLEAN };
  await database.run(
    `CREATE TEMP TABLE ${relation} (${filled.map((f) => `${quoteName(f.name)} ${f.type}`).join(', ')})`,
  );
  const appender = await database.connection.createAppender(relation.slice(1, -1), null, 'temp');
  for (let from = 0; from < rows; from += CHUNK) {
    const chunk = duckdb.DuckDBDataChunk.create(filled.map((f) => types[f.type] as DuckDBType));
    chunk.setColumns(filled.map((f) => f.values.slice(from, from + CHUNK)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
