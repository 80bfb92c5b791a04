/**
 * Precedence parser of the formula language. Loosest first: or, and, not, comparison, + -, * /, unary -, ^.
 * `-2 ^ 2` is -(2 ^ 2); `2 ^ 3 ^ 2` is 2 ^ (3 ^ 2).
 */
import type { AggregateName, BinaryOperator, FunctionName, Node } from '../ast';
import { FormulaError, tokenize, type Token } from './lexer';

export const FUNCTIONS: Record<FunctionName, readonly [least: number, most: number]> = {
  if: [3, 3],
  min: [2, 16],
  max: [2, 16],
  abs: [1, 1],
  round: [2, 2],
  floor: [1, 1],
  ceil: [1, 1],
  exp: [1, 1],
  ln: [1, 1],
  sqrt: [1, 1],
  student_t: [2, 2],
  pow: [2, 2],
  coalesce: [2, 2],
  given: [1, 1],
  convert: [2, 2],
};
const AGGREGATES: readonly string[] = ['sum', 'mean', 'count', 'min_of', 'max_of', 'any'] satisfies AggregateName[];
const MAX_DEPTH = 64;
/** `1 + 1 + …` nests to the left without a bracket; whoever walks the tree recurses as deep as it is tall. */
const MAX_HEIGHT = 256;
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
];
const COMPARISON = 2;

export type ParsedFormula = { ast: Node; fault?: undefined } | { ast?: undefined; fault: FormulaError };

/** Reads a formula. Never throws: what cannot be read comes back as a fault with its place. */
export function parseFormula(formula: string): ParsedFormula {
  try {
    const ast = new Parser(tokenize(formula)).whole();
    return tooTall(ast) ? { fault: new FormulaError('FORMULA_TOO_DEEP', 0, '') } : { ast };
  } catch (error) {
    if (error instanceof FormulaError) return { fault: error };
    throw error;
  }
}

/** Level by level instead of by recursion, which is what the limit protects. */
function tooTall(ast: Node): boolean {
  let level = [ast];
  for (let height = 0; level.length > 0; height++) {
    if (height > MAX_HEIGHT) return true;
    level = level.flatMap(children);
  }
  return false;
}

class Parser {
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: Token[]) {}

  whole(): Node {
    const node = this.expression();
    if (this.token.kind !== 'end') throw this.unexpected();
    return node;
  }

  private get token(): Token {
    return this.tokens[this.position]!;
  }

  private unexpected(): FormulaError {
    const { token } = this;
    const piece = token.kind === 'end' ? '' : token.kind === 'text' ? token.value : token.text;
    return new FormulaError(token.kind === 'end' ? 'FORMULA_ENDS_EARLY' : 'UNEXPECTED', token.at, piece);
  }

  /** Takes the next token when it is the given sign or word. */
  private take(text: string): boolean {
    const { token } = this;
    if ((token.kind !== 'sign' && token.kind !== 'name') || token.text !== text) return false;
    this.position++;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) throw this.unexpected();
  }

  private nameToken(): string {
    const { token } = this;
    if (token.kind !== 'name') throw this.unexpected();
    this.position++;
    return token.text;
  }

  private expression(): Node {
    if (++this.depth > MAX_DEPTH) throw new FormulaError('FORMULA_TOO_DEEP', this.token.at, '');
    const node = this.level(0);
    this.depth--;
    return node;
  }

  private level(index: number): Node {
    if (index === LEVELS.length) return this.unary();
    if (index === COMPARISON && this.token.kind === 'name' && this.token.text === 'not') {
      const at = this.token.at;
      this.position++;
      return { kind: 'unary', op: 'not', operand: this.nested(() => this.level(index)), at };
    }
    let left = this.level(index + 1);
    for (;;) {
      const at = this.token.at;
      const op = LEVELS[index]!.find((text) => this.take(text));
      if (!op) return left;
      left = { kind: 'binary', op: op as BinaryOperator, left, right: this.level(index + 1), at };
      if (index === COMPARISON) return left; // a < b < c means nothing here
    }
  }

  private nested(read: () => Node): Node {
    if (++this.depth > MAX_DEPTH) throw new FormulaError('FORMULA_TOO_DEEP', this.token.at, '');
    const node = read();
    this.depth--;
    return node;
  }

  private unary(): Node {
    const { at } = this.token;
    if (this.take('-')) return { kind: 'unary', op: '-', operand: this.nested(() => this.unary()), at };
    const base = this.primary();
    if (!this.take('^')) return base;
    return { kind: 'binary', op: '^', left: base, right: this.nested(() => this.unary()), at };
  }

  private primary(): Node {
    const { token } = this;
    const { at } = token;
    if (token.kind === 'number') {
      this.position++;
      const next = this.token;
      if (next.kind !== 'text') return { kind: 'number', text: token.text, at };
      this.position++;
      return { kind: 'number', text: token.text, unit: next.value, at };
    }
    if (token.kind === 'text') {
      this.position++;
      return { kind: 'text', value: token.value, at };
    }
    if (this.take('(')) {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    const name = this.nameToken();
    if (name === 'true' || name === 'false') return { kind: 'boolean', value: name === 'true', at };
    if (this.take('(')) return this.call(name, at);
    if (this.take('.')) return { kind: 'member', table: name, name: this.nameToken(), at };
    return { kind: 'name', name, at };
  }

  private call(name: string, at: number): Node {
    if (AGGREGATES.includes(name)) return this.aggregate(name as AggregateName, at);
    if (name !== 'lookup' && !Object.hasOwn(FUNCTIONS, name)) throw new FormulaError('UNKNOWN_FUNCTION', at, name);
    const args = [this.expression()];
    while (this.take(',')) args.push(this.expression());
    this.expect(')');
    if (name === 'lookup') {
      const [table, ...keys] = args;
      if (table?.kind !== 'name' || keys.length === 0) throw new FormulaError('LOOKUP_NEEDS_KEYS', at, name);
      return { kind: 'lookup', name: table.name, keys, at };
    }
    const [least, most] = FUNCTIONS[name as FunctionName];
    if (args.length < least || args.length > most) throw new FormulaError('WRONG_NUMBER_OF_ARGUMENTS', at, name);
    return { kind: 'call', name: name as FunctionName, args, at };
  }

  private aggregate(name: AggregateName, at: number): Node {
    const value = this.expression();
    const where = this.take('where') ? this.expression() : undefined;
    this.expect(')');
    if (name === 'count' && value.kind === 'name') return { kind: 'aggregate', name, table: value.name, where, at };
    const table = firstTable(value) ?? (where && firstTable(where));
    if (!table) throw new FormulaError('AGGREGATE_NEEDS_A_TABLE', at, name);
    return { kind: 'aggregate', name, table, value, where, at };
  }
}

/** The first `table.column` from the left names the table that an aggregate runs over. */
export function firstTable(node: Node): string | undefined {
  if (node.kind === 'member') return node.table;
  for (const child of children(node)) {
    const table = firstTable(child);
    if (table) return table;
  }
  return undefined;
}

/** Direct sub-expressions, left to right. */
export function children(node: Node): Node[] {
  switch (node.kind) {
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'call':
      return node.args;
    case 'lookup':
      return node.keys;
    case 'aggregate':
      return [...(node.value ? [node.value] : []), ...(node.where ? [node.where] : [])];
    default:
      return [];
  }
}
