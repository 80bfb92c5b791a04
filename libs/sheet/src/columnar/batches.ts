/** Works through the plan of a sheet: neighbouring columns of one table are computed by one query. */
import type { CheckedSheet } from '../check/types';
import type { ComputedColumn, NumberKind, Output, Table } from '../model';
import { Rational } from '../rational';
import type { Value } from '../run/values';
import { Compiler, type Read } from './compile';
import type { Database } from './database';
import * as exact from './expression';
import { isNullable, toDouble, type Expression } from './expression';
import { Frame } from './frame';
import { NeedsBatch, NotColumnar, TooWide } from './not-columnar';
import { quoteName } from './sql';
import { denColumn, groupKey, upColumn, type Stored, type World } from './world';

/** Smaller relations wait for the end of the run, which drops all. */
const WORTH_DROPPING = 10_000;

export interface Reads {
  parameters: Set<string>;
  lookups: Map<string, string[][]>;
}

interface Batch {
  table: Table;
  frame: Frame;
  reads: Read[];
}

export class Batches {
  readonly reads: Reads = { parameters: new Set(), lookups: new Map() };
  private open?: Batch;
  private count = 0;
  private readonly views = new Set<string>();

  constructor(
    private readonly checked: CheckedSheet,
    private readonly world: World,
    private readonly database: Database,
    private readonly temporary: (name: string) => string,
  ) {}

  /** Groups by inputs stand before anything is computed, so that formulas below may read their rows. */
  async begin(): Promise<void> {
    for (const table of this.checked.sheet.tables) if (this.groupsByInputs(table)) await this.ensureGroup(table);
  }

  private groupsByInputs(table: Table): boolean {
    if (!table.group) return true;
    const source = this.world.table(table.group.table);
    return (
      this.groupsByInputs(source) &&
      !source.columns.some((c) => c.kind === 'computed' && table.group!.by.includes(c.name))
    );
  }

  async column(table: Table, column: ComputedColumn): Promise<void> {
    if (!column.ast) throw new NotColumnar(`operator ${column.operator?.name}`);
    await this.ensureGroup(table);
    if (this.open && this.open.table !== table) await this.flush();
    for (let attempt = 0; ; attempt++) {
      this.open ??= { table, frame: new Frame(this.world, table), reads: [] };
      try {
        const reads: Read[] = [];
        const compiler = new Compiler(this.checked, this.open.frame, reads, table);
        const value = settle(compiler, compiler.node(column.ast), column);
        this.open.frame.pending.set(column.name, bound(value, this.open.frame.let));
        this.open.reads.push(...reads);
        return;
      } catch (error) {
        // What is open is written and measured; then the formula may find what it needs, or fit.
        const worthIt =
          (error instanceof NeedsBatch || error instanceof TooWide) &&
          attempt === 0 &&
          this.open.frame.pending.size > 0;
        if (!worthIt) throw error instanceof NeedsBatch ? new NotColumnar(error.message) : error;
        await this.flush();
      }
    }
  }

  /** One value over whole tables. */
  async output(output: Output): Promise<Value> {
    await this.flush();
    for (const table of this.checked.sheet.tables) await this.ensureGroup(table);
    const frame = new Frame(this.world);
    const reads: Read[] = [];
    const compiler = new Compiler(this.checked, frame, reads);
    const value = settle(compiler, compiler.node(output.ast!), output);
    const select = value.kind === 'exact' ? [value.num.sql, ...(value.den ? [value.den.sql] : [])] : [value.sql];
    const cells = await this.database.row(frame.sql(select));
    if (cells.includes(null)) throw new NotColumnar(`output ${output.name} has a fault`);
    await this.trace(reads);
    if (value.kind !== 'exact') return cells[0] as Value;
    const [num, den = 1n] = cells as [bigint, bigint?];
    return Rational.ratio(num, den * 10n ** BigInt(value.scale));
  }

