/** What a published account can be held against without knowing its data: arithmetic and physics. Pure. */
import { Rational } from '@qingheng/sheet';
import type { Line } from './account-table';
import { type Finding, findingOf, shown, shownFigure } from './finding';
import { meet, moneyOf, type Printed, productOf, type Range, rangeOf, ratioOf, sumOf } from './printed';

export type AuditRule = (lines: readonly Line[]) => Finding[];

const scaled = ({ low, high }: Range, by: Rational): Range => ({ low: low.mul(by), high: high.mul(by) });
const exactly = (value: Rational): Range => ({ low: value, high: value });
const items = (lines: readonly Line[]): Line[] => lines.filter(({ kind }) => kind === 'line');

/** Q × P = V within half a unit of the last printed digit of Q and of V; prices are taken as they are printed. */
export const valueIsProduct: AuditRule = (lines) =>
  items(lines).flatMap((line) => {
    const { quantity, price, value } = line;
    if (!quantity || !price || !value) return [];
    const unit = value.unit ?? '元';
    const factor =
      quantity.unit && price.unit
        ? moneyOf(quantity.unit, price.unit)?.mul(ratioOf('元', unit) ?? Rational.ONE)
        : Rational.ONE;
    if (!factor) {
      const units = { expected: price.unit!, found: quantity.unit! };
      return [findingOf('UNIT_NOT_PRICED', line, quantity.column, { severity: 'note', ...units })];
    }
    const product = scaled(productOf(rangeOf(quantity), exactly(price.value)), factor);
    if (meet(product, rangeOf(value))) return [];
    const expected = shown(quantity.value.mul(price.value).mul(factor), unit);
    return [findingOf('VALUE_NOT_PRODUCT', line, value.column, { expected, found: shownFigure(value) })];
  });

/** Mass of O2 by mass of CO2 in photosynthesis. */
const OXYGEN_BY_CARBON = Rational.ratio(32n, 44n);
/** Coefficients in use differ in the third digit (1.19/1.63 = 0.730): two per cent either way is no fault. */
const ALLOWED: Range = { low: Rational.parse('0.71'), high: Rational.parse('0.75') };

/** Oxygen released and CO2 taken up come from one reaction: 32 g of O2 for 44 g of CO2. */
export const oxygenByCarbon: AuditRule = (lines) => {
  const of = (code: string, place?: string): Line[] =>
    items(lines).filter(
      ({ service, quantity, ecosystem, region }) =>
        service?.code === code && quantity && ratioOf(quantity.unit ?? 't', 't') && `${ecosystem}/${region}` === place,
    );
  const places = new Set(items(lines).map(({ ecosystem, region }) => `${ecosystem}/${region}`));
  return [...places].flatMap((place) => {
    const [oxygen, carbon] = [of('oxygen', place), of('carbon', place)];
    if (!oxygen.length || !carbon.length) return [];
    const tonnes = (some: readonly Line[], asCarbonDioxide = false) =>
      sumOf(
        some.map(({ quantity, item }) => {
          const factor = ratioOf(quantity!.unit ?? 't', 't')!;
          // Where carbon itself is given, its CO2 is 44/12 of it.
          const isCarbon =
            asCarbonDioxide && (/\bC$/.test(quantity!.unit ?? '') || /^(固碳（?C）?|碳量|C)$/.test(item));
          const by = isCarbon ? factor.mul(Rational.ratio(44n, 12n)) : factor;
          return { ...quantity!, value: quantity!.value.mul(by), half: quantity!.half.mul(by) };
        }),
      );
    const [o2, co2] = [tonnes(oxygen), tonnes(carbon, true)];
    if (co2.low.sign() <= 0) return [];
    const ratio = { low: o2.low.div(co2.high), high: o2.high.div(co2.low) };
    if (meet(ratio, ALLOWED)) return [];
    const expected = OXYGEN_BY_CARBON.toFixed(3);
    const found = o2.value.div(co2.value).toFixed(2);
    const [first] = oxygen;
    const more = { expected, found, oxygen: shown(co2.value.mul(OXYGEN_BY_CARBON), 't') };
    return [findingOf('OXYGEN_CARBON_RATIO', first!, first!.quantity!.column, more)];
  });
};

