/**
 * A query under construction over the rows of one table (or over a single row, for outputs). Columns of other tables are
 * joined once; expressions used more than once are named, each in the first layer in which all it needs is there.
 */
import type { Table } from '../model';
import { isNullable, type Expression } from './expression';
import { NeedsBatch, NotColumnar } from './not-columnar';
import { quoteName } from './sql';
import { denColumn, linkOf, stored, type World } from './world';

interface Layer {
  columns: string[];
  joins: string[];
}

const NAMES = /_[vck]\d+(?:_\d+)?\b/g;

export class Frame {
  /** Columns of the first layer: name → source. */
  private readonly base = new Map<string, string>();
  private readonly layers: Layer[] = [];
  private readonly depth = new Map<string, number>();
  private readonly bound = new Map<string, string>();
  private readonly joins: string[] = [];
  private readonly ancestors = new Map<string, string>();
  private readonly inner = new Map<string, { frame: Frame; alias: string; items: string[] }>();
  private count = 0;
  /** Columns computed by this very query. */
  readonly pending = new Map<string, Expression>();

  constructor(
    readonly world: World,
    readonly table?: Table,
  ) {}

  /** Each row is computed from its own cells alone. */
  get rowLocal(): boolean {
    return !this.joins.length && !this.inner.size && this.layers.every((layer) => !layer?.joins.length);
  }

  /** Columns of tables above are reached through the row at hand, so those of the row itself must be stored already. */
  column(path: readonly Table[], name: string): Expression {
    const pending = path.length === 0 && this.pending.get(name);
    if (pending) return pending;
    const table = path.at(-1) ?? this.table!;
    const column = this.world.state(table.name).columns.get(name);
    if (!column) throw new NeedsBatch(`${table.name}.${name}`);
    const alias = this.alias(path);
    const den = column.kind === 'exact' && column.den && column.den.lo !== column.den.hi;
    return stored(
      column,
      this.source(`${alias}.${quoteName(name)}`),
      den ? this.source(`${alias}.${quoteName(denColumn(name))}`) : '',
    );
  }

  private alias(path: readonly Table[]): string {
    let below = this.table!;
    let alias = 't';
    for (const above of path) {
      const key = `${alias}>${above.name}`;
      let next = this.ancestors.get(key);
      if (!next) {
        next = `u${this.ancestors.size}`;
        const link = linkOf(below, above, alias, next);
        this.joins.push(`LEFT JOIN ${this.world.state(above.name).relation} ${next} ON ${link.lower} = ${link.upper}`);
        this.ancestors.set(key, next);
      }
      [alias, below] = [next, above];
    }
    return alias;
  }

  private source(sql: string): string {
    const known = this.bound.get(sql);
    if (known) return known;
    const name = `_c${this.count++}`;
    this.base.set(name, sql);
    this.bound.set(sql, name);
    this.depth.set(name, 0);
    return name;
  }

  /** Names an expression; the same expression has one name. */
  readonly let = (sql: string): string => {
    if (/^_[vck]\d+(_\d+)?$/.test(sql)) return sql;
    const known = this.bound.get(sql);
    if (known) return known;
    const name = `_v${this.count++}`;
    this.layerOf(sql, name).columns.push(`${sql} AS ${name}`);
    this.bound.set(sql, name);
    return name;
  };

  private layerOf(sql: string, name: string): Layer {
    const level = 1 + Math.max(0, ...[...sql.matchAll(NAMES)].map(([used]) => this.depth.get(used) ?? 0));
    this.depth.set(name, level);
    return (this.layers[level - 1] ??= { columns: [], joins: [] });
  }

  /** A row of a look-up: NULL where there is none. */
  lookup(name: string, keys: readonly string[]): Expression {
    const state = this.world.lookups.get(name);
    if (!state) throw new NotColumnar(`look-up ${name}`);
    const names = keys.map((key) => this.let(key));
    const mark = `${name}(${names.join()})`;
    let alias = this.bound.get(mark);
    if (!alias) {
      alias = `_k${this.count++}`;
      const layer = this.layerOf(names.join(), alias);
      const on = names.map((key, i) => `${key} = ${alias}.k${i}`).join(' AND ');
      layer.joins.push(`LEFT JOIN ${state.relation} ${alias} ON ${on}`);
      layer.columns.push(`${alias}.value AS ${alias}_0`);
      this.depth.set(`${alias}_0`, this.depth.get(alias)!);
      this.bound.set(mark, alias);
    }
    return stored(state.stored, `${alias}_0`, '');
  }

  /** The query over rows of a table below (or any table, for outputs) whose aggregates this one joins. */
  below(table: Table): Frame {
    let found = this.inner.get(table.name);
    if (!found) {
      found = { frame: new Frame(this.world, table), alias: `g${this.inner.size}`, items: [] };
      this.inner.set(table.name, found);
    }
    return found.frame;
  }

  /** An aggregate over `below(table)`; NULL where this row has no rows below. */
  aggregate(table: Table, sql: string): string {
    const inner = this.inner.get(table.name)!;
    let at = inner.items.indexOf(sql);
    if (at < 0) at = inner.items.push(sql) - 1;
    return this.source(`${inner.alias}.a${at}`);
  }

  sql(select: readonly string[], tail = ''): string {
    const own = [...this.base].map(([name, source]) => `${source} AS ${name}`);
    let query = `SELECT ${['t.*', ...own].join(', ')} FROM ${this.from()}`;
    for (const layer of this.layers) {
      if (layer) query = `SELECT ${['p.*', ...layer.columns].join(', ')} FROM (${query}) p ${layer.joins.join(' ')}`;
    }
    return `SELECT ${select.join(', ')} FROM (${query}) q ${tail}`;
  }

  private from(): string {
    const own = this.table ? this.world.state(this.table.name).relation : '(SELECT 1 AS one)';
    const aggregates = [...this.inner].map(([name, { frame, alias, items }]) => {
      const columns = items.map((item, i) => `${item} AS a${i}`);
      if (!this.table) return `CROSS JOIN (${frame.sql(columns)}) ${alias}`;
      const link = linkOf(this.world.table(name), this.table, 'q', 't');
      return `LEFT JOIN (${frame.sql([`${link.lower} AS link`, ...columns], `GROUP BY ${link.lower}`)}) ${alias} ON ${link.upper} = ${alias}.link`;
    });
    return [`${own} t`, ...this.joins, ...aggregates].join(' ');
  }
}

export const nullTest = (e: Expression): string | undefined =>
  isNullable(e)
    ? e.kind === 'exact'
      ? `(${e.num.sql} IS NULL${e.den?.nullable ? ` OR ${e.den.sql} IS NULL` : ''})`
      : `(${e.sql} IS NULL)`
    : undefined;
