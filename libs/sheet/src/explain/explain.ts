/**
 * Why a figure is what it is: the formula with its numbers in it and, below, everything it read, down to what was filed.
 * Nothing is computed a second way: the tree is drawn over the columns of the finished run.
 */
import { columnOf } from '../check/scope';
import type { Node } from '../ast';
import type { Place } from '../exact/evaluate';
import type { LiveRow } from '../exact/live-rows';
import type { ExactRun } from '../exact/run-exact';
import { fault, SheetFaults, text } from '../fault';
import { children } from '../formula/parse-formula';
import type { ComputedColumn, Explanation, Output, RunInput, Sheet, Table, Text } from '../model';
import type { RunOptions } from '../run/prepare';
import { finishRun } from '../run/run-sheet';
import { written, type Value } from '../run/values';
import { fill, rowUnit, told, unitOfAggregate, type Written } from './fill';

/** Children listed below one aggregate; the rest is counted. */
const MOST_CHILDREN = 50;
/** A tree beyond this is cut: its lower figures can be asked for by their own place. */
const MOST_NODES = 2000;
const MOST_DEPTH = 40;

/** `cell` is `table/key/column` (the key may contain "/") or `output/name`. Throws SheetFaults for a cell that is not there. */
export function explain(sheet: Sheet, input: RunInput, cell: string, options: RunOptions = {}): Explanation {
  return explainer(sheet, input, options)(cell);
}

/** Calculates once and then explains cell after cell. */
export function explainer(sheet: Sheet, input: RunInput, options: RunOptions = {}): (cell: string) => Explanation {
  const { run } = finishRun(sheet, input, options);
  return (cell) => explainCell(run, cell);
}

export function explainCell(run: ExactRun, cell: string): Explanation {
  const [first = '', ...rest] = cell.split('/');
  const { sheet } = run.prepared.checked;
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
      text(`没有单元格 ${cell.slice(0, 200)}`, `there is no cell ${cell.slice(0, 200)}`),
      text('写成 表/主键/列 或 output/名称', 'write table/key/column or output/name'),
    ),
  ]);
}

/** Source of what the filing itself says. */
const FILED = 'filed';

type Reference = Node & { kind: 'name' | 'member' };

class Explainer {
  private nodes = 0;

  constructor(private readonly run: ExactRun) {}

  private get sheet(): Sheet {
    return this.run.prepared.checked.sheet;
  }

  output(output: Output): Explanation {
    return this.computed(output, `output/${output.name}`, this.run.outputs.get(output.name), {}, 0);
  }

