/** One CSV file, every cell checked for itself; faults name file, row and column. */
import { parse } from 'csv-parse/sync';
import type { Fault } from '@qingheng/sheet';
import { faultOf } from '../errors';
import { complaintOf, type Complaint, type Field } from './fields';
import './reference.messages';
import type { ReferenceFile } from './reference-data';

/** Where a row stands, and its cells; an empty cell is null. */
export interface CsvRow<Name extends string = string> {
  file: string;
  line: number;
  cells: Record<Name, string | null>;
}

export class FaultList {
  readonly faults: Fault[] = [];

  add(file: string, line: number | undefined, column: string | undefined, [code, params]: Complaint): void {
    const place = { table: file, ...(line && { row: String(line) }), ...(column !== undefined && { column }) };
    this.faults.push(faultOf(code, place, params));
  }
}

const LARGEST = 5_000_000;

/** Rows whose cells are all in order. A file whose header is wrong gives no rows. */
export function readCsv<F extends Field>(file: ReferenceFile, fields: readonly F[], list: FaultList): CsvRow[] {
  const records = recordsOf(file, list);
  const header = records?.[0];
  if (!records || !header || !headerHolds(file.path, header, fields, list)) return [];
  const byName = new Map<string, Field>(fields.map((field) => [field.name, field]));
  return records.slice(1).flatMap(({ record, line }) => {
    if (record.length !== header.record.length) {
      const found = { found: record.length, expected: header.record.length };
      list.add(file.path, line, undefined, ['REFERENCE_CELL_COUNT', found]);
      return [];
    }
    let sound = true;
    const cells = record.map((cell, i) => {
      const name = header.record[i]!;
      const complaint = complaintOf(byName.get(name)!, cell);
      if (complaint) {
        list.add(file.path, line, name, complaint);
        sound = false;
      }
      return [name, cell === '' ? null : cell] as const;
    });
    return sound ? [{ file: file.path, line, cells: Object.fromEntries(cells) }] : [];
  });
}

interface Numbered {
  record: string[];
  line: number;
}

function recordsOf({ path, bytes }: ReferenceFile, list: FaultList): Numbered[] | undefined {
  try {
    if (bytes.length > LARGEST) throw new Error(`more than ${LARGEST} bytes`);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const rows = parse(text, { info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    if (!rows.length) throw new Error('it is empty');
    return rows.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    list.add(path, undefined, undefined, ['REFERENCE_NOT_READABLE', { why: (error as Error).message }]);
    return undefined;
  }
}

function headerHolds(path: string, { record, line }: Numbered, fields: readonly Field[], list: FaultList): boolean {
  const before = list.faults.length;
  for (const { name } of fields)
    if (!record.includes(name)) list.add(path, line, name, ['REFERENCE_MISSING_COLUMN', { column: name }]);
  record.forEach((name, i) => {
    if (fields.some((field) => field.name === name) && record.indexOf(name) === i) return;
    list.add(path, line, name.slice(0, 60), [
      'REFERENCE_UNKNOWN_COLUMN',
      { position: i + 1, column: name.slice(0, 60) },
    ]);
  });
  return list.faults.length === before;
}
