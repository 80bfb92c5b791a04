/** Names, types, units and order of a whole sheet. A sheet with any fault has no plan. */
import type { Node } from '../ast';
import { sheetFault, text } from '../fault';
import type { ComputedColumn, Fault, Output, Sheet, Table } from '../model';
import { conversionFactor, describeUnit, isMoney, multiply, parseUnit, sameUnit, type Unit } from '../units/unit';
import { Inference } from './infer';
import { membership, Scope } from './scope';
import { OPERATORS, type CheckedSheet, type NodeType, type OperatorRule, type Step } from './types';

export function checkSheet(sheet: Sheet): { checked?: CheckedSheet; faults: Fault[] } {
  const faults: Fault[] = [];
  const types: CheckedSheet['types'] = new Map();
  const edges = new Map<string, { step: Step; needs: Step[] }>();

  const keep = (inference: Inference): void => {
    faults.push(...inference.faults);
    for (const [node, type] of inference.types) types.set(node, type);
  };

  checkUnits(sheet, faults);
  for (const table of sheet.tables) {
    const scope = new Scope(sheet, table);
    for (const column of table.columns) {
      if (column.kind !== 'computed') continue;
      const inference = new Inference(`tables.${table.name}.columns.${column.name}`);
      inference.needs.push(...membership(sheet, table));
      checkColumn(inference, column, scope);
      keep(inference);
      edges.set(stepKey({ table: table.name, column: column.name }), {
        step: { table: table.name, column: column.name },
        needs: inference.needs,
      });
    }
    for (const [i, check] of table.checks.entries()) {
      if (!check.ast) continue;
      const inference = new Inference(`tables.${table.name}.checks.${i}`);
      if (inference.infer(check.ast, scope).type !== 'boolean')
        inference.fail('TYPE_MISMATCH', '检查须为条件', 'a check is a condition');
      keep(inference);
    }
  }
  for (const output of sheet.outputs) {
    const inference = new Inference(`outputs.${output.name}`);
    if (output.ast) checkResult(inference, output, inference.infer(output.ast, new Scope(sheet)));
    keep(inference);
    edges.set(stepKey({ output: output.name }), { step: { output: output.name }, needs: inference.needs });
  }
  const plan = order(edges, faults);
  return faults.length ? { faults } : { checked: { sheet, plan, types }, faults };
}

export const stepKey = (step: Step): string =>
  'output' in step ? `output/${step.output}` : `${step.table}.${step.column}`;

/** Every declared unit must be known, and `[name]` must be a text input of the same table. */
function checkUnits(sheet: Sheet, faults: Fault[]): void {
  const see = (unit: string, place: string, table?: Table): void => {
    const inference = new Inference(place);
    const found = inference.unit(unit);
    for (const name of found.dimensions.keys()) {
      const column = /^\[(.*)\]$/.exec(name)?.[1];
      if (column && !table?.columns.some((c) => c.kind === 'input' && c.type === 'text' && c.name === column)) {
        inference.fail('UNKNOWN_UNIT', `${name} 不是本表的文本输入列`, `${name} is no text input of this table`);
      }
    }
    faults.push(...inference.faults);
  };
  for (const p of sheet.parameters) if (p.type === 'number') see(p.unit, `parameters.${p.name}`);
  for (const l of sheet.lookups) if (l.type === 'number') see(l.unit, `lookups.${l.name}`);
  for (const o of sheet.outputs) if (o.type === 'number') see(o.unit, `outputs.${o.name}`);
  for (const table of sheet.tables) {
    for (const c of table.columns) {
      if (c.type !== 'number') continue;
      see(c.unit, `tables.${table.name}.${c.kind === 'input' ? 'inputs' : 'columns'}.${c.name}`, table);
    }
  }
}

