import type { Node } from '../ast';
import { readSheet } from '../load/load-sheet';
import { describeUnit } from '../units/unit';
import { checkSheet, stepKey, unitColumns } from './check-sheet';
import type { CheckedSheet } from './types';

const HEAD = `
id: test/sheet
version: 1.0.0
title: t
source: { title: s, confidence: official }
valid: { from: 2021-01-01 }
`;
function check(body: string): ReturnType<typeof checkSheet> {
  const { sheet, faults } = readSheet(HEAD + body);
  if (!sheet) throw new Error(JSON.stringify(faults));
  return checkSheet(sheet);
}
const codes = (body: string): string[] => check(body).faults.map((f) => f.code);
const plan = (body: string): string[] => {
  const { checked, faults } = check(body);
  if (!checked) throw new Error(JSON.stringify(faults));
  return checked.plan.map(stepKey);
};

/** A farm with plots below it, a grouping of the plots, and one formula to try in the plot's row. */
const farm = (formula: string, declared = 'unit: 元, decimals: 2'): string => `
parameters:
  rate: { title: t, unit: 元/亩, values: [] }
  label: { title: t, type: text, values: [] }
  pool: { title: t, unit: 元, decimals: 2, values: [] }
lookups:
  price: { title: t, keys: [kind, year], unit: 元/t, rows: [] }
tables:
  farm:
    title: t
    key: farm_id
    inputs: { farm_id: { type: text }, budget: { unit: 元, decimals: 2 } }
  plot:
    title: t
    key: plot_id
    parent: { table: farm, on: farm_id }
    inputs:
      plot_id: { type: text }
      farm_id: { type: text }
      kind: { type: text }
      area: { unit: 亩, decimals: 2 }
      bonus: { unit: 元, decimals: 2, required: false }
      note: { type: text, required: false }
      yield: { unit: t }
      paid: { type: boolean }
      day: { type: date }
      slope: { unit: 1 }
    columns:
      rough: { formula: exp(slope), unit: 1 }
      half: { formula: area / 2, unit: 亩, exact: true }
      tried: { formula: ${JSON.stringify(formula)}, ${declared} }
  kinds: { title: t, group: { table: plot, by: kind } }
`;

describe('a formula that holds', () => {
  it.each([
    ['area * rate', undefined],
    ['area * rate + coalesce(bonus, 0)', undefined],
    ['if(given(bonus), coalesce(bonus, 0), area * rate)', undefined],
    ['max(area * rate, 0)', undefined],
    ['if(paid, 0, farm.budget)', undefined],
    ['-abs(area * rate)', undefined],
    ['round(area * rate, 2) ^ 1', undefined],
    ["convert(area * rate / 10000 * 1, '元')", undefined],
    ["lookup(price, kind, '2024') * yield", undefined],
    ['lookup(price, kind, 2024) * yield', undefined],
    ["convert(area, 'hm²')", 'unit: hm²'],
    ["convert(yield, 'kg') / area", 'unit: kg/亩'],
    ['area ^ 2', 'unit: 亩^2'],
    ['pow(slope, 0.5) * rough', 'unit: 1'],
    ["yield * 44 'kg CO2' / 12 'kg C'", 'unit: t CO2/C'],
    ["kind = 'ban' and not paid and area > 0", 'type: boolean'],
    ["if(kind = label, 'same', kind)", 'type: text'],
    ["coalesce(note, '')", 'type: text'],
    ['day', 'type: date'],
  ])('%s', (formula, declared) => {
    expect(check(farm(formula, declared)).faults).toEqual([]);
  });
});

