/** From an uploaded workbook to the input of a run. Every fault is listed by cell; what could be read is given beside them. */
import type { Readable } from 'node:stream';
import type { Sheet } from '@qingheng/sheet';
import { cellFault, FaultList, say, trouble, UnreadableWorkbook } from '../cell-fault';
import { CHOICES, GUIDE, inputTables } from '../layout';
import type { WorkbookRead } from '../places';
import { HEAD_ROWS, readHeadings, targetOf, type Target } from './headings';
import { readParts, type WorkbookParts } from './parts';
import { ParameterRows } from './read-parameters';
import { TableRows } from './read-table';
import { readWorksheet, type RawRow } from './worksheet';
import { tooLarge, ZipFile } from './zip';

export interface ReadWorkbookOptions {
  /** Most rows of data in all worksheets together. */
  maxRows?: number;
  /** Most bytes of the file as uploaded. */
  maxBytes?: number;
}

const MAX_ROWS = 200_000;
const MAX_BYTES = 20 * 1024 * 1024;

export async function readWorkbook(
  sheet: Sheet,
  source: Readable | Uint8Array,
  { maxRows = MAX_ROWS, maxBytes = MAX_BYTES }: ReadWorkbookOptions = {},
): Promise<WorkbookRead> {
  try {
    const zip = ZipFile.open(await collect(source, maxBytes));
    const reading = new Reading(sheet, zip, await readParts(zip), maxRows);
    return await reading.run();
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return { input: { tables: {} }, faults: [error.fault], places: { tables: {} }, ignored: [] };
  }
}

class Reading {
  private readonly faults = new FaultList();
  private readonly read: WorkbookRead = {
    input: { tables: {} },
    faults: this.faults.faults,
    places: { tables: {} },
    ignored: [],
  };
  /** Worksheet in which each table was found, whether or not it could be read. */
  private readonly found = new Map<string, string>();
  private rows = 0;

  constructor(
    private readonly sheet: Sheet,
    private readonly zip: ZipFile,
    private readonly book: WorkbookParts,
    private readonly maxRows: number,
  ) {}

  async run(): Promise<WorkbookRead> {
    for (const { name, part, hidden } of this.book.worksheets) {
      if (name !== GUIDE && name !== CHOICES) await this.worksheet(name, part, hidden);
    }
    for (const table of inputTables(this.sheet)) {
      if (this.found.has(table.name)) continue;
      this.read.input.tables[table.name] = [];
      if (table.optional) continue;
      this.faults.add(
        cellFault(
          { worksheet: table.title.zh, table: table.name },
          trouble(
            'MISSING_WORKSHEET',
            say('缺少该工作表', 'the worksheet is missing'),
            say('使用本方法的模板填报', 'use the template of this method'),
          ),
        ),
      );
    }
    return this.read;
  }

  private async worksheet(name: string, part: string, hidden: boolean): Promise<void> {
    let head: RawRow[] | undefined = [];
    let rows: TableRows | ParameterRows | undefined;
    const add = (row: RawRow): void => {
      if (!rows?.add(row) || ++this.rows <= this.maxRows) return;
      throw tooLarge(`超过 ${this.maxRows} 行`, `more than ${this.maxRows} rows`);
    };
    const decide = (): void => {
      rows = this.recognise(name, head!, hidden);
      const first = head!;
      head = undefined;
      first.forEach(add);
    };
    const merged = await readWorksheet(this.zip, part, this.book, (row) => {
      if (head && row.number <= HEAD_ROWS) head.push(row);
      else {
        if (head) decide();
        add(row);
      }
    });
    if (head) decide();
    if (rows instanceof TableRows) rows.end(merged);
  }

  private recognise(name: string, head: RawRow[], hidden: boolean): TableRows | ParameterRows | undefined {
    const target = targetOf(this.sheet, name, head);
    if (!target) {
      if (!hidden && head.length) this.read.ignored.push(name);
      return undefined;
    }
    const key = target.kind === 'table' ? target.table.name : '';
    const other = this.found.get(key);
    if (other !== undefined) {
      this.faults.add(cellFault({ worksheet: name, ...(key && { table: key }) }, twice(other)));
      return undefined;
    }
    this.found.set(key, name);
    return this.start(target, name, head);
  }

  private start(target: NonNullable<Target>, name: string, head: RawRow[]): TableRows | ParameterRows | undefined {
    const { sheet, read, faults } = this;
    const { date1904 } = this.book;
    if (target.kind === 'parameters') {
      const rows = new ParameterRows(sheet, name, date1904, faults);
      read.input.parameters = rows.values;
      read.places.parameters = rows.places;
      return rows;
    }
    const { table, idRow } = target;
    read.input.tables[table.name] = [];
    const headings = readHeadings(table, idRow, head, name, faults);
    if (!headings) return undefined;
    const rows = new TableRows(name, headings, date1904, faults);
    read.input.tables[table.name] = rows.rows;
    read.places.tables[table.name] = rows.places;
    return rows;
  }
}

const twice = (other: string) =>
  trouble(
    'DUPLICATE_WORKSHEET',
    say(`与工作表“${other}”填报同一张表`, `it holds the same table as the worksheet "${other}"`),
    say('合并到一张工作表', 'merge them into one'),
  );

export async function collect(source: Readable | Uint8Array, most: number): Promise<Buffer> {
  const limit = `${Math.floor(most / 1024 / 1024)} MB`;
  const excess = () => tooLarge(`超过 ${limit}`, `more than ${limit}`);
  if (source instanceof Uint8Array) {
    if (source.length > most) throw excess();
    return Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  }
  const pieces: Buffer[] = [];
  let size = 0;
  // Leaving the loop early ends the stream: the rest of a file that is too large is never received.
  for await (const piece of source) {
    const bytes = Buffer.from(piece as Uint8Array);
    size += bytes.length;
    if (size > most) throw excess();
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}
