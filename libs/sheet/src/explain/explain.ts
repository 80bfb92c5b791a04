/**
 * Why a figure is what it is: the formula with its numbers in it and, below, everything it read, down to what was filed.
 * Nothing is computed a second way: the tree is drawn over the columns of the finished run.
 */
import { columnOf } from '../check/scope';
import { children } from '../formula/parse-formula';
import type { Node } from '../ast';
import type { Place } from '../exact/evaluate';
import { fault, SheetFaults, text } from '../fault';
import type { ComputedColumn, Explanation, Output, RunInput, Sheet, Table } from '../model';
import { finishRun, type FinishedRun, type RunOptions } from '../run/run-sheet';
import { written, type LiveRow, type Value } from '../run/values';

/** Children listed below one aggregate; the rest is counted. */
const MOST_CHILDREN = 50;
const MOST_DEPTH = 40;

/** `cell` is `table/key/column` (the key may contain "/") or `output/name`. Throws SheetFaults for a cell that is not there. */
export function explain(sheet: Sheet, input: RunInput, cell: string, options: RunOptions = {}): Explanation {
  return explainCell(finishRun(sheet, input, options), cell);
}

export function explainCell(run: FinishedRun, cell: string): Explanation {
  const [first = '', ...rest] = cell.split('/');
  const { sheet } = run.checked;
  const explainer = new Explainer(run);
  if (first === 'output') {
    const output = sheet.outputs.find((o) => o.name === rest.join('/'));
    if (output) return explainer.output(output);
  }
  const table = sheet.tables.find((t) => t.name === first);
  const name = rest.at(-1) ?? '';
  const row = table && run.tables.get(table.name)?.find((r) => r.key === rest.slice(0, -1).join('/'));
  if (table && row && columnOf(sheet, table, name)) return explainer.cell(table, row, name, 0);
  throw new SheetFaults([
    fault(
      'UNKNOWN_CELL',
      {},
      text(`没有单元格 ${cell}`, `there is no cell ${cell}`),
      text('写成 表/主键/列 或 output/名称', 'write table/key/column or output/name'),
    ),
  ]);
}

class Explainer {
  constructor(private readonly run: FinishedRun) {}

  output(output: Output): Explanation {
    return this.computed(output, `output/${output.name}`, this.run.outputs.get(output.name), {}, 0);
  }

  cell(table: Table, row: LiveRow, name: string, depth: number): Explanation {
    const place = `${table.name}/${row.key}/${name}`;
    const value = row.cells.get(name);
    const column = table.columns.find((c) => c.name === name);
    if (column?.kind === 'computed') return this.computed(column, place, value, { table: table.name, row }, depth);
    return {
      label: column?.title ?? table.title,
      place,
      value: String(written(value) ?? ''),
      unit: column ? rowUnit(column.unit, row) : '',
      source: 'filed',
      children: [],
    };
  }

  private computed(
    target: ComputedColumn | Output,
    place: string,
    value: Value | undefined,
    at: Place,
    depth: number,
  ): Explanation {
    const node: Explanation = {
      label: target.title,
      place,
      value: String(written(value, target.numberKind, target.decimals) ?? ''),
      unit: at.row ? rowUnit(target.unit, at.row) : target.unit,
      clause: target.clause,
      rounding: target.numberKind === 'decimal' ? `half-up, ${target.decimals} decimals` : undefined,
      children: [],
    };
    const roots = target.ast ? [target.ast] : Object.values(('operator' in target && target.operator?.asts) || {});
    if (target.ast) {
      node.formula = target.formula;
      node.filled = this.fill(target.formula ?? '', target.ast, at);
    } else if ('operator' in target && target.operator) {
      const args = Object.entries(target.operator.args).map(([name, formula]) => `${name}: ${formula}`);
      node.formula = `${target.operator.name}(${args.join(', ')})`;
    }
    if (depth < MOST_DEPTH) this.below(roots, at, depth + 1, node);
    return node;
  }

