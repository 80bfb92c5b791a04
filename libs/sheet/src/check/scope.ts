/** Which names a formula may use, and what they stand for. */
import type { Node } from '../ast';
import type { Column, LookupTable, Parameter, Sheet, Table } from '../model';
import type { Step } from './types';

export type Reference =
  | { kind: 'column'; table: Table; column: Column }
  /** Key column of a grouped table: a value of the grouped table's own column. */
  | { kind: 'group-key'; table: Table; source: Table; column: string }
  | { kind: 'parameter'; parameter: Parameter };

export class Scope {
  constructor(
    readonly sheet: Sheet,
    /** The table whose row is at hand; none in outputs. */
    readonly table?: Table,
    /** Inside an aggregate: the table it runs over. */
    readonly over?: Table,
  ) {}

  tableOf(name: string): Table | undefined {
    return this.sheet.tables.find((t) => t.name === name);
  }

  lookup(name: string): LookupTable | undefined {
    return this.sheet.lookups.find((l) => l.name === name);
  }

  resolve(node: Node & { kind: 'name' | 'member' }): Reference | undefined {
    if (node.kind === 'name') {
      const own = this.table && columnOf(this.sheet, this.table, node.name);
      if (own) return own;
      const parameter = this.sheet.parameters.find((p) => p.name === node.name);
      return parameter && { kind: 'parameter', parameter };
    }
    const table = this.tableOf(node.table);
    if (!table) return undefined;
    if (table === this.over || table === this.table || this.ancestors().includes(table))
      return columnOf(this.sheet, table, node.name);
    return undefined;
  }

  /** Tables above the row at hand: parents of parents, and the groups that contain it. */
  ancestors(): Table[] {
    const found: Table[] = [];
    const visit = (table: Table | undefined): void => {
      if (!table) return;
      for (const above of parentsOf(this.sheet, table)) {
        if (!found.includes(above)) {
          found.push(above);
          visit(above);
        }
      }
    };
    visit(this.over ?? this.table);
    if (this.over) visit(this.table);
    return found;
  }

  /** May an aggregate here run over `table`? In a row: its children or the rows it groups. In outputs: any. */
  canAggregate(table: Table): boolean {
    return !this.table || parentsOf(this.sheet, table).includes(this.table);
  }
}

/** The tables directly above a table: its parent, and the tables that group it. */
export function parentsOf(sheet: Sheet, table: Table): Table[] {
  const parent = table.parent && sheet.tables.find((t) => t.name === table.parent!.table);
  return [...(parent ? [parent] : []), ...sheet.tables.filter((t) => t.group?.table === table.name)];
}

/** What must be computed before the rows of a grouped table exist: its grouping columns, where those are formulas. */
export function membership(sheet: Sheet, table: Table): Step[] {
  const source = table.group && sheet.tables.find((t) => t.name === table.group!.table);
  if (!source) return [];
  const computed = source.columns.filter((c) => c.kind === 'computed' && table.group!.by.includes(c.name));
  return [...computed.map((c) => ({ table: source.name, column: c.name })), ...membership(sheet, source)];
}

export function columnOf(sheet: Sheet, table: Table, name: string): Reference | undefined {
  const column = table.columns.find((c) => c.name === name);
  if (column) return { kind: 'column', table, column };
  if (!table.group || !table.key.includes(name)) return undefined;
  const source = sheet.tables.find((t) => t.name === table.group!.table);
  const by = table.group.by[table.key.indexOf(name)];
  return source && by ? { kind: 'group-key', table, source, column: by } : undefined;
}