function checkColumn(inference: Inference, column: ComputedColumn, scope: Scope): void {
  if (column.ast) return checkResult(inference, column, inference.infer(column.ast, scope));
  const { operator } = column;
  const rule = operator && Object.hasOwn(OPERATORS, operator.name) ? OPERATORS[operator.name] : undefined;
  if (!operator || !rule) {
    inference.fail('UNKNOWN_OPERATOR', `没有算子 ${operator?.name}`, `there is no operator ${operator?.name}`);
    return;
  }
  const asts: Record<string, Node> = operator.asts ?? {};
  for (const name of rule.required)
    if (!asts[name]) inference.fail('OPERATOR_ARGUMENT', `算子缺少参数 ${name}`, `the operator lacks ${name}`);
  for (const [name, ast] of Object.entries(asts)) {
    if (![...rule.required, ...rule.optional].includes(name))
      inference.fail('OPERATOR_ARGUMENT', `算子没有参数 ${name}`, `the operator has no argument ${name}`);
    if (rule.below?.includes(name) && ast.kind !== 'aggregate')
      inference.fail('OPERATOR_ARGUMENT', `参数 ${name} 须取自下级表`, `argument ${name} is read from a table below`);
    const type = inference.infer(ast, scope);
    if (type.type !== 'number')
      inference.fail('TYPE_MISMATCH', `参数 ${name} 应为数值`, `argument ${name} is a number`);
    else if (rule.sameUnit.includes(name)) compareUnits(inference, type.unit, column.unit, name);
    else if (rule.pure?.includes(name)) compareUnits(inference, type.unit, '1', name);
    if (type.double && rule.exact)
      inference.fail('NOT_EXACT', `参数 ${name} 须为十进制数`, `argument ${name} must be an exact decimal`);
    if (type.maybe && rule.required.includes(name))
      inference.fail('MAYBE_MISSING', `参数 ${name} 可能为空`, `argument ${name} may be missing`);
  }
  checkBelow(inference, rule, column, asts);
  if (column.decimals === undefined && rule.exact)
    inference.fail('OPERATOR_DECIMALS', '算子结果须给出 decimals', 'an operator column needs decimals');
}

/** What is read row by row is read from the rows of one table; units multiply. */
function checkBelow(
  inference: Inference,
  { below = [], product = [] }: OperatorRule,
  column: ComputedColumn,
  asts: Record<string, Node>,
): void {
  const tables = new Set(below.flatMap((name) => (asts[name]?.kind === 'aggregate' ? [asts[name].table] : [])));
  if (tables.size > 1)
    inference.fail('OPERATOR_ARGUMENT', '各参数须取自同一个下级表', 'the arguments are read from one table below');
  const units = product.map((name) => asts[name] && inference.types.get(asts[name])?.unit);
  if (units.length && units.every((unit) => unit !== undefined))
    compareUnits(
      inference,
      units.reduce((a, b) => multiply(a!, b!)),
      column.unit,
    );
}

function checkResult(inference: Inference, target: ComputedColumn | Output, found: NodeType): void {
  if (found.maybe) inference.fail('MAYBE_MISSING', '结果可能为空', 'the result may be missing');
  if (found.type !== target.type) {
    inference.fail(
      'TYPE_MISMATCH',
      `声明为 ${target.type}，公式得到 ${found.type}`,
      `declared ${target.type}, the formula gives ${found.type}`,
    );
    return;
  }
  if (found.type !== 'number') return;
  compareUnits(inference, found.unit, target.unit);
  if (target.numberKind === 'exact' && found.double) {
    inference.fail(
      'NOT_EXACT',
      '公式含浮点量，不能声明 exact',
      'the formula uses binary floating point and cannot be exact',
    );
  }
  if (isMoney(inference.unit(target.unit)) && target.decimals === undefined && target.numberKind === 'double') {
    inference.fail('MONEY_NEEDS_DECIMALS', '金额列须给出 decimals', 'a money column needs decimals');
  }
}

function compareUnits(inference: Inference, found: Unit | undefined, declared: string, argument?: string): void {
  const wanted = inference.unit(declared);
  if (!found || sameUnit(found, wanted)) return;
  const what = argument ? `${argument} ` : '';
  const scale = conversionFactor(found, wanted);
  inference.fail(
    'UNIT_MISMATCH',
    `${what}声明的单位是 ${declared}，公式得到 ${describeUnit(found)}`,
    `${what}declared in ${declared}, but the formula gives ${describeUnit(found)}`,
    scale ? [`写成 convert(…, '${declared}')`, `write convert(…, '${declared}')`] : undefined,
  );
}

/** Depth-first order; a cycle is named by its members. */
function order(edges: Map<string, { step: Step; needs: Step[] }>, faults: Fault[]): Step[] {
  const plan: Step[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (key: string): void => {
    if (state.get(key) === 'done') return;
    if (state.get(key) === 'open') {
      const loop = [...path.slice(path.indexOf(key)), key].join(' → ');
      faults.push(
        sheetFault('CYCLE', key, text(`公式循环引用：${loop}`, `formulas refer to each other in a circle: ${loop}`)),
      );
      return;
    }
    const edge = edges.get(key);
    if (!edge) return;
    state.set(key, 'open');
    path.push(key);
    for (const need of edge.needs) visit(stepKey(need));
    path.pop();
    state.set(key, 'done');
    plan.push(edge.step);
  };
  for (const key of edges.keys()) visit(key);
  return plan;
}

/** The text columns of a table whose cells must be units, because another column's unit is `[column]`. */
export function unitColumns(table: Table): Set<string> {
  const found = new Set<string>();
  for (const column of table.columns) {
    if (column.type !== 'number' || !column.unit.includes('[')) continue;
    for (const name of parseUnit(column.unit).dimensions.keys()) if (name.startsWith('[')) found.add(name.slice(1, -1));
  }
  return found;
}
