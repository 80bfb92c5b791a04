/** A run from Parquet to Parquet: rows are read, checked, computed, hashed and written inside the database. */
import { join } from 'node:path';
import { SheetFaults } from '../../fault';
import type { Fault, RunInput, RunResult, Sheet, Table } from '../../model';
import { ABSENT, BLOCK_ROWS, resultColumns, rowBlocks } from '../../run/hash';
import { prepareParameters, type RunOptions } from '../../run/prepare';
import { summaryOf } from '../../run/result';
import { Database } from '../database';
import { isNullable } from '../expression';
import { NotColumnar } from '../not-columnar';
import { rowsOf } from '../read-rows';
import { quoteName, quoteText } from '../sql';
import { decimal } from '../text';
import { factsOf, work } from '../work';
import { stored, World, type TableState } from '../world';
import { loadFile } from './load-file';
import { shown } from './shown';

export interface FileInput {
  parameters?: RunInput['parameters'];
  /** A Parquet file for each table. */
  files: Record<string, string>;
}

export interface FileOptions extends RunOptions {
  /** Folder, already there, that gets one Parquet file per table. */
  out: string;
  threads?: number;
  memoryMb?: number;
}

export type FileResult = Omit<RunResult, 'tables' | 'warnings'> & {
  files: Record<string, { path: string; rows: number }>;
};

/** Throws NotColumnar where the rows must be read one by one instead; rows in the files are in the order of keys. */
export async function runFiles(
  sheet: Sheet,
  { parameters, files }: FileInput,
  options: FileOptions,
  barriers: Fault[],
): Promise<FileResult> {
  const { prepared, faults } = prepareParameters(sheet, parameters, options);
  if (faults.length) throw new SheetFaults(faults);
  if (sheet.tables.some((t) => t.parent || (!t.group && !files[t.name])))
    throw new NotColumnar('tables of several levels');
  const targets = Object.fromEntries(sheet.tables.map(({ name }) => [name, join(options.out, `${name}.parquet`)]));
  const { threads, memoryMb } = options;
  const database = await Database.open({
    threads,
    memoryMb,
    files: [...Object.values(files), ...Object.values(targets)],
  });
  try {
    const world = new World(sheet, factsOf(prepared));
    for (const table of sheet.tables) {
      if (!table.group) world.tables.set(table.name, await loadFile(database, sheet, table, files[table.name]!));
    }
    const worked = await work(prepared, world, database);
    const blocks = { input: new Map<string, string[]>(), result: new Map<string, string[]>() };
    for (const table of sheet.tables) {
      const state = world.state(table.name);
      if (table.group) blocks.result.set(table.name, rowBlocks(table, await rowsOf(database, state)));
      else {
        const [input, result] = await blocksOf(database, state, [inputColumns(table), resultColumns(table)]);
        blocks.input.set(table.name, input!);
        blocks.result.set(table.name, result!);
      }
    }
    const summary = summaryOf(prepared, blocks, worked, barriers);
    for (const { name } of sheet.tables) await write(database, world.state(name), targets[name]!);
    const written = sheet.tables.map(
      ({ name }) => [name, { path: targets[name]!, rows: world.state(name).rows }] as const,
    );
    return { ...summary, files: Object.fromEntries(written) };
  } finally {
    database.close();
  }
}

const inputColumns = (table: Table): string[] => table.columns.flatMap((c) => (c.kind === 'input' ? [c.name] : []));

/** The same blocks that run/hash.ts makes of rows. */
async function blocksOf(database: Database, state: TableState, columns: string[][]): Promise<string[][]> {
  const texts = columns.map((names) => {
    const cells = names.map((name) => {
      const value = expressionOf(state, name);
      const text = value.kind === 'exact' && !value.den ? `CAST(${value.num.sql} AS VARCHAR)` : shown(value);
      return isNullable(value) ? `COALESCE(${text}, ${quoteText(ABSENT)})` : text;
    });
    return cells.length ? `concat_ws(chr(9), ${cells.join(', ')})` : `''`;
  });
  const blocks = `GROUP BY _row // ${BLOCK_ROWS} ORDER BY _row // ${BLOCK_ROWS}`;
  // Rows lie in their order already, so sorting each block is work for nothing as long as the database takes them as they
  // lie. It does not promise to: every 64th row collected beside the texts tells (rows move only by vectors of 2048), and
  // then the blocks are sorted.
  const unsorted = await database.columns(
    `SELECT ${texts.map((text) => `sha256(string_agg(${text}, chr(10)))`).join(', ')},
       list(_row) FILTER (WHERE _row % 64 = 0) = list_sort(list(_row) FILTER (WHERE _row % 64 = 0))
     FROM ${state.relation} t ${blocks}`,
  );
  if (unsorted.pop()!.every((inOrder) => inOrder === true)) return unsorted as string[][];
  const found = await database.columns(
    `SELECT ${texts.map((text) => `sha256(string_agg(${text}, chr(10) ORDER BY _row))`).join(', ')}
     FROM ${state.relation} t ${blocks}`,
  );
  return found as string[][];
}

function expressionOf(state: TableState, name: string): ReturnType<typeof stored> {
  const column = state.columns.get(name);
  if (!column) throw new NotColumnar(`column ${name} is not stored`);
  return stored(column, quoteName(name), '');
}

async function write(database: Database, state: TableState, path: string): Promise<void> {
  const names = [...(state.table.group ? state.table.key : []), ...state.table.columns.map((c) => c.name)];
  const columns = names.map((name) => {
    const value = expressionOf(state, name);
    return `${value.kind === 'exact' && !value.den ? decimal(value) : quoteName(name)} AS ${quoteName(name)}`;
  });
  const rows = `SELECT ${columns.join(', ')} FROM ${state.relation} t${state.table.group ? ' ORDER BY _row' : ''}`;
  await database.run(`COPY (${rows}) TO ${quoteText(path)} (FORMAT parquet, USE_TMP_FILE false)`);
}
