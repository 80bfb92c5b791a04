/** From the rows as filed to typed columns: every fault of every row is listed. */
import { unitColumns } from '../check/check-sheet';
import { fault, text } from '../fault';
import type { Cell, Fault, InputColumn, RunInput, Sheet, Table } from '../model';
import { before, joinKey, showKey } from './keys';
import { FAILED, type CellValue, type InputTable, type InputTables } from './prepared';
import { readCell } from './read-cell';

export interface ReadInput {
  tables: InputTables;
  faults: Fault[];
  /** Rows are missing, doubled or without parent: totals over them mean nothing, so nothing is computed. */
  broken: boolean;
}

export function readInput(sheet: Sheet, input: RunInput): ReadInput {
  const faults: Fault[] = [];
  const filed: unknown = input?.tables;
  const given = isMapping(filed) ? filed : {};
  for (const name of Object.keys(given)) {
    const shown = name.slice(0, 60);
    const table = sheet.tables.find((t) => t.name === name);
    if (!table)
      faults.push(fault('UNKNOWN_TABLE', { table: shown }, text(`没有表 ${shown}`, `there is no table ${shown}`)));
    else if (table.group) {
      faults.push(
        fault(
          'UNKNOWN_TABLE',
          { table: name },
          text(`${name} 由汇总得出，不能填报`, `${name} is derived and cannot be filed`),
        ),
      );
    } else if (!Array.isArray(given[name])) {
      faults.push(
        fault(
          'NOT_A_TABLE',
          { table: name },
          text(`表 ${name} 应为行的列表`, `table ${name} should be a list of rows`),
        ),
      );
    }
  }
  const tables: InputTables = new Map();
  const indexes = new Map<string, Map<string, number>>();
  for (const table of sheet.tables) {
    if (table.group) continue;
    const rows: unknown = given[table.name];
    const reader = new TableReader(table, faults);
    tables.set(table.name, reader.read(Array.isArray(rows) ? rows : []));
    indexes.set(table.name, reader.index);
  }
  for (const table of sheet.tables) {
    const own = tables.get(table.name);
    if (own && table.parent) own.parentRow = linkToParent(table, own, indexes.get(table.parent.table)!, faults);
  }
  return { tables, faults, broken: faults.some((f) => BREAKING.has(f.code)) };
}

const BREAKING = new Set(['UNKNOWN_TABLE', 'NOT_A_TABLE', 'NOT_A_ROW', 'EMPTY_TABLE', 'DUPLICATE_KEY', 'UNKNOWN_KEY']);

class TableReader {
  /** Row of each key. */
  readonly index = new Map<string, number>();
  private readonly inputs: InputColumn[];
  private readonly units: Set<string>;
  private readonly unknown = new Set<string>();

  constructor(
    private readonly table: Table,
    private readonly faults: Fault[],
  ) {
    this.inputs = table.columns.filter((c): c is InputColumn => c.kind === 'input');
    this.units = unitColumns(table);
  }

  read(filed: unknown[]): InputTable {
    const { table, inputs } = this;
    if (filed.length === 0 && !table.optional) {
      this.faults.push(
        fault(
          'EMPTY_TABLE',
          { table: table.name },
          text(`表 ${table.title.zh} 没有行`, `table ${table.title.en} has no rows`),
        ),
      );
    }
    const rows = filed.map((row, position) => this.readRow(row, position));
    const order = rows.map((_, i) => i).sort((a, b) => before(rows[a]!.sortKey, rows[b]!.sortKey) || a - b);
    this.findDoubles(order.map((i) => rows[i]!));
    return {
      name: table.name,
      size: rows.length,
      keys: order.map((i) => rows[i]!.key),
      columns: new Map(inputs.map((c, j) => [c.name, order.map((i) => rows[i]!.cells[j])])),
      filed: Int32Array.from(order),
    };
  }

