/** One side of a comparison: a rule set with its sheets, prices of a year, and quantities; evaluated with factors of either. */
import { runSheet, type Row, type Sheet } from '@qingheng/sheet';
import type { Choice } from './decompose';
import { type Indicator, type Price, priceOf, type RuleSet } from './rule-set';
import { refuseRuleSet as refuse } from './rule-set.messages';

export interface Side {
  set: RuleSet;
  priceYear: number;
  /** Prices of a place, by key, beside the book. */
  localPrices: Record<string, string>;
  data: Record<string, Row[]>;
  sheetOf(indicator: Indicator): Sheet;
}

export interface Pair {
  a: { side: Side; indicator: Indicator };
  b: { side: Side; indicator: Indicator };
}

const rowsOf = ({ data }: Side, { code, shares }: Indicator): Row[] =>
  data[code] ?? (shares ? (data[shares] ?? []) : []);

export const hasData = (side: Side, indicator: Indicator): boolean => rowsOf(side, indicator).length > 0;

/** Sheets computed in this request, by what went into them. */
export class Evaluations {
  private readonly known = new Map<string, Promise<string>>();

  constructor(
    private readonly prices: readonly Price[],
    private readonly region: string,
  ) {}

  alone(side: Side, indicator: Indicator): Promise<string> {
    const one = { side, indicator };
    return this.value({ a: one, b: one }, { formula: 'a', parameter: 'a', price: 'a', data: 'a' });
  }

  /** Coefficients that one rule set does not fix are those of the other. A column in the data is local and wins. */
  value(pair: Pair, choice: Choice): Promise<string> {
    const [formula, parameter, price, data] = [
      pair[choice.formula],
      pair[choice.parameter],
      pair[choice.price],
      pair[choice.data],
    ];
    const sheet = formula.side.sheetOf(formula.indicator);
    const { table, output } = formula.indicator;
    const wanted =
      sheet.tables.find(({ name }) => name === table)?.columns.filter(({ kind }) => kind === 'input') ?? [];
    const rows = rowsOf(data.side, data.indicator).map((row) => {
      const all: Row = {
        ...pair.a.indicator.parameters,
        ...pair.b.indicator.parameters,
        ...parameter.indicator.parameters,
        ...this.pricesOf(pair.a, row),
        ...this.pricesOf(pair.b, row),
        ...this.pricesOf(price, row),
        ...formula.indicator.formula,
        ...row,
      };
      return Object.fromEntries(wanted.flatMap(({ name }) => (Object.hasOwn(all, name) ? [[name, all[name]!]] : [])));
    });
    const key = JSON.stringify([sheet.hash, output, rows]);
    let value = this.known.get(key);
    if (!value) this.known.set(key, (value = this.run(sheet, table, output, rows, formula)));
    return value;
  }

  private async run(sheet: Sheet, table: string, output: string, rows: Row[], { side }: Pair['a']): Promise<string> {
    const asOf = `${Math.max(side.priceYear, 2010)}-12-31`;
    const { outputs } = await runSheet(sheet, { tables: { [table]: rows } }, { asOf, region: this.region });
    return String(outputs[output]);
  }

  private pricesOf({ side, indicator }: Pair['a'], row: Row): Row {
    const found: Row = {};
    for (const [column, price] of Object.entries(indicator.prices ?? {})) {
      const key = typeof price === 'string' ? price : price.of[String(row[price.by])];
      if (key === undefined) continue;
      const local = side.localPrices[key];
      const kept = priceOf(this.prices, key, side.priceYear);
      if (local === undefined && !kept) throw refuse('NO_PRICE', { key, year: side.priceYear });
      found[column] = local ?? kept!.value;
    }
    return found;
  }
}
