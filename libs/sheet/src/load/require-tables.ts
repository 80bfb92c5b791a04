/** What tables require of each other: parents and groups exist, form no circle, and lose no row. */
import type { Table } from '../model';
import type { Reader } from './reader';

const MAX_COLUMNS = 2000;

export function requireTables(r: Reader, tables: Table[]): void {
  if (tables.reduce((count, t) => count + t.columns.length, 0) > MAX_COLUMNS)
    r.fail('SHEET_TOO_LARGE', 'tables', `列总数超过 ${MAX_COLUMNS}`, `more than ${MAX_COLUMNS} columns in all`);
  for (const own of tables) {
    requireOne(r, own, tables);
    requireGiven(r, own);
    requireNoCircle(r, own, tables);
  }
}

/**
 * A row without its key or its parent would silently be missing from every total. A grouping column may be optional:
 * a run reports the row that leaves it out.
 */
function requireGiven(r: Reader, own: Table): void {
  if (own.group) return;
  for (const name of new Set([...own.key, ...(own.parent?.on ?? [])])) {
    const column = own.columns.find((c) => c.name === name);
    if (column?.kind === 'input' && !column.required)
      r.fail(
        'SHEET_KEY_OPTIONAL',
        `tables.${own.name}.inputs.${name}`,
        '用作主键或上级引用的列须为必填',
        'a column of the key or of the reference to the parent must be required',
      );
  }
}

function requireNoCircle(r: Reader, own: Table, tables: Table[]): void {
  const seen = new Set<string>();
  const open = [own];
  while (open.length > 0) {
    const table = open.pop()!;
    for (const name of [table.parent?.table, table.group?.table]) {
      if (name === own.name) {
        const place = `tables.${own.name}`;
        r.fail(
          'SHEET_TABLE_CYCLE',
          place,
          '上级表或分组循环引用',
          'parents and groups refer to each other in a circle',
        );
        return;
      }
      const next = tables.find((t) => t.name === name);
      if (next && !seen.has(next.name)) open.push(next);
      if (next) seen.add(next.name);
    }
  }
}

function requireOne(r: Reader, own: Table, tables: Table[]): void {
  const place = `tables.${own.name}`;
  const find = (name: string) => tables.find((t) => t.name === name);
  if (own.parent) {
    const parent = find(own.parent.table);
    if (!parent)
      r.fail(
        'SHEET_UNKNOWN_TABLE',
        place,
        `没有上级表 ${own.parent.table}`,
        `there is no parent table ${own.parent.table}`,
      );
    else if (parent.key.length !== own.parent.on.length)
      r.fail('SHEET_PARENT', place, '引用列数与上级表主键不一致', 'on does not match the key of the parent');
    for (const on of own.parent.on) {
      if (!own.columns.some((c) => c.kind === 'input' && c.name === on))
        r.fail('SHEET_PARENT', place, `引用列 ${on} 不是输入列`, `${on} is no input`);
    }
  }
  if (own.group) {
    const source = find(own.group.table);
    if (!source)
      r.fail('SHEET_UNKNOWN_TABLE', place, `没有被分组的表 ${own.group.table}`, `there is no table ${own.group.table}`);
    for (const by of own.group.by) {
      const column = source?.columns.find((c) => c.name === by);
      const isKeyOfGroup = source?.group && source.key.includes(by);
      if (source && !column && !isKeyOfGroup)
        r.fail('SHEET_GROUP', place, `被分组的表没有 ${by} 列`, `${own.group.table} has no column ${by}`);
      if (column && column.type === 'number')
        r.fail('SHEET_GROUP', place, `${by} 是数值，不能分组`, `${by} is a number and cannot group`);
    }
  }
}
