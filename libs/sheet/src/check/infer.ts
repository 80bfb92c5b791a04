/** Types and units of a formula, bottom up. Every mismatch is a fault with its place and both units. */
import type { Node } from '../ast';
import { sheetFault, text } from '../fault';
import type { Fault } from '../model';
import {
  conversionFactor,
  describeUnit,
  divide,
  isPure,
  multiply,
  parseUnit,
  power,
  PURE,
  sameUnit,
  UnitError,
  type Unit,
} from '../units/unit';
import { inferCall } from './infer-call';
import { number, TEXT, TRUTH, wholeLiteral } from './node-types';
import { membership, Scope } from './scope';
import type { NodeType, Step } from './types';

export class Inference {
  readonly faults: Fault[] = [];
  readonly types = new Map<Node, NodeType>();
  /** Columns that the formula at hand reads. */
  needs: Step[] = [];

  constructor(private readonly place: string) {}

  fail(code: string, zh: string, en: string, remedy?: [string, string]): NodeType {
    this.faults.push(sheetFault(code, this.place, text(zh, en), remedy && text(...remedy)));
    return number(undefined);
  }

  infer(node: Node, scope: Scope): NodeType {
    const found = this.node(node, scope);
    this.types.set(node, found);
    return found;
  }

  unit(written: string): Unit {
    try {
      return parseUnit(written);
    } catch (error) {
      const piece = error instanceof UnitError ? error.piece : written;
      this.fail('UNKNOWN_UNIT', `不认识单位“${piece}”（${written}）`, `unknown unit "${piece}" in ${written}`);
      return PURE;
    }
  }

  private node(node: Node, scope: Scope): NodeType {
    switch (node.kind) {
      case 'number':
        if (node.unit !== undefined) return number(this.unit(node.unit));
        return number(/^0(\.0+)?$/.test(node.text) ? undefined : PURE);
      case 'text':
        return TEXT;
      case 'boolean':
        return TRUTH;
      case 'name':
      case 'member':
        return this.reference(node, scope);
      case 'unary':
        return this.unary(node, scope);
      case 'binary':
        return this.binary(node, scope);
      case 'call':
        return inferCall(this, node, scope);
      case 'aggregate':
        return this.aggregate(node, scope);
      case 'lookup':
        return this.lookup(node, scope);
    }
  }

  private reference(node: Node & { kind: 'name' | 'member' }, scope: Scope): NodeType {
    const found = scope.resolve(node);
    const written = node.kind === 'name' ? node.name : `${node.table}.${node.name}`;
    if (!found)
      return this.fail('UNKNOWN_NAME', `没有名为 ${written} 的列或参数`, `no column or parameter is named ${written}`);
    if (found.kind === 'parameter') {
      const { parameter } = found;
      return {
        type: parameter.type,
        unit: parameter.type === 'number' ? this.unit(parameter.unit) : undefined,
        double: false,
        maybe: false,
      };
    }
    if (found.kind === 'group-key') {
      const source = found.source.columns.find((c) => c.name === found.column);
      this.needs.push(...membership(scope.sheet, found.table));
      return { type: source?.type ?? 'text', double: false, maybe: false };
    }
    const { column, table } = found;
    if (column.kind === 'computed') this.needs.push({ table: table.name, column: column.name });
    const double = column.kind === 'computed' && column.type === 'number' && column.numberKind === 'double';
    const maybe = column.kind === 'input' && !column.required;
    const unit = column.type === 'number' ? this.unit(column.unit) : undefined;
    return {
      type: column.type,
      unit: unit && (table === scope.table ? unit : unitOfRow(unit, table.name)),
      double,
      maybe,
    };
  }

  /** Where a value must be there, an optional input needs coalesce() first. */
  sure(node: Node, type: NodeType): NodeType {
    if (!type.maybe) return type;
    const name = 'name' in node ? String(node.name) : '';
    this.fail('MAYBE_MISSING', `选填列 ${name} 可能为空`, `optional input ${name} may be missing`, [
      `写成 coalesce(${name}, …)`,
      `write coalesce(${name}, …)`,
    ]);
    return { ...type, maybe: false };
  }

