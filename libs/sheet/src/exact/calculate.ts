/** Works through the plan of a checked sheet over live rows. */
import type { Node } from '../ast';
import type { CheckedSheet } from '../check/types';
import { fault, text } from '../fault';
import type { ComputedColumn, Fault, NumberKind, Sheet, Table } from '../model';
import type { Parameters } from '../run/parameters';
import { before, joinKey, showKey } from '../run/keys';
import { asNumber, asRational, type Value } from '../run/values';
import { allocateColumn } from './allocate-column';
import { CellFault, Skipped, TooFine } from './arithmetic';
import { estimate } from './estimate-column';
import { Evaluator, type Place } from './evaluate';
import { newRow, type LiveRow, type LiveTables } from './live-rows';

export interface Calculated {
  outputs: Map<string, Value>;
  faults: Fault[];
  evaluator: Evaluator;
  /** A cell left out because what it rests on has no value; lawful only where a fault says why. */
  skipped?: Pick<Fault, 'table' | 'row' | 'column'>;
}

export function calculate(checked: CheckedSheet, parameters: Parameters, tables: LiveTables): Calculated {
  const { sheet } = checked;
  const evaluator = new Evaluator(checked, parameters, tables);
  const run = new Run(checked, tables, evaluator);
  for (const table of sheet.tables) if (groupsByInputs(sheet, table)) run.ensureGroup(table);
  for (const step of checked.plan) {
    if ('output' in step) run.output(step.output);
    else
      run.column(
        sheet.tables.find((t) => t.name === step.table)!,
        step.column,
      );
  }
  for (const table of sheet.tables) {
    run.ensureGroup(table);
    run.checks(table);
  }
  return { outputs: run.outputs, faults: run.faults, evaluator, skipped: run.skipped };
}

/** Such a group can stand before anything is computed, so that formulas below may read its rows. */
function groupsByInputs(sheet: Sheet, table: Table): boolean {
  if (!table.group) return true;
  const source = sheet.tables.find((t) => t.name === table.group!.table)!;
  return (
    groupsByInputs(sheet, source) &&
    !source.columns.some((c) => c.kind === 'computed' && table.group!.by.includes(c.name))
  );
}

class Run {
  readonly outputs = new Map<string, Value>();
  readonly faults: Fault[] = [];
  skipped?: Pick<Fault, 'table' | 'row' | 'column'>;
  private readonly reported = new Set<string>();
  /** Grouped tables some of whose rows could not be assigned: totals over them would lack rows. */
  private readonly incomplete = new Set<string>();

  constructor(
    private readonly checked: CheckedSheet,
    private readonly tables: LiveTables,
    private readonly evaluator: Evaluator,
  ) {}

  column(table: Table, name: string): void {
    this.ensureGroup(table);
    const column = table.columns.find((c): c is ComputedColumn => c.kind === 'computed' && c.name === name)!;
    const rows = this.tables.get(table.name) ?? [];
    if (this.incomplete.has(table.name)) return rows.forEach((row) => row.failed.add(name));
    if (column.operator) return this.operate(table, column, rows);
    for (const row of rows) {
      const place = { table: table.name, row };
      const value = this.attempt({ table: table.name, row: row.key, column: name }, () =>
        this.settled(column.ast!, place, column),
      );
      if (value === undefined) row.failed.add(name);
      else row.cells.set(name, value);
    }
  }

  output(name: string): void {
    const output = this.checked.sheet.outputs.find((o) => o.name === name)!;
    for (const table of this.checked.sheet.tables) this.ensureGroup(table);
    const value = this.attempt({ column: name }, () => this.settled(output.ast!, {}, output));
    if (value !== undefined) this.outputs.set(name, value);
  }

  checks(table: Table): void {
    for (const check of table.checks) {
      for (const row of this.incomplete.has(table.name) ? [] : (this.tables.get(table.name) ?? [])) {
        const place = { table: table.name, row: row.key, column: check.column };
        const good = this.attempt(place, () => this.evaluator.sure(check.ast!, { table: table.name, row }));
        if (good === false) this.faults.push(fault(check.code ?? 'CHECK_FAILED', place, check.message));
      }
    }
  }

