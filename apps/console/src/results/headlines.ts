import type { Method, Row, RunResult, Text } from '../api/types';

export interface Headline {
  title: Text;
  value: string;
  unit: string;
  /** As the explanation asks for it. */
  place: string;
  exact: boolean;
  row?: string;
  cells?: Row;
}
const MOST = 4;

/** The figures that a result is about: per declared unit where the sheet has one per product, else its outputs. */
export function headlinesOf(method: Method, result: RunResult): Headline[] {
  const products = method.tables.find((table) => table.name === 'product');
  const perUnit = products?.columns.find((column) => column.kind === 'computed' && /\/\[/.test(column.unit));
  const found: Headline[] = [];
  if (products && perUnit) {
    for (const cells of result.tables[products.name] ?? []) {
      const row = products.key.map((name) => cells[name]).join('/');
      found.push({
        title: perUnit.title,
        value: String(cells[perUnit.name]),
        unit: perUnit.unit,
        place: `${products.name}/${row}/${perUnit.name}`,
        exact: perUnit.decimals === undefined,
        row,
        cells,
      });
    }
  }
  for (const output of method.outputs) {
    const value = result.outputs[output.name];
    if (value === undefined) continue;
    const place = `output/${output.name}`;
    found.push({
      title: output.title,
      value: String(value),
      unit: output.unit,
      place,
      exact: output.decimals === undefined,
    });
  }
  return found.slice(0, MOST);
}