  /** True when every row passes every check. */
  async checks(table: Table): Promise<void> {
    await this.flush();
    if (!table.checks.length || !this.world.state(table.name).rows) return;
    const frame = new Frame(this.world, table);
    const reads: Read[] = [];
    const tests = table.checks.map((check) => new Compiler(this.checked, frame, reads, table).truth(check.ast!).sql);
    const [failing] = await this.database.row(
      frame.sql([`count(*) FILTER (WHERE ${tests.map((t) => `(${t}) IS DISTINCT FROM TRUE`).join(' OR ')})`]),
    );
    if (failing !== 0n) throw new NotColumnar('a check fails');
    await this.trace(reads);
  }

  async ensureGroup(table: Table): Promise<void> {
    if (!table.group || this.world.tables.has(table.name)) return;
    const source = this.world.table(table.group.table);
    await this.ensureGroup(source);
    await this.flush();
    const state = this.world.state(source.name);
    const by = table.group.by.map((name) => state.columns.get(name));
    if (by.some((column) => !column || column.kind === 'exact' || column.kind === 'double' || column.maybe))
      throw new NotColumnar('grouped by what may be absent');
    const relation = this.temporary(table.name);
    const key = groupKey(table, quoteName);
    const columns = table.group.by.map((name, i) => `any_value(${quoteName(name)}) AS ${quoteName(table.key[i]!)}`);
    await this.database.run(
      `CREATE TEMP TABLE ${relation} AS SELECT *, row_number() OVER (ORDER BY _key) - 1 AS _row FROM (SELECT ${key} AS _key, ${columns.join(', ')} FROM ${state.relation} GROUP BY ${key})`,
    );
    // Text above U+FFFF sorts differently here: the order of rows, and so of sums of doubles, would not be the same.
    const [rows, astral] = await this.database.row(
      `SELECT count(*), count(*) FILTER (WHERE regexp_matches(_key, '[\\x{E000}-\\x{10FFFF}]')) FROM ${relation}`,
    );
    if (astral !== 0n) throw new NotColumnar('group keys beyond the basic plane');
    this.world.tables.set(table.name, {
      table,
      relation,
      rows: Number(rows),
      columns: new Map(table.key.map((name, i) => [name, by[i]!])),
      ordered: true,
    });
  }

  /** Writes the open batch to a new table and measures what has loose bounds. */
  async flush(): Promise<void> {
    const { open } = this;
    this.open = undefined;
    if (!open || open.frame.pending.size === 0) return;
    const state = this.world.state(open.table.name);
    await this.trace(open.reads);
    const relation = this.temporary(`${open.table.name}_${++this.count}`);
    const kept = [
      ...(state.ordered ? ['_row'] : []),
      ...(open.table.group ? ['_key'] : []),
      ...(open.table.parent ? [quoteName(upColumn(this.world.table(open.table.parent.table)))] : []),
      ...[...state.columns].flatMap(([name, column]) =>
        hasDen(column) ? [quoteName(name), quoteName(denColumn(name))] : [quoteName(name)],
      ),
    ];
    const fresh = [...open.frame.pending].map(([name, value]) => [name, value, storedAs(value)] as const);
    const written = fresh.flatMap(([name, value, column]) => {
      if (value.kind !== 'exact') return [`${value.sql} AS ${quoteName(name)}`];
      const own = [`${value.num.sql} AS ${quoteName(name)}`];
      return hasDen(column) ? [...own, `${value.den!.sql} AS ${quoteName(denColumn(name))}`] : own;
    });
    // Some whole-number arithmetic per row is cheaper done again by each reader than written out once.
    const view = open.frame.rowLocal && fresh.every(([, value]) => isLight(value));
    await this.database.run(
      `CREATE TEMP ${view ? 'VIEW' : 'TABLE'} ${relation} AS ${open.frame.sql([...kept, ...written])}`,
    );
    if (view) this.views.add(relation);
    else if (state.rows > WORTH_DROPPING && state.relation.startsWith('"') && !this.views.has(state.relation))
      await this.database.run(`DROP TABLE ${state.relation}`);
    state.relation = relation;
    for (const [name, , column] of fresh) state.columns.set(name, column);
    await this.measure(relation, fresh);
  }

