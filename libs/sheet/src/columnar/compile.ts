/** Formulas to SQL, node by node. A cell that the exact engine would fault is NULL here; a NULL ends the columnar run. */
import type { Node } from '../ast';
import { wholeLiteral } from '../check/node-types';
import { columnOf } from '../check/scope';
import type { CheckedSheet } from '../check/types';
import type { Table } from '../model';
import { Rational } from '../rational';
import type { Value } from '../run/values';
import { conversionFactor, parseUnit, PURE } from '../units/unit';
import { aggregate } from './aggregate';
import { double, doublePower } from './double';
import * as exact from './expression';
import { isNullable, toDouble, type Exact, type Expression, type Numeric, type Plain, type Truth } from './expression';
import type { Frame } from './frame';
import { NotColumnar } from './not-columnar';
import { quoteText } from './sql';
import { isAbsent, lookupText } from './text';

/** A parameter or a look-up row that is read, and for which rows. */
export interface Read {
  frame: Frame;
  name: string;
  keys?: string[];
  guard?: string;
}

export class Compiler {
  private guards: string[] = [];

  constructor(
    readonly checked: CheckedSheet,
    readonly frame: Frame,
    readonly reads: Read[],
    /** The table whose row is at hand; none in outputs. */
    readonly own?: Table,
    /** Inside an aggregate: the table it runs over. `frame` is then a query over that table. */
    readonly over?: Table,
    /** The aggregate itself stands in a branch that not every row takes. */
    readonly conditional = false,
  ) {}

  get guarded(): boolean {
    return this.conditional || this.guards.length > 0;
  }

  /** Compiles what is evaluated only where the condition holds. */
  where<T>(condition: string, compile: () => T): T {
    this.guards.push(condition);
    try {
      return compile();
    } finally {
      this.guards.pop();
    }
  }

  node(node: Node): Expression {
    switch (node.kind) {
      case 'number':
        return exact.exactConstant(Rational.parse(node.text));
      case 'text':
        return { kind: 'text', sql: quoteText(node.value), nullable: false };
      case 'boolean':
        return { kind: 'truth', sql: node.value ? 'TRUE' : 'FALSE', nullable: false };
      case 'name':
      case 'member':
        return this.reference(node);
      case 'unary': {
        if (node.op === 'not') {
          const { sql, nullable } = this.truth(node.operand);
          return { kind: 'truth', sql: `(NOT ${sql})`, nullable };
        }
        const value = this.number(node.operand);
        return value.kind === 'exact' ? exact.negate(value) : { ...value, sql: `(- ${value.sql})` };
      }
      case 'binary':
        return this.binary(node);
      case 'call':
        return this.call(node);
      case 'lookup':
        return this.lookup(node);
      case 'aggregate':
        return aggregate(this, this.below(node.table), node);
    }
  }

  private below(name: string): Compiler {
    const table = this.frame.world.table(name);
    return new Compiler(this.checked, this.frame.below(table), this.reads, this.own, table, this.guarded);
  }

  number(node: Node): Numeric {
    const value = this.node(node);
    if (value.kind === 'exact' || value.kind === 'double') return value;
    throw new NotColumnar('a number is expected');
  }

  truth(node: Node): Truth {
    const value = this.node(node);
    if (value.kind === 'truth') return value;
    throw new NotColumnar('a condition is expected');
  }

  private reference(node: Node & { kind: 'name' | 'member' }): Expression {
    const { world } = this.frame;
    const name = node.kind === 'member' ? node.table : this.own?.name;
    const table = name === undefined ? undefined : world.sheet.tables.find((t) => t.name === name);
    const found = table && columnOf(world.sheet, table, node.name);
    if (!found) return this.parameter(node.name);
    const base = this.over ?? this.own!;
    const path = table === base ? [] : world.pathUp(base, table);
    if (!path) throw new NotColumnar(`no way from ${base.name} to ${table.name}`);
    return this.frame.column(path, node.name);
  }

  private parameter(name: string): Expression {
    const value = this.frame.world.facts.parameter(name);
    if (value === undefined) throw new NotColumnar(`parameter ${name} has no value`);
    this.read({ frame: this.frame, name });
    return constant(value);
  }

  private read(read: Read): void {
    if (this.conditional) throw new NotColumnar('what an aggregate in a branch reads is not traced');
    this.reads.push({
      ...read,
      guard: this.guards.length ? this.guards.map((g) => `(${g})`).join(' AND ') : undefined,
    });
  }

