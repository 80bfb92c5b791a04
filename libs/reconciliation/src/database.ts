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

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
