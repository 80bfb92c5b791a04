/** A worked example of a sheet: an input as a run takes it, and what must come out. */
import type { Cell, Example, Row, Text } from '../model';
import type { Reader, Tree } from './reader';

export function readExample(r: Reader, value: unknown, place: string): Example {
  const tree = r.tree(
    value,
    place,
    ['title', 'source', 'as_of', 'region', 'input', 'expect', 'rtol'],
    ['title', 'source', 'input', 'expect'],
  );
  const input = r.tree(tree.input, `${place}.input`, ['parameters', 'tables'], ['tables']);
  const rtol = r.amount(tree.rtol, `${place}.rtol`);
  const title: Text = r.text(tree.title, `${place}.title`);
  return {
    title,
    source: r.string(tree.source, `${place}.source`),
    asOf: r.day(tree.as_of, `${place}.as_of`),
    region: r.optional(tree.region, `${place}.region`),
    input: {
      parameters: input.parameters === undefined ? undefined : cells(r, input.parameters, `${place}.input.parameters`),
      tables: each(r, input.tables, `${place}.input.tables`, (rows, at) =>
        r.list(rows, at).map((row, i) => cells(r, row, `${at}.${i}`)),
      ),
    },
    expect: expected(r, r.tree(tree.expect, `${place}.expect`, ['tables', 'outputs', 'refused']), `${place}.expect`),
    rtol: rtol === undefined ? undefined : Number(rtol),
  };
}

function expected(r: Reader, tree: Tree, place: string): Example['expect'] {
  const { tables, outputs, refused } = tree;
  return {
    ...(tables !== undefined && {
      tables: each(r, tables, `${place}.tables`, (rows, at) =>
        // Row keys are the user's own text, such as 150725-1, so only their cells are checked here.
        mapped(r, rows, at, (row, key) => texts(r, row, `${at}.${key}`)),
      ),
    }),
    ...(outputs !== undefined && { outputs: texts(r, outputs, `${place}.outputs`) }),
    ...(refused !== undefined && {
      refused: r.list(refused, `${place}.refused`).map((one, i) => {
        const at = `${place}.refused.${i}`;
        const fault = r.tree(one, at, ['table', 'row', 'column', 'code'], ['code']);
        return {
          ...(fault.table !== undefined && { table: r.string(fault.table, `${at}.table`) }),
          ...(fault.row !== undefined && { row: r.string(fault.row, `${at}.row`) }),
          ...(fault.column !== undefined && { column: r.string(fault.column, `${at}.column`) }),
          code: r.string(fault.code, `${at}.code`),
        };
      }),
    }),
  };
}

/** A mapping whose names are those of tables or columns. */
function each<T>(r: Reader, value: unknown, place: string, read: (v: unknown, at: string) => T): Record<string, T> {
  return Object.fromEntries(r.entries(value, place).map(([name, v]) => [name, read(v, `${place}.${name}`)]));
}

function mapped<T>(r: Reader, value: unknown, place: string, read: (v: unknown, key: string) => T): Record<string, T> {
  const tree = r.tree(value, place);
  return Object.fromEntries(Object.entries(tree).map(([key, v]) => [key, read(v, key.slice(0, 40))]));
}

/** Cells of an input row. An example may be of bad input, so neither names nor values are judged, only the shape. */
function cells(r: Reader, value: unknown, place: string): Row {
  return mapped(r, value, place, (cell, key): Cell => {
    if (typeof cell !== 'object' || cell === null) return cell as Cell;
    r.fail('SHEET_TEXT', `${place}.${key}`, '应为文本', 'text is expected here');
    return null;
  });
}

const texts = (r: Reader, value: unknown, place: string): Record<string, string> =>
  mapped(r, value, place, (cell, key) => r.string(cell, `${place}.${key}`));