  number(node: Node, scope: Scope): NodeType {
    const type = this.sure(node, this.infer(node, scope));
    if (type.type === 'number') return type;
    return this.fail('TYPE_MISMATCH', '此处应为数值', 'a number is expected here');
  }

  truth(node: Node, scope: Scope): void {
    if (this.sure(node, this.infer(node, scope)).type !== 'boolean')
      this.fail('TYPE_MISMATCH', '此处应为条件', 'a condition is expected here');
  }

  /** Both sides must be in the same unit; a literal 0 fits any. */
  same(a: NodeType, b: NodeType, what: string): Unit | undefined {
    if (!a.unit || !b.unit) return a.unit ?? b.unit;
    if (sameUnit(a.unit, b.unit)) return a.unit;
    const [left, right] = [describeUnit(a.unit), describeUnit(b.unit)];
    const convertible = conversionFactor(a.unit, b.unit) !== undefined;
    this.fail(
      'UNIT_MISMATCH',
      `${what} 两侧单位不同：${left} 与 ${right}`,
      `${what} joins different units: ${left} and ${right}`,
      convertible ? ["用 convert(…, '单位') 换算后再运算", "convert one side first: convert(…, 'unit')"] : undefined,
    );
    return a.unit;
  }

  private unary(node: Node & { kind: 'unary' }, scope: Scope): NodeType {
    if (node.op === '-') return this.number(node.operand, scope);
    this.truth(node.operand, scope);
    return TRUTH;
  }

  private binary(node: Node & { kind: 'binary' }, scope: Scope): NodeType {
    const { op } = node;
    if (op === 'and' || op === 'or') {
      this.truth(node.left, scope);
      this.truth(node.right, scope);
      return TRUTH;
    }
    if (op === '^') return this.raised(node.left, node.right, scope);
    if (op === '+' || op === '-' || op === '*' || op === '/') {
      const a = this.number(node.left, scope);
      const b = this.number(node.right, scope);
      const double = a.double || b.double;
      if (op === '+' || op === '-') return number(this.same(a, b, op), double);
      return number((op === '*' ? multiply : divide)(a.unit ?? PURE, b.unit ?? PURE), double);
    }
    const a = this.sure(node.left, this.infer(node.left, scope));
    const b = this.sure(node.right, this.infer(node.right, scope));
    if (a.type !== b.type)
      this.fail('TYPE_MISMATCH', `不能比较 ${a.type} 与 ${b.type}`, `${a.type} cannot be compared with ${b.type}`);
    else if (a.type === 'number') this.same(a, b, op);
    else if (op !== '=' && op !== '!=' && a.type !== 'date')
      this.fail('TYPE_MISMATCH', `${a.type} 只能比较是否相等`, `${a.type} can be compared with = and != only`);
    return TRUTH;
  }

  raised(base: Node, exponent: Node, scope: Scope): NodeType {
    const a = this.number(base, scope);
    const b = this.number(exponent, scope);
    if (b.unit && !isPure(b.unit))
      this.fail(
        'UNIT_MISMATCH',
        `指数须为纯数，却是 ${describeUnit(b.unit)}`,
        `an exponent is a pure number, not ${describeUnit(b.unit)}`,
      );
    const whole = wholeLiteral(exponent);
    if (whole !== undefined && Math.abs(whole) <= 12) return number(this.powerOf(a.unit ?? PURE, whole), a.double);
    if (a.unit && !isPure(a.unit))
      this.fail(
        'UNIT_MISMATCH',
        `非整数幂的底数须为纯数，却是 ${describeUnit(a.unit)}`,
        `the base of a fractional power is a pure number, not ${describeUnit(a.unit)}`,
      );
    return number(PURE, true);
  }

  private powerOf(unit: Unit, exponent: number): Unit {
    try {
      return power(unit, exponent);
    } catch (error) {
      if (!(error instanceof UnitError)) throw error;
      this.fail('POWER_TOO_HIGH', '单位的幂次过高', 'the power of the unit is too high');
      return PURE;
    }
  }

  either(nodes: Node[], scope: Scope, what: string): NodeType {
    return nodes.map((n) => this.sure(n, this.infer(n, scope))).reduce((a, b) => this.merge(a, b, what));
  }

