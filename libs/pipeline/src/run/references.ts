/** Runs chain: a table taken from another filing's issued result, with the hash that fixes it. */
import { conversionFactor, parseUnit, Rational, type Row, type RunInput, type Sheet } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { FiledInput, Reference } from '../filing/filing.entity';
import type { MethodsService } from '../methods/methods.service';
import { refuse } from '../pipeline.messages';
import { Run, type RunSource } from './run.entity';
import type { TableSources } from './table-sources';

/** Row-level security decides which filings can be referred to. Throws SOURCE_NOT_ISSUED, SOURCE_UNKNOWN, SOURCE_TABLE_UNKNOWN. */
export async function resolveReferences(
  manager: EntityManager,
  methods: MethodsService,
  offered: TableSources,
  sheet: Sheet,
  { references = {}, ...input }: FiledInput,
): Promise<{ input: RunInput; sources: RunSource[] }> {
  const tables = { ...input.tables };
  const sources: RunSource[] = [];
  for (const [table, reference] of Object.entries(references)) {
    if (reference.source) {
      const { kind, id } = reference.source;
      const found = await offered.of(kind)?.offer(manager, id, reference.table);
      if (!found) throw refuse('SOURCE_UNKNOWN', { source: `${kind}/${id}`, table: reference.table });
      requireUnits(sheet, table, (name) => found.units[name], reference);
      tables[table] = [...(tables[table] ?? []), ...rowsOf(found.rows, reference)];
      const { hash: resultHash, provisional, warnings = [] } = found;
      sources.push({
        ...{ table, source: reference.source, resultHash },
        ...(provisional.length && { provisional }),
        ...(warnings.length && { warnings }),
      });
      continue;
    }
    const run = await issuedRun(manager, reference.filing!);
    const source = await methods.kept(manager, run.sheetHash);
    requireUnits(sheet, table, unitsOf(source, reference.table), reference);
    tables[table] = [...(tables[table] ?? []), ...rowsOf(tableOf(run, reference.table), reference)];
    sources.push({ table, filing: reference.filing!, runId: run.id, resultHash: run.resultHash! });
  }
  return { input: { ...input, tables }, sources };
}

const unitsOf = (source: Sheet, table: string) => {
  const columns = source.tables.find(({ name }) => name === table)?.columns ?? [];
  return (name: string): string | undefined => {
    const column = columns.find((one) => one.name === name);
    return column && (column.type === 'number' ? column.unit : '');
  };
};

/** A figure in other units is another figure; units that stand in the rows are checked with the rows. */
function requireUnits(
  sheet: Sheet,
  table: string,
  unitOf: (column: string) => string | undefined,
  { columns }: Reference,
): void {
  for (const here of sheet.tables.find(({ name }) => name === table)?.columns ?? []) {
    const there = columns ? columns[here.name] : here.name;
    const unit = there === undefined ? undefined : unitOf(there);
    if (here.kind !== 'input' || here.type !== 'number' || unit === undefined || here.unit.includes('[')) continue;
    const same = unit !== '' && conversionFactor(parseUnit(unit), parseUnit(here.unit))?.equals(Rational.ONE);
    if (!same) throw refuse('SOURCE_UNIT', { there: there!, unit, here: here.name, wanted: here.unit });
  }
}

async function issuedRun(manager: EntityManager, filing: string): Promise<Run> {
  const [row] = await manager.query(`SELECT run_id FROM filing WHERE id = $1 AND status = 'issued'`, [filing]);
  const run = row && (await manager.findOneBy(Run, { id: row.run_id as string }));
  if (!run?.result) throw refuse('SOURCE_NOT_ISSUED', { filing });
  return run;
}

export function tableOf({ result }: Pick<Run, 'result'>, table: string): Row[] {
  const rows = Object.hasOwn(result!.tables, table) ? result!.tables[table]! : undefined;
  if (!rows) throw refuse('SOURCE_TABLE_UNKNOWN', { table, column: '' });
  return rows;
}

/** The rows that a filing takes from another's result. */
export function rowsOf(rows: Row[], { table, columns, fixed = {} }: Reference): Row[] {
  if (!columns) return rows.map((row) => ({ ...fixed, ...row }));
  const pairs = Object.entries(columns);
  const unknown = rows[0] && pairs.find(([, there]) => !Object.hasOwn(rows[0]!, there));
  if (unknown) throw refuse('SOURCE_TABLE_UNKNOWN', { table, column: unknown[1] });
  return rows.map((row) => ({ ...fixed, ...Object.fromEntries(pairs.map(([here, there]) => [here, row[there]])) }));
}