describe('a formula that does not', () => {
  it.each([
    ['area + yield', 'UNIT_MISMATCH', undefined],
    ["yield + convert(yield, 'kg')", 'UNIT_MISMATCH', 'unit: t'],
    ['area', 'UNIT_MISMATCH', undefined],
    ["convert(area, 't')", 'UNIT_MISMATCH', 'unit: t'],
    ['area > 1', 'UNIT_MISMATCH', 'type: boolean'],
    ['max(area * rate, area)', 'UNIT_MISMATCH', undefined],
    ['if(paid, area, yield)', 'UNIT_MISMATCH', 'unit: 亩'],
    ['coalesce(bonus, area)', 'UNIT_MISMATCH', undefined],
    ['exp(area)', 'UNIT_MISMATCH', 'unit: 1'],
    ['sqrt(area)', 'UNIT_MISMATCH', 'unit: 1'],
    ['slope ^ area', 'UNIT_MISMATCH', 'unit: 1'],
    ['area ^ 0.5', 'UNIT_MISMATCH', 'unit: 1'],
    ["3 'bushel'", 'UNKNOWN_UNIT', 'unit: 1'],
    ["convert(area, 'bushel')", 'UNKNOWN_UNIT', 'unit: 1'],
    ['convert(area, area)', 'TYPE_MISMATCH', 'unit: 1'],
    ['nothing', 'UNKNOWN_NAME', undefined],
    ['farm.nothing', 'UNKNOWN_NAME', undefined],
    ['nowhere.area', 'UNKNOWN_NAME', undefined],
    ['lookup(nothing, kind)', 'UNKNOWN_NAME', undefined],
    ['lookup(price, kind) * yield', 'LOOKUP_KEYS', undefined],
    ['lookup(price, kind, kind, kind) * yield', 'LOOKUP_KEYS', undefined],
    ['lookup(price, kind, paid) * yield', 'TYPE_MISMATCH', undefined],
    ['area * kind', 'TYPE_MISMATCH', undefined],
    ['-kind', 'TYPE_MISMATCH', undefined],
    ['if(area, area * rate, 0)', 'TYPE_MISMATCH', undefined],
    ['if(paid, area * rate, kind)', 'TYPE_MISMATCH', undefined],
    ['paid and area', 'TYPE_MISMATCH', 'type: boolean'],
    ['kind = paid', 'TYPE_MISMATCH', 'type: boolean'],
    ["kind < 'b'", 'TYPE_MISMATCH', 'type: boolean'],
    ['kind', 'TYPE_MISMATCH', undefined],
    ['area * rate + bonus', 'MAYBE_MISSING', undefined],
    ['bonus', 'MAYBE_MISSING', undefined],
    ['note', 'MAYBE_MISSING', 'type: text'],
    ["if(note = 'x', area * rate, 0)", 'MAYBE_MISSING', undefined],
    ['coalesce(bonus, bonus)', 'MAYBE_MISSING', undefined],
    ['area * rate', 'MONEY_NEEDS_DECIMALS', 'unit: 元'],
    ["convert(area * rate, '万元')", 'MONEY_NEEDS_DECIMALS', 'unit: 万元'],
    ['area * rate * rough', 'NOT_EXACT', 'unit: 元, exact: true'],
    ['round(area * rate, area)', 'ROUND_DIGITS', undefined],
    ['round(area * rate, 19)', 'ROUND_DIGITS', undefined],
    ['round(area * rate, -1)', 'ROUND_DIGITS', undefined],
    ['sum(farm.budget)', 'NOT_A_CHILD', undefined],
    ['sum(nowhere.x)', 'UNKNOWN_NAME', undefined],
    ['tried + area * rate', 'CYCLE', undefined],
    ["((((2 '亿亩' ^ 12) ^ 12) ^ 12) ^ 12) ^ 12", 'POWER_TOO_HIGH', 'unit: 1'],
  ])('%s: %s', (formula, code, declared) => {
    expect(codes(farm(formula, declared))).toContain(code);
  });

  it('names both units, the place and the remedy', () => {
    const [fault] = check(farm("yield + convert(yield, 'kg')", 'unit: t')).faults;
    expect(fault!.params).toEqual({ place: 'tables.plot.columns.tried' });
    expect(fault!.message.en).toContain('1000 kg and kg');
    expect(fault!.message.zh).toContain('1000 kg 与 kg');
    expect(fault!.remedy!.en).toContain('convert(');
  });

  it('offers no convert between things that differ in kind', () => {
    expect(check(farm('area + yield')).faults[0]!.remedy).toBeUndefined();
  });

  it('has no plan', () => {
    expect(check(farm('area + yield')).checked).toBeUndefined();
  });
});

