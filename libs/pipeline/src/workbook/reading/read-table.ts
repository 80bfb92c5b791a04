/** The rows of one table, from the worksheet that holds it. */
import type { InputColumn, Row, Table } from '@qingheng/sheet';
import { cellFault, say, trouble, type FaultList } from '../cell-fault';
import { address, decodeAddress, letters } from '../layout';
import { rowName, type TablePlaces } from '../places';
import { readCellValue } from './cell-value';
import type { Headings } from './headings';
import type { RawRow } from './worksheet';

export class TableRows {
  readonly rows: Row[] = [];
  readonly places: TablePlaces;
  private readonly table: Table;
  /** Column of the worksheet for each input, in the order of the sheet. */
  private readonly inputs: [at: number, column: InputColumn][];
  private readonly keys = new Map<string, number>();

  constructor(
    private readonly worksheet: string,
    private readonly headings: Headings,
    private readonly date1904: boolean,
    private readonly faults: FaultList,
  ) {
    this.table = headings.table;
    this.inputs = [...headings.columns].sort(([a], [b]) => a - b);
    const columns = Object.fromEntries(this.inputs.map(([at, column]) => [column.name, letters(at)]));
    this.places = { worksheet, columns, rows: [] };
  }

  /** True when the row held data. */
  add(raw: RawRow): boolean {
    if (raw.number <= this.headings.lastRow) return false;
    this.findStray(raw);
    if (!this.inputs.some(([at]) => raw.cells.has(at))) return false;
    const row: Row = {};
    const troubles: (() => void)[] = [];
    const position = this.rows.length;
    for (const [at, column] of this.inputs) {
      const cell = raw.cells.get(at);
      if (!cell) continue;
      const read = readCellValue(cell, column, this.date1904);
      if ('value' in read) row[column.name] = read.value;
      else {
        troubles.push(() => {
          const name = rowName(this.table.key, row, position);
          const place = { table: this.table.name, row: name, column: column.name };
          const spot = { worksheet: this.worksheet, cell: address(at, raw.number), ...place, title: column.title };
          this.faults.add(cellFault(spot, read.trouble));
        });
      }
    }
    this.rows.push(row);
    this.places.rows.push(raw.number);
    // Said only now: the name of a row is its key, and that may stand to the right of a bad cell.
    for (const report of troubles) report();
    this.findDouble(row, raw.number, position);
    return true;
  }

  end(merged: readonly string[]): void {
    for (const range of merged) {
      const [from, to] = range.split(':').map((corner) => decodeAddress(corner));
      if (!from || !to || to.row <= this.headings.lastRow) continue;
      const hit = this.inputs.find(([at]) => at >= from.column && at <= to.column);
      if (!hit) continue;
      const [at, column] = hit;
      this.faults.add(
        cellFault(
          {
            worksheet: this.worksheet,
            cell: address(at, Math.max(from.row, 1)),
            table: this.table.name,
            column: column.name,
          },
          trouble(
            'MERGED_CELLS',
            say(`单元格 ${range} 已合并，只有第一格有值`, `the cells ${range} are merged; only the first has a value`),
            say('取消合并，逐格填写', 'unmerge them and fill each cell'),
          ),
        ),
      );
    }
  }

  /** Cells beside the table: each column of them is named once. */
  private findStray(raw: RawRow): void {
    const { unknown, columns } = this.headings;
    for (const at of raw.cells.keys()) {
      if (columns.has(at) || unknown.has(at)) continue;
      unknown.add(at);
      this.faults.add(
        cellFault(
          { worksheet: this.worksheet, cell: address(at, raw.number), table: this.table.name, column: letters(at) },
          trouble(
            'UNKNOWN_COLUMN',
            say(`${letters(at)} 列没有标题，却有内容`, `column ${letters(at)} has content but no heading`),
            say(
              '删去表格之外的内容，或移到另一工作表',
              'remove what stands beside the table, or move it to another worksheet',
            ),
          ),
        ),
      );
    }
  }

  private findDouble(row: Row, number: number, position: number): void {
    const name = rowName(this.table.key, row, position);
    if (name === `#${position + 1}`) return;
    const key = this.table.key.map((column) => String(row[column])).join('\u0000');
    const first = this.keys.get(key);
    if (first === undefined) {
      this.keys.set(key, number);
      return;
    }
    const column = this.table.key.at(-1)!;
    const at = this.inputs.find(([, c]) => c.name === column)?.[0];
    this.faults.add(
      cellFault(
        {
          worksheet: this.worksheet,
          ...(at && { cell: address(at, number) }),
          table: this.table.name,
          row: name,
          column,
        },
        trouble(
          'DUPLICATE_KEY',
          say(
            `主键 ${name} 重复：第 ${first} 行与第 ${number} 行`,
            `key ${name} occurs twice: in rows ${first} and ${number}`,
          ),
          say('合并或改正重复的行', 'merge or correct the repeated rows'),
        ),
      ),
    );
  }
}
