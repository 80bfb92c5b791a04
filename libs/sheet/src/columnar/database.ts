/** The in-process database: one instance per use, closed to the outside, with the functions that SQL lacks. */
import type { DuckDBConnection, DuckDBInstance, DuckDBType } from '@duckdb/node-api';
import { Rational } from '../rational';
import { asNumber, asRational } from '../run/values';

export interface DatabaseOptions {
  threads?: number;
  memoryMb?: number;
  /** Files that may be read or written; nothing else outside is in reach. */
  files?: readonly string[];
}

type Cell = number | bigint | null;

const MOST = 10n ** 18n;
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const bounded = (value: bigint): bigint | null => (value > MOST || value < -MOST ? null : value);

/** By the very arithmetic of the exact engine, so that both agree to the last bit. */
const FUNCTIONS: Record<
  string,
  { from: ('DOUBLE' | 'HUGEINT' | 'BIGINT' | 'INTEGER')[]; to: 'DOUBLE' | 'BIGINT'; call: (...args: never[]) => Cell }
> = {
  qh_exp: { from: ['DOUBLE'], to: 'DOUBLE', call: (x: number) => finite(Math.exp(x)) },
  qh_ln: { from: ['DOUBLE'], to: 'DOUBLE', call: (x: number) => finite(Math.log(x)) },
  qh_sqrt: { from: ['DOUBLE'], to: 'DOUBLE', call: (x: number) => finite(Math.sqrt(x)) },
  qh_pow: { from: ['DOUBLE', 'DOUBLE'], to: 'DOUBLE', call: (x: number, y: number) => finite(x ** y) },
  qh_ratio: {
    from: ['HUGEINT', 'HUGEINT'],
    to: 'DOUBLE',
    call: (n: bigint, d: bigint) => asNumber(Rational.ratio(n, d)),
  },
  qh_round: {
    from: ['DOUBLE', 'INTEGER'],
    to: 'BIGINT',
    call: (x: number, digits: number) => bounded(asRational(x).scaled(digits)),
  },
  qh_floor: { from: ['DOUBLE', 'INTEGER'], to: 'BIGINT', call: (x: number) => bounded(asRational(x).floor()) },
  qh_ceil: { from: ['DOUBLE', 'INTEGER'], to: 'BIGINT', call: (x: number) => bounded(asRational(x).ceil()) },
};

export class Database {
  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
  ) {}

  static async open(options: DatabaseOptions = {}): Promise<Database> {
    // Loaded when first needed: the native library costs start-up time.
    const duckdb = await import('@duckdb/node-api');
    const instance = await duckdb.DuckDBInstance.create(':memory:', {
      ...(options.threads && { threads: String(options.threads) }),
      ...(options.memoryMb && { memory_limit: `${options.memoryMb}MB` }),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    for (const [name, { from, to, call }] of Object.entries(FUNCTIONS)) {
      const types = { DOUBLE: duckdb.DOUBLE, HUGEINT: duckdb.HUGEINT, BIGINT: duckdb.BIGINT, INTEGER: duckdb.INTEGER };
      connection.registerScalarFunction(
        duckdb.DuckDBScalarFunction.create({
          name,
          returnType: types[to] as DuckDBType,
          parameterTypes: from.map((type) => types[type] as DuckDBType),
          mainFunction: (_info, chunk, output) => {
            const inputs = from.map((_, i) => chunk.getColumnVector(i));
            for (let row = 0; row < chunk.rowCount; row++) {
              const args = inputs.map((vector) => vector.getItem(row));
              output.setItem(row, args.includes(null) ? null : call(...(args as never[])));
            }
            output.flush();
          },
        }),
      );
    }
    const paths = (options.files ?? []).map((path) => `'${path.replaceAll("'", "''")}'`).join(', ');
    if (paths) await connection.run(`SET allowed_paths = [${paths}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    return new Database(instance, connection);
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** Result columns, top to bottom. */
  async columns(sql: string): Promise<unknown[][]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getColumns();
  }

  async row(sql: string): Promise<unknown[]> {
    return (await this.columns(sql)).map((column) => column[0]);
  }

  /** Nothing of a run outlives it: one rollback takes all its tables away. */
  async passing<T>(use: () => Promise<T>): Promise<T> {
    await this.run('BEGIN');
    try {
      return await use();
    } finally {
      await this.run('ROLLBACK');
    }
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