const LIMIT_CODES = {
  precipitation: 'OVER_LIMIT_PRECIPITATION',
  potential: 'OVER_LIMIT_POTENTIAL',
  emission: 'OVER_LIMIT_EMISSION',
} as const;
const pollutantOf = (text: string): string =>
  /SO2|NOx|COD|NH3-?N|氨氮|二氧化硫|氮氧化物|粉尘|颗粒物|dust|TN|TP|总氮|总磷/i.exec(text)?.[0]?.toLowerCase() ?? '';

/** Retention ≤ precipitation, soil or sand held ≤ potential loss, purification ≤ emission; the limit in a column or a line. */
export const withinLimits: AuditRule = (lines) =>
  lines.flatMap((line) => {
    const { service, quantity, kind, context } = line;
    const actual = kind === 'context' && context === 'actual';
    const limit = actual ? 'potential' : kind === 'line' ? service?.limit : undefined;
    if (!limit || !quantity || !service) return [];
    const bound = line.limit ?? contextOf(lines, line, limit);
    const factor = bound && ratioOf(bound.unit ?? quantity.unit ?? '1', quantity.unit ?? '1');
    if (!bound || !factor) return [];
    if (rangeOf(quantity).low.cmp(scaled(rangeOf(bound), factor).high) <= 0) return [];
    return [
      findingOf(LIMIT_CODES[limit], line, quantity.column, {
        expected: shownFigure(bound),
        found: shownFigure(quantity),
      }),
    ];
  });

/** The line of the table that states the limit: precipitation as a volume or as a depth over an area. */
function contextOf(lines: readonly Line[], line: Line, limit: keyof typeof LIMIT_CODES): Printed | undefined {
  const same = (other: Line): boolean =>
    other.context === limit &&
    !!other.quantity &&
    other.region === line.region &&
    (limit === 'precipitation' ||
      (limit === 'potential'
        ? other.service?.code === line.service?.code
        : pollutantOf(other.name) === pollutantOf(line.name)));
  const found = lines.find(same)?.quantity;
  if (limit !== 'precipitation' || !found?.unit || !ratioOf(found.unit, 'mm')) return found;
  const area = lines.find(({ context, region }) => context === 'area' && region === line.region);
  const extent = area?.quantity ?? area?.sum;
  const [depth, size] = [ratioOf(found.unit, 'm'), extent && ratioOf(extent.unit ?? 'km²', 'm²')];
  if (!extent || !depth || !size) return undefined;
  const volume = productOf(scaled(rangeOf(found), depth), scaled(rangeOf(extent), size));
  const value = found.value.mul(depth).mul(extent.value).mul(size);
  return { ...found, value, half: volume.high.sub(value), unit: 'm³' };
}

/** Nothing of an account is below zero, unless the rule set keeps negative quantities. */
export const notNegative: AuditRule = (lines) =>
  lines.flatMap((line) =>
    [line.price, line.quantity, line.value, ...line.parts]
      .filter((figure): figure is Printed => !!figure && figure.value.sign() < 0)
      .map((figure) =>
        findingOf('NEGATIVE_FIGURE', line, figure.column, {
          severity: figure === line.price ? 'fault' : 'doubt',
          expected: '≥ 0',
          found: shownFigure(figure),
        }),
      ),
  );

/** One item of one ecosystem and region is counted once. */
export const countedOnce: AuditRule = (lines) => {
  const seen = new Map<string, number>();
  return items(lines).flatMap((line) => {
    const key = [line.service?.code ?? '', line.item, line.ecosystem, line.region].join('\u0000').toLowerCase();
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, line.row);
      return [];
    }
    return [findingOf('LINE_TWICE', line, 'item', { expected: '1', found: '2', first })];
  });
};