  cell(table: Table, row: LiveRow, name: string, depth: number): Explanation {
    const place = `${table.name}/${row.key}/${name}`;
    const value = row.cells.get(name);
    const column = table.columns.find((c) => c.name === name);
    if (column?.kind === 'computed') return this.computed(column, place, value, { table: table.name, row }, depth);
    this.nodes++;
    return {
      label: column?.title ?? table.title,
      place,
      value: String(written(value) ?? ''),
      unit: column?.type === 'number' ? rowUnit(column.unit, row) : '',
      ...(column && { source: FILED }),
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
    this.nodes++;
    const operator = 'operator' in target ? target.operator : undefined;
    const node: Explanation = {
      label: target.title,
      place,
      value: String(written(value, target.numberKind, target.decimals) ?? ''),
      unit: target.type === 'number' ? rowUnit(target.unit, at.row) : '',
      formula: told(target, (formula) => formula),
      words: text(...this.inWords(target, at)),
      filled: told(target, (formula, ast) => this.fill(formula, ast, at)),
      ...(target.clause && { clause: target.clause }),
      ...(target.numberKind === 'decimal' &&
        target.type === 'number' && { rounding: `half-up, ${target.decimals} decimals` }),
      children: [],
    };
    const roots = target.ast ? [target.ast] : Object.values(operator?.asts ?? {});
    if (depth < MOST_DEPTH) this.below(roots, at, depth + 1, node);
    return node;
  }

  private inWords(target: ComputedColumn | Output, at: Place): [string, string] {
    const inLanguage = (language: 'zh' | 'en'): string =>
      told(target, (formula, ast) =>
        ast ? fill(formula, ast, (node) => ({ value: this.titleOf(node, at)[language], unit: '' })) : formula,
      );
    return [inLanguage('zh'), inLanguage('en')];
  }

  private titleOf(node: Node, at: Place): Text {
    if (node.kind === 'aggregate') {
      const over = this.sheet.tables.find((t) => t.name === node.table)!;
      const read = node.value?.kind === 'member' ? node.value.name : undefined;
      const of = over.columns.find((c) => c.name === read)?.title ?? over.title;
      return text(`${AGGREGATES[node.name].zh}（${of.zh}）`, `${AGGREGATES[node.name].en} of (${of.en})`);
    }
    const { name } = node as Reference;
    const plain = text(name, name);
    if (node.kind === 'lookup') return this.sheet.lookups.find((l) => l.name === name)?.title ?? plain;
    const column = this.cellOf(node as Reference, at)?.table.columns.find((c) => c.name === name);
    return column?.title ?? this.sheet.parameters.find((p) => p.name === name)?.title ?? plain;
  }

  private fill(formula: string, ast: Node | undefined, at: Place): string {
    return ast ? fill(formula, ast, (node) => this.write(node, at)) : formula;
  }

  /** Everything a formula reads, each once, in the order of the formula. */
  private below(roots: Node[], at: Place, depth: number, into: Explanation): void {
    const seen = new Set<string>();
    const add = (read: () => Explanation | undefined): void => {
      if (this.nodes >= MOST_NODES) {
        into.childCount = (into.childCount ?? into.children.length) + 1;
        return;
      }
      const child = read();
      if (!child || seen.has(child.place)) return;
      seen.add(child.place);
      into.children.push(child);
    };
    const visit = (node: Node): void => {
      if (node.kind === 'aggregate') return add(() => this.aggregate(node, at, depth, into.place));
      if (node.kind === 'lookup') add(() => this.lookup(node, at));
      if (node.kind === 'name' || node.kind === 'member') add(() => this.leaf(node, at, depth));
      children(node).forEach(visit);
    };
    roots.forEach(visit);
  }

  /** The total and, below it, the cells of its first rows. */
  private aggregate(
    node: Node & { kind: 'aggregate' },
    at: Place,
    depth: number,
    above: string,
  ): Explanation | undefined {
    const rows = attempt(() => this.run.evaluator.rowsOf(node, at));
    if (!rows) return undefined; // in a branch not taken
    this.nodes++;
    const over = this.sheet.tables.find((t) => t.name === node.table)!;
    const column =
      node.value?.kind === 'member' ? over.columns.find((c) => c.name === (node.value as Reference).name) : undefined;
    const of = column?.title ?? over.title;
    const total: Explanation = {
      label: text(`${AGGREGATES[node.name].zh}：${of.zh}`, `${AGGREGATES[node.name].en} of ${of.en}`),
      place: `${above}/${node.name}@${node.at}`,
      ...this.write(node, at),
      childCount: rows.length,
      children: [],
    };
    const parts = node.value ? leaves(node.value) : [];
    for (const row of rows.slice(0, MOST_CHILDREN)) {
      for (const part of parts) {
        if (this.nodes >= MOST_NODES) return total;
        const inside = { ...at, over: { table: node.table, row } };
        const child = this.leaf(part, inside, depth + 1);
        if (child && !total.children.some((c) => c.place === child.place)) total.children.push(child);
      }
    }
    return total;
  }

  private leaf(node: Reference, at: Place, depth: number): Explanation | undefined {
    const found = this.cellOf(node, at);
    if (found) return found.row && this.cell(found.table, found.row, node.name, depth);
    const parameter = this.sheet.parameters.find((p) => p.name === node.name);
    const use = this.run.prepared.parameters.get(node.name)?.use;
    if (!parameter || !use) return undefined;
    this.nodes++;
    const { value, source, confidence } = use;
    const unit = parameter.type === 'number' ? use.unit : '';
    return {
      label: parameter.title,
      place: `parameter/${parameter.name}`,
      value,
      unit,
      ...(use.given ? { source: FILED } : { source, confidence }),
      children: [],
    };
  }

  private lookup(node: Node & { kind: 'lookup' }, at: Place): Explanation | undefined {
    const table = this.sheet.lookups.find((l) => l.name === node.name);
    const use = attempt(() => {
      const found = this.run.prepared.source.lookup(
        node.name,
        node.keys.map((key) => String(this.run.evaluator.sure(key, at))),
      );
      return found && 'use' in found ? found.use : undefined;
    });
    if (!table || !use) return undefined;
    this.nodes++;
    const { value, unit, source, confidence } = use;
    return {
      label: table.title,
      place: `lookup/${[node.name, ...use.keys!].join('/')}`,
      value,
      unit,
      source,
      confidence,
      children: [],
    };
  }

  /** The column a name stands for here; undefined for a parameter. */
  private cellOf(node: Reference, at: Place): { table: Table; row?: LiveRow } | undefined {
    const name = node.kind === 'member' ? node.table : at.table;
    const table = this.sheet.tables.find((t) => t.name === name);
    return table && columnOf(this.sheet, table, node.name)
      ? { table, row: this.run.evaluator.rowOf(table.name, at) }
      : undefined;
  }

  /** Value and unit of a name, look-up or aggregate as they stand in the filled formula. */
  private write(node: Node, at: Place): Written {
    const value = attempt(() => this.run.evaluator.value(node, at));
    if (node.kind === 'aggregate')
      return { value: String(written(value) ?? ''), unit: unitOfAggregate(this.run.prepared.checked, node) };
    if (node.kind === 'lookup') {
      const lookup = this.sheet.lookups.find((l) => l.name === node.name);
      return { value: String(written(value) ?? ''), unit: lookup?.type === 'number' ? lookup.unit : '' };
    }
    const found = this.cellOf(node as Reference, at);
    const name = (node as Reference).name;
    const column = found?.table.columns.find((c) => c.name === name);
    if (found && !column) return { value: String(written(value) ?? ''), unit: '' };
    const holder = column ?? this.sheet.parameters.find((p) => p.name === name);
    const [kind, decimals] = column?.kind === 'computed' ? [column.numberKind, column.decimals] : [];
    return {
      value: String(written(value, kind, decimals) ?? ''),
      unit: holder?.type === 'number' ? rowUnit(holder.unit, found?.row) : '',
    };
  }
}

const AGGREGATES = {
  sum: text('合计', 'Sum'),
  mean: text('平均', 'Mean'),
  count: text('计数', 'Count'),
  min_of: text('最小', 'Minimum'),
  max_of: text('最大', 'Maximum'),
  any: text('存在', 'Any'),
};

const leaves = (node: Node): Reference[] =>
  node.kind === 'name' || node.kind === 'member' ? [node] : children(node).flatMap(leaves);

/** A branch not taken may not be computable, and then has nothing to show. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
