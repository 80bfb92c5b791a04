/** A spreadsheet as headings and rows of text: the first visible worksheet of a workbook, or CSV in UTF-8 or GB18030. */
import { readPlainRows, UnreadableWorkbook } from '@qingheng/pipeline';
import { parse } from 'csv-parse/sync';
import { refuse } from '../factor.messages';

export interface ReadTable {
  headings: string[];
  /** `line` is the row that the spreadsheet shows. */
  rows: { line: number; cells: string[] }[];
}

const MOST_ROWS = 5_000;

/** Throws IMPORT_NOT_TABLE, IMPORT_EMPTY, IMPORT_TOO_LONG. */
export async function readTable(bytes: Buffer): Promise<ReadTable> {
  const isZip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
  const lines = (isZip ? await ofWorkbook(bytes) : ofCsv(bytes)).filter(({ cells }) =>
    cells.some((cell) => cell !== ''),
  );
  const [head, ...rows] = lines;
  if (!head || !rows.length) throw refuse('IMPORT_EMPTY');
  if (rows.length > MOST_ROWS) throw refuse('IMPORT_TOO_LONG', { most: MOST_ROWS });
  return { headings: head.cells, rows };
}

async function ofWorkbook(bytes: Buffer): Promise<ReadTable['rows']> {
  const rows: ReadTable['rows'] = [];
  try {
    await readPlainRows(bytes, (cells, line) => {
      if (rows.length > MOST_ROWS) throw refuse('IMPORT_TOO_LONG', { most: MOST_ROWS });
      rows.push({ line, cells: cells.map((cell) => cell.trim()) });
    });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw refuse('IMPORT_NOT_TABLE', { why: error.fault.message.en });
    throw error;
  }
  return rows;
}

function ofCsv(bytes: Buffer): ReadTable['rows'] {
  try {
    const records = parse(decoded(bytes), { bom: true, info: true, relax_column_count: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }));
  } catch (error) {
    throw refuse('IMPORT_NOT_TABLE', { why: (error as Error).message.slice(0, 200) });
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}
