/** What prospects could bring, year by year: for a forest group's planning. Decimals throughout; nothing here can be issued. */
import { Rational } from '@qingheng/sheet';
import type { GrowthCurve } from '../sink-rules';

export interface Prospect {
  id: string;
  name: string;
  region: string;
  owner: string;
  /** t CO2e that each counted year brings, the first one first. */
  growth: readonly Rational[];
  /** Decimal. */
  hectares: string;
  startYear: number;
  /** Years credits are counted. */
  years: number;
  /** 元 per hectare at the start, and each year. */
  plantingCost: string;
  yearlyCost: string;
}

export interface Assumptions {
  /** 元 per t CO2e in the first year. */
  price: string;
  /** Decimal shares: 0.03 is three per cent a year. */
  priceGrowth: string;
  discountRate: string;
  /** Kept back for uncertainty and buffer. */
  heldBack: string;
  /** 元 per verification; one every so many years for each prospect. */
  verificationCost: string;
  verificationEvery: number;
  /** From which year prices count and to which everything is discounted. */
  baseYear: number;
  lastYear: number;
}

export interface ScenarioYear {
  year: number;
  tonnes: string;
  revenue: string;
  cost: string;
  net: string;
  /** Discounted to the base year and added up so far. */
  cumulative: string;
}

export interface ProspectOutlook {
  id: string;
  tonnes: string;
  revenue: string;
  cost: string;
  npv: string;
  /** Cost of a tonne, both discounted; null where there is none. */
  costPerTonne: string | null;
}

export interface Scenario {
  years: ScenarioYear[];
  prospects: ProspectOutlook[];
  total: { tonnes: string; npv: string; hectares: string };
}

/** Stock at an age, on straight lines between the curve's points; flat after the last. */
export function stockAt({ points }: GrowthCurve, age: number): Rational {
  if (age <= points[0]!.age) return Rational.parse(points[0]!.stock);
  const next = points.findIndex((point) => point.age >= age);
  if (next < 0) return Rational.parse(points.at(-1)!.stock);
  const [low, high] = [points[next - 1]!, points[next]!];
  const [from, to] = [Rational.parse(low.stock), Rational.parse(high.stock)];
  return from.add(to.sub(from).mul(Rational.ratio(BigInt(age - low.age), BigInt(high.age - low.age))));
}

/** What a planting brings along a curve. */
export function curveGrowth(curve: GrowthCurve, hectares: string, years: number): Rational[] {
  const area = Rational.parse(hectares);
  return Array.from({ length: years }, (_, age) =>
    stockAt(curve, age + 1)
      .sub(stockAt(curve, age))
      .mul(area),
  );
}

const yuan = (value: Rational): string => value.roundHalfUp(2).toFixed(2);
const tonne = (value: Rational): string => value.roundHalfUp(1).toFixed(1);
const add = (a: Rational, b: Rational): Rational => a.add(b);

/** Money is rounded to fen and tonnes to a tenth per prospect and year, so that what is shown adds up. */
export function scenarioOf(prospects: readonly Prospect[], wish: Assumptions): Scenario {
  const [price, growth, rate] = [wish.price, wish.priceGrowth, wish.discountRate].map((text) => Rational.parse(text));
  const kept = Rational.ONE.sub(Rational.parse(wish.heldBack));
  const powers = (base: Rational): Rational[] => {
    // 18 decimals: a power of a rate over decades would otherwise grow without end.
    const all = [Rational.ONE];
    for (let i = 1; i <= wish.lastYear - wish.baseYear; i++) all.push(all[i - 1]!.mul(base).roundHalfUp(18));
    return all;
  };
  const [prices, factors] = [powers(Rational.ONE.add(growth!)), powers(Rational.ONE.add(rate!))];
  const zero = () => Array.from({ length: factors.length }, () => Rational.ZERO);
  const [tonnes, revenue, cost] = [zero(), zero(), zero()];
  const outlook = prospects.map((one): ProspectOutlook => {
    const own = { tonnes: Rational.ZERO, discountedTonnes: Rational.ZERO, revenue: Rational.ZERO, cost: Rational.ZERO };
    let [npv, discountedCost] = [Rational.ZERO, Rational.ZERO];
    const hectares = Rational.parse(one.hectares);
    factors.forEach((factor, i) => {
      const age = wish.baseYear + i - one.startYear;
      if (age < 0 || age >= one.years) return;
      const t = one.growth[age]!.mul(kept).roundHalfUp(1);
      const income = t.mul(price!).mul(prices[i]!).roundHalfUp(2);
      const paid = (age === 0 ? Rational.parse(one.plantingCost) : Rational.ZERO)
        .add(Rational.parse(one.yearlyCost))
        .mul(hectares)
        .add((age + 1) % wish.verificationEvery === 0 ? Rational.parse(wish.verificationCost) : Rational.ZERO)
        .roundHalfUp(2);
      tonnes[i] = tonnes[i]!.add(t);
      revenue[i] = revenue[i]!.add(income);
      cost[i] = cost[i]!.add(paid);
      own.tonnes = own.tonnes.add(t);
      own.revenue = own.revenue.add(income);
      own.cost = own.cost.add(paid);
      npv = npv.add(income.sub(paid).div(factor).roundHalfUp(2));
      discountedCost = discountedCost.add(paid.div(factor).roundHalfUp(2));
      own.discountedTonnes = own.discountedTonnes.add(t.div(factor).roundHalfUp(6));
    });
    return {
      id: one.id,
      tonnes: tonne(own.tonnes),
      revenue: yuan(own.revenue),
      cost: yuan(own.cost),
      npv: yuan(npv),
      costPerTonne: own.discountedTonnes.isZero() ? null : yuan(discountedCost.div(own.discountedTonnes)),
    };
  });
  let cumulative = Rational.ZERO;
  const years = factors.map((factor, i) => {
    const net = revenue[i]!.sub(cost[i]!);
    cumulative = cumulative.add(net.div(factor).roundHalfUp(2));
    return {
      year: wish.baseYear + i,
      tonnes: tonne(tonnes[i]!),
      revenue: yuan(revenue[i]!),
      cost: yuan(cost[i]!),
      net: yuan(net),
      cumulative: yuan(cumulative),
    };
  });
  const sum = (pick: (one: ProspectOutlook) => string) =>
    outlook.map((one) => Rational.parse(pick(one))).reduce(add, Rational.ZERO);
  return {
    years,
    prospects: outlook,
    total: {
      tonnes: tonne(sum(({ tonnes }) => tonnes)),
      npv: yuan(sum(({ npv }) => npv)),
      hectares: prospects
        .map(({ hectares }) => Rational.parse(hectares))
        .reduce(add, Rational.ZERO)
        .toFixed(4),
    },
  };
}
