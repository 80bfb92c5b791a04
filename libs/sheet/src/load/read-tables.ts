/** The `tables` part of a sheet: inputs, computed columns, parents, groups, row checks. */
import type { Node } from '../ast';
import { OPERATORS } from '../check/types';
import { firstTable } from '../formula/parse-formula';
import type { Column, ComputedColumn, InputColumn, Table } from '../model';
import { requireTables } from './require-tables';
import { formulaNode, type Reader } from './reader';

const INPUT = [
  ...['title', 'help', 'clause', 'example', 'type', 'unit', 'decimals'],
  ...['min', 'max', 'above', 'below', 'choices', 'required'],
];
const COMPUTED = ['title', 'help', 'type', 'unit', 'decimals', 'exact', 'clause', 'formula', 'operator', 'args'];

export function readTables(r: Reader, value: unknown): Table[] {
  const tables = r.entries(value, 'tables').map(([name, tree]) => table(r, name, tree));
  requireTables(r, tables);
  return tables;
}

function table(r: Reader, name: string, value: unknown): Table {
  const place = `tables.${name}`;
  const tree = r.tree(
    value,
    place,
    ['title', 'key', 'parent', 'group', 'optional', 'inputs', 'columns', 'checks'],
    ['title'],
  );
  const parent =
    tree.parent === undefined ? undefined : r.tree(tree.parent, `${place}.parent`, ['table', 'on'], ['table', 'on']);
  const group =
    tree.group === undefined ? undefined : r.tree(tree.group, `${place}.group`, ['table', 'by'], ['table', 'by']);
  const by = group ? r.names(group.by, `${place}.group.by`) : [];
  const key = tree.key === undefined ? by : r.names(tree.key, `${place}.key`);
  if (!key.length) r.fail('SHEET_KEY', place, '缺少主键 key', 'key is missing');
  const inputs = r
    .entries(tree.inputs, `${place}.inputs`)
    .map(([column, v]) => input(r, column, v, `${place}.inputs.${column}`));
  if (group && inputs.length) r.fail('SHEET_GROUP_INPUTS', place, '分组表没有输入列', 'a grouped table has no inputs');
  const computed = r
    .entries(tree.columns, `${place}.columns`)
    .map(([column, v]) => computedColumn(r, column, v, `${place}.columns.${column}`));
  const columns: Column[] = [...inputs, ...computed];
  const twice = columns.find((c, i) => columns.findIndex((o) => o.name === c.name) !== i);
  if (twice)
    r.fail(
      'SHEET_NAME_TWICE',
      `${place}.${twice.name}`,
      '同名的输入列和计算列',
      'an input and a column share this name',
    );
  if (!group)
    for (const k of key)
      if (!inputs.some((c) => c.name === k))
        r.fail('SHEET_KEY', `${place}.key`, `主键列 ${k} 不是输入列`, `key column ${k} is no input`);
  return {
    name,
    title: r.text(tree.title, `${place}.title`),
    key,
    parent: parent && {
      table: r.string(parent.table, `${place}.parent.table`),
      on: r.names(parent.on, `${place}.parent.on`),
    },
    group: group && { table: r.string(group.table, `${place}.group.table`), by },
    optional: r.flag(tree.optional, `${place}.optional`, false),
    columns,
    checks: r.list(tree.checks, `${place}.checks`).map((v, i) => {
      const at = `${place}.checks.${i}`;
      const check = r.tree(v, at, ['formula', 'message', 'column', 'code'], ['formula', 'message']);
      const formula = r.string(check.formula, `${at}.formula`);
      return {
        formula,
        ast: formulaNode(r, formula, at),
        message: r.text(check.message, `${at}.message`),
        column: r.optional(check.column, at),
        ...(check.code !== undefined && { code: r.code(check.code, `${at}.code`) }),
      };
    }),
  };
}

function input(r: Reader, name: string, value: unknown, place: string): InputColumn {
  const tree = r.tree(value, place, INPUT);
  return {
    kind: 'input',
    name,
    title: r.text(tree.title, `${place}.title`, name),
    ...r.notes(tree, place),
    type: r.type(tree.type, `${place}.type`),
    unit: r.string(tree.unit, `${place}.unit`, '1'),
    decimals: r.digits(tree.decimals, `${place}.decimals`),
    min: r.amount(tree.min, `${place}.min`),
    max: r.amount(tree.max, `${place}.max`),
    above: r.amount(tree.above, `${place}.above`),
    below: r.amount(tree.below, `${place}.below`),
    choices: tree.choices === undefined ? undefined : r.names(tree.choices, `${place}.choices`),
    required: r.flag(tree.required, `${place}.required`, true),
  };
}

function computedColumn(r: Reader, name: string, value: unknown, place: string): ComputedColumn {
  const tree = r.tree(value, place, COMPUTED);
  const decimals = r.digits(tree.decimals, `${place}.decimals`);
  const exact = r.flag(tree.exact, `${place}.exact`, false);
  if (decimals !== undefined && exact)
    r.fail('SHEET_KIND', place, 'decimals 与 exact 只能取其一', 'give decimals or exact, not both');
  if ((tree.formula === undefined) === (tree.operator === undefined)) {
    r.fail('SHEET_FORMULA', place, 'formula 与 operator 须且只能给出一个', 'give either a formula or an operator');
  }
  const column: ComputedColumn = {
    kind: 'computed',
    name,
    title: r.text(tree.title, `${place}.title`, name),
    help: tree.help === undefined ? undefined : r.text(tree.help, `${place}.help`),
    type: r.type(tree.type, `${place}.type`),
    unit: r.string(tree.unit, `${place}.unit`, '1'),
    numberKind: decimals !== undefined ? 'decimal' : exact ? 'exact' : 'double',
    decimals,
    clause: r.optional(tree.clause, `${place}.clause`),
  };
  if (tree.formula !== undefined) {
    column.formula = r.string(tree.formula, `${place}.formula`);
    column.ast = formulaNode(r, column.formula, place);
  } else if (tree.operator !== undefined) {
    const args = Object.fromEntries(
      r.entries(tree.args, `${place}.args`).map(([k, v]) => [k, r.string(v, `${place}.args.${k}`)]),
    );
    const operator = r.string(tree.operator, `${place}.operator`);
    const asts = Object.fromEntries(
      Object.entries(args).flatMap(([k, f]) => {
        const ast = formulaNode(r, f, `${place}.args.${k}`);
        return ast ? [[k, overRows(operator, k, ast)]] : [];
      }),
    );
    column.operator = { name: operator, args, asts };
  }
  return column;
}

/** An argument that an operator reads row by row stands in the tree as the sum over those rows: types and explanations follow. */
function overRows(operator: string, argument: string, value: Node): Node {
  const rule = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  const table = rule?.below?.includes(argument) ? firstTable(value) : undefined;
  return table ? { kind: 'aggregate', name: 'sum', table, value, at: value.at } : value;
}
