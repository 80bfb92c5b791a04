/** Evaluates one formula for one row: exact fractions unless the checker found a binary float in it. */
import { wholeLiteral } from '../check/node-types';
import { columnOf } from '../check/scope';
import type { CheckedSheet } from '../check/types';
import type { Node } from '../ast';
import type { Parameters } from '../run/parameters';
import { asNumber, asRational, type Numeric, type Value } from '../run/values';
import { arithmetic, CellFault, compare, divisionByZero, finite, isZero, negate, Skipped, sum } from './arithmetic';
import type { LiveRow, LiveTables } from './live-rows';
import { Rational } from '../rational';
import { studentT } from '../operators/student-t';
import { conversionFactor, parseUnit, PURE } from '../units/unit';
import { text } from '../fault';

export interface Place {
  /** The row at hand; none in outputs. */
  row?: LiveRow;
  table?: string;
  /** Inside an aggregate: the row and table it runs over. */
  over?: { table: string; row: LiveRow };
}

/** What a name stands for; a node stands in one formula, so this is settled once. */
interface Reference {
  /** Absent: a parameter. */
  table?: string;
  /** An optional input may have no value; anything else without one rests on a fault. */
  optional: boolean;
}

export class Evaluator {
  /** Everything in floating point: for a physical column whose exact fractions grow beyond measure. */
  inexact = false;
  private readonly references = new Map<Node, Reference>();
  private readonly literals = new Map<Node, Rational>();
  private readonly factors = new Map<Node, Rational>();

  constructor(
    private readonly checked: CheckedSheet,
    private readonly parameters: Parameters,
    private readonly tables: LiveTables,
  ) {}

  /** The value, or undefined for an optional input that was not given. */
  value(node: Node, place: Place): Value | undefined {
    switch (node.kind) {
      case 'number':
        return this.literal(node);
      case 'text':
      case 'boolean':
        return node.value;
      case 'name':
      case 'member':
        return this.reference(node, place);
      case 'unary':
        if (node.op === 'not') return !this.sure(node.operand, place);
        return negate(this.number(node.operand, place));
      case 'binary':
        return this.binary(node, place);
      case 'call':
        return this.call(node, place);
      case 'lookup':
        return this.lookup(node, place);
      case 'aggregate':
        return this.aggregate(node, place);
    }
  }

  sure(node: Node, place: Place): Value {
    const value = this.value(node, place);
    if (value === undefined) throw new Skipped();
    return value;
  }

  number(node: Node, place: Place): Numeric {
    return this.sure(node, place) as Numeric;
  }

  private literal(node: Node & { kind: 'number' }): Numeric {
    let value = this.literals.get(node);
    if (!value) this.literals.set(node, (value = Rational.parse(node.text)));
    return this.inexact ? asNumber(value) : value;
  }

  private reference(node: Node & { kind: 'name' | 'member' }, place: Place): Value | undefined {
    let reference = this.references.get(node);
    if (!reference) this.references.set(node, (reference = this.resolve(node, place)));
    if (reference.table === undefined) return this.found(this.parameters.parameter(node.name));
    const row = this.rowOf(reference.table, place);
    if (!row || row.failed.has(node.name)) throw new Skipped();
    const value = row.cells.get(node.name);
    if (value === undefined && !reference.optional) throw new Skipped();
    return this.inexact && value instanceof Rational ? asNumber(value) : value;
  }

  private resolve(node: Node & { kind: 'name' | 'member' }, place: Place): Reference {
    const { sheet } = this.checked;
    const name = node.kind === 'member' ? node.table : place.table;
    const table = name === undefined ? undefined : sheet.tables.find((t) => t.name === name);
    const found = table && columnOf(sheet, table, node.name);
    if (!found) return { optional: false };
    return {
      table: table.name,
      optional: found.kind === 'column' && found.column.kind === 'input' && !found.column.required,
    };
  }

  /** The row of `table` that a formula in this place sees. */
  rowOf(table: string, place: Place): LiveRow | undefined {
    if (place.over?.table === table) return place.over.row;
    if (place.table === table) return place.row;
    return climb(place.over?.row, table) ?? climb(place.row, table);
  }

  private found(found: ReturnType<Parameters['parameter']>): Value {
    if (!found) throw new Skipped();
    if ('fault' in found) throw new CellFault(found.fault.code, found.fault.message, found.fault);
    return this.inexact && found.value instanceof Rational ? asNumber(found.value) : found.value;
  }

  private lookup(node: Node & { kind: 'lookup' }, place: Place): Value {
    const keys = node.keys.map((key) => String(this.sure(key, place)));
    const found = this.parameters.lookup(node.name, keys);
    if (found) return this.found(found);
    const shown = keys.join(', ');
    throw new CellFault(
      'UNKNOWN_KEY',
      text(`查找表 ${node.name} 中没有 ${shown}`, `look-up ${node.name} has no row ${shown}`),
    );
  }

