/** SEEA tables from a workbook or CSV in the layouts that are exported: found by their codes, wherever they stand. */
import { faultOf, type Params } from '@qingheng/platform';
import type { Grid } from '@qingheng/pipeline';
import type { Fault } from '@qingheng/sheet';
import '../account.messages';
import { type SeeaLayout, type SeeaTable, type TableLayout } from './layout';
import type { SeeaLine, SeeaTables } from './tables';

/** Tables that are taken from the issued result and never imported. */
export const FROM_RUN: readonly SeeaTable[] = ['physical_supply', 'monetary_supply'];
const NUMBER = /^-?\d{1,20}(\.\d{1,12})?$/;

export function readSeea(
  grids: readonly Grid[],
  layout: SeeaLayout,
  only?: string,
): { tables: SeeaTables; faults: Fault[] } {
  const faults: Fault[] = [];
  const tables: SeeaTables = {};
  for (const { worksheet, rows } of grids) {
    const head = headOf(rows, layout, worksheet, only);
    if (!head) {
      // A page of notes beside the tables is no fault; a file without any table is.
      if (grids.length === 1)
        faults.push(faultOf('SEEA_TABLE_UNKNOWN', { table: worksheet || '1' }, { name: worksheet || '1' }));
      continue;
    }
    if (FROM_RUN.includes(head.table.code)) continue;
    if (tables[head.table.code]) faults.push(faultOf('SEEA_TWICE', { table: head.table.code }, { name: worksheet }));
    const lines = new Reading(head, faults).lines(rows);
    if (lines.length) tables[head.table.code] = lines;
  }
  return { tables, faults };
}

interface Head {
  table: TableLayout;
  /** Index of the row of codes. */
  at: number;
  /** Code of each column; the first holds the line. */
  columns: string[];
}

function headOf(rows: readonly string[][], layout: SeeaLayout, worksheet: string, only?: string): Head | undefined {
  const wanted = only
    ? layout.table(only)
    : layout.tables.find(
        (table) =>
          worksheet.startsWith(table.number) || worksheet.trim() === table.zh || worksheet.trim() === table.code,
      );
  if (!wanted) return undefined;
  const least = wanted.columns.filter(({ figure }) => figure).map(({ code }) => code);
  const at = rows.findIndex((row) => least.filter((code) => row.some((cell) => cell.trim() === code)).length >= 2);
  return at < 0 ? undefined : { table: wanted, at, columns: rows[at]!.map((cell) => cell.trim()) };
}

class Reading {
  constructor(
    private readonly head: Head,
    private readonly faults: Fault[],
  ) {
    const known = new Set(['entry', 'code', ...head.table.columns.map(({ code }) => code)]);
    for (const column of head.columns)
      if (column && column !== 'unit' && !known.has(column))
        this.fault('SEEA_COLUMN_UNKNOWN', undefined, column, { name: column });
  }

  lines(rows: readonly string[][]): SeeaLine[] {
    const seen = new Set<string>();
    return rows.slice(this.head.at + 1).flatMap((row, i) => {
      if (row.every((cell) => !cell.trim())) return [];
      const line = this.line(row, String(this.head.at + 2 + i));
      if (!line) return [];
      if (seen.has(line.code)) this.fault('SEEA_TWICE', line.code, undefined, { name: line.code });
      seen.add(line.code);
      return [line];
    });
  }

  private line(row: readonly string[], number: string): SeeaLine | undefined {
    const { table, columns } = this.head;
    const cell = (code: string): string => (row[columns.indexOf(code)] ?? '').trim();
    const labels = Object.fromEntries(
      table.columns
        .filter(({ figure, code }) => !figure && columns.includes(code))
        .map(({ code }) => [code, cell(code)]),
    );
    const name =
      cell('code') ||
      cell('entry') ||
      (labels.variable ? `${labels.ecosystem_type}/${labels.variable}` : (row[0] ?? '').trim());
    const code = table.lines ? table.lines.find((one) => [one.code, one.zh, one.en].includes(name))?.code : name;
    if (!code) {
      this.fault('SEEA_LINE_UNKNOWN', number, undefined, { name: name.slice(0, 60) });
      return undefined;
    }
    const cells: Record<string, string> = {};
    for (const { code: column, figure } of table.columns) {
      const text = cell(column).replaceAll(',', '');
      if (!figure || !text) continue;
      const plain = plainNumber(text);
      if (plain !== undefined) cells[column] = plain;
      else this.fault('SEEA_CELL', code, column, { found: text.slice(0, 40) });
    }
    // The form prints lines that nobody filled.
    return Object.keys(cells).length ? { code, labels, cells } : undefined;
  }

  private fault(code: string, row: string | undefined, column: string | undefined, params: Params): void {
    if (this.faults.length >= 500) return;
    this.faults.push(
      faultOf(code, { table: this.head.table.code, ...(row && { row }), ...(column && { column }) }, params),
    );
  }
}

/** A spreadsheet hands over 1e-7 and 2.0; a share of a total is no figure. */
function plainNumber(text: string): string | undefined {
  if (NUMBER.test(text)) return text;
  const value = /^-?\d+(\.\d+)?e[+-]?\d{1,2}$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value.toFixed(12).replace(/\.?0+$/, '') : undefined;
}
