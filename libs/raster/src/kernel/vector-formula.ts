/** A formula over two cells at a time, on the stack of a WebAssembly function. */
import type { CellFormula, CellNode } from '@qingheng/sheet';
import { lookupTables, type KernelShape } from './compile';
import { tableBytes } from './strip-layout';
import type { Body, Local } from './wasm/module';

/** What a formula asks for and vectors do not have: exp, ln, powers, rounding. */
export class NotVector extends Error {}

/** Both cells count; each by itself; the first alone, at the end of a row. */
export type Which = 'all' | 'some' | 'first';

export const COMPARE = { '=': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;
const ARITHMETIC = { '+': 'add', '-': 'sub', '*': 'mul' } as const;

/** What stands around the formula. */
export interface Around {
  /** By raster: the two cells as doubles. */
  cells: Local[];
  /** Which of them are there and in range. */
  inside: Local;
  /** Joined by every mask of what has gone wrong. */
  trouble: Local;
}

export class VectorFormula {
  private readonly index: Local;
  private readonly found: Local;
  private readonly steps: Map<string, Local>;
  private readonly tables: Float64Array[];
  private readonly lookupNames: string[];

  constructor(
    private readonly body: Body,
    private readonly formula: CellFormula,
    private readonly shape: KernelShape,
    private readonly around: Around,
  ) {
    this.index = body.i32();
    this.found = body.v128();
    this.steps = new Map(formula.steps.map(({ name }) => [name, body.v128()]));
    this.tables = lookupTables(formula);
    this.lookupNames = Object.keys(formula.lookups);
  }

  /** Computes every step; the last is the column asked for. */
  compute(which: Which): Local {
    for (const { name, node } of this.formula.steps) {
      this.node(node, which);
      this.body.set(this.steps.get(name)!);
    }
    return this.steps.get(this.formula.steps.at(-1)!.name)!;
  }

  /** A mask on the stack joins the trouble, of cells that count. */
  report(which: Which): void {
    const { body } = this;
    if (which !== 'all') body.get(this.around.inside).op('and');
    body.get(this.around.trouble).op('or').set(this.around.trouble);
  }

  private node(node: CellNode, which: Which): void {
    const { body } = this;
    const push = (n: CellNode): void => this.node(n, which);
    switch (node.kind) {
      case 'number':
        return void body.both(node.value);
      case 'text':
        return void body.both(/^\d{1,15}$/.test(node.value) ? Number(node.value) : NaN);
      case 'boolean':
        return void body.mask(node.value, node.value);
      case 'input': {
        const binding = this.shape.bindings[node.name]!;
        return void (binding.kind === 'number'
          ? body.both(binding.value)
          : body.get(this.around.cells[binding.index]!));
      }
      case 'step':
        return void body.get(this.steps.get(node.name)!);
      case 'unary':
        push(node.operand);
        return void body.op(node.op === '-' ? 'neg' : 'not');
      case 'binary':
        return this.binary(node, which);
      case 'lookup':
        return this.lookup(node, which);
      case 'call':
        return this.call(node, which);
    }
  }

  private binary({ op, left, right }: CellNode & { kind: 'binary' }, which: Which): void {
    const { body } = this;
    if (op === '^') {
      if (right.kind !== 'number' || right.value !== 2 || left.kind === 'call') throw new NotVector();
      this.node(left, which);
      this.node(left, which);
      return void body.op('mul');
    }
    if ((op === '=' || op === '!=') && (this.isMask(left) || this.isMask(right))) throw new NotVector();
    this.node(left, which);
    this.node(right, which);
    switch (op) {
      case '/':
        if (right.kind !== 'number' || right.value === 0) {
          const divisor = body.v128();
          body.tee(divisor).get(divisor).both(0).op('eq');
          this.report(which);
        }
        return void body.op('div');
      case 'and':
      case 'or':
        return void body.op(op);
      case '+':
      case '-':
      case '*':
        return void body.op(ARITHMETIC[op]);
      default:
        return void body.op(COMPARE[op]);
    }
  }

  /** Truth values are masks here: compared as numbers they would be NaN. */
  private isMask(node: CellNode): boolean {
    switch (node.kind) {
      case 'boolean':
        return true;
      case 'unary':
        return node.op === 'not';
      case 'binary':
        return !['+', '-', '*', '/', '^'].includes(node.op);
      case 'call':
        return node.name === 'if' && this.isMask(node.args[1]!);
      case 'step':
        return this.isMask(this.formula.steps.find(({ name }) => name === node.name)!.node);
      default:
        return false;
    }
  }

  private call({ name, args }: CellNode & { kind: 'call' }, which: Which): void {
    const { body } = this;
    const push = (n: CellNode): void => this.node(n, which);
    switch (name) {
      case 'if':
        push(args[1]!);
        push(args[2]!);
        push(args[0]!);
        return void body.op('bitSelect');
      case 'min':
      case 'max':
        push(args[0]!);
        for (const arg of args.slice(1)) {
          push(arg);
          body.op(name);
        }
        return;
      case 'abs':
      case 'floor':
      case 'ceil':
        push(args[0]!);
        return void body.op(name);
      case 'sqrt': {
        push(args[0]!);
        const root = body.v128();
        body.op('sqrt').tee(root);
        body.get(root).get(root).op('sub').both(0).op('ne');
        this.report(which);
        return;
      }
      default:
        throw new NotVector();
    }
  }

  /** Classes are whole numbers; behind the last row, and instead of a row that is not there, stands NaN. */
  private lookup({ table, input }: CellNode & { kind: 'lookup' }, which: Which): void {
    const { body } = this;
    const at = this.lookupNames.indexOf(table);
    const rows = this.tables[at]!;
    const binding = this.shape.bindings[input]!;
    if (binding.kind === 'number') {
      const value = rows[binding.value];
      if (value === undefined || Number.isNaN(value)) throw new NotVector();
      return void body.both(value);
    }
    const offset = tableBytes(this.formula).at[at]!;
    const code = body.v128();
    body.get(this.around.cells[binding.index]!).op('truncS').set(code);
    body.both(0);
    for (const lane of [0, 1]) {
      body.get(code).i32Lane(lane).tee(this.index).constant(rows.length);
      body.get(this.index).constant(rows.length).op('i32LtU', 'select').constant(8).op('i32Mul');
      body.memory('f64Load', offset).replaceF64Lane(lane);
    }
    body.tee(this.found).get(this.found).get(this.found).op('ne');
    this.report(which);
  }
}
