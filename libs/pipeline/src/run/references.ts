/** Runs chain: a table taken from another filing's issued result, with the hash that fixes it. */
import { conversionFactor, parseUnit, Rational, type Row, type RunInput, type Sheet } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { FiledInput, Reference } from '../filing/filing.entity';
import type { MethodsService } from '../methods/methods.service';
import { refuse } from '../pipeline.messages';
import { Run, type RunSource } from './run.entity';

/** Row-level security decides which filings can be referred to. Throws SOURCE_NOT_ISSUED, SOURCE_TABLE_UNKNOWN. */
export async function resolveReferences(
  manager: EntityManager,
  methods: MethodsService,
  sheet: Sheet,
  { references = {}, ...input }: FiledInput,
): Promise<{ input: RunInput; sources: RunSource[] }> {
  const tables = { ...input.tables };
  const sources: RunSource[] = [];
  for (const [table, reference] of Object.entries(references)) {
    const run = await issuedRun(manager, reference.filing);
    const source = await methods.kept(manager, run.sheetHash);
    requireUnits(sheet, table, source, reference);
    tables[table] = [...(tables[table] ?? []), ...rowsOf(run, reference)];
    sources.push({ table, filing: reference.filing, runId: run.id, resultHash: run.resultHash! });
  }
  return { input: { ...input, tables }, sources };
}

/** A figure in other units is another figure; units that stand in the rows are checked with the rows. */
function requireUnits(sheet: Sheet, table: string, source: Sheet, { table: from, columns }: Reference): void {
  const wanted = sheet.tables.find(({ name }) => name === table)?.columns ?? [];
  const offered = source.tables.find(({ name }) => name === from)?.columns ?? [];
  for (const here of wanted) {
    const there = offered.find(({ name }) => name === (columns ? columns[here.name] : here.name));
    if (here.kind !== 'input' || here.type !== 'number' || !there || here.unit.includes('[')) continue;
    const same =
      there.type === 'number' && conversionFactor(parseUnit(there.unit), parseUnit(here.unit))?.equals(Rational.ONE);
    if (!same) throw refuse('SOURCE_UNIT', { there: there.name, unit: there.unit, here: here.name, wanted: here.unit });
  }
}

async function issuedRun(manager: EntityManager, filing: string): Promise<Run> {
  const [row] = await manager.query(`SELECT run_id FROM filing WHERE id = $1 AND status = 'issued'`, [filing]);
  const run = row && (await manager.findOneBy(Run, { id: row.run_id as string }));
  if (!run?.result) throw refuse('SOURCE_NOT_ISSUED', { filing });
  return run;
}

/** The rows that a filing takes from another's result. */
export function rowsOf({ result }: Pick<Run, 'result'>, { table, columns }: Reference): Row[] {
  const rows = Object.hasOwn(result!.tables, table) ? result!.tables[table]! : undefined;
  if (!rows) throw refuse('SOURCE_TABLE_UNKNOWN', { table, column: '' });
  if (!columns) return rows;
  const pairs = Object.entries(columns);
  const unknown = rows[0] && pairs.find(([, there]) => !Object.hasOwn(rows[0]!, there));
  if (unknown) throw refuse('SOURCE_TABLE_UNKNOWN', { table, column: unknown[1] });
  return rows.map((row) => Object.fromEntries(pairs.map(([here, there]) => [here, row[there]])));
}