  private lookup(node: Node & { kind: 'lookup' }): Expression {
    const keys = node.keys.map((key) => this.frame.let(lookupText(this.node(key))));
    const found = this.frame.lookup(node.name, keys);
    this.read({ frame: this.frame, name: node.name, keys });
    return found;
  }

  private binary(node: Node & { kind: 'binary' }): Expression {
    const { op } = node;
    if (op === 'and' || op === 'or') {
      const left = this.frame.let(this.truth(node.left).sql);
      const right = this.where(op === 'and' ? left : `NOT ${left}`, () => this.truth(node.right));
      const sql =
        op === 'and'
          ? `CASE WHEN ${left} THEN ${right.sql} WHEN NOT ${left} THEN FALSE END`
          : `CASE WHEN ${left} THEN TRUE WHEN NOT ${left} THEN ${right.sql} END`;
      return { kind: 'truth', sql, nullable: true };
    }
    if (op === '^') return this.raised(node.left, node.right);
    const a = this.node(node.left);
    const b = this.node(node.right);
    if (op === '+' || op === '-' || op === '*' || op === '/') return this.arithmetic(op, a as Numeric, b as Numeric);
    return this.comparison(op === '!=' ? '<>' : op, a, b);
  }

  private arithmetic(op: '+' | '-' | '*' | '/', a: Numeric, b: Numeric): Numeric {
    const bind = this.frame.let;
    if (a.kind === 'double' || b.kind === 'double') return double(op, a, b, bind);
    switch (op) {
      case '+':
        return exact.add(a, b);
      case '-':
        return exact.subtract(a, b);
      case '*':
        return exact.multiply(a, b);
      case '/':
        return exact.divide(a, b, bind);
    }
  }

  private comparison(op: string, a: Expression, b: Expression): Truth {
    if (a.kind === 'exact' && b.kind === 'exact') return exact.comparison(op, a, b);
    const nullable = isNullable(a) || isNullable(b);
    if (a.kind === 'double' || b.kind === 'double') {
      if (a.kind !== b.kind && [a, b].some((e) => e.kind === 'double' && e.mixed === 'any'))
        throw new NotColumnar('a fraction in a branch');
      return { kind: 'truth', sql: `(${toDouble(a as Numeric).sql} ${op} ${toDouble(b as Numeric).sql})`, nullable };
    }
    return { kind: 'truth', sql: `(${(a as Plain).sql} ${op} ${(b as Plain).sql})`, nullable };
  }

  private raised(base: Node, exponent: Node): Numeric {
    const a = this.number(base);
    const wholeExponent = wholeLiteral(exponent);
    if (wholeExponent === undefined || Math.abs(wholeExponent) > 12) {
      return doublePower(toDouble(a), toDouble(this.number(exponent)));
    }
    if (a.kind === 'exact') return exact.power(a, wholeExponent, this.frame.let);
    if (a.mixed === 'any') throw new NotColumnar('a fraction in a branch');
    return doublePower(a, toDouble(exact.exactConstant(Rational.of(wholeExponent))));
  }

  private call(node: Node & { kind: 'call' }): Expression {
    const { args, name } = node;
    const bind = this.frame.let;
    switch (name) {
      case 'if': {
        const condition = this.truth(args[0]!);
        const test = bind(condition.sql);
        const a = this.where(test, () => this.node(args[1]!));
        const b = this.where(`NOT ${test}`, () => this.node(args[2]!));
        return this.choose({ ...condition, sql: test }, a, b);
      }
      case 'min':
      case 'max':
        return args.map((arg) => this.number(arg)).reduce((a, b) => this.extreme(name, a, b, this.isDouble(node)));
      case 'coalesce': {
        const first = this.node(args[0]!);
        if (!this.checked.types.get(args[0]!)?.maybe) return first;
        const absent = bind(isAbsent(first));
        const second = this.where(absent, () => this.node(args[1]!));
        return this.choose({ kind: 'truth', sql: absent, nullable: false }, second, present(first));
      }
      case 'given': {
        const value = this.node(args[0]!);
        return { kind: 'truth', sql: `(NOT ${isAbsent(value)})`, nullable: false };
      }
      case 'abs': {
        const value = this.number(args[0]!);
        return value.kind === 'exact' ? exact.absolute(value, bind) : { ...value, sql: `abs(${value.sql})` };
      }
      case 'round':
      case 'floor':
      case 'ceil': {
        const value = this.exactly(
          this.number(args[0]!),
          name === 'round' ? (wholeLiteral(args[1]!) ?? 0) : undefined,
          name,
        );
        if (name === 'round') return exact.round(value, wholeLiteral(args[1]!) ?? 0, bind);
        return name === 'floor' ? exact.floor(value, bind) : exact.negate(exact.floor(exact.negate(value), bind));
      }
      case 'exp':
      case 'ln':
      case 'sqrt':
        return { kind: 'double', sql: `qh_${name}(${toDouble(this.number(args[0]!)).sql})`, nullable: true };
      case 'student_t':
        throw new NotColumnar('student_t');
      case 'pow':
        return this.raised(args[0]!, args[1]!);
      case 'convert': {
        const target = args[1] as Node & { kind: 'text' };
        const from = this.checked.types.get(args[0]!)?.unit ?? PURE;
        const factor = conversionFactor(from, parseUnit(target.value)) ?? Rational.ONE;
        return this.arithmetic('*', this.number(args[0]!), exact.exactConstant(factor));
      }
    }
  }

