/** The tables of a run as they stand in the database, and how their rows are linked. */
import { parentsOf } from '../check/scope';
import type { Sheet, Table } from '../model';
import type { Value } from '../run/values';
import type { Expression } from './expression';
import { NotColumnar } from './not-columnar';
import { quoteName } from './sql';
import { constant, type Whole } from './whole';

/** How a column is stored. `sql` in a Whole is the stored column's name. */
export type Stored =
  | {
      kind: 'exact';
      lo: bigint;
      hi: bigint;
      wide: boolean;
      scale: number;
      den?: { lo: bigint; hi: bigint; wide: boolean };
      maybe: boolean;
    }
  | { kind: 'double' | 'text' | 'truth'; maybe: boolean };

export interface TableState {
  table: Table;
  /** Name of the relation that holds the rows so far. */
  relation: string;
  rows: number;
  columns: Map<string, Stored>;
  /** Rows carry `_row`, their place in the table. A large file that needs no order does without. */
  ordered: boolean;
}

/** `k0`, `k1` … hold the texts of the keys, `value` the value. */
export interface LookupState {
  relation: string;
  stored: Stored;
}

/** What a formula reads beside the tables. */
export interface Facts {
  parameter(name: string): Value | undefined;
  lookup(name: string): ReadonlyMap<string, Value>;
}

export class World {
  readonly tables = new Map<string, TableState>();
  readonly lookups = new Map<string, LookupState>();

  constructor(
    readonly sheet: Sheet,
    readonly facts: Facts,
  ) {}

  table(name: string): Table {
    return this.sheet.tables.find((t) => t.name === name)!;
  }

  state(name: string): TableState {
    const state = this.tables.get(name);
    if (!state) throw new NotColumnar(`table ${name} is not there yet`);
    return state;
  }

  /** The tables passed on the way up from one table to another, target last. */
  pathUp(from: Table, to: Table): Table[] | undefined {
    const paths: Table[][] = [];
    const visit = (at: Table, path: Table[]): void => {
      if (at === to) paths.push(path);
      else if (path.length < 8) for (const above of parentsOf(this.sheet, at)) visit(above, [...path, above]);
    };
    visit(from, []);
    if (paths.length > 1) throw new NotColumnar(`several ways from ${from.name} to ${to.name}`);
    return paths[0];
  }
}

export const upColumn = (parent: Pick<Table, 'name'>): string => `_up_${parent.name}`;

/** The key of the group that a row belongs to; no text of an input contains chr(1). */
export const groupKey = (group: Table, alias: (column: string) => string): string =>
  group.group!.by.map((by) => `CAST(${alias(by)} AS VARCHAR)`).join(' || chr(1) || ');

/** How rows of `below` find their row of `above`: one expression on either side. */
export function linkOf(below: Table, above: Table, lower: string, upper: string): { lower: string; upper: string } {
  if (above.group?.table === below.name) {
    return { lower: groupKey(above, (by) => `${lower}.${quoteName(by)}`), upper: `${upper}._key` };
  }
  return { lower: `${lower}.${quoteName(upColumn(above))}`, upper: `${upper}._row` };
}

/** A stored column under the name that a query gives it. */
export function stored(column: Stored, name: string, denName: string): Expression {
  if (column.kind !== 'exact') return { kind: column.kind, sql: name, nullable: column.maybe };
  const num: Whole = { sql: name, lo: column.lo, hi: column.hi, wide: column.wide, nullable: column.maybe };
  const { den: own } = column;
  const den = own && (own.lo === own.hi ? constant(own.lo) : { ...own, sql: denName, nullable: column.maybe });
  return { kind: 'exact', num, scale: column.scale, den };
}

export const denColumn = (name: string): string => `_den_${name}`;
