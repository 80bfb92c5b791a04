/**
 * One column as steps over a row's own inputs, for engines that see no rows but cells: parameters of the day and region and
 * rows of look-up tables are in it, units are checked, conversions are factors.
 */
import type { BinaryOperator, FunctionName, Node } from '../ast';
import { fault, SheetFaults, text } from '../fault';
import type { ComputedColumn, Fault, InputColumn, ParameterUse, Sheet, Table } from '../model';
import { Rational } from '../rational';
import { checkedSheet, prepareParameters, type RunOptions } from '../run/prepare';
import type { Prepared } from '../run/prepared';
import { conversionFactor, parseUnit } from '../units/unit';

export type CellNode =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'input'; name: string }
  /** The value of an earlier step. */
  | { kind: 'step'; name: string }
  | { kind: 'unary'; op: '-' | 'not'; operand: CellNode }
  | { kind: 'binary'; op: BinaryOperator; left: CellNode; right: CellNode }
  | { kind: 'call'; name: Exclude<FunctionName, 'convert' | 'given' | 'coalesce' | 'student_t'>; args: CellNode[] }
  /** The row of a look-up table whose key is the class in a text input. */
  | { kind: 'lookup'; table: string; input: string };

export interface CellFormula {
  inputs: InputColumn[];
  /** In an order in which each stands after all it needs; the last is the column asked for. */
  steps: { name: string; node: CellNode }[];
  lookups: Record<string, Record<string, number>>;
  unit: string;
  parametersUsed: ParameterUse[];
}

/** Throws SheetFaults where the column is none of its row's inputs alone. */
export function cellFormula(
  sheet: Sheet,
  tableName: string,
  columnName: string,
  options: RunOptions & { parameters?: Record<string, string> } = {},
): CellFormula {
  const { prepared, faults } = prepareParameters(sheet, options.parameters, options);
  if (faults.length) throw new SheetFaults(faults);
  const table = sheet.tables.find((t) => t.name === tableName);
  if (!table || !table.columns.some((c) => c.kind === 'computed' && c.name === columnName))
    throw refused(
      columnName,
      `方法 ${sheet.id} 没有计算列 ${tableName}.${columnName}`,
      `${sheet.id} has no column ${tableName}.${columnName}`,
    );
  return new Flattening(sheet, table, prepared).column(columnName);
}

const refused = (column: string, zh: string, en: string): SheetFaults =>
  new SheetFaults([fault('NOT_BY_CELL', { column }, text(zh, en))]);

class Flattening {
  private readonly inputs = new Map<string, InputColumn>();
  private readonly steps = new Map<string, CellNode>();
  private readonly lookups: CellFormula['lookups'] = {};
  private readonly used = new Map<string, ParameterUse>();
  private at = '';

  constructor(
    private readonly sheet: Sheet,
    private readonly table: Table,
    private readonly prepared: Prepared,
  ) {}

  column(name: string): CellFormula {
    const column = this.table.columns.find((c) => c.name === name) as ComputedColumn;
    this.step(column);
    return {
      inputs: [...this.inputs.values()],
      steps: [...this.steps].map(([name, node]) => ({ name, node })),
      lookups: this.lookups,
      unit: column.unit,
      parametersUsed: [...this.used.values()],
    };
  }

  private step(column: ComputedColumn): CellNode {
    if (!this.steps.has(column.name)) {
      // A figure rounded in each cell and then added is another figure than the rounded sum.
      if (column.numberKind === 'decimal' && column.type === 'number')
        throw refused(
          column.name,
          `${column.name} 逐行舍入，不能逐像元计算；请去掉 decimals`,
          `${column.name} is rounded per row and cannot be computed per cell; leave out decimals`,
        );
      if (!column.ast)
        throw refused(column.name, `${column.name} 由算子计算`, `${column.name} is computed by an operator`);
      this.at = column.name;
      this.steps.set(column.name, this.node(column.ast));
    }
    return { kind: 'step', name: column.name };
  }

  private node(node: Node): CellNode {
    switch (node.kind) {
      case 'number':
        return { kind: 'number', value: Number(node.text) };
      case 'text':
      case 'boolean':
        return node.kind === 'text' ? { kind: 'text', value: node.value } : { kind: 'boolean', value: node.value };
      case 'name':
        return this.name(node.name);
      case 'member':
        if (node.table === this.table.name) return this.name(node.name);
        break;
      case 'unary':
        return { kind: 'unary', op: node.op, operand: this.node(node.operand) };
      case 'binary':
        return { kind: 'binary', op: node.op, left: this.node(node.left), right: this.node(node.right) };
      case 'lookup':
        return this.lookup(node);
      case 'call':
        return this.call(node);
      case 'aggregate':
        break;
    }
    throw refused(this.at, `${this.at} 用到其他行或其他表`, `${this.at} reads other rows or tables`);
  }

  private name(name: string): CellNode {
    const column = this.table.columns.find((c) => c.name === name);
    if (column?.kind === 'computed') {
      const { at } = this;
      const step = this.step(column);
      this.at = at;
      return step;
    }
    if (column) {
      this.inputs.set(name, column);
      return { kind: 'input', name };
    }
    const found = this.prepared.parameters.get(name);
    if (!found) throw new SheetFaults([this.prepared.unresolved.get(name) as Fault]);
    this.used.set(name, found.use);
    const { value } = found;
    if (value instanceof Rational) return { kind: 'number', value: value.toNumber() };
    if (typeof value === 'number') return { kind: 'number', value };
    return typeof value === 'boolean' ? { kind: 'boolean', value } : { kind: 'text', value };
  }

  private lookup(node: Node & { kind: 'lookup' }): CellNode {
    const [key] = node.keys;
    const table = this.sheet.lookups.find((l) => l.name === node.name)!;
    if (node.keys.length !== 1 || key!.kind !== 'name' || table.type !== 'number')
      throw refused(
        this.at,
        `${node.name} 只能以一个分类列查数值`,
        `${node.name} can only give a number for one class column`,
      );
    const input = this.name(key!.name);
    if (input.kind !== 'input')
      throw refused(this.at, `${node.name} 的键须为输入列`, `the key of ${node.name} must be an input column`);
    const rows: Record<string, number> = {};
    for (const { value, use } of this.prepared.lookups.get(node.name)?.values() ?? []) {
      rows[use.keys![0]!] = (value as Rational).toNumber();
      this.used.set(`${node.name}/${use.keys![0]!}`, use);
    }
    this.lookups[node.name] = rows;
    return { kind: 'lookup', table: node.name, input: input.name };
  }

  private call(node: Node & { kind: 'call' }): CellNode {
    switch (node.name) {
      case 'convert': {
        const from = checkedSheet(this.sheet).types.get(node.args[0]!)?.unit;
        const to = node.args[1]!.kind === 'text' ? parseUnit(node.args[1]!.value) : undefined;
        const factor = from && to && conversionFactor(from, to);
        const operand = this.node(node.args[0]!);
        if (!factor || factor.equals(Rational.ONE)) return operand;
        return { kind: 'binary', op: '*', left: operand, right: { kind: 'number', value: factor.toNumber() } };
      }
      case 'given':
      case 'coalesce':
      case 'student_t':
        throw refused(this.at, `逐像元计算不支持 ${node.name}`, `${node.name} cannot be computed per cell`);
      default:
        return { kind: 'call', name: node.name, args: node.args.map((arg) => this.node(arg)) };
    }
  }
}
