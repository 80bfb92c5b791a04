/** Two people on one filing: what each changed is put together; only where both changed one cell somebody has to choose. */
import type { Cell, MethodTable, Row } from '../../api/types';
import type { Draft } from './local-draft';

export interface Difference {
  /** Table, `parameters` or `title`. */
  table: string;
  row: string;
  column: string;
  before: Cell;
  mine: Cell;
  theirs: Cell;
}
export type Side = 'mine' | 'theirs';
export const placeOf = ({ table, row, column }: Pick<Difference, 'table' | 'row' | 'column'>) =>
  JSON.stringify([table, row, column]);

const empty = (value: Cell) => value === undefined || value === null || value === '';
const same = (a: Cell, b: Cell) => (empty(a) && empty(b)) || a === b;
const keyOf = ({ key }: MethodTable, row: Row) => key.map((name) => String(row[name] ?? '')).join('/');

/** Rows by their key where it names each of them in all three drafts, else by their place. */
function named(table: MethodTable, drafts: Draft[]): Map<string, Row>[] {
  const lists = drafts.map(({ input }) => input.tables[table.name] ?? []);
  const keys = lists.map((rows) => rows.map((row) => keyOf(table, row)));
  const byKey = keys.every((list) => new Set(list).size === list.length);
  return lists.map((rows, i) => new Map(rows.map((row, j) => [byKey ? keys[i]![j]! : `#${j + 1}`, row])));
}

/**
 * `before` is what both began with. A row that one took out and the other changed stays: nothing typed is lost. `sides` says
 * what holds where both changed a cell; without a word, mine.
 */
export function merge(
  tables: readonly MethodTable[],
  before: Draft,
  mine: Draft,
  theirs: Draft,
  sides: ReadonlyMap<string, Side> = new Map(),
): { merged: Draft; differences: Difference[] } {
  const differences: Difference[] = [];
  const cell = (place: Pick<Difference, 'table' | 'row' | 'column'>, b: Cell, m: Cell, t: Cell): Cell => {
    if (same(m, t) || same(t, b)) return m;
    if (same(m, b)) return t;
    differences.push({ ...place, before: b, mine: m, theirs: t });
    return sides.get(placeOf(place)) === 'theirs' ? t : m;
  };
  const cells = (table: string, row: string, b: Row = {}, m: Row = {}, t: Row = {}): Row =>
    Object.fromEntries(
      [...new Set([...Object.keys(t), ...Object.keys(m)])].map((column) => [
        column,
        cell({ table, row, column }, b[column], m[column], t[column]),
      ]),
    );
  const changed = (a: Row, b: Row) => [...Object.keys(a), ...Object.keys(b)].some((name) => !same(a[name], b[name]));
  const rowsOf = (table: MethodTable): Row[] => {
    const [b, m, t] = named(table, [before, mine, theirs]) as [Map<string, Row>, Map<string, Row>, Map<string, Row>];
    return [...new Set([...t.keys(), ...m.keys()])].flatMap((name) => {
      const [was, my, their] = [b.get(name), m.get(name), t.get(name)];
      if (my && their) return [cells(table.name, name, was, my, their)];
      const left = (my ?? their)!;
      return was && !changed(was, left) ? [] : [left];
    });
  };
  const title = cell({ table: 'title', row: '', column: 'title' }, before.title, mine.title, theirs.title);
  const { input } = mine;
  const merged: Draft = {
    title: String(title ?? ''),
    input: {
      ...input,
      parameters: cells('parameters', '', before.input.parameters, input.parameters, theirs.input.parameters),
      tables: { ...input.tables, ...Object.fromEntries(tables.map((table) => [table.name, rowsOf(table)])) },
    },
  };
  return { merged, differences };
}
