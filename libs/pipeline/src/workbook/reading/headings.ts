/** Finds out which table a worksheet holds, and which column is which, wherever people have moved them. */
import type { InputColumn, Sheet, Table } from '@qingheng/sheet';
import { cellFault, say, shown, trouble, type FaultList } from '../cell-fault';
import { address, idOf, inputsOf, inputTables, PARAMETER_TABLE, PARAMETERS, templateNames, unitLabel } from '../layout';
import type { RawCell, RawRow } from './worksheet';

/** Headings are looked for in the first rows only: people put a title or a remark above them. */
export const HEAD_ROWS = 20;

export interface Headings {
  table: Table;
  /** Data begins below this row. */
  lastRow: number;
  columns: Map<number, InputColumn>;
  found: Set<InputColumn>;
  /** Columns of the worksheet that were named as unknown already. */
  unknown: Set<number>;
}

export type Target = { kind: 'table'; table: Table; idRow?: RawRow } | { kind: 'parameters' } | undefined;

const ID = /^([A-Za-z_]\w*)\.([A-Za-z_]\w*)$/;

export const textOf = (cell: RawCell | undefined): string =>
  cell?.kind === 'text' ? cell.value : cell?.kind === 'number' ? String(cell.value) : '';

/** By the machine names first, then by the name of the worksheet, then by titles that fit one table alone. */
export function targetOf(sheet: Sheet, worksheet: string, head: readonly RawRow[]): Target {
  const tables = inputTables(sheet);
  for (const row of head) {
    for (const cell of row.cells.values()) {
      const prefix = ID.exec(textOf(cell))?.[1];
      if (prefix === PARAMETER_TABLE) return { kind: 'parameters' };
      const table = tables.find((t) => t.name === prefix);
      if (table) return { kind: 'table', table, idRow: row };
    }
  }
  if (worksheet.trim() === PARAMETERS) return { kind: 'parameters' };
  const names = templateNames(sheet);
  const named = tables.find((t) => [names.get(t.name), t.title.zh, t.title.en, t.name].includes(worksheet.trim()));
  if (named) return { kind: 'table', table: named };
  return byTitles(tables, head);
}

/** The one table whose required columns are all there; of several the one with most titles, unless two have as many. */
function byTitles(tables: Table[], head: readonly RawRow[]): Target {
  const counts = tables.flatMap((table) => {
    const cells = [...(titleRowOf(table, head)?.cells.values() ?? [])];
    const there = [...new Set(cells.flatMap((cell) => titledBy(table, cell)))];
    const whole = there.length > 0 && inputsOf(table).every((column) => !column.required || there.includes(column));
    return whole ? [{ table, count: there.length }] : [];
  });
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  return first && first.count !== second?.count ? { kind: 'table', table: first.table } : undefined;
}

export function readHeadings(
  table: Table,
  idRow: RawRow | undefined,
  head: readonly RawRow[],
  worksheet: string,
  faults: FaultList,
): Headings | undefined {
  const titleRow = titleRowOf(table, idRow ? head.filter((row) => row.number < idRow.number) : head);
  const headings: Headings = {
    table,
    lastRow: lastHeadingRow(table, idRow, titleRow, head),
    columns: new Map(),
    found: new Set(),
    unknown: new Set(),
  };
  const before = faults.faults.length;
  const places = new Set([...(titleRow?.cells.keys() ?? []), ...(idRow?.cells.keys() ?? [])]);
  for (const at of [...places].sort((a, b) => a - b)) {
    readHeading(headings, at, titleRow, idRow, worksheet, faults);
  }
  for (const column of inputsOf(table)) {
    if (!column.required || headings.found.has(column)) continue;
    faults.add(
      cellFault(
        { worksheet, table: table.name, column: column.name, title: column.title },
        trouble(
          'MISSING_COLUMN',
          say(`缺少“${column.title.zh}”列`, `the column "${column.title.en}" is missing`),
          say('重新下载模板，或补上该列标题', 'download the template again, or add the heading'),
        ),
      ),
    );
  }
  return faults.faults.length > before ? undefined : headings;
}

