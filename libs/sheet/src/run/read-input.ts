/** From the rows as filed to linked live rows: every fault of every row is listed. */
import { unitColumns } from '../check/check-sheet';
import { fault, text } from '../fault';
import type { Fault, InputColumn, Row, RunInput, Sheet, Table } from '../model';
import { newRow, type LiveRow } from './values';
import { readCell } from './read-cell';

export type LiveTables = Map<string, LiveRow[]>;

export function readInput(sheet: Sheet, input: RunInput): { tables: LiveTables; faults: Fault[] } {
  const faults: Fault[] = [];
  const tables: LiveTables = new Map();
  for (const name of Object.keys(input.tables ?? {})) {
    const table = sheet.tables.find((t) => t.name === name);
    if (!table)
      faults.push(fault('UNKNOWN_TABLE', { table: name }, text(`没有表 ${name}`, `there is no table ${name}`)));
    else if (table.group)
      faults.push(
        fault(
          'UNKNOWN_TABLE',
          { table: name },
          text(`${name} 由汇总得出，不能填报`, `${name} is derived and cannot be filed`),
        ),
      );
  }
  const indexes = new Map<string, Map<string, LiveRow>>();
  for (const table of sheet.tables) {
    if (table.group) continue;
    const rows = Array.isArray(input.tables?.[table.name]) ? input.tables[table.name]! : [];
    const index = new Map<string, LiveRow>();
    tables.set(table.name, readTable(table, rows, index, faults));
    indexes.set(table.name, index);
  }
  for (const table of sheet.tables) linkToParent(table, tables, indexes, faults);
  return { tables, faults };
}

function readTable(table: Table, rows: Row[], index: Map<string, LiveRow>, faults: Fault[]): LiveRow[] {
  const inputs = table.columns.filter((c): c is InputColumn => c.kind === 'input');
  const byName = new Map(inputs.map((c) => [c.name, c]));
  const units = unitColumns(table);
  if (rows.length === 0 && !table.optional) {
    faults.push(
      fault(
        'EMPTY_TABLE',
        { table: table.name },
        text(`表 ${table.title.zh} 没有行`, `table ${table.title.en} has no rows`),
      ),
    );
  }
  const unknown = new Set<string>();
  return rows.map((row, position) => {
    const key = keyOf(table, row) ?? `#${position + 1}`;
    const live = newRow(key);
    for (const name of Object.keys(row)) {
      if (byName.has(name) || unknown.has(name)) continue;
      unknown.add(name);
      const known = inputs.map((c) => c.name).join(', ');
      faults.push(
        fault(
          'UNKNOWN_COLUMN',
          { table: table.name, row: key, column: name.slice(0, 60) },
          text(`表中没有 ${name.slice(0, 60)} 列`, `there is no column ${name.slice(0, 60)}`),
          text(`可用的列：${known}`, `known columns: ${known}`),
        ),
      );
    }
    for (const column of inputs) {
      const place = { table: table.name, row: key, column: column.name };
      const cell = row[column.name];
      if (cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')) {
        if (column.required) {
          faults.push(
            fault('REQUIRED', place, text(`${column.title.zh}：必填`, `${column.title.en}: a value is required`)),
          );
          live.failed.add(column.name);
        }
        continue;
      }
      const value = readCell(cell, { ...column, isUnit: units.has(column.name) }, place, faults);
      if (value === undefined) live.failed.add(column.name);
      else live.cells.set(column.name, value);
    }
    if (index.has(key)) {
      faults.push(
        fault(
          'DUPLICATE_KEY',
          { table: table.name, row: key, column: table.key.at(-1)! },
          text(`主键 ${key} 重复`, `key ${key} occurs twice`),
          text('合并或改正重复的行', 'merge or correct the repeated row'),
        ),
      );
    } else index.set(key, live);
    return live;
  });
}

/** A single key is its value, several are joined with "/". */
function keyOf(table: Table, row: Row): string | undefined {
  const parts = table.key.map((name) => row[name]);
  if (parts.some((p) => p === undefined || p === null || String(p).trim() === '')) return undefined;
  return parts.map((p) => String(p).trim()).join('/');
}

function linkToParent(
  table: Table,
  tables: LiveTables,
  indexes: Map<string, Map<string, LiveRow>>,
  faults: Fault[],
): void {
  const { parent } = table;
  if (!parent) return;
  const index = indexes.get(parent.table)!;
  for (const above of tables.get(parent.table) ?? []) above.below.set(table.name, []);
  for (const row of tables.get(table.name) ?? []) {
    if (parent.on.some((on) => row.failed.has(on))) continue;
    const key = parent.on.map((on) => String(row.cells.get(on))).join('/');
    const above = index.get(key);
    if (!above) {
      faults.push(
        fault(
          'UNKNOWN_KEY',
          { table: table.name, row: row.key, column: parent.on.at(-1)! },
          text(`${parent.table} 表中没有 ${key}`, `table ${parent.table} has no row ${key}`),
        ),
      );
      continue;
    }
    row.above.set(parent.table, above);
    above.below.get(table.name)!.push(row);
  }
}
