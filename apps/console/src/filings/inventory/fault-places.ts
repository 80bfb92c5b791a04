import type { Fault, MethodTable, Row, RunInput } from '../../api/types';

/** How the service names a row: its key, or its position where the key is not whole. */
export function rowName(table: MethodTable, row: Row, position: number): string {
  const parts = table.key.map((name) => row[name]);
  const whole = parts.every((part) => part !== undefined && part !== null && String(part).trim() !== '');
  return whole ? parts.map((part) => String(part).trim().slice(0, 200)).join('/') : `#${position + 1}`;
}

export function rowIndex(table: MethodTable, rows: readonly Row[], name: string): number {
  const found = rows.findIndex((row, i) => rowName(table, row, i) === name);
  if (found >= 0) return found;
  const unnamed = /^#(\d{1,7})$/.exec(name);
  const position = unnamed ? Number(unnamed[1]) - 1 : -1;
  return position < rows.length ? position : -1;
}

export const placeKey = (table: string, row: number, column: string) => `${table}\u0000${row}\u0000${column}`;

/** Faults by cell. One that names no column stands at the key; one of a computed column as well. */
export function faultsByCell(
  tables: readonly MethodTable[],
  input: RunInput,
  faults: readonly Fault[],
): Map<string, Fault[]> {
  const found = new Map<string, Fault[]>();
  for (const fault of faults) {
    const table = tables.find((t) => t.name === fault.table);
    if (!table || fault.row === undefined) continue;
    const row = rowIndex(table, input.tables[table.name] ?? [], fault.row);
    if (row < 0) continue;
    const inputs = table.columns.filter((column) => column.kind === 'input').map((column) => column.name);
    const column = fault.column && inputs.includes(fault.column) ? fault.column : (table.key.at(-1) ?? inputs[0] ?? '');
    const place = placeKey(table.name, row, column);
    found.set(place, [...(found.get(place) ?? []), fault]);
  }
  return found;
}

/** What the cell of a fault holds: a fault whose cell has changed since says nothing any more. */
export function cellOf(tables: readonly MethodTable[], input: RunInput, fault: Fault): unknown {
  if (fault.table === 'parameters') return fault.column && input.parameters?.[fault.column];
  const table = tables.find((t) => t.name === fault.table);
  if (!table || fault.row === undefined) return undefined;
  const rows = input.tables[table.name] ?? [];
  const row = rows[rowIndex(table, rows, fault.row)];
  return row && (fault.column && fault.column in row ? row[fault.column] : JSON.stringify(row));
}
