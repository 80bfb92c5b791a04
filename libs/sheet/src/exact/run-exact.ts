/** The exact engine: an interpreter over fractions, and the measure of the columnar one. */
import { fault, text } from '../fault';
import type { Fault, Row, Table } from '../model';
import type { Computed, InputTables, Prepared } from '../run/prepared';
import { written, type Value } from '../run/values';
import { calculate } from './calculate';
import type { Evaluator } from './evaluate';
import { liveRows, type LiveRow, type LiveTables } from './live-rows';

/** Everything a run knows when it is over: what the result and the explanation are drawn from. */
export interface ExactRun {
  prepared: Prepared;
  tables: LiveTables;
  outputs: Map<string, Value>;
  evaluator: Evaluator;
  faults: Fault[];
}

/** `faultsBefore`: input cells that could not be read are on record already; what rests on them is skipped. */
export function runExact(prepared: Prepared, input: InputTables, faultsBefore: number): ExactRun {
  const { sheet } = prepared.checked;
  const parents = new Map(sheet.tables.flatMap((t) => (t.parent ? [[t.name, t.parent.table] as const] : [])));
  const tables = liveRows(input, parents);
  const { outputs, faults, evaluator, skipped } = calculate(prepared.checked, prepared.source, tables);
  if (skipped && faults.length + faultsBefore === 0) {
    faults.push(
      fault(
        'NOT_COMPUTED',
        skipped,
        text('无法计算：所依据的值缺失', 'cannot be computed: a value it rests on is missing'),
      ),
    );
  }
  return { prepared, tables, outputs, evaluator, faults };
}

export function computedOf(run: ExactRun): Computed {
  const { checked, source } = run.prepared;
  const { sheet } = checked;
  const outputs = sheet.outputs.map(
    (o) => [o.name, written(run.outputs.get(o.name), o.numberKind, o.decimals)] as const,
  );
  return {
    tables: Object.fromEntries(
      sheet.tables.map((t) => [t.name, (run.tables.get(t.name) ?? []).map((row) => printRow(t, row))]),
    ),
    outputs: Object.fromEntries(outputs) as Computed['outputs'],
    parametersRead: source.parametersRead,
    lookupsRead: source.lookupsRead,
    faults: run.faults,
  };
}

function printRow(table: Table, row: LiveRow): Row {
  const out: Row = {};
  if (table.group) for (const name of table.key) out[name] = written(row.cells.get(name));
  for (const column of table.columns) {
    const value = row.cells.get(column.name);
    if (value === undefined) continue;
    const { kind, decimals } =
      column.kind === 'computed'
        ? { kind: column.numberKind, decimals: column.decimals }
        : { kind: undefined, decimals: undefined };
    out[column.name] = written(value, kind, decimals);
  }
  return out;
}
