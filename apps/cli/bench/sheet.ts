/** The columnar engine against the same calculation written by hand: grassland reward, Parquet to Parquet. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSheetFiles } from '@qingheng/sheet';
import { method } from '../command';
import { alternate, peakRssMb, type Measured } from './measured';

const HOUSEHOLDS = 1_500_000;
const BANNERS = 103;
const AS_OF = '2023-06-30';
const MEMORY_MB = 1200;

export async function bench(n = HOUSEHOLDS): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'qingheng-bench-'));
  const [input, ours, yardstick] = ['household.parquet', 'ours', 'yardstick'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  try {
    for (const out of [ours, yardstick]) mkdirSync(out);
    await script(households(n, input));
    const sheet = method('compensation/grassland-reward', { asOf: AS_OF });
    const limits = { threads: availableParallelism(), memoryMb: MEMORY_MB };
    let total: unknown;
    const times = await alternate(
      3,
      async () => {
        const result = await runSheetFiles(
          sheet,
          { files: { household: input } },
          { ...limits, asOf: AS_OF, out: ours },
        );
        if (!result) throw new Error('the sheet did not run by columns');
        total = result.outputs.total;
      },
      () => script(byHand(input, yardstick)),
    );
    const differences = await compare(ours, yardstick, String(total));
    return { name: 'sheet', ...times, unit: 'ms', n, peakRssMb: peakRssMb(), differences };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A register as a bureau would keep it: one row per household, in the order of their numbers. */
const households = (n: number, path: string): string => `
  COPY (
    SELECT
      'h' || lpad(CAST(i AS VARCHAR), 8, '0') AS household_id,
      CAST(150100 + hash(i) % ${BANNERS} AS VARCHAR) AS banner,
      CAST((hash(i + 1000003) % 1000000) / 100 AS DECIMAL(18, 2)) AS ban_mu,
      CAST((hash(i + 2000003) % 1000000) / 100 AS DECIMAL(18, 2)) AS balance_mu
    FROM range(${n}) t(i)
  ) TO '${quoted(path)}' (FORMAT parquet)`;

/** The yardstick: what somebody careful would write for this one method, at the rates of 2016 to 2025. */
const byHand = (input: string, out: string): string => `
  CREATE TEMP TABLE household AS SELECT household_id, banner, ban_mu, balance_mu FROM read_parquet('${quoted(input)}');
  SELECT CASE WHEN count(*) > 0 THEN error('missing or out of range') END FROM household
  WHERE household_id IS NULL OR trim(household_id) = '' OR banner IS NULL OR trim(banner) = ''
    OR ban_mu IS NULL OR ban_mu < 0 OR balance_mu IS NULL OR balance_mu < 0;
  SELECT CASE WHEN count(*) > 0 THEN error('duplicate key') END
  FROM (SELECT household_id FROM household GROUP BY household_id HAVING count(*) > 1);
  CREATE TEMP TABLE result AS
  SELECT *, CAST(ban_amount + balance_amount AS DECIMAL(18, 2)) AS amount FROM (
    SELECT *,
      CAST(round(ban_mu * CAST(7.5 AS DECIMAL(4, 1)) * CAST(1 AS DECIMAL(3, 0)), 2) AS DECIMAL(18, 2)) AS ban_amount,
      CAST(round(balance_mu * CAST(2.5 AS DECIMAL(4, 1)) * CAST(1 AS DECIMAL(3, 0)), 2) AS DECIMAL(18, 2)) AS balance_amount
    FROM household);
  CREATE TEMP TABLE banner AS
  SELECT banner, count(*) AS households, CAST(sum(amount) AS DECIMAL(38, 2)) AS amount FROM result GROUP BY banner ORDER BY banner;
  COPY result TO '${quoted(join(out, 'household.parquet'))}' (FORMAT parquet);
  COPY banner TO '${quoted(join(out, 'banner.parquet'))}' (FORMAT parquet);
  COPY (SELECT sum(amount) AS total FROM banner) TO '${quoted(join(out, 'outputs.parquet'))}' (FORMAT parquet)`;

/** Every cell of every row on both sides, and the total. */
async function compare(ours: string, yardstick: string, total: string): Promise<number> {
  const read = (folder: string, table: string): string => `read_parquet('${quoted(join(folder, `${table}.parquet`))}')`;
  const unlike = (table: string, key: string, columns: string[]): string =>
    `SELECT count(*) FROM ${read(ours, table)} a FULL JOIN ${read(yardstick, table)} b USING (${key})
     WHERE ${columns.map((c) => `a.${c} IS DISTINCT FROM b.${c}`).join(' OR ')}`;
  const columns = ['banner', 'ban_mu', 'balance_mu', 'ban_amount', 'balance_amount', 'amount'];
  const counts = `SELECT (${unlike('household', 'household_id', columns)}) + (${unlike('banner', 'banner', ['households', 'amount'])})
    + (SELECT count(*) FROM ${read(yardstick, 'outputs')} WHERE total IS DISTINCT FROM CAST('${quoted(total)}' AS DECIMAL(38, 2)))`;
  return Number((await script(counts))[0]);
}

const quoted = (text: string): string => text.replaceAll("'", "''");

/** The first row of the last statement. */
async function script(sql: string): Promise<unknown[]> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(availableParallelism()),
    memory_limit: `${MEMORY_MB}MB`,
  });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRows()[0] ?? [];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
