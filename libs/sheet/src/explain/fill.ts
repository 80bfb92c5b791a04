/** A formula's own text with each name, look-up and aggregate replaced by its figure and unit. */
import type { Node } from '../ast';
import type { CheckedSheet } from '../check/types';
import type { LiveRow } from '../exact/live-rows';
import type { ComputedColumn, Output } from '../model';
import { children } from '../formula/parse-formula';
import { describeUnit, PURE } from '../units/unit';

export interface Written {
  value: string;
  unit: string;
}

export function fill(formula: string, ast: Node, write: (node: Node) => Written): string {
  const cuts: { from: number; to: number; with: string }[] = [];
  const visit = (node: Node): void => {
    const whole = node.kind === 'aggregate' || node.kind === 'lookup';
    if (whole || node.kind === 'name' || node.kind === 'member') {
      cuts.push({
        from: node.at,
        to: whole ? closing(formula, node.at) : node.at + nameLength(formula, node),
        with: shown(write(node)),
      });
    }
    if (!whole) children(node).forEach(visit);
  };
  visit(ast);
  return cuts
    .sort((a, b) => b.from - a.from)
    .reduce((out, cut) => out.slice(0, cut.from) + cut.with + out.slice(cut.to), formula);
}

/** A formula, or an operator with its arguments, each as `tell` writes it. */
export function told(target: ComputedColumn | Output, tell: (formula: string, ast?: Node) => string): string {
  const operator = 'operator' in target ? target.operator : undefined;
  if (!operator) return tell(target.formula ?? '', target.ast);
  const args = Object.entries(operator.args).map(([name, arg]) => `${name}: ${tell(arg, operator.asts?.[name])}`);
  return `${operator.name}(${args.join(', ')})`;
}

const shown = ({ value, unit }: Written): string =>
  value === '' ? '–' : unit === '' || unit === '1' ? value : `${value} ${unit}`;

const nameLength = (formula: string, node: Node & { kind: 'name' | 'member' }): number =>
  node.kind === 'name' ? node.name.length : (/^\w+\s*\.\s*\w+/.exec(formula.slice(node.at))?.[0].length ?? 0);

/** Index after the bracket that closes the call starting at `from`; brackets inside quoted text do not count. */
function closing(formula: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = from; i < formula.length; i++) {
    const sign = formula[i];
    if (sign === "'") quoted = !quoted;
    if (quoted) continue;
    if (sign === '(') depth++;
    if (sign === ')' && --depth === 0) return i + 1;
  }
  return formula.length;
}

/** The unit of a row-unit column, with the row's own unit in it. */
export const rowUnit = (unit: string, row?: LiveRow): string =>
  row ? unit.replace(/\[(\w+)\]/g, (_, name: string) => String(row.cells.get(name) ?? '')) : unit;

/** As the column added up is declared; of anything longer, in base units. */
export function unitOfAggregate({ sheet, types }: CheckedSheet, node: Node & { kind: 'aggregate' }): string {
  const { value } = node;
  if (node.name === 'count' || node.name === 'any') return '';
  if (value?.kind === 'member') {
    const column = sheet.tables.find((t) => t.name === value.table)?.columns.find((c) => c.name === value.name);
    if (column) return column.unit;
  }
  return describeUnit(types.get(node)?.unit ?? PURE);
}