describe('zero fits any unit, other numbers none', () => {
  it.each(['0', '0.00', '-0', '0 + 0'])('max(area * rate, %s)', (zero) => {
    expect(codes(farm(`max(area * rate, ${zero})`))).toEqual([]);
  });
  it.each(['1', '0.01'])('max(area * rate, %s)', (other) => {
    expect(codes(farm(`max(area * rate, ${other})`))).toEqual(['UNIT_MISMATCH']);
  });
});

describe('exact or binary', () => {
  const double = (formula: string, declared = 'unit: 1'): boolean => {
    const { checked, faults } = check(farm(formula, declared));
    if (!checked) throw new Error(JSON.stringify(faults));
    const column = checked.sheet.tables[1]!.columns.find((c) => c.name === 'tried')!;
    return typeOf(checked, (column as { ast: Node }).ast).double;
  };

  it.each([
    ['area * rate', false, 'unit: 元, decimals: 2'],
    ['half', false, 'unit: 亩'],
    ['slope ^ 2', false, 'unit: 1'],
    ['pow(slope, 2)', false, 'unit: 1'],
    ['rough * 2', true, 'unit: 1'],
    ['exp(slope)', true, 'unit: 1'],
    ['slope ^ 0.5', true, 'unit: 1'],
    ['slope ^ slope', true, 'unit: 1'],
    ['if(paid, rough, 1)', true, 'unit: 1'],
    ['round(rough, 3)', false, 'unit: 1'],
    ['max(slope, rough)', true, 'unit: 1'],
  ])('%s: %s', (formula, expected, declared) => {
    expect(double(formula, declared)).toBe(expected);
  });
});

function typeOf(checked: CheckedSheet, node: Node) {
  const type = checked.types.get(node);
  if (!type) throw new Error(`no type for ${node.kind}`);
  return type;
}

describe('order of evaluation', () => {
  const tables = `
tables:
  top: { title: t, key: id, inputs: { id: { type: text } }, columns: { all: { formula: sum(leaf.b) }, first: { formula: all + 1 } } }
  leaf:
    title: t
    key: leaf_id
    parent: { table: top, on: id }
    inputs: { leaf_id: { type: text }, id: { type: text }, x: {}, opt: { required: false } }
    columns: { c: { formula: b / top.all }, b: { formula: a * 2 }, a: { formula: x } }
outputs: { o: { title: t, formula: sum(leaf.c) } }
`;

  it('puts each step after all it needs, across tables', () => {
    expect(plan(tables)).toEqual(['leaf.a', 'leaf.b', 'top.all', 'top.first', 'leaf.c', 'output/o']);
  });

  it('names the members of a circle across tables', () => {
    const [fault] = check(tables.replace('{ formula: x }', '{ formula: top.all }')).faults;
    expect(fault!.code).toBe('CYCLE');
    expect(fault!.message.en).toContain('top.all → leaf.b → leaf.a → top.all');
  });

  it('an optional input may be added up alone, not inside an expression', () => {
    expect(codes(tables.replace('sum(leaf.c)', 'sum(leaf.opt)'))).toEqual([]);
    expect(codes(tables.replace('sum(leaf.c)', 'sum(leaf.opt * leaf.x)'))).toEqual(['MAYBE_MISSING']);
    expect(codes(tables.replace('sum(leaf.c)', '"sum(coalesce(leaf.opt, 1) * leaf.x)"'))).toEqual([]);
  });

  it('counts tables, not columns', () => {
    expect(codes(tables.replace('sum(leaf.c)', 'count(leaf)'))).toEqual([]);
    expect(codes(tables.replace('sum(leaf.c)', 'count(leaf where leaf.x > 1)'))).toEqual([]);
    expect(codes(tables.replace('sum(leaf.c)', 'count(leaf.nothing)'))).toEqual(['COUNT_TAKES_A_TABLE']);
    expect(codes(tables.replace('sum(leaf.c)', 'count(nothing)'))).toEqual(['UNKNOWN_NAME']);
  });

  it('aggregates do not nest, and do not reach other children', () => {
    expect(codes(tables.replace('sum(leaf.c)', 'sum(top.all * count(leaf))'))).toContain('NESTED_AGGREGATE');
    expect(codes(tables.replace('sum(leaf.c)', 'leaf.c'))).toEqual(['UNKNOWN_NAME']);
  });
});

