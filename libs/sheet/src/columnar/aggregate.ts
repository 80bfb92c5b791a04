/** Aggregates over rows below, as one grouped query per table. */
import type { Node } from '../ast';
import type { CheckedSheet } from '../check/types';
import { finite } from './double';
import * as exact from './expression';
import { toDouble, type Exact, type Expression, type Numeric } from './expression';
import { nullTest, type Frame } from './frame';
import { NotColumnar } from './not-columnar';
import * as whole from './whole';
import type { Whole } from './whole';

type Aggregate = Node & { kind: 'aggregate' };

/** What compiles a formula; an aggregate needs one over its own rows and one over the rows below. */
export interface Formulas {
  readonly checked: CheckedSheet;
  readonly frame: Frame;
  node(node: Node): Expression;
  truth(node: Node): exact.Truth;
  where<T>(condition: string, compile: () => T): T;
}

export function aggregate(outer: Formulas, inner: Formulas, node: Aggregate): Expression {
  const where = node.where && inner.truth(node.where);
  const test = where && inner.frame.let(where.sql);
  const summed = node.name === 'count' ? undefined : node.value;
  const compile = (): Expression | undefined => summed && inner.node(summed);
  const value = test ? inner.where(test, compile) : compile();
  return new Aggregator(outer.frame, inner.frame, outer.checked, node, test, where?.nullable ?? false).of(value);
}

class Aggregator {
  private readonly rows: bigint;
  private readonly filter: string;

  constructor(
    private readonly outer: Frame,
    private readonly inner: Frame,
    private readonly checked: CheckedSheet,
    private readonly node: Aggregate,
    private readonly test: string | undefined,
    private readonly testNullable: boolean,
  ) {
    this.rows = BigInt(this.inner.world.state(this.node.table).rows);
    this.filter = test ? ` FILTER (WHERE ${test})` : '';
  }

  of(value: Expression | undefined): Expression {
    const fault = this.fault(value);
    if (!value) return this.settled({ kind: 'exact', num: this.counted('count(*)'), scale: 0 }, fault);
    if (this.node.name === 'any') {
      const found = this.join(`bool_or(${(value as exact.Plain).sql})`);
      return { kind: 'truth', sql: this.faulted(`COALESCE(${found}, FALSE)`, fault), nullable: fault !== undefined };
    }
    const number = value as Numeric;
    if (number.kind === 'double') return this.doubles(number, fault);
    if (number.den && whole.valueOf(number.den) === undefined)
      throw new NotColumnar('fractions over different denominators');
    return this.exacts({ ...number, num: exact.named(number.num, this.inner.let) }, fault);
  }

  private exacts(value: Exact, fault: string | undefined): Exact {
    const { num } = value;
    const { name } = this.node;
    if (name === 'min_of' || name === 'max_of') {
      const found = this.outer.let(this.join(`${name === 'min_of' ? 'min' : 'max'}(${num.sql})`));
      return this.settled({ ...value, num: { ...num, sql: found, nullable: true } }, fault);
    }
    const lo = (num.lo < 0n ? num.lo : 0n) * this.rows;
    const hi = (num.hi > 0n ? num.hi : 0n) * this.rows;
    // Throws when the total of all rows could pass 38 digits.
    whole.constant(whole.magnitude({ lo, hi }));
    const total: Whole = whole.narrow({
      sql: `COALESCE(${this.join(`sum(${num.sql})`)}, 0)`,
      lo,
      hi,
      wide: true,
      nullable: false,
    });
    const sum: Exact = this.settled({ ...value, num: total }, fault);
    if (name === 'sum') return sum;
    return exact.divide(sum, { kind: 'exact', num: this.counted(`count(${num.sql})`), scale: 0 }, this.outer.let);
  }

  /** Doubles are added in the order of the rows, as the exact engine adds them. */
  private doubles(value: exact.Double, fault: string | undefined): Expression {
    if (value.mixed) throw new NotColumnar('a fraction in a branch');
    const { name } = this.node;
    if (name === 'min_of' || name === 'max_of') {
      return {
        kind: 'double',
        sql: this.faulted(this.join(`${name === 'min_of' ? 'min' : 'max'}(${value.sql})`), fault),
        nullable: true,
      };
    }
    if (!this.inner.world.state(this.node.table).ordered) throw new NotColumnar('doubles of rows without an order');
    const sum = this.join(`sum(${value.sql} ORDER BY _row)`);
    const total = this.outer.let(finite(this.faulted(`COALESCE(${sum}, 0)`, fault), this.outer.let));
    if (name === 'sum') return { kind: 'double', sql: total, nullable: true };
    const count = toDouble({ kind: 'exact', num: this.counted(`count(${value.sql})`), scale: 0 });
    return {
      kind: 'double',
      sql: finite(`CASE WHEN ${count.sql} <> 0 THEN ${total} / ${count.sql} END`, this.outer.let),
      nullable: true,
    };
  }

  private counted(sql: string): Whole {
    return { sql: `COALESCE(${this.join(sql)}, 0)`, lo: 0n, hi: this.rows, wide: false, nullable: false };
  }

  private join(sql: string): string {
    return this.outer.aggregate(this.inner.table!, `${sql}${this.filter}`);
  }

  /** True where a row below is at fault: an aggregate must not pass over it. */
  private fault(value: Expression | undefined): string | undefined {
    const tests: string[] = [];
    if (this.testNullable) tests.push(`(${this.test} IS NULL)`);
    const maybe = this.node.value && this.checked.types.get(this.node.value)?.maybe;
    const empty = value && !maybe ? nullTest(value) : undefined;
    if (empty) tests.push(this.test ? `(${this.test} AND ${empty})` : empty);
    if (!tests.length) return undefined;
    return this.outer.let(
      `COALESCE(${this.outer.aggregate(this.inner.table!, `bool_or(${tests.join(' OR ')})`)}, FALSE)`,
    );
  }

  private faulted(sql: string, fault: string | undefined): string {
    return fault ? `CASE WHEN NOT ${fault} THEN ${sql} END` : sql;
  }

  private settled(value: Exact, fault: string | undefined): Exact {
    return fault ? { ...value, num: { ...value.num, sql: this.faulted(value.num.sql, fault), nullable: true } } : value;
  }
}
