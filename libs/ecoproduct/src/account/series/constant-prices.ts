/**
 * A region's accounts at current prices and at those of one year. An item takes the price that the account of the base year has
 * for it; one that the base year did not have is carried over by a price index; one that cannot be carried keeps its price and is
 * named. Rounded as the account itself is, item by item, so that the base year comes out as it was issued.
 */
import { Rational, type Row } from '@qingheng/sheet';
import type { Deflator, Deflators } from './deflators';

export interface YearAccount {
  year: number;
  filing: string;
  statement: string;
  resultHash: string;
  items: readonly Row[];
}

export interface SeriesPoint {
  year: number;
  filing: string;
  statement: string;
  resultHash: string;
  /** 元. */
  current: string;
  constant: string;
  /** current − constant. */
  priceEffect: string;
  /** Change of the constant value on the point before; null at the first. */
  volumeChange: string | null;
  /** How many items have a price of the base year, an index, or neither. */
  priced: number;
  deflated: number;
  kept: string[];
}

export interface ConstantSeries {
  base: number;
  points: SeriesPoint[];
  /** Indices used, with their sources. */
  deflators: Deflator[];
  provisional: boolean;
}

const text = (row: Row, column: string): string => String(row[column] ?? '').trim();
const number = (row: Row, column: string): Rational => Rational.parse(text(row, column) || '0');
/** The same quantity of the same thing: a price per tonne is none per kilogram. */
const thing = (item: Row): string => JSON.stringify([text(item, 'item_id'), text(item, 'unit')]);

export function constantSeries(accounts: readonly YearAccount[], base: number, deflators: Deflators): ConstantSeries {
  const sorted = [...accounts].sort((a, b) => a.year - b.year);
  const prices = new Map(
    (sorted.find(({ year }) => year === base)?.items ?? []).map((item) => [thing(item), number(item, 'unit_price')]),
  );
  const used = new Map<number, Deflator>();
  const points: SeriesPoint[] = [];
  let before: Rational | undefined;
  for (const { items, ...account } of sorted) {
    const carried = deflators.factor(account.year, base);
    let [current, constant] = [Rational.ZERO, Rational.ZERO];
    const counts = { priced: 0, deflated: 0, kept: [] as string[] };
    for (const item of items) {
      const value = number(item, 'value');
      current = current.add(value);
      const price = prices.get(thing(item));
      if (price) {
        counts.priced++;
        constant = constant.add(valueAt(item, price));
      } else if (carried) {
        counts.deflated++;
        for (const one of carried.used) used.set(one.year, one);
        constant = constant.add(value.mul(carried.factor).roundHalfUp(2));
      } else {
        counts.kept.push(text(item, 'item_id'));
        constant = constant.add(value);
      }
    }
    points.push({
      ...account,
      current: current.toFixed(2),
      constant: constant.toFixed(2),
      priceEffect: current.sub(constant).toFixed(2),
      volumeChange: before ? constant.sub(before).toFixed(2) : null,
      ...counts,
    });
    before = constant;
  }
  const list = [...used.values()].sort((a, b) => a.year - b.year);
  return { base, points, deflators: list, provisional: list.some(({ confidence }) => confidence === 'provisional') };
}

/** As the account values an item: what came from outside is taken away after rounding. */
function valueAt(item: Row, price: Rational): Rational {
  const gross = number(item, 'quantity').mul(price).roundHalfUp(2);
  return gross.sub(number(item, 'outside_quantity').mul(price).roundHalfUp(2));
}
