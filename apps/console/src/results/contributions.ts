/**
 * What a total of emissions is made of, read from the sheet itself: rows of tables whose column is summed up (`sum(line.kgco2e)`)
 * and columns that stand beside such sums. Nothing is shown unless the parts add up to a figure of the result: a sheet that
 * subtracts or allocates has no such picture.
 */
import type { Column, Method, MethodTable, Row, RunResult, Text } from '../api/types';

export interface Part {
  /** As the explanation asks for it. */
  place: string;
  name: string;
  group: Text | string;
  value: string;
}
export interface Contributions {
  unit: string;
  total: number;
  /** Biggest first. */
  parts: Part[];
}

const PER_UNIT = /^\(([^/]*)\) \/ (\w+)$/;
const isMass = ({ unit }: Column) => /CO2e?$/.test(unit) && !unit.includes('/');
const massColumns = (table: MethodTable) =>
  table.columns.filter((column) => column.kind === 'computed' && column.type === 'number' && isMass(column));
const keyOf = (table: MethodTable, row: Row) => table.key.map((name) => String(row[name])).join('/');
const mentions = (formula: string, name: string) => new RegExp(`(^|[^\\w.])${name}($|\\W)`).test(formula);

export function contributionsOf(method: Method, result: RunResult): Contributions | undefined {
  const parts: Part[] = [];
  const units = new Set<string>();
  for (const top of method.tables.filter(({ parent, group }) => !parent && !group)) {
    const columns = massColumns(top);
    // A footprint per unit says itself what it is made of; sums beside it (by location, excluded) are for information.
    const made = top.columns.map(({ formula = '' }) => PER_UNIT.exec(formula)?.[1]).find(Boolean);
    for (const column of columns.filter(({ name }) => !made || mentions(made, name))) {
      const formula = column.formula ?? '';
      const [, table, summed] = /^sum\((\w+)\.(\w+)/.exec(formula) ?? [];
      const below = method.tables.find(({ name }) => name === table);
      if (below && summed && !formula.includes(' where ')) parts.push(...rowsOf(method, result, below, summed));
      else if (below && summed && /where not \w+\.excluded\)$/.test(formula))
        parts.push(
          ...rowsOf(method, result, below, summed, ({ excluded }) => excluded !== true && excluded !== 'true'),
        );
      else if (
        !formula.includes('sum(') &&
        !columns.some(({ name }) => name !== column.name && mentions(formula, name))
      )
        for (const row of result.tables[top.name] ?? [])
          parts.push({
            place: `${top.name}/${keyOf(top, row)}/${column.name}`,
            name: keyOf(top, row),
            group: column.title,
            value: String(row[column.name]),
          });
      else {
        // A sum of sums (`sum(fuel.co2) + sum(gas.co2)`): each of them by itself.
        for (const [, name, cell] of formula.matchAll(/(?<![-\w]\s?)sum\((\w+)\.(\w+)\)/g)) {
          const one = method.tables.find((other) => other.name === name);
          if (one) parts.push(...rowsOf(method, result, one, cell!));
        }
      }
      if (/^sum\(/.test(formula) || !formula.includes('sum(')) units.add(column.unit.replace(/CO2$/, 'CO2e'));
    }
  }
  const once = [...new Map(parts.map((part) => [part.place, part])).values()].filter(
    ({ value }) => Number(value) !== 0 && !Number.isNaN(Number(value)),
  );
  // A picture of proportions: here, and only here, decimals become floats.
  const total = once.reduce((sum, { value }) => sum + Number(value), 0);
  if (once.length < 2 || units.size !== 1 || once.some(({ value }) => Number(value) < 0)) return undefined;
  if (!figuresOf(method, result).some((figure) => Math.abs(figure - total) <= Math.abs(total) * 1e-6)) return undefined;
  return { unit: [...units][0]!, total, parts: once.sort((a, b) => Number(b.value) - Number(a.value)) };
}

function rowsOf(
  method: Method,
  result: RunResult,
  table: MethodTable,
  column: string,
  counts: (row: Row) => boolean = () => true,
): Part[] {
  const stages = method.tables.find(({ group, name }) => group?.table === table.name && name === 'stage');
  return (result.tables[table.name] ?? []).filter(counts).map((row) => ({
    place: `${table.name}/${keyOf(table, row)}/${column}`,
    name: String(row[table.key.at(-1)!]),
    group: stages ? String(row[stages.group!.by[0]!]) : table.title,
    value: String(row[column]),
  }));
}

/** What the parts may add up to: sums over the rows of the uppermost tables, and masses per unit times what they are per. */
function figuresOf(method: Method, result: RunResult): number[] {
  const sums = method.tables
    .filter(({ parent, group }) => !parent && !group)
    .flatMap((table) =>
      massColumns(table).map(({ name }) =>
        (result.tables[table.name] ?? []).reduce((sum, row) => sum + Number(row[name]), 0),
      ),
    );
  const perUnit = method.tables
    .filter(({ parent, group }) => !parent && !group)
    .flatMap((table) =>
      table.columns.flatMap((column) => {
        const divisor = PER_UNIT.exec(column.formula ?? '')?.[2];
        if (!divisor || !table.columns.some(({ name }) => name === divisor)) return [];
        return [
          (result.tables[table.name] ?? []).reduce(
            (sum, row) => sum + Number(row[column.name]) * Number(row[divisor]),
            0,
          ),
        ];
      }),
    );
  const outputs = method.outputs
    .filter(({ unit }) => /CO2e?$/.test(unit) && !unit.includes('/'))
    .map(({ name }) => Number(result.outputs[name]));
  return [...outputs, ...sums, ...perUnit].filter(Number.isFinite);
}
