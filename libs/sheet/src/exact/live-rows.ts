/** Rows as the exact engine walks them: linked to the rows above and below. */
import { FAILED, type InputTable, type InputTables } from '../run/prepared';
import type { Value } from '../run/values';

export interface LiveRow {
  key: string;
  /** Row of the parent table, and of each table that groups this one, by table name. */
  above: Map<string, LiveRow>;
  /** Rows below, by table name, in the order of keys. */
  below: Map<string, LiveRow[]>;
  cells: Map<string, Value>;
  /** Columns that could not be read or computed: what rests on them is skipped, not reported again. */
  failed: Set<string>;
}

export type LiveTables = Map<string, LiveRow[]>;

export const newRow = (key: string): LiveRow => ({
  key,
  above: new Map(),
  below: new Map(),
  cells: new Map(),
  failed: new Set(),
});

/** `parents`: the parent table of each table that has one. */
export function liveRows(input: InputTables, parents: ReadonlyMap<string, string>): LiveTables {
  const tables: LiveTables = new Map();
  for (const table of input.values()) tables.set(table.name, fill(table));
  for (const table of input.values()) {
    const parent = parents.get(table.name);
    if (parent === undefined || !table.parentRow) continue;
    const above = tables.get(parent)!;
    for (const row of above) row.below.set(table.name, []);
    for (const [i, row] of tables.get(table.name)!.entries()) {
      const own = above[table.parentRow[i]!];
      if (!own) continue;
      row.above.set(parent, own);
      own.below.get(table.name)!.push(row);
    }
  }
  return tables;
}

function fill(table: InputTable): LiveRow[] {
  const rows = table.keys.map(newRow);
  for (const [name, cells] of table.columns) {
    for (const [i, row] of rows.entries()) {
      const cell = cells[i];
      if (cell === FAILED) row.failed.add(name);
      else if (cell !== undefined) row.cells.set(name, cell);
    }
  }
  return rows;
}