describe('groups', () => {
  const group = (more = '') => `
tables:
  g: { title: t, group: { table: h, by: cls }, columns: { fixed: { formula: '3' } } }
  gg: { title: t, group: { table: g, by: cls }, columns: { fixed: { formula: '4' } } }
  h:
    title: t
    key: id
    inputs: { id: { type: text }, x: {} }
    columns:
      y: { formula: g.fixed * x }
      cls: { type: text, formula: "if(x > 1, 'a', 'b')" }
      ${more}
outputs: { n: { title: t, formula: count(gg) }, m: { title: t, formula: sum(g.fixed where g.cls = 'a') } }
`;

  it('rows of a group stand only after what they are grouped by is computed', () => {
    const steps = plan(group());
    for (const later of ['g.fixed', 'gg.fixed', 'h.y', 'output/n', 'output/m'])
      expect(steps.indexOf(later)).toBeGreaterThan(steps.indexOf('h.cls'));
  });

  it('a grouping column that rests on its own group is a circle', () => {
    expect(codes(group().replace("if(x > 1, 'a'", "if(g.fixed > 1, 'a'"))).toContain('CYCLE');
  });
});

describe('units that stand in the row', () => {
  const inventory = (column: string, output = 'sum(line.kg)\n    unit: kg CO2e') => `
tables:
  plant: { title: t, key: plant_id, inputs: { plant_id: { type: text }, unit: { type: unit } } }
  line:
    title: t
    key: line_id
    parent: { table: plant, on: plant_id }
    inputs:
      line_id: { type: text }
      plant_id: { type: text }
      unit: { type: unit }
      other: { type: unit }
      amount: { unit: '[unit]' }
      spare: { unit: '[other]' }
      factor: { unit: 'kg CO2e/[unit]' }
    columns: { kg: { formula: amount * factor, unit: kg CO2e }, ${column} }
outputs:
  o:
    title: t
    formula: ${output}
`;

  it('cancel against a factor per that unit', () => {
    expect(codes(inventory("twice: { formula: amount * 2, unit: '[unit]' }"))).toEqual([]);
  });

  it.each([
    ['x: { formula: amount + spare, unit: "[unit]" }', 'UNIT_MISMATCH'],
    ['x: { formula: amount * factor * 1, unit: kg }', 'UNIT_MISMATCH'],
    ['x: { formula: "convert(amount, \'kWh\')", unit: kWh }', 'UNIT_MISMATCH'],
    ["x: { formula: amount, unit: '[nothing]' }", 'UNKNOWN_UNIT'],
    ["x: { formula: amount, unit: '[factor]' }", 'UNKNOWN_UNIT'],
  ])('%s', (column, code) => {
    expect(codes(inventory(column))).toContain(code);
  });

  it.each(['sum', 'mean', 'min_of', 'max_of'])('%s of amounts in different units is refused', (name) => {
    expect(
      codes(inventory('z: { formula: kg, unit: kg CO2e }', `${name}(line.amount) / ${name}(line.amount)`)),
    ).toEqual(['UNIT_MISMATCH', 'UNIT_MISMATCH']);
  });

  it("a child's unit is not its parent's, though the columns share a name", () => {
    const body = inventory('z: { formula: kg, unit: kg CO2e }').replace(
      'unit: { type: unit } } }',
      "unit: { type: unit } }, columns: { s: { formula: sum(line.amount), unit: '[unit]' } } }",
    );
    expect(codes(body)).toContain('UNIT_MISMATCH');
  });

  it('are the cells to check for a known unit', () => {
    const { sheet } = readSheet(HEAD + inventory('z: { formula: kg, unit: kg CO2e }'));
    expect([...unitColumns(sheet!.tables[1]!)]).toEqual(['unit', 'other']);
    expect([...unitColumns(sheet!.tables[0]!)]).toEqual([]);
  });
});

