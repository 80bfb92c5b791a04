/** Where the rows of an input stand in the workbook they were read from, so that later faults can be shown by cell. */
import type { Fault, Row, RunInput, Sheet } from '@qingheng/sheet';
import { cellFault, type CellFault } from './cell-fault';
import { PARAMETER_TABLE } from './layout';

export interface TablePlaces {
  worksheet: string;
  /** Letters of each column. */
  columns: Record<string, string>;
  /** Row number in the worksheet, for each row of the input in order. */
  rows: number[];
}

export interface Places {
  tables: Record<string, TablePlaces>;
  parameters?: { worksheet: string; cells: Record<string, string> };
}

export interface Address {
  worksheet: string;
  cell?: string;
}

export interface WorkbookRead {
  input: RunInput;
  faults: CellFault[];
  places: Places;
  /** Worksheets that belong to no table of the method and were left alone. */
  ignored: string[];
}

/** How the engine names a row in faults: its key, or its position where the key is not whole. */
export function rowName(key: readonly string[], row: Row, position: number): string {
  const parts = key.map((name) => row[name]);
  const whole = parts.every((part) => part !== undefined && part !== null && String(part).trim() !== '');
  return whole ? parts.map((part) => String(part).trim().slice(0, 200)).join('/') : `#${position + 1}`;
}

/** Finds the cells of faults; looks up each table's rows once. */
class AddressBook {
  private readonly positions = new Map<string, Map<string, number>>();

  constructor(
    private readonly sheet: Sheet,
    private readonly read: Pick<WorkbookRead, 'input' | 'places'>,
  ) {}

  addressOf(fault: Pick<Fault, 'table' | 'row' | 'column'>): Address | undefined {
    const { tables, parameters } = this.read.places;
    if (fault.table === PARAMETER_TABLE && parameters)
      return withCell(parameters.worksheet, own(parameters.cells, fault.column));
    const place = fault.table === undefined ? undefined : own(tables, fault.table);
    if (!place) return undefined;
    const position = fault.row === undefined ? undefined : this.positionOf(fault.table!, fault.row);
    const number = position === undefined ? undefined : place.rows[position];
    const column = own(place.columns, fault.column) ?? own(place.columns, this.keyOf(fault.table!));
    return withCell(place.worksheet, number && column ? `${column}${number}` : undefined);
  }

  private positionOf(table: string, row: string): number | undefined {
    let positions = this.positions.get(table);
    if (!positions) {
      positions = new Map();
      const key = this.sheet.tables.find((t) => t.name === table)?.key ?? [];
      for (const [i, cells] of (this.read.input.tables[table] ?? []).entries()) {
        const name = rowName(key, cells, i);
        if (!positions.has(name)) positions.set(name, i);
      }
      this.positions.set(table, positions);
    }
    const found = positions.get(row);
    if (found !== undefined) return found;
    const unnamed = /^#(\d{1,7})$/.exec(row);
    return unnamed ? Number(unnamed[1]) - 1 : undefined;
  }

  private keyOf(table: string): string | undefined {
    return this.sheet.tables.find((t) => t.name === table)?.key[0];
  }
}

export const addressOf = (
  sheet: Sheet,
  read: Pick<WorkbookRead, 'input' | 'places'>,
  fault: Pick<Fault, 'table' | 'row' | 'column'>,
): Address | undefined => new AddressBook(sheet, read).addressOf(fault);

/**
 * The reader's own faults and the engine's, each once, all by cell. What the reader found wrong with a cell stands; that the
 * engine then misses the value there is no news.
 */
export function withAddresses(sheet: Sheet, read: WorkbookRead, faults: readonly Fault[]): (CellFault | Fault)[] {
  const book = new AddressBook(sheet, read);
  const known = new Set(read.faults.map((f) => [f.table, f.row, f.column].join('\u0000')));
  const broken = new Set(read.faults.filter((f) => f.row === undefined).map((f) => f.table));
  const added = faults
    .filter(
      (f) =>
        !known.has([f.table, f.row, f.column].join('\u0000')) && !(f.code === 'EMPTY_TABLE' && broken.has(f.table)),
    )
    .map((f) => {
      const address = book.addressOf(f);
      if (!address) return f;
      const { table, row, column } = f;
      return { ...f, ...cellFault({ ...address, table, row, column }, f) };
    });
  return [...read.faults, ...added];
}

const withCell = (worksheet: string, cell: string | undefined): Address => ({ worksheet, ...(cell && { cell }) });

function own<T>(of: Record<string, T>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(of, name) ? of[name] : undefined;
}
