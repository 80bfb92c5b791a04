/** Works through the plan of a checked sheet over live rows. */
import type { CheckedSheet } from '../check/types';
import { fault, text } from '../fault';
import type { ComputedColumn, Fault, NumberKind, Table } from '../model';
import { allocate } from '../operators/allocate';
import type { Parameters } from '../run/parameters';
import type { LiveTables } from '../run/read-input';
import { asNumber, asRational, newRow, type Value } from '../run/values';
import { Rational } from '../rational';
import { CellFault, Evaluator, Skipped, type Place } from './evaluate';

export interface Calculated {
  outputs: Map<string, Value>;
  faults: Fault[];
  evaluator: Evaluator;
}

export function calculate(checked: CheckedSheet, parameters: Parameters, tables: LiveTables): Calculated {
  const { sheet } = checked;
  const evaluator = new Evaluator(checked, parameters, tables);
  const run = new Run(checked, tables, evaluator);
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
  return { outputs: run.outputs, faults: run.faults, evaluator };
}

class Run {
  readonly outputs = new Map<string, Value>();
  readonly faults: Fault[] = [];
  private readonly reported = new Set<string>();

  constructor(
    private readonly checked: CheckedSheet,
    private readonly tables: LiveTables,
    private readonly evaluator: Evaluator,
  ) {}

  column(table: Table, name: string): void {
    this.ensureGroup(table);
    const column = table.columns.find((c): c is ComputedColumn => c.kind === 'computed' && c.name === name)!;
    if (column.operator) return this.operate(table, column);
    for (const row of this.tables.get(table.name) ?? []) {
      const place = { table: table.name, row };
      const value = this.attempt({ table: table.name, row: row.key, column: name }, () =>
        settle(this.evaluator.sure(column.ast!, place), column),
      );
      if (value === undefined) row.failed.add(name);
      else row.cells.set(name, value);
    }
  }

  output(name: string): void {
    const output = this.checked.sheet.outputs.find((o) => o.name === name)!;
    for (const table of this.checked.sheet.tables) this.ensureGroup(table);
    const value = this.attempt({ column: name }, () => settle(this.evaluator.sure(output.ast!, {}), output));
    if (value !== undefined) this.outputs.set(name, value);
  }

  checks(table: Table): void {
    for (const check of table.checks) {
      for (const row of this.tables.get(table.name) ?? []) {
        const place = { table: table.name, row: row.key, column: check.column };
        const good = this.attempt(place, () => this.evaluator.sure(check.ast!, { table: table.name, row }));
        if (good === false) this.faults.push(fault('CHECK_FAILED', place, check.message));
      }
    }
  }

  /** Rows of a grouped table are the distinct values of its columns, in order; built when first needed. */
  ensureGroup(table: Table): void {
    if (!table.group || this.tables.has(table.name)) return;
    const source = this.checked.sheet.tables.find((t) => t.name === table.group!.table)!;
    this.ensureGroup(source);
    const found = new Map<string, ReturnType<typeof newRow>>();
    for (const row of this.tables.get(source.name) ?? []) {
      const values = table.group.by.map((by) => row.cells.get(by));
      if (values.some((v) => v === undefined)) continue;
      const key = values.map(String).join('/');
      let group = found.get(key);
      if (!group) {
        group = newRow(key);
        group.below.set(source.name, []);
        for (const [i, name] of table.key.entries()) group.cells.set(name, values[i]!);
        found.set(key, group);
      }
      group.below.get(source.name)!.push(row);
      row.above.set(table.name, group);
    }
    this.tables.set(
      table.name,
      [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  }

  private operate(table: Table, column: ComputedColumn): void {
    const rows = this.tables.get(table.name) ?? [];
    const asts = column.operator!.asts!;
    const read = (name: string, place: Place): Rational | undefined =>
      asts[name] && (this.evaluator.value(asts[name], place) as Rational | undefined);
    const fail = (): void => rows.forEach((row) => row.failed.add(column.name));
    let pool: Rational | undefined;
    const recipients = rows.flatMap((row) => {
      const place = { table: table.name, row };
      const found = this.attempt({ table: table.name, row: row.key, column: column.name }, () => {
        pool = read('pool', place)!;
        return { id: row.key, weight: read('weight', place)!, floor: read('floor', place), cap: read('cap', place) };
      });
      return found ? [found] : [];
    });
    if (recipients.length < rows.length || !pool) return fail();
    const result = allocate(pool, recipients, column.decimals!);
    if ('refused' in result) {
      for (const { code, id, argument } of result.refused) {
        this.faults.push(
          fault(
            code,
            { table: table.name, row: id, column: argument ?? column.name },
            REASONS[code] ?? REASONS.OUT_OF_RANGE!,
          ),
        );
      }
      return fail();
    }
    const unit = 10n ** BigInt(column.decimals!);
    rows.forEach((row, i) => row.cells.set(column.name, Rational.ratio(result.amounts[i]!, unit)));
  }

  /** Runs an evaluation; a fault is recorded with its place, a parameter's fault only once. */
  private attempt<T>(place: Pick<Fault, 'table' | 'row' | 'column'>, evaluate: () => T): T | undefined {
    try {
      return evaluate();
    } catch (error) {
      if (error instanceof Skipped) return undefined;
      if (!(error instanceof CellFault)) throw error;
      const found = error.whole ?? fault(error.code, place, error.text);
      const key = error.whole ? JSON.stringify(error.whole) : '';
      if (!key || !this.reported.has(key)) this.faults.push(found);
      this.reported.add(key);
      return undefined;
    }
  }
}

const REASONS: Record<string, Fault['message']> = {
  FLOORS_EXCEED_POOL: text('各保底之和超过资金总额', 'the floors add up to more than the pool'),
  FLOOR_OVER_CAP: text('保底高于封顶', 'the floor is above the cap'),
  TOO_MANY_DECIMALS: text('小数位数过多', 'too many decimals'),
  OUT_OF_RANGE: text('不能为负', 'must not be negative'),
};

/** Rounds and types a computed value as its column declares; the one place where rounding happens. */
function settle(value: Value, target: { numberKind: NumberKind; decimals?: number }): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (target.numberKind === 'double') return asNumber(value);
  const exact = asRational(value);
  return target.numberKind === 'decimal' ? exact.roundHalfUp(target.decimals ?? 0) : exact;
}
