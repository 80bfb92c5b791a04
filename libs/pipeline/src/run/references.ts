/** Runs chain: a table taken from another filing's issued result, with the hash that fixes it. */
import type { Row, RunInput } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { FiledInput, Reference } from '../filing/filing.entity';
import { refuse } from '../pipeline.messages';
import { Run, type RunSource } from './run.entity';

/** Row-level security decides which filings can be referred to. Throws SOURCE_NOT_ISSUED, SOURCE_TABLE_UNKNOWN. */
export async function resolveReferences(
  manager: EntityManager,
  { references = {}, ...input }: FiledInput,
): Promise<{ input: RunInput; sources: RunSource[] }> {
  const tables = { ...input.tables };
  const sources: RunSource[] = [];
  for (const [table, reference] of Object.entries(references)) {
    const run = await issuedRun(manager, reference.filing);
    tables[table] = [...(tables[table] ?? []), ...rowsOf(run, reference)];
    sources.push({ table, filing: reference.filing, runId: run.id, resultHash: run.resultHash! });
  }
  return { input: { ...input, tables }, sources };
}

async function issuedRun(manager: EntityManager, filing: string): Promise<Run> {
  const [row] = await manager.query(`SELECT run_id FROM filing WHERE id = $1 AND status = 'issued'`, [filing]);
  const run = row && (await manager.findOneBy(Run, { id: row.run_id as string }));
  if (!run?.result) throw refuse('SOURCE_NOT_ISSUED', { filing });
  return run;
}

function rowsOf({ result }: Run, { table, columns }: Reference): Row[] {
  const rows = Object.hasOwn(result!.tables, table) ? result!.tables[table]! : undefined;
  if (!rows) throw refuse('SOURCE_TABLE_UNKNOWN', { table, column: '' });
  if (!columns) return rows;
  const pairs = Object.entries(columns);
  const unknown = rows[0] && pairs.find(([, there]) => !Object.hasOwn(rows[0]!, there));
  if (unknown) throw refuse('SOURCE_TABLE_UNKNOWN', { table, column: unknown[1] });
  return rows.map((row) => Object.fromEntries(pairs.map(([here, there]) => [here, row[there]])));
}
