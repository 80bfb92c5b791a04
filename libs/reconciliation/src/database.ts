/** The few ways in which the books are asked, on a DuckDB in memory. */
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export class Books {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async open(): Promise<Books> {
    const { DuckDBInstance: Instance } = await import('@duckdb/node-api');
    const instance = await Instance.create(':memory:');
    return new Books(instance, await instance.connect());
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** Rows with text, numbers and null in them; decimals as text. */
  async rows(sql: string): Promise<Record<string, string | number | boolean | null | string[]>[]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRowObjectsJson() as Record<string, string | number | boolean | null | string[]>[];
  }

  /** Columns of INTEGER without null, each in one piece: a million rows cost no object each. */
  async integers(sql: string): Promise<Int32Array[]> {
    const result = await this.connection.run(sql);
    const columns = Array.from({ length: result.columnCount }, () => new Int32Array(result.rowCount));
    let from = 0;
    // All of it is there already: nothing is waited for, chunk by chunk.
    for (let at = 0; at < result.chunkCount; at++) {
      const chunk = result.getChunk(at);
      for (const [i, column] of columns.entries()) {
        const vector = chunk.getColumnVector(i);
        // The numbers as they lie there; one by one, should a later version of the binding keep them elsewhere.
        const { items } = vector as unknown as { items?: unknown };
        if (items instanceof Int32Array) column.set(items, from);
        else for (let row = 0; row < chunk.rowCount; row++) column[from + row] = vector.getItem(row) as number;
      }
      from += chunk.rowCount;
    }
    return columns;
  }

  /** A table of one INTEGER column. */
  async fill(table: string, column: string, values: readonly number[]): Promise<void> {
    const { DuckDBDataChunk: Chunk, INTEGER } = await import('@duckdb/node-api');
    await this.run(`CREATE TABLE ${table} (${column} INTEGER)`);
    const appender = await this.connection.createAppender(table);
    for (let from = 0; from < values.length; from += CHUNK) {
      const part = values.slice(from, from + CHUNK);
      const chunk = Chunk.create([INTEGER], part.length);
      chunk.setColumns([part]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

/** So many rows go into a table at once. */
const CHUNK = 2048;

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
