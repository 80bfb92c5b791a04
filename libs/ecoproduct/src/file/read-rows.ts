/** Rows of texts from whatever people send: a workbook, CSV in UTF-8 or GB18030, or cells pasted from a spreadsheet. */
import { type Grid, readGrids, UnreadableWorkbook } from '@qingheng/pipeline';
import { parse } from 'csv-parse/sync';
import { refuseFile as refuse } from './file.messages';

const MOST_ROWS = 5_000;
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Every worksheet with something in it; a text has one without a name. */
export async function readFile(bytes: Buffer): Promise<Grid[]> {
  if (!bytes.subarray(0, 4).equals(ZIP)) return [{ worksheet: '', rows: readText(decode(bytes)) }];
  try {
    return await readGrids(bytes, { maxRows: MOST_ROWS });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw refuse('FILE_UNREADABLE', { why: error.fault.message.zh });
    throw error;
  }
}

/** Tab, comma, semicolon or bar, whichever the first line has most of. */
export function readText(text: string): string[][] {
  const first = text.split('\n').find((line) => line.trim()) ?? '';
  const counts = ['\t', ',', ';', '|'].map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  const { delimiter } = counts.reduce((best, next) => (next.count > best.count ? next : best));
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: delimiter !== ',',
      skip_empty_lines: false,
      max_record_size: 1 << 16,
      to: MOST_ROWS + 1,
    });
    if (rows.length > MOST_ROWS) throw refuse('FILE_TOO_LONG', { most: MOST_ROWS });
    // A table of a text such as this page's has rules between its lines.
    return rows.map((row) => row.map((cell) => (/^\s*:?-{3,}:?\s*$/.test(cell) ? '' : cell)));
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_'))
      throw refuse('FILE_UNREADABLE', { why: (error as Error).message });
    throw error;
  }
}

function decode(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw refuse('FILE_UNREADABLE', { why: 'UTF-8, GB18030' });
}

/** What is held in memory of one upload. */
export const UPLOAD = { limits: { fileSize: 20 * 1024 * 1024, files: 1 } };