  private readRow(
    row: unknown,
    position: number,
  ): { key: string; sortKey: string; whole: boolean; cells: CellValue[] } {
    const unnamed = `#${position + 1}`;
    if (!isMapping(row)) {
      this.faults.push(
        fault('NOT_A_ROW', { table: this.table.name, row: unnamed }, text('应为 {列: 值}', 'a row is {column: value}')),
      );
      return { key: unnamed, sortKey: unnamed, whole: false, cells: this.inputs.map(() => FAILED) };
    }
    const named = this.keyAsFiled(row);
    const key = named ?? unnamed;
    this.findUnknown(row, key);
    const cells = this.inputs.map((column) => this.readCell(row[column.name] as Cell, column, key));
    // The key as read: 2023 and 2023.0 are one number, " a" and "a" one text.
    const parts = this.table.key.map((name) => cells[this.inputs.findIndex((c) => c.name === name)]);
    const whole = parts.every((part) => part !== FAILED && part !== undefined);
    const texts = whole ? parts.map(String) : [key];
    return { key: whole ? showKey(texts) : key, sortKey: joinKey(texts), whole, cells };
  }

  private keyAsFiled(row: Record<string, unknown>): string | undefined {
    const parts = this.table.key.map((name) => row[name]);
    return parts.some(isAbsent) ? undefined : showKey(parts.map((part) => String(part).trim().slice(0, 200)));
  }

  private readCell(cell: Cell, column: InputColumn, key: string): CellValue {
    const place = { table: this.table.name, row: key, column: column.name };
    if (isAbsent(cell)) {
      if (!column.required) return undefined;
      this.faults.push(
        fault('REQUIRED', place, text(`${column.title.zh}：必填`, `${column.title.en}: a value is required`)),
      );
      return FAILED;
    }
    const expected = this.units.has(column.name) ? { ...column, isUnit: true } : column;
    return readCell(cell as NonNullable<Cell>, expected, place, this.faults) ?? FAILED;
  }

  /** Each unknown column is named once, at the first row that has it. */
  private findUnknown(row: Record<string, unknown>, key: string): void {
    for (const name of Object.keys(row)) {
      if (this.unknown.has(name) || this.inputs.some((c) => c.name === name)) continue;
      this.unknown.add(name);
      const shown = name.slice(0, 60);
      const computed = this.table.columns.some((c) => c.name === name);
      const known = this.inputs.map((c) => c.name).join(', ');
      this.faults.push(
        fault(
          'UNKNOWN_COLUMN',
          { table: this.table.name, row: key, column: shown },
          computed
            ? text(`${shown} 由计算得出，不能填报`, `${shown} is computed and cannot be filed`)
            : text(`表中没有 ${shown} 列`, `there is no column ${shown}`),
          text(`可填的列：${known}`, `columns to fill: ${known}`),
        ),
      );
    }
  }

  /** `rows` are in the order of keys. A key is named once, however often it stands there. */
  private findDoubles(rows: { key: string; sortKey: string; whole: boolean }[]): void {
    const named = new Set<string>();
    for (const [i, { key, sortKey, whole }] of rows.entries()) {
      if (!whole) continue;
      if (!this.index.has(sortKey)) this.index.set(sortKey, i);
      else if (!named.has(sortKey)) {
        named.add(sortKey);
        this.faults.push(
          fault(
            'DUPLICATE_KEY',
            { table: this.table.name, row: key, column: this.table.key.at(-1)! },
            text(`主键 ${key} 重复`, `key ${key} occurs more than once`),
            text('合并或改正重复的行', 'merge or correct the repeated rows'),
          ),
        );
      }
    }
  }
}

function linkToParent(table: Table, own: InputTable, index: Map<string, number>, faults: Fault[]): Int32Array {
  const { parent } = table;
  const columns = parent!.on.map((on) => own.columns.get(on)!);
  return Int32Array.from(own.keys, (key, i) => {
    const cells = columns.map((column) => column[i]);
    if (cells.some((cell) => cell === FAILED || cell === undefined)) return -1;
    const texts = cells.map(String);
    const above = index.get(joinKey(texts));
    if (above !== undefined) return above;
    const shown = showKey(texts);
    faults.push(
      fault(
        'UNKNOWN_KEY',
        { table: table.name, row: key, column: parent!.on.at(-1)! },
        text(`${parent!.table} 表中没有 ${shown}`, `table ${parent!.table} has no row ${shown}`),
        text(`在 ${parent!.table} 表中补上该行，或改正此处`, `add the row to ${parent!.table}, or correct this cell`),
      ),
    );
    return -1;
  });
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAbsent = (cell: unknown): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
