/** From the database back to rows as a result prints them. */
import type { NumberKind, Row, Table } from '../model';
import { Rational } from '../rational';
import type { InputTable } from '../run/prepared';
import { written, type Value } from '../run/values';
import type { Database } from './database';
import { quoteName } from './sql';
import { denColumn, type Stored, type TableState } from './world';

/** Rows as a result prints them: key, inputs and computed columns. */
export async function rowsOf(database: Database, state: TableState, input?: InputTable): Promise<Row[]> {
  const { table } = state;
  const computed = await read(database, state);
  const rows: Row[] = Array.from({ length: state.rows }, () => ({}));
  const fill = (name: string, cells: readonly (Value | undefined)[], kind?: NumberKind, decimals?: number): void => {
    for (const [i, row] of rows.entries()) if (cells[i] !== undefined) row[name] = written(cells[i], kind, decimals);
  };
  if (table.group) for (const name of table.key) fill(name, computed.get(name) ?? []);
  for (const column of table.columns) {
    if (column.kind === 'computed')
      fill(column.name, computed.get(column.name) ?? [], column.numberKind, column.decimals);
    else fill(column.name, cellsOf(input, column.name));
  }
  return rows;
}

/** Computed columns, and the keys of groups, in the order of the rows. */
async function read(database: Database, state: TableState): Promise<Map<string, Value[]>> {
  const columns = new Map<string, Value[]>();
  const wanted = [...state.columns].filter(([name]) => !isInput(state.table, name));
  if (!wanted.length || !state.rows) return columns;
  const select = wanted.flatMap(([name, column]) =>
    hasDen(column) ? [quoteName(name), quoteName(denColumn(name))] : [quoteName(name)],
  );
  const found = await database.columns(`SELECT ${select.join(', ')} FROM ${state.relation} ORDER BY _row`);
  let at = 0;
  for (const [name, column] of wanted) {
    const cells = found[at++]!;
    const dens = hasDen(column) ? found[at++]! : undefined;
    columns.set(
      name,
      column.kind === 'exact' ? fractions(cells as bigint[], column, dens as bigint[] | undefined) : (cells as Value[]),
    );
  }
  return columns;
}

const isInput = (table: Table, name: string): boolean =>
  table.columns.some((c) => c.kind === 'input' && c.name === name);
const cellsOf = (input: InputTable | undefined, name: string): readonly (Value | undefined)[] =>
  (input?.columns.get(name) ?? []) as (Value | undefined)[];
const hasDen = (column: Stored): boolean =>
  column.kind === 'exact' && column.den !== undefined && column.den.lo !== column.den.hi;

function fractions(cells: readonly bigint[], column: Stored & { kind: 'exact' }, dens?: readonly bigint[]): Rational[] {
  const unit = 10n ** BigInt(column.scale);
  const fixed = unit * (column.den && !dens ? column.den.lo : 1n);
  return cells.map((cell, i) => Rational.ratio(cell, dens ? unit * dens[i]! : fixed));
}