  private async measure(relation: string, fresh: readonly (readonly [string, Expression, Stored])[]): Promise<void> {
    const faults = fresh.flatMap(([name, value]) =>
      isNullable(value) ? [`count(*) - count(${quoteName(name)})`] : [],
    );
    const loose = fresh.filter(([, , column]) => column.kind === 'exact' && column.wide);
    if (!faults.length && !loose.length) return;
    const bounds = loose.flatMap(([name]) => [`min(${quoteName(name)})`, `max(${quoteName(name)})`]);
    const found = await this.database.row(`SELECT ${[...faults, ...bounds].join(', ')} FROM ${relation}`);
    if (faults.some((_, i) => found[i] !== 0n)) throw new NotColumnar('a cell has a fault');
    for (const [i, [, , column]] of loose.entries()) {
      const [lo, hi] = found.slice(faults.length + 2 * i, faults.length + 2 * i + 2) as [bigint | null, bigint | null];
      if (column.kind === 'exact') [column.lo, column.hi] = [lo ?? 0n, hi ?? 0n];
    }
  }

  /** Which parameters and look-up rows were read: those in branches only where a row takes the branch. */
  private async trace(reads: readonly Read[]): Promise<void> {
    for (const { frame, name, keys, guard } of reads) {
      if (frame.table && !this.world.state(frame.table.name).rows) continue;
      const filter = guard ? `WHERE ${guard}` : '';
      if (keys) {
        const columns = await this.database.columns(frame.sql([`DISTINCT ${keys.join(', ')}`], filter));
        const rows = columns[0]?.map((_, i) => columns.map((column) => String(column[i]))) ?? [];
        this.reads.lookups.set(name, [...(this.reads.lookups.get(name) ?? []), ...rows]);
      } else if (!this.reads.parameters.has(name)) {
        const [read] = guard ? await this.database.row(frame.sql(['count(*)'], filter)) : [1n];
        if (read !== 0n) this.reads.parameters.add(name);
      }
    }
  }
}

const isLight = (value: Expression): boolean =>
  value.kind === 'exact' && !value.den && !value.num.wide && !isNullable(value);

const hasDen = (column: Stored): boolean =>
  column.kind === 'exact' && column.den !== undefined && column.den.lo !== column.den.hi;

function storedAs(value: Expression): Stored {
  if (value.kind !== 'exact') return { kind: value.kind, maybe: false };
  const { num, den, scale } = value;
  return {
    kind: 'exact',
    lo: num.lo,
    hi: num.hi,
    wide: num.wide,
    scale,
    den: den && { lo: den.lo, hi: den.hi, wide: den.wide },
    maybe: false,
  };
}

/** A denominator that is missing is a fault of the number itself: the numerator, which is always kept, shows it. */
function bound(value: Expression, bind: (sql: string) => string): Expression {
  if (value.kind !== 'exact') return { ...value, sql: bind(value.sql) };
  const { num, den: own } = value;
  if (!own) return { ...value, num: exact.named(num, bind) };
  const den = exact.named(own, bind);
  if (!den.nullable) return { ...value, num: exact.named(num, bind), den };
  const sql = bind(`CASE WHEN ${den.sql} IS NOT NULL THEN ${num.sql} END`);
  return { ...value, num: { ...num, sql, nullable: true }, den };
}

/** Rounds and types a value as its column declares. */
function settle(
  compiler: Compiler,
  value: Expression,
  target: { numberKind: NumberKind; decimals?: number },
): Expression {
  if (value.kind === 'text' || value.kind === 'truth') return value;
  if (target.numberKind === 'double') return { ...toDouble(value), mixed: undefined };
  if (target.numberKind === 'decimal') {
    const digits = target.decimals ?? 0;
    return exact.round(compiler.exactly(value, digits, 'round'), digits, compiler.frame.let);
  }
  if (value.kind !== 'exact') throw new NotColumnar('a double declared exact');
  return value;
}
