import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import excel from 'exceljs';
import type { RunResult } from '@qingheng/sheet';
import { Refused } from '../command';
import { command } from '../commands/run';

const HEAD = 'household_id,banner,ban_mu,balance_mu\n';
const GOOD = `${HEAD}007,150725,12.50,3\na,150726,0.67,0.67\n`;

describe('run over a folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'qingheng-run-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  function folder(name: string, files: Record<string, string> = {}): string {
    const path = join(root, name);
    mkdirSync(path);
    for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
    return path;
  }
  const run = (input: string, out?: string): Promise<unknown> =>
    command([
      'compensation/grassland-reward',
      '--input',
      input,
      '--as-of',
      '2023-06-30',
      ...(out ? ['--out', out] : []),
    ]);
  const faultsOf = async (input: string, out?: string): Promise<object[]> => {
    const error: unknown = await run(input, out).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Refused);
    return (error as Refused).faults.map(({ row, column, code }) => ({ row, column, code }));
  };
  async function parquet(name: string, csv: string): Promise<string> {
    const source = join(folder(`${name}-source`, { 'household.csv': csv }), 'household.csv');
    const path = folder(name);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const area = (column: string): string => `CAST(${column} AS DECIMAL(10, 2)) AS ${column}`;
    await connection.run(
      `COPY (SELECT household_id, banner, ${area('ban_mu')}, ${area('balance_mu')} FROM read_csv('${source}', all_varchar = true))
       TO '${join(path, 'household.parquet')}' (FORMAT parquet)`,
    );
    connection.closeSync();
    return path;
  }

  it('takes CSV, Excel and Parquet alike, down to the hashes', async () => {
    const csv = (await run(folder('csv', { 'household.csv': `\ufeff${GOOD}` }))) as RunResult;
    expect(csv.tables.household![0]).toMatchObject({ household_id: '007', ban_amount: '93.75', amount: '101.25' });
    const book = new excel.Workbook();
    const sheet = book.addWorksheet('household');
    for (const line of GOOD.trim().split('\n')) sheet.addRow(line.split(','));
    const xlsx = folder('xlsx');
    await book.xlsx.writeFile(join(xlsx, 'household.xlsx'));
    const source = await parquet('parquet', GOOD);
    const others = [await run(xlsx), await run(source), await run(source, join(root, 'out'))] as RunResult[];
    for (const { inputHash, resultHash, outputs } of others) {
      expect({ inputHash, resultHash, outputs }).toEqual({
        inputHash: csv.inputHash,
        resultHash: csv.resultHash,
        outputs: csv.outputs,
      });
    }
    const summary = JSON.parse(readFileSync(join(root, 'out', 'result.json'), 'utf8')) as { files: object };
    expect(Object.keys(summary.files)).toEqual(['household', 'banner']);
  });

  it('does not mind the order of rows in a file', async () => {
    const [head, first, second] = GOOD.trim().split('\n');
    const turned = await parquet('turned', `${head}\n${second}\n${first}\n`);
    const straight = (await run(await parquet('straight', GOOD), join(root, 'out-1'))) as RunResult;
    const other = (await run(turned, join(root, 'out-2'))) as RunResult;
    expect(other.resultHash).toBe(straight.resultHash);
  });

  it('names faulty rows of a Parquet file as those of any other', async () => {
    const bad = `${HEAD}a,150725,-5,1\nb,150725,,1\nc,150725,1,1\n`;
    const wanted = [
      { row: 'a', column: 'ban_mu', code: 'OUT_OF_RANGE' },
      { row: 'b', column: 'ban_mu', code: 'REQUIRED' },
    ];
    expect(await faultsOf(await parquet('bad', bad), join(root, 'out-3'))).toEqual(wanted);
    expect(await faultsOf(folder('bad-csv', { 'household.csv': bad }))).toEqual(wanted);
    const twice = await parquet('twice', `${GOOD}007,150725,1,1\n`);
    expect(await faultsOf(twice, join(root, 'out-4'))).toMatchObject([{ row: '007', code: 'DUPLICATE_KEY' }]);
  });

  it('takes parameters from a file of their own and writes CSV', async () => {
    const files = { 'household.csv': GOOD, 'parameters.csv': 'name,value\nban_rate,6.00\n' };
    await run(folder('given', files), join(root, 'out-5'));
    const written = readFileSync(join(root, 'out-5', 'household.csv'), 'utf8').split('\r\n');
    expect(written[1]).toBe('007,150725,12.5,3,75.00,7.50,82.50');
  });
});