describe('operators', () => {
  const split = (args: string, declared = 'unit: 元, decimals: 2', operator = 'allocate') => `
parameters: { pool: { title: t, unit: 元, values: [] } }
tables:
  r:
    title: t
    key: id
    inputs: { id: { type: text }, w: {}, floor: { unit: 元, required: false }, cap: { unit: 元, required: false }, mu: { unit: 亩 } }
    columns:
      rough: { formula: exp(w) }
      amount: { operator: ${operator}, args: { ${args} }, ${declared} }
`;

  it.each([
    'pool: pool, weight: w',
    "pool: pool, weight: w, floor: 'coalesce(floor, 0)', cap: cap",
    'pool: pool, weight: mu',
  ])('%s', (args) => {
    expect(codes(split(args))).toEqual([]);
  });

  it.each([
    ['pool: pool', 'OPERATOR_ARGUMENT'],
    ['pool: pool, weight: w, ceiling: cap', 'OPERATOR_ARGUMENT'],
    ['pool: w, weight: w', 'UNIT_MISMATCH'],
    ['pool: pool, weight: w, cap: mu', 'UNIT_MISMATCH'],
    ['pool: pool, weight: id', 'TYPE_MISMATCH'],
    ['pool: pool, weight: floor', 'MAYBE_MISSING'],
    ['pool: pool, weight: rough', 'NOT_EXACT'],
    ['pool: pool, weight: nothing', 'UNKNOWN_NAME'],
    ['pool: pool, weight: amount', 'CYCLE'],
  ])('%s: %s', (args, code) => {
    expect(codes(split(args))).toContain(code);
  });

  it('needs decimals, and a name that is known', () => {
    expect(codes(split('pool: pool, weight: w', 'unit: 元'))).toContain('OPERATOR_DECIMALS');
    expect(codes(split('pool: pool, weight: w', 'unit: 元, decimals: 2', 'shell'))).toEqual(['UNKNOWN_OPERATOR']);
    expect(codes(split('pool: pool, weight: w', 'unit: 元, decimals: 2', 'constructor'))).toEqual(['UNKNOWN_OPERATOR']);
  });
});

it('checks declared units, wherever they stand', () => {
  const body = farm('area * rate')
    .replace('yield: { unit: t }', 'yield: { unit: bushel }')
    .replace('unit: 元/亩', 'unit: 元/acre');
  const places = check(body)
    .faults.filter((f) => f.code === 'UNKNOWN_UNIT')
    .map((f) => f.params!.place);
  expect(places).toEqual(expect.arrayContaining(['tables.plot.inputs.yield', 'parameters.rate']));
});

it('types every node of every formula', () => {
  const { checked } = check(farm("if(kind = 'x', area * rate, farm.budget) + coalesce(bonus, 0)"));
  const column = checked!.sheet.tables[1]!.columns.find((c) => c.name === 'tried') as { ast: Node };
  expect(describeUnit(typeOf(checked!, column.ast).unit!)).toBe('元');
  expect(typeOf(checked!, column.ast)).toMatchObject({ type: 'number', double: false, maybe: false });
});
