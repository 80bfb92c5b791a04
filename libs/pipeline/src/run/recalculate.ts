/**
 * A finished run once more with something else in it, for whoever asks what would be: other values of factors, other results
 * it was calculated from, another choice of a parameter. Nothing is stored and nothing of the run changes.
 */
import {
  type InputColumn,
  parseUnit,
  type Row,
  type RunInput,
  runSheet,
  type RunResult,
  type Sheet,
} from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { Filing } from '../filing/filing.entity';
import type { MethodsService } from '../methods/methods.service';
import { refuse } from '../pipeline.messages';
import { inUnit, unitOf } from './factors';
import { rowsOf, tableOf } from './references';
import type { Run } from './run.entity';

export interface Replacement {
  /** By factor id. */
  factors?: ReadonlyMap<string, { value: string; unit: string }>;
  /** By run id: the result to take instead of that run's. */
  sources?: ReadonlyMap<string, RunResult>;
  parameters?: Readonly<Record<string, string>>;
}

/** Throws FACTOR_UNIT where a value no longer fits its cell, and what the method itself refuses. */
export async function recalculated(
  manager: EntityManager,
  methods: MethodsService,
  run: Run,
  { factors = new Map(), sources = new Map(), parameters }: Replacement,
): Promise<RunResult> {
  const sheet = await methods.kept(manager, run.sheetHash);
  let input = run.input;
  if (parameters) input = { ...input, parameters: { ...input.parameters, ...parameters } };
  for (const source of run.sources) {
    const result = source.runId && sources.get(source.runId);
    if (result) input = await withSource(manager, run, input, source, result);
  }
  return runSheet(sheet, withFactors(sheet, run, input, factors), { asOf: run.asOf, region: run.region });
}

function withFactors(
  sheet: Sheet,
  run: Run,
  input: RunInput,
  factors: ReadonlyMap<string, { value: string; unit: string }>,
): RunInput {
  const tables: Record<string, Row[]> = { ...input.tables };
  for (const use of run.factors) {
    const factor = factors.get(use.factor.id);
    const table = sheet.tables.find(({ name }) => name === use.table);
    const column = table?.columns.find((c): c is InputColumn => c.kind === 'input' && c.name === use.column);
    if (!factor || !table || !column) continue;
    tables[use.table] = tables[use.table]!.map((row) => {
      if (table.key.map((part) => row[part]).join('/') !== use.row) return row;
      const wanted = unitOf(column, row);
      const value = inUnit(factor, wanted);
      if (value === undefined) throw refuse('FACTOR_UNIT', { id: use.factor.id, unit: factor.unit, wanted });
      return { ...row, [column.name]: value };
    });
  }
  return { ...input, tables };
}

/** Rows taken from another result stand after the filing's own. */
async function withSource(
  manager: EntityManager,
  run: Run,
  input: RunInput,
  { table, runId }: Run['sources'][number],
  result: RunResult,
): Promise<RunInput> {
  const filing = await manager.findOneByOrFail(Filing, { id: run.filingId });
  const reference = filing.revision === run.revision ? filing.input.references?.[table] : undefined;
  if (!reference) return input; // the filing has been changed since: how it took them is not known
  const [old]: { n: number }[] = await manager.query(
    'SELECT jsonb_array_length(result #> $2)::int AS n FROM run WHERE id = $1',
    [runId, ['tables', reference.table]],
  );
  const own = input.tables[table]!.slice(0, input.tables[table]!.length - old!.n);
  return {
    ...input,
    tables: { ...input.tables, [table]: [...own, ...rowsOf(tableOf({ result }, reference.table), reference)] },
  };
}

/** A figure that a filing stands for. */
export interface Figure {
  /** `output/name` or `table/key/column`, as explanations name it. */
  place: string;
  title: { zh: string; en: string };
  unit: string;
  value: string;
}

/** The outputs of a result, and every column whose name begins with `footprint`. */
export function figuresOf(sheet: Sheet, { outputs, tables }: RunResult): Figure[] {
  const figures: Figure[] = sheet.outputs.flatMap(({ name, title, unit }) =>
    outputs[name] === undefined || outputs[name] === null
      ? []
      : [{ place: `output/${name}`, title, unit, value: String(outputs[name]) }],
  );
  for (const table of sheet.tables)
    for (const column of table.columns.filter((c) => c.kind !== 'input' && c.name.startsWith('footprint')))
      for (const row of tables[table.name] ?? []) {
        const value = row[column.name];
        if (value === undefined || value === null || typeof value === 'boolean') continue;
        const key = table.key.map((part) => row[part]).join('/');
        const unit = column.unit.replace(/\[(\w+)\]/g, (_, other: string) => String(row[other] ?? ''));
        figures.push({ place: `${table.name}/${key}/${column.name}`, title: column.title, unit, value: String(value) });
      }
  return figures.filter(({ unit }) => isKnown(unit));
}

function isKnown(unit: string): boolean {
  try {
    parseUnit(unit);
    return true;
  } catch {
    return false;
  }
}
