/** Rule sets beside one another, and an account at constant prices. Nothing is kept: these are trials. */
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { PlatformConfig } from '@qingheng/platform';
import { type Compared, compareIndicator, onlyOne, PARTS, totals } from './decompose';
import type { CompareDto, SideDto } from './rule-set.dto';
import { refuseRuleSet as refuse } from './rule-set.messages';
import { type Indicator, readRuleBook, type RuleBook, type RuleSet } from './rule-set';
import { Evaluations, hasData, type Side } from './side';

@Injectable()
export class RuleSetService {
  private readonly book: RuleBook;

  constructor(
    config: PlatformConfig,
    private readonly methods: MethodsService,
  ) {
    this.book = readRuleBook(config.configDir);
  }

  rules() {
    const { sets, prices, samples } = this.book;
    return { sets: sets.map(view), prices, samples };
  }

  async compare({ region, a, b }: CompareDto) {
    const first = this.side(region, a, {});
    const second = this.side(region, b, first.data);
    for (const code of [...Object.keys(first.data), ...Object.keys(second.data)])
      if (!this.book.sets.some(({ indicators }) => indicators.some((i) => i.code === code)))
        throw refuse('UNKNOWN_INDICATOR', { code });
    const evaluations = new Evaluations(this.book.prices, region);
    const rows: (Compared & Pick<Indicator, 'class' | 'title'>)[] = [];
    const without = new Set<string>();
    for (const indicator of union(first.set, second.set)) {
      const { code, title, class: type } = indicator;
      const [ia, ib] = [first, second].map(({ set }) => set.indicators.find((i) => i.code === code));
      if (![ia && hasData(first, ia), ib && hasData(second, ib)].some(Boolean)) {
        without.add(code);
        continue;
      }
      rows.push({ ...(await this.row(evaluations, code, [first, ia], [second, ib])), class: type, title });
    }
    if (!rows.length) throw refuse('NO_QUANTITIES');
    return {
      ...totals(rows),
      indicators: rows,
      without: [...without],
      provisional: [first, second].some(({ set }) => set.source.confidence === 'provisional'),
      hashes: [first.set.hash, second.set.hash],
    };
  }

  /** Each year against the one before, and all of them at the prices of the first. */
  async series(region: string, years: SideDto[]) {
    const points: { current: string; constant: string; volume: string; price: string; other: string }[] = [];
    for (const [i, year] of years.entries()) {
      const now = { region, a: years[Math.max(0, i - 1)]!, b: year };
      const { b, parts } = await this.compare(now);
      const { priceYear, prices } = years[0]!;
      const fixed = { ...year, priceYear, prices };
      const { b: constant } = await this.compare({ region, a: fixed, b: fixed });
      const others = PARTS.filter((p) => p !== 'data' && p !== 'price').map((p) => BigInt(parts[p].replace('.', '')));
      const other = others.reduce((sum, part) => sum + part, 0n);
      points.push({ current: b, constant, volume: parts.data, price: parts.price, other: printed(other) });
    }
    return points;
  }

  private async row(
    evaluations: Evaluations,
    code: string,
    [first, ia]: [Side, Indicator | undefined],
    [second, ib]: [Side, Indicator | undefined],
  ): Promise<Compared> {
    if (ia && ib) {
      const pair = { a: { side: first, indicator: ia }, b: { side: second, indicator: ib } };
      return compareIndicator(code, (choice) => evaluations.value(pair, choice));
    }
    if (ia) return onlyOne(code, { a: await evaluations.alone(first, ia) });
    return onlyOne(code, { b: await evaluations.alone(second, ib!) });
  }

  private side(region: string, { ruleSet, priceYear, prices = {}, data }: SideDto, otherData: Side['data']): Side {
    const set = this.book.sets.find(({ id }) => id === ruleSet);
    if (!set) throw refuse('UNKNOWN_RULE_SET', { id: ruleSet });
    const localPrices: Record<string, string> = {};
    for (const [key, value] of Object.entries(prices)) {
      if (!/^\d{1,12}(\.\d{1,8})?$/.test(String(value))) throw refuse('NEGATIVE_PRICE', { key });
      localPrices[key] = String(value);
    }
    return {
      ...{ set, priceYear: priceYear ?? set.price_year, localPrices, data: data ?? otherData },
      sheetOf: ({ sheet }) => this.methods.ofRelease(sheet, { region }),
    };
  }
}

const printed = (units: bigint): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(3, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

function union(a: RuleSet, b: RuleSet): Indicator[] {
  const codes = new Set(a.indicators.map(({ code }) => code));
  return [...a.indicators, ...b.indicators.filter(({ code }) => !codes.has(code))];
}

const view = ({ valid, deducts_outside, price_year, ...set }: RuleSet) => ({
  ...set,
  default: set.default ?? false,
  ...{ validFrom: valid.from, deductsOutside: deducts_outside, priceYear: price_year },
});
