import fc from 'fast-check';
import type { Node } from '../ast';
import { FUNCTIONS, parseFormula } from './parse-formula';

/** Fully bracketed, so that precedence shows. */
function shape(node: Node): string {
  switch (node.kind) {
    case 'number':
      return node.unit === undefined ? node.text : `${node.text}'${node.unit}'`;
    case 'text':
      return `'${node.value}'`;
    case 'boolean':
      return String(node.value);
    case 'name':
      return node.name;
    case 'member':
      return `${node.table}.${node.name}`;
    case 'unary':
      return `(${node.op} ${shape(node.operand)})`;
    case 'binary':
      return `(${shape(node.left)} ${node.op} ${shape(node.right)})`;
    case 'call':
      return `${node.name}(${node.args.map(shape).join(', ')})`;
    case 'lookup':
      return `lookup(${[node.name, ...node.keys.map(shape)].join(', ')})`;
    case 'aggregate': {
      const where = node.where ? ` where ${shape(node.where)}` : '';
      return `${node.name}[${node.table}](${node.value ? shape(node.value) : ''}${where})`;
    }
  }
}

const read = (formula: string): string => {
  const { ast, fault } = parseFormula(formula);
  return ast ? shape(ast) : `! ${fault.code}`;
};

describe('reads formulas', () => {
  it.each([
    ['a + b * c', '(a + (b * c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b / c', '((a / b) / c)'],
    ['(a + b) * c', '((a + b) * c)'],
    ['-2 ^ 2', '(- (2 ^ 2))'],
    ['2 ^ 3 ^ 2', '(2 ^ (3 ^ 2))'],
    ['2 ^ -1', '(2 ^ (- 1))'],
    ['a * -b', '(a * (- b))'],
    ['a < b and c >= d or not e', '(((a < b) and (c >= d)) or (not e))'],
    ['not a = b', '(not (a = b))'],
    ['a != b', '(a != b)'],
    ["44 'kg CO2' / 12 'kg C'", "(44'kg CO2' / 12'kg C')"],
    ["if(kind = 'ban', 7.50, 0)", "if((kind = 'ban'), 7.50, 0)"],
    ["convert(x, 't')", "convert(x, 't')"],
    ['1.5e-3 * a', '(1.5e-3 * a)'],
    ['true', 'true'],
    ['coalesce(floor, 0)', 'coalesce(floor, 0)'],
    ['min(a, b, c)', 'min(a, b, c)'],
    ['plant.output', 'plant.output'],
    ['lookup(gwp100, gwp_set, gas)', 'lookup(gwp100, gwp_set, gas)'],
    ['sum(household.amount)', 'sum[household](household.amount)'],
    ['sum(rate * child.a * child.b)', 'sum[child](((rate * child.a) * child.b))'],
    ["sum(child.x where child.stage = 'anode')", "sum[child](child.x where (child.stage = 'anode'))"],
    ['count(child)', 'count[child]()'],
    ['count(child where child.x > 3)', 'count[child]( where (child.x > 3))'],
    ['any(child.flag)', 'any[child](child.flag)'],
    ['min_of(child.x) + max_of(child.x)', '(min_of[child](child.x) + max_of[child](child.x))'],
    ['mean(child.x)', 'mean[child](child.x)'],
  ])('%s', (formula, expected) => {
    expect(read(formula)).toBe(expected);
  });

  it('keeps a literal as it was written', () => {
    expect(parseFormula('7.50').ast).toMatchObject({ kind: 'number', text: '7.50' });
  });

  it('says where', () => {
    expect(parseFormula('a + ').fault).toMatchObject({ code: 'FORMULA_ENDS_EARLY', at: 4 });
    expect(parseFormula('a + nope(b)').fault).toMatchObject({ code: 'UNKNOWN_FUNCTION', at: 4, piece: 'nope' });
  });
});

describe('refuses', () => {
  it.each([
    ['', 'FORMULA_ENDS_EARLY'],
    ['a b', 'UNEXPECTED'],
    ['a < b < c', 'UNEXPECTED'],
    ['1.', 'UNEXPECTED'],
    ['.5', 'UNEXPECTED'],
    ['0x10', 'UNEXPECTED'],
    ['a.b.c', 'UNEXPECTED'],
    ['abs()', 'UNEXPECTED'],
    ['abs(a,)', 'UNEXPECTED'],
    ['round(a)', 'WRONG_NUMBER_OF_ARGUMENTS'],
    ['if(a, b)', 'WRONG_NUMBER_OF_ARGUMENTS'],
    ['lookup(gwp)', 'LOOKUP_NEEDS_KEYS'],
    ["lookup('gwp', a)", 'LOOKUP_NEEDS_KEYS'],
    ['sum(3)', 'AGGREGATE_NEEDS_A_TABLE'],
    ["'open", 'TEXT_NOT_CLOSED'],
    ['"double"', 'UNKNOWN_CHARACTER'],
    ['a; drop table b', 'UNKNOWN_CHARACTER'],
    ['`id`', 'UNKNOWN_CHARACTER'],
    ['a || b', 'UNKNOWN_CHARACTER'],
    ['${a}', 'UNKNOWN_CHARACTER'],
    ['ａ + b', 'UNKNOWN_CHARACTER'],
    ['a\u0000b', 'UNKNOWN_CHARACTER'],
    ['value(a)', 'UNKNOWN_FUNCTION'],
    ['constructor(a)', 'UNKNOWN_FUNCTION'],
    ['__proto__(a)', 'UNKNOWN_CHARACTER'],
    ['toString(a)', 'UNKNOWN_FUNCTION'],
    ['9'.repeat(61), 'LITERAL_TOO_LONG'],
    [`0.${'1'.repeat(60)}`, 'LITERAL_TOO_LONG'],
    ['1e9999', 'UNEXPECTED'],
    [`a${' '.repeat(4000)}`, 'FORMULA_TOO_LONG'],
    [`${'('.repeat(65)}a${')'.repeat(65)}`, 'FORMULA_TOO_DEEP'],
    [`${'('.repeat(3000)}`, 'FORMULA_TOO_DEEP'],
    [`${'-'.repeat(3000)}a`, 'FORMULA_TOO_DEEP'],
    [`${'not '.repeat(900)}a`, 'FORMULA_TOO_DEEP'],
    [`${'abs('.repeat(900)}a`, 'FORMULA_TOO_DEEP'],
    [`${'2^'.repeat(1500)}2`, 'FORMULA_TOO_DEEP'],
    [`1${'+1'.repeat(1990)}`, 'FORMULA_TOO_DEEP'],
    [`a${' or a'.repeat(700)}`, 'FORMULA_TOO_DEEP'],
  ])('%.30j', (formula, code) => {
    expect(read(formula)).toBe(`! ${code}`);
  });

  it('but takes 60 brackets and 200 terms', () => {
    expect(read(`${'('.repeat(60)}a${')'.repeat(60)}`)).toBe('a');
    expect(parseFormula(`a${' + a'.repeat(200)}`).fault).toBeUndefined();
  });

  it('and never throws, whatever the text', () => {
    const words = [
      ...Object.keys(FUNCTIONS),
      'sum',
      'count',
      'lookup',
      'where',
      'not',
      'and',
      'or',
      'x',
      't.x',
      '1',
      "'a'",
    ];
    const piece = fc.constantFrom(...words, '(', ')', ',', '.', '+', '-', '^', '=', '<', ' ', "'", '%', '\n');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((p) => p.join('')),
        ),
        (formula) => {
          const { ast, fault } = parseFormula(formula);
          expect(Boolean(ast)).toBe(!fault);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