  private binary(node: Node & { kind: 'binary' }, place: Place): Value {
    const { op } = node;
    if (op === 'and') return this.sure(node.left, place) === true && this.sure(node.right, place) === true;
    if (op === 'or') return this.sure(node.left, place) === true || this.sure(node.right, place) === true;
    if (op === '^') return this.raised(node.left, node.right, place);
    const a = this.sure(node.left, place);
    const b = this.sure(node.right, place);
    switch (op) {
      case '+':
        return arithmetic(
          a as Numeric,
          b as Numeric,
          (x, y) => x.add(y),
          (x, y) => x + y,
        );
      case '-':
        return arithmetic(
          a as Numeric,
          b as Numeric,
          (x, y) => x.sub(y),
          (x, y) => x - y,
        );
      case '*':
        return arithmetic(
          a as Numeric,
          b as Numeric,
          (x, y) => x.mul(y),
          (x, y) => x * y,
        );
      case '/':
        if (isZero(b as Numeric)) throw divisionByZero();
        return arithmetic(
          a as Numeric,
          b as Numeric,
          (x, y) => x.div(y),
          (x, y) => x / y,
        );
      default: {
        const order = compare(a, b);
        const truths = {
          '=': order === 0,
          '!=': order !== 0,
          '<': order < 0,
          '<=': order <= 0,
          '>': order > 0,
          '>=': order >= 0,
        };
        return truths[op];
      }
    }
  }

  private raised(base: Node, exponent: Node, place: Place): Numeric {
    const a = this.number(base, place);
    const whole = wholeLiteral(exponent);
    if (whole !== undefined && Math.abs(whole) <= 12) {
      if (whole < 0 && isZero(a)) throw divisionByZero();
      return a instanceof Rational
        ? arithmetic(
            a.pow(whole),
            Rational.ONE,
            (x) => x,
            (x) => x,
          )
        : finite(a ** whole);
    }
    return finite(asNumber(a) ** asNumber(this.number(exponent, place)));
  }

  private call(node: Node & { kind: 'call' }, place: Place): Value {
    const { args, name } = node;
    const first = (): Numeric => this.number(args[0]!, place);
    switch (name) {
      case 'if':
        return this.sure(this.sure(args[0]!, place) === true ? args[1]! : args[2]!, place);
      case 'min':
      case 'max': {
        const values = args.map((arg) => this.number(arg, place));
        const wanted = name === 'min' ? -1 : 1;
        const best = values.reduce((a, b) => (compare(b, a) === wanted ? b : a));
        return this.checked.types.get(node)?.double ? asNumber(best) : best;
      }
      case 'coalesce':
        return this.value(args[0]!, place) ?? this.sure(args[1]!, place);
      case 'given':
        return this.value(args[0]!, place) !== undefined;
      case 'abs': {
        const value = first();
        return value instanceof Rational ? value.abs() : Math.abs(value);
      }
      case 'round':
        return asRational(first()).roundHalfUp(wholeLiteral(args[1]!) ?? 0);
      case 'floor':
        return Rational.of(asRational(first()).floor());
      case 'ceil':
        return Rational.of(asRational(first()).ceil());
      case 'exp':
        return finite(Math.exp(asNumber(first())));
      case 'ln':
        return finite(Math.log(asNumber(first())));
      case 'sqrt':
        return finite(Math.sqrt(asNumber(first())));
      case 'student_t':
        return finite(studentT(asNumber(first()), asNumber(this.number(args[1]!, place))));
      case 'pow':
        return this.raised(args[0]!, args[1]!, place);
      case 'convert': {
        let factor = this.factors.get(node);
        if (!factor) {
          const from = this.checked.types.get(args[0]!)?.unit ?? PURE;
          const target = args[1] as Node & { kind: 'text' };
          factor = conversionFactor(from, parseUnit(target.value)) ?? Rational.ONE;
          this.factors.set(node, factor);
        }
        return arithmetic(
          first(),
          factor,
          (x, y) => x.mul(y),
          (x, y) => x * y,
        );
      }
    }
  }

  /** Rows that an aggregate runs over, with `where` applied. */
  rowsOf(node: Node & { kind: 'aggregate' }, place: Place): LiveRow[] {
    const rows = place.row ? (place.row.below.get(node.table) ?? []) : (this.tables.get(node.table) ?? []);
    if (!node.where) return rows;
    return rows.filter((row) => this.sure(node.where!, { ...place, over: { table: node.table, row } }) === true);
  }

  private aggregate(node: Node & { kind: 'aggregate' }, place: Place): Value {
    const rows = this.rowsOf(node, place);
    if (node.name === 'count') return Rational.of(rows.length);
    const values = rows.flatMap((row) => {
      const value = this.value(node.value!, { ...place, over: { table: node.table, row } });
      return value === undefined ? [] : [value];
    });
    if (node.name === 'any') return values.includes(true);
    const numbers = values as Numeric[];
    const double = this.inexact || (this.checked.types.get(node.value!)?.double ?? false);
    if (node.name === 'sum') return sum(numbers, double);
    if (numbers.length === 0)
      throw new CellFault('EMPTY_AGGREGATE', text('没有可汇总的行', 'there is no row to aggregate'));
    if (node.name === 'mean')
      return arithmetic(
        sum(numbers, double),
        Rational.of(numbers.length),
        (x, y) => x.div(y),
        (x, y) => x / y,
      );
    const wanted = node.name === 'min_of' ? -1 : 1;
    return numbers.reduce((a, b) => (compare(b, a) === wanted ? b : a));
  }
}

function climb(row: LiveRow | undefined, table: string): LiveRow | undefined {
  if (!row) return undefined;
  const direct = row.above.get(table);
  if (direct) return direct;
  for (const above of row.above.values()) {
    const found = climb(above, table);
    if (found) return found;
  }
  return undefined;
}