  merge(a: NodeType, b: NodeType, what: string): NodeType {
    if (a.type !== b.type)
      return this.fail(
        'TYPE_MISMATCH',
        `${what} 的两支类型不同：${a.type} 与 ${b.type}`,
        `${what} joins ${a.type} and ${b.type}`,
      );
    if (a.type !== 'number') return a;
    return number(this.same(a, b, what), a.double || b.double);
  }

  private aggregate(node: Node & { kind: 'aggregate' }, scope: Scope): NodeType {
    const over = scope.tableOf(node.table);
    if (scope.over)
      return this.fail('NESTED_AGGREGATE', '汇总函数不能嵌套', 'an aggregate cannot stand inside another');
    if (!over) return this.fail('UNKNOWN_NAME', `没有表 ${node.table}`, `there is no table ${node.table}`);
    if (!scope.canAggregate(over)) {
      return this.fail(
        'NOT_A_CHILD',
        `${node.table} 不是 ${scope.table?.name} 的下级表`,
        `${node.table} is no child of ${scope.table?.name}`,
      );
    }
    const inside = new Scope(scope.sheet, scope.table, over);
    // Which rows there are to run over may itself rest on computed grouping columns.
    this.needs.push(...membership(scope.sheet, over), ...(scope.table ? membership(scope.sheet, scope.table) : []));
    if (node.where) this.truth(node.where, inside);
    if (node.name === 'count') {
      if (node.value) this.fail('COUNT_TAKES_A_TABLE', 'count 只接受表名', 'count takes the name of a table');
      return number(PURE);
    }
    if (!node.value)
      return this.fail('AGGREGATE_NEEDS_A_VALUE', `${node.name} 需要一个表达式`, `${node.name} needs an expression`);
    if (node.name === 'any') {
      this.truth(node.value, inside);
      return TRUTH;
    }
    const value = this.infer(node.value, inside);
    if (value.type !== 'number')
      return this.fail('TYPE_MISMATCH', `${node.name} 只汇总数值`, `${node.name} takes numbers`);
    this.oneUnit(value.unit ?? PURE, scope, node.name);
    return number(value.unit ?? PURE, value.double);
  }

  /** Rows whose unit stands in the row may each have another one: 3 t and 2 kWh have no sum. */
  private oneUnit(unit: Unit, scope: Scope, what: string): void {
    const above = new Scope(scope.sheet, scope.table).ancestors().map((t) => `[${t.name}.`);
    const mixed = [...unit.dimensions.keys()].find(
      (d) => d.includes('.') && d.startsWith('[') && !above.some((t) => d.startsWith(t)),
    );
    if (!mixed) return;
    this.fail(
      'UNIT_MISMATCH',
      `${what} 汇总的各行单位可能不同：${mixed}`,
      `${what} runs over rows that may differ in unit: ${mixed}`,
      ['先乘以每单位的系数，使各行同一单位', 'multiply by a factor per unit first, so that every row has one unit'],
    );
  }

  private lookup(node: Node & { kind: 'lookup' }, scope: Scope): NodeType {
    const table = scope.lookup(node.name);
    const keys = node.keys.map((key) => this.sure(key, this.infer(key, scope)));
    if (!table) return this.fail('UNKNOWN_NAME', `没有查找表 ${node.name}`, `there is no lookup ${node.name}`);
    if (keys.length !== table.keys.length)
      return this.fail(
        'LOOKUP_KEYS',
        `${node.name} 需要 ${table.keys.length} 个键`,
        `${node.name} takes ${table.keys.length} keys`,
      );
    if (keys.some((k) => k.type !== 'text' && k.type !== 'number'))
      this.fail('TYPE_MISMATCH', '查找键须为文本或数值', 'lookup keys are text or numbers');
    return {
      type: table.type,
      unit: table.type === 'number' ? this.unit(table.unit) : undefined,
      double: false,
      maybe: false,
    };
  }
}

/** A unit named by a column, seen from another table: `[unit]` of the table `input` is not the `[unit]` of this row. */
function unitOfRow(unit: Unit, table: string): Unit {
  const qualified = (name: string): string => (name.startsWith('[') ? `[${table}.${name.slice(1)}` : name);
  return { ...unit, dimensions: new Map([...unit.dimensions].map(([name, p]) => [qualified(name), p])) };
}
