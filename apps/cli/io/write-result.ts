/** A result as files: `result.json` without rows, and one CSV per table. */
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, RunResult, Sheet } from '@qingheng/sheet';

type Files = Record<string, { path: string; rows: number }>;

export async function writeResult(sheet: Sheet, result: RunResult, folder: string): Promise<object> {
  const { tables, ...summary } = result;
  const files: Files = {};
  for (const table of sheet.tables) {
    const path = join(folder, `${table.name}.csv`);
    const rows = tables[table.name] ?? [];
    const names = [...(table.group ? table.key : []), ...table.columns.map((c) => c.name)];
    await writeCsv(path, names, rows);
    files[table.name] = { path, rows: rows.length };
  }
  return writeSummary({ ...summary, files }, folder);
}

export function writeSummary<T extends object>(summary: T, folder: string): T {
  writeFileSync(join(folder, 'result.json'), `${JSON.stringify(summary, null, 1)}\n`);
  return summary;
}

async function writeCsv(path: string, names: readonly string[], rows: readonly Row[]): Promise<void> {
  const file = createWriteStream(path);
  const line = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`;
  file.write(`\ufeff${line(names)}`);
  for (const row of rows) if (!file.write(line(names.map((name) => row[name])))) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

function csvCell(value: unknown): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