  /** Rows of a grouped table are the distinct values of its columns, in order; built when first needed. */
  ensureGroup(table: Table): void {
    if (!table.group || this.tables.has(table.name)) return;
    const { by } = table.group;
    const source = this.checked.sheet.tables.find((t) => t.name === table.group!.table)!;
    this.ensureGroup(source);
    if (this.incomplete.has(source.name)) this.incomplete.add(table.name);
    const found = new Map<string, LiveRow>();
    for (const row of this.tables.get(source.name) ?? []) {
      const values = by.map((name) => row.cells.get(name));
      const missing = values.indexOf(undefined);
      if (missing >= 0) {
        this.incomplete.add(table.name);
        if (!by.some((name) => row.failed.has(name))) this.faults.push(notGrouped(source, row, by[missing]!, table));
        continue;
      }
      const texts = values.map(String);
      const key = joinKey(texts);
      let group = found.get(key);
      if (!group) {
        group = newRow(showKey(texts));
        group.below.set(source.name, []);
        for (const [i, name] of table.key.entries()) group.cells.set(name, values[i]!);
        found.set(key, group);
      }
      group.below.get(source.name)!.push(row);
      row.above.set(table.name, group);
    }
    this.tables.set(
      table.name,
      [...found].sort(([a], [b]) => before(a, b)).map(([, row]) => row),
    );
  }

  private operate(table: Table, column: ComputedColumn, rows: LiveRow[]): void {
    if (column.operator!.name === 'stratified_estimate') return this.estimate(table, column, rows);
    const result = allocateColumn(this.checked.sheet, table, column, rows, this.evaluator, (place, evaluate) =>
      this.attempt(place, evaluate),
    );
    if ('faults' in result) {
      this.faults.push(...result.faults);
      for (const row of rows) row.failed.add(column.name);
    } else rows.forEach((row, i) => row.cells.set(column.name, result.amounts[i]!));
  }

  private estimate(table: Table, column: ComputedColumn, rows: LiveRow[]): void {
    for (const row of rows) {
      const found = this.attempt({ table: table.name, row: row.key, column: column.name }, () =>
        estimate(table, column, row, this.evaluator),
      );
      if (found && 'halfWidth' in found) row.cells.set(column.name, settle(found.halfWidth, column));
      else {
        this.faults.push(...(found?.faults ?? []));
        row.failed.add(column.name);
      }
    }
  }

  /** The value of a column or output; a physical one gives up exact fractions before they grow beyond measure. */
  private settled(ast: Node, place: Place, target: Target): Value {
    try {
      return settle(this.evaluator.sure(ast, place), target);
    } catch (error) {
      if (!(error instanceof TooFine) || target.numberKind !== 'double') throw error;
    }
    this.evaluator.inexact = true;
    try {
      return settle(this.evaluator.sure(ast, place), target);
    } finally {
      this.evaluator.inexact = false;
    }
  }

  /** Runs an evaluation; a fault is recorded with its place, a parameter's fault only once. */
  private attempt<T>(place: Pick<Fault, 'table' | 'row' | 'column'>, evaluate: () => T): T | undefined {
    try {
      return evaluate();
    } catch (error) {
      if (error instanceof Skipped) {
        this.skipped ??= place;
        return undefined;
      }
      if (!(error instanceof CellFault)) throw error;
      const found = error.whole ?? fault(error.code, place, error.text);
      const key = error.whole ? JSON.stringify(error.whole) : '';
      if (!key || !this.reported.has(key)) this.faults.push(found);
      this.reported.add(key);
      return undefined;
    }
  }
}

function notGrouped(source: Table, row: LiveRow, column: string, table: Table): Fault {
  return fault(
    'REQUIRED',
    { table: source.name, row: row.key, column },
    text(`${table.title.zh} 按此列汇总，不能为空`, `${table.title.en} groups by this column: a value is required`),
  );
}

interface Target {
  numberKind: NumberKind;
  decimals?: number;
}

/** Rounds and types a computed value as its column declares; the one place where rounding happens. */
function settle(value: Value, target: Target): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (target.numberKind === 'double') return asNumber(value);
  const exact = asRational(value);
  return target.numberKind === 'decimal' ? exact.roundHalfUp(target.decimals ?? 0) : exact;
}
