/**
 * What stands of a prospect hold year by year, by the stand model: they grow along a curve, shed, decay, are felled, oldest first.
 * Pools as the IPCC names them, after Kurz et al. (2009). A float is a physical quantity here; what leaves is rounded.
 */
import { broughtToRest, passLandscapeYear, type Stand, standsFrom, totals } from '../../growth/landscape';
import { emptyPools, type Pool, type Pools, type StandParameters, sumOf } from '../../growth/stand-carbon';
import { type Parts, yearly } from '../../growth/volume-to-carbon';
import type { GrowthCurve } from '../../sink-rules';
import type { Shares, StandRules } from './stand-rules';

export const POOLS = ['above', 'below', 'deadWood', 'litter', 'soil'] as const;
export type StandPool = (typeof POOLS)[number];

const OF: Record<StandPool | 'products', readonly Pool[]> = {
  above: ['merch', 'foliage', 'other'],
  below: ['coarseRoots', 'fineRoots'],
  deadWood: ['medium', 'stemSnag', 'branchSnag', 'belowFast'],
  litter: ['aboveVeryFast', 'aboveFast', 'aboveSlow'],
  soil: ['belowVeryFast', 'belowSlow'],
  products: ['products'],
};
const CO2 = 44 / 12;

export interface StandWish {
  /** Code of config/sink/stands.yaml. */
  species: string;
  /** Mean of the year, °C. */
  temperature: string;
  /** Area by age in the first year. */
  ages: { age: number; hectares: string }[];
  /** Which pools are counted as reductions. */
  counted: StandPool[];
  /** Measured soil carbon at the start, t C/ha; without it, and without past fires, none. */
  soil?: string;
  /** Years between past fires that the soil and the dead wood of the stands come from. */
  fires?: number;
  /** Felled in a year, oldest first. */
  cutting?: { hectares: string; from: number; to: number };
  /** A volume table of one's own, m³/ha, instead of the curve. */
  volumes?: { age: number; volume: string }[];
  volumesSource?: string;
}

export interface StandYear extends Record<StandPool | 'products', number> {
  /** Years since the start. */
  year: number;
  /** Of the counted pools. */
  stock: number;
  /** Above the highest stock so far: what was lost has to grow again first. */
  gained: number;
}

/** t CO2e of the whole area, from the start to the end of the last year. */
export function standCourse(
  wish: StandWish,
  years: number,
  { rules, curve, shares }: { rules: StandRules; curve: GrowthCurve; shares: Shares },
): StandYear[] {
  const density = rules.species.find(({ code }) => code === wish.species)!.density;
  const above = wish.volumes
    ? yearly(wish.volumes.map(({ age, volume }) => ({ age, volume: Number(volume) }))).map(
        (volume) => (volume * density * rules.carbon.fraction) / shares.stem,
      )
    : aboveOf(yearly(curve.points.map(({ age, stock }) => ({ age, volume: Number(stock) / CO2 }))), rules);
  const parameters = parametersOf(rules, Number(wish.temperature), rootsAt(Math.max(...above), rules));
  const parts = above.map((all): Parts => ({
    merch: all * shares.stem,
    foliage: all * shares.leaf,
    other: all * (1 - shares.stem - shares.leaf),
  }));
  const start: Pools = wish.fires
    ? broughtToRest(parts, parameters, { ...rules.fire, interval: wish.fires })
    : { ...emptyPools(), belowSlow: Number(wish.soil ?? 0) };
  const ages = wish.ages.map(({ age, hectares }) => ({ age, hectares: Number(hectares) }));
  let stands: Stand[] = standsFrom(withoutGone(start), parts, parameters, ages).map((stand) => ({
    ...stand,
    pools: withoutGone(stand.pools),
  }));
  const cutting = wish.cutting && {
    ...wish.cutting,
    hectares: Number(wish.cutting.hectares),
    disturbance: rules.felling.disturbance,
  };
  let highest = -Infinity;
  return Array.from({ length: years + 1 }, (_, year) => {
    if (year) stands = passLandscapeYear(stands, parts, parameters, cutting);
    const sums = totals(stands);
    const held = Object.fromEntries(Object.entries(OF).map(([name, of]) => [name, sumOf(sums, of) * CO2])) as Record<
      StandPool | 'products',
      number
    >;
    const stock = wish.counted.reduce((sum, pool) => sum + held[pool], 0);
    const gained = year ? Math.max(0, stock - highest) : 0;
    highest = Math.max(highest, stock);
    return { year, ...held, stock, gained };
  });
}

/** Roots over what is above ground: by the matter above ground of the grown stand, t C/ha. */
export function rootsAt(above: number, { roots: { a, b }, carbon: { fraction } }: StandRules): number {
  const matter = above / fraction;
  return matter > 0 ? Math.exp(a + b * Math.log(matter)) / matter : 0;
}

/** Of a curve of the whole tree layer, the part above ground: the ratio of roots depends on what it leaves. */
function aboveOf(all: readonly number[], rules: StandRules): number[] {
  const most = Math.max(...all);
  let ratio = 0;
  for (let round = 0; round < 50; round++) ratio = rootsAt(most / (1 + ratio), rules);
  return all.map((carbon) => carbon / (1 + ratio));
}

const parametersOf = ({ dynamics }: StandRules, temperature: number, ratio: number): StandParameters => ({
  turnover: dynamics.turnover,
  roots: { ...dynamics.roots, ratio },
  decay: dynamics.decay,
  reference: dynamics.reference,
  mixing: dynamics.mixing,
  temperature,
});

/** What left before the plan begins is no part of it. */
const withoutGone = (pools: Pools): Pools => ({ ...pools, co2: 0, ch4: 0, co: 0, products: 0 });