function readHeading(
  headings: Headings,
  at: number,
  titleRow: RawRow | undefined,
  idRow: RawRow | undefined,
  worksheet: string,
  faults: FaultList,
): void {
  const { table, columns } = headings;
  const id = textOf(idRow?.cells.get(at));
  const title = textOf(titleRow?.cells.get(at));
  if (!id && !title) return;
  const row = (title ? titleRow : idRow)!.number;
  const spot = { worksheet, cell: address(at, row), table: table.name };
  const byTitle = titledBy(table, titleRow?.cells.get(at));
  const column = id
    ? inputsOf(table).find((c) => idOf(table.name, c.name) === id)
    : byTitle.length === 1
      ? byTitle[0]
      : undefined;
  if (!column) {
    headings.unknown.add(at);
    const known = inputsOf(table).map((c) => c.title);
    faults.add(
      cellFault(
        { ...spot, column: shown(id || title) },
        trouble(
          'UNKNOWN_COLUMN',
          say(`不认识列“${shown(title || id)}”`, `unknown column "${shown(title || id)}"`),
          say(
            `删去该列；可填的列：${known.map((t) => t.zh).join('、')}`,
            `remove it; columns to fill: ${known.map((t) => t.en).join(', ')}`,
          ),
        ),
      ),
    );
    return;
  }
  // Titles moved without the small names below them: either order could be meant, so neither is taken.
  if (byTitle.length && !byTitle.includes(column)) {
    faults.add(
      cellFault(
        { ...spot, column: column.name },
        trouble(
          'HEADING_CONFLICT',
          say(
            `标题是“${shown(title)}”，列名却是 ${id}`,
            `the title says "${shown(title)}", the column name says ${id}`,
          ),
          say('连同标题、列名和数据整列移动', 'move whole columns: title, name and data together'),
        ),
      ),
    );
  } else if (headings.found.has(column)) {
    faults.add(
      cellFault(
        { ...spot, column: column.name },
        trouble(
          'DUPLICATE_COLUMN',
          say(`“${column.title.zh}”列出现两次`, `the column "${column.title.en}" occurs twice`),
          say('只保留一列', 'keep one of them'),
        ),
      ),
    );
  }
  columns.set(at, column);
  headings.found.add(column);
}

/** The row in which most cells are titles of the table; the first of equals. */
function titleRowOf(table: Table, head: readonly RawRow[]): RawRow | undefined {
  let best: RawRow | undefined;
  let most = 0;
  for (const row of head) {
    let count = 0;
    for (const cell of row.cells.values()) if (titledBy(table, cell).length) count++;
    if (count > most) [best, most] = [row, count];
  }
  return best;
}

const titles = new WeakMap<Table, Map<string, InputColumn[]>>();

/** The columns that a heading could mean: by Chinese title, English title or name; several where titles are the same. */
function titledBy(table: Table, cell: RawCell | undefined): InputColumn[] {
  let known = titles.get(table);
  if (!known) {
    titles.set(table, (known = new Map()));
    for (const column of inputsOf(table)) {
      for (const title of new Set([column.title.zh, column.title.en, column.name])) {
        known.set(title, [...(known.get(title) ?? []), column]);
      }
    }
  }
  const title = textOf(cell);
  return known.get(title) ?? known.get(title.replace(/[*＊\s]{1,8}$/, '')) ?? [];
}

function lastHeadingRow(
  table: Table,
  idRow: RawRow | undefined,
  titleRow: RawRow | undefined,
  head: readonly RawRow[],
): number {
  if (idRow) return Math.max(idRow.number, titleRow?.number ?? 0);
  if (!titleRow) return HEAD_ROWS;
  // The row of units stays behind when somebody removes the small names.
  const labels = new Set(inputsOf(table).map((column) => unitLabel(column, table)));
  const next = head.find((row) => row.number === titleRow.number + 1);
  const isUnits = next && [...next.cells.values()].every((cell) => labels.has(textOf(cell)));
  return titleRow.number + (isUnits ? 1 : 0);
}