  private isDouble(node: Node): boolean {
    return this.checked.types.get(node)?.double ?? false;
  }

  private choose(condition: Truth, a: Expression, b: Expression): Expression {
    if (a.kind === 'exact' && b.kind === 'exact') return exact.choose(condition, a, b, this.frame.let);
    const nullable = condition.nullable || isNullable(a) || isNullable(b);
    const pick = (x: string, y: string): string =>
      `CASE WHEN ${condition.sql} THEN ${x} WHEN NOT (${condition.sql}) THEN ${y} END`;
    if (a.kind === 'exact' || a.kind === 'double') {
      const [x, y] = [a, b as Numeric];
      const fractions = [x, y].flatMap((e) =>
        e.kind === 'exact' ? [exact.constantOf(e)?.isZero() ? 'zero' : 'any'] : (e.mixed ?? []),
      );
      const mixed = fractions.includes('any') ? 'any' : fractions.length ? 'zero' : undefined;
      return { kind: 'double', sql: pick(toDouble(x).sql, toDouble(y).sql), nullable, mixed };
    }
    return { kind: a.kind, sql: pick(a.sql, (b as Plain).sql), nullable };
  }

  /** min or max of two; NULL when either is. */
  private extreme(name: 'min' | 'max', a: Numeric, b: Numeric, isDouble: boolean): Numeric {
    const op = name === 'min' ? '<=' : '>=';
    if (a.kind === 'exact' && b.kind === 'exact') {
      const x = { ...a, num: exact.named(a.num, this.frame.let) };
      const y = { ...b, num: exact.named(b.num, this.frame.let) };
      return exact.tighten(name, exact.choose(this.comparison(op, x, y), x, y, this.frame.let), x, y);
    }
    if ([a, b].some((e) => e.kind === 'double' && e.mixed === 'any')) throw new NotColumnar('a fraction in a branch');
    const x = { ...toDouble(a), sql: this.frame.let(toDouble(a).sql) };
    const y = { ...toDouble(b), sql: this.frame.let(toDouble(b).sql) };
    const found = this.choose(this.comparison(op, x, y), x, y);
    return isDouble ? ({ ...found, mixed: undefined } as Numeric) : (found as Numeric);
  }

  /** A number as a fraction; a double by the decimal that its shortest form shows, rounded as asked. */
  exactly(value: Numeric, digits: number | undefined, how: 'round' | 'floor' | 'ceil'): Exact {
    if (value.kind === 'exact') return value;
    if (value.mixed === 'any') throw new NotColumnar('a fraction in a branch');
    const limit = 10n ** 18n;
    const num = { sql: `qh_${how}(${value.sql}, ${digits ?? 0})`, lo: -limit, hi: limit, wide: false, nullable: true };
    return { kind: 'exact', num, scale: digits ?? 0 };
  }
}

const present = (e: Expression): Expression =>
  e.kind === 'exact'
    ? { ...e, num: { ...e.num, nullable: false }, den: e.den && { ...e.den, nullable: false } }
    : { ...e, nullable: false };

function constant(value: Value): Expression {
  if (value instanceof Rational) return exact.exactConstant(value);
  if (typeof value === 'boolean') return { kind: 'truth', sql: value ? 'TRUE' : 'FALSE', nullable: false };
  if (typeof value === 'string') return { kind: 'text', sql: quoteText(value), nullable: false };
  throw new NotColumnar('a parameter in floating point');
}