  /** Everything a formula reads, each once, in the order of the formula. */
  private below(roots: Node[], at: Place, depth: number, into: Explanation): void {
    const seen = new Set<string>();
    const add = (child: Explanation | undefined): void => {
      if (child && !seen.has(child.place)) {
        seen.add(child.place);
        into.children.push(child);
      }
    };
    const visit = (node: Node): void => {
      if (node.kind === 'aggregate') {
        const rows = this.run.evaluator.rowsOf(node, at);
        into.childCount = (into.childCount ?? 0) + rows.length;
        for (const row of rows.slice(0, MOST_CHILDREN)) {
          for (const part of node.value ? leaves(node.value) : []) {
            add(this.leaf(part, { ...at, over: { table: node.table, row } }, depth));
          }
        }
        return;
      }
      if (node.kind === 'lookup') add(this.lookup(node, at));
      if (node.kind === 'name' || node.kind === 'member') add(this.leaf(node, at, depth));
      children(node).forEach(visit);
    };
    roots.forEach(visit);
  }

  private leaf(node: Node & { kind: 'name' | 'member' }, at: Place, depth: number): Explanation | undefined {
    const { sheet } = this.run.checked;
    const tableName = node.kind === 'member' ? node.table : at.table;
    const table = sheet.tables.find((t) => t.name === tableName);
    if (table && columnOf(sheet, table, node.name)) {
      const row = this.run.evaluator.rowOf(table.name, at);
      return row && this.cell(table, row, node.name, depth);
    }
    const parameter = sheet.parameters.find((p) => p.name === node.name);
    const use = this.run.parameters.uses().find((u) => u.name === node.name && !u.keys);
    if (!parameter || !use) return undefined;
    const { value, unit, source, confidence } = use;
    return {
      label: parameter.title,
      place: `parameter/${parameter.name}`,
      value,
      unit,
      source,
      confidence,
      children: [],
    };
  }

  private lookup(node: Node & { kind: 'lookup' }, at: Place): Explanation | undefined {
    const keys = node.keys.map((key) => String(this.run.evaluator.sure(key, at)));
    const table = this.run.checked.sheet.lookups.find((l) => l.name === node.name);
    const use = this.run.parameters.uses().find((u) => u.name === node.name && u.keys?.join('/') === keys.join('/'));
    if (!table || !use) return undefined;
    const { value, unit, source, confidence } = use;
    return {
      label: table.title,
      place: `lookup/${[node.name, ...keys].join('/')}`,
      value,
      unit,
      source,
      confidence,
      children: [],
    };
  }

  /** The formula's text with each name replaced by its value in this place. */
  private fill(formula: string, ast: Node, at: Place): string {
    const cuts: { from: number; to: number; with: string }[] = [];
    const visit = (node: Node): void => {
      if (node.kind === 'aggregate') {
        const end = closing(formula, node.at);
        const value = attempt(() => this.run.evaluator.value(node, at));
        cuts.push({ from: node.at, to: end, with: shown(value) });
        return;
      }
      if (node.kind === 'lookup') {
        cuts.push({
          from: node.at,
          to: closing(formula, node.at),
          with: shown(attempt(() => this.run.evaluator.value(node, at))),
        });
        return;
      }
      if (node.kind === 'name' || node.kind === 'member') {
        const length =
          node.kind === 'name' ? node.name.length : /^[\w]+\s*\.\s*[\w]+/.exec(formula.slice(node.at))![0].length;
        cuts.push({
          from: node.at,
          to: node.at + length,
          with: shown(attempt(() => this.run.evaluator.value(node, at))),
        });
      }
      children(node).forEach(visit);
    };
    visit(ast);
    return cuts
      .sort((a, b) => b.from - a.from)
      .reduce((out, cut) => out.slice(0, cut.from) + cut.with + out.slice(cut.to), formula);
  }
}

/** The unit of a row-unit column, with the row's own unit in it. */
const rowUnit = (unit: string, row: LiveRow): string =>
  unit.replace(/\[(\w+)\]/g, (_, name: string) => String(row.cells.get(name) ?? ''));

const leaves = (node: Node): (Node & { kind: 'name' | 'member' })[] =>
  node.kind === 'name' || node.kind === 'member' ? [node] : children(node).flatMap(leaves);

const shown = (value: Value | undefined): string => (value === undefined ? '–' : String(written(value)));

function attempt(read: () => Value | undefined): Value | undefined {
  try {
    return read();
  } catch {
    return undefined; // the branch not taken may not be computable
  }
}

/** Index after the bracket that closes the call starting at `from`. */
function closing(formula: string, from: number): number {
  let depth = 0;
  for (let i = from; i < formula.length; i++) {
    if (formula[i] === '(') depth++;
    if (formula[i] === ')' && --depth === 0) return i + 1;
  }
  return formula.length;
}
