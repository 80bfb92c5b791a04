/** A folder of `table.csv|xlsx|parquet`, with parameters in `parameters.csv|json`, as the input of a run. */
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { extname, join, parse as parsePath } from 'node:path';
import { parse } from 'csv-parse';
import type { Cell, Row, RunInput } from '@qingheng/sheet';
import { Refused, Usage } from '../command';

const readers: Record<string, (path: string) => Promise<Row[]>> = {
  '.csv': readCsv,
  '.xlsx': readWorkbook,
  '.parquet': readParquet,
};

/** The file of each table, by its name; `parameters` among them. */
export function filesIn(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    const { name, ext } = parsePath(file);
    const known = Object.hasOwn(readers, ext.toLowerCase()) || (name === 'parameters' && ext === '.json');
    if (!known || file.startsWith('.') || file.startsWith('~')) continue;
    if (found.has(name)) throw new Usage(`${name} is there twice: ${parsePath(found.get(name)!).base}, ${file}`);
    found.set(name, join(folder, file));
  }
  return found;
}

export async function readFolder(folder: string): Promise<RunInput> {
  const files = filesIn(folder);
  const parameters = await readParameters(files.get('parameters'));
  const tables: RunInput['tables'] = {};
  for (const [name, path] of files) if (name !== 'parameters') tables[name] = await readTable(path);
  return { ...(parameters && { parameters }), tables };
}

/** A JSON object, or a table with the columns `name` and `value`. */
export async function readParameters(path: string | undefined): Promise<RunInput['parameters']> {
  if (!path) return undefined;
  if (extname(path) === '.json') {
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as RunInput['parameters'];
    } catch {
      throw unreadable(path);
    }
  }
  return Object.fromEntries((await readTable(path)).map(({ name, value }) => [String(name), value]));
}

async function readTable(path: string): Promise<Row[]> {
  try {
    return await readers[extname(path).toLowerCase()]!(path);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw unreadable(path, (error as Error).message.split('\n')[0]);
  }
}

function unreadable(path: string, why = ''): Refused {
  const { base, name } = parsePath(path);
  const message = { zh: `无法读取文件 ${base}`, en: `the file ${base} cannot be read${why && `: ${why}`}` };
  return new Refused([{ table: name, code: 'UNREADABLE_FILE', message }]);
}

/** Every cell is text as it stands: 007 stays 007, and 1.50 is read as a decimal by the sheet, not by a guess here. */
async function readCsv(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  const parser = createReadStream(path).pipe(parse({ columns: true, bom: true, skip_empty_lines: true }));
  for await (const row of parser) rows.push(row as Row);
  return rows;
}

/** The first worksheet; its first row names the columns. */
async function readWorkbook(path: string): Promise<Row[]> {
  const { default: excel } = await import('exceljs');
  const reader = new excel.stream.xlsx.WorkbookReader(path, {
    sharedStrings: 'cache',
    worksheets: 'emit',
    styles: 'cache',
  });
  const rows: Row[] = [];
  for await (const sheet of reader) {
    let names: string[] | undefined;
    for await (const row of sheet) {
      const cells = (row.values as unknown[]).slice(1).map(cellOf);
      if (!names) names = cells.map((cell) => String(cell ?? '').trim());
      else if (cells.some((cell) => cell !== null)) {
        const named = cells.flatMap((cell, i) => (cell === null ? [] : [[names![i] || `#${i + 1}`, cell] as const]));
        rows.push(Object.fromEntries(named));
      }
    }
    break;
  }
  return rows;
}

function cellOf(value: unknown): Exclude<Cell, undefined> {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return value as string | number | boolean;
  if ('richText' in value) return (value.richText as { text: string }[]).map(({ text }) => text).join('');
  if ('result' in value) return cellOf(value.result);
  if ('text' in value) return cellOf(value.text);
  return null;
}

/** Decimals and whole numbers as their exact text. */
async function readParquet(path: string): Promise<Row[]> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const result = await connection.stream(
      `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet('${path.replaceAll("'", "''")}')`,
    );
    const names = result.columnNames();
    const rows: Row[] = [];
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (const cells of chunk.getRows())
        rows.push(Object.fromEntries(names.map((n, i) => [n, cells[i] as string | null])));
    }
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
