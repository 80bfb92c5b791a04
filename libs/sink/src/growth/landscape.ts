/** Stands of a landscape through the years: their soils brought to rest by past fires, then grown and cut, oldest first. */
import {
  type Disturbance,
  disturb,
  emptyPools,
  LIVING,
  passYear,
  type Pool,
  type Pools,
  type StandParameters,
} from './stand-carbon';
import type { Parts } from './volume-to-carbon';

export interface Stand {
  hectares: number;
  age: number;
  pools: Pools;
}

export interface PastFires {
  disturbance: Disturbance;
  /** Years between them. */
  interval: number;
  least: number;
  most: number;
}

export interface Cutting {
  disturbance: Disturbance;
  hectares: number;
  from: number;
  to: number;
}

const NOTHING: Parts = { merch: 0, foliage: 0, other: 0 };

/** What the year after `age` adds. */
export const addedAt = (curve: readonly Parts[], age: number): Parts => {
  const [from, to] = [curve[age], curve[age + 1]];
  if (!from || !to) return NOTHING;
  return { merch: to.merch - from.merch, foliage: to.foliage - from.foliage, other: to.other - from.other };
};

const slow = ({ aboveSlow, belowSlow }: Pools): number => aboveSlow + belowSlow;
/** The slow pools rest when a rotation changes them by less than a thousandth of their mean. */
const atRest = (last: number, now: number): boolean => Math.abs((now - last) / ((last + now) / 2)) < 0.001;

/** Pools right after the last fire, once rotation after rotation leaves the slow pools as they were. */
export function broughtToRest(curve: readonly Parts[], parameters: StandParameters, past: PastFires): Pools {
  const pools = emptyPools();
  let last = 0;
  for (let fires = 1; ; fires++) {
    // The very first stand begins as one of a year.
    for (let age = 0; age < past.interval - (fires === 1 ? 1 : 0); age++)
      passYear(pools, addedAt(curve, age), parameters);
    const now = slow(pools);
    burn(pools, past.disturbance);
    if ((fires > past.least && atRest(last, now)) || fires > past.most) return pools;
    last = now;
  }
}

function burn(pools: Pools, disturbance: Disturbance): void {
  disturb(pools, disturbance);
  for (const part of LIVING) pools[part] = 0;
}

/** A stand of each age, all from the same past. */
export function standsFrom(
  rest: Pools,
  curve: readonly Parts[],
  parameters: StandParameters,
  ages: readonly { age: number; hectares: number }[],
): Stand[] {
  return ages.map(({ age, hectares }) => {
    const pools = { ...rest };
    for (let year = 0; year < age; year++) passYear(pools, addedAt(curve, year), parameters);
    return { age, hectares, pools };
  });
}

/** One year: the oldest stands of the ages allowed are cut up to the area, the last of them in part; then all grow. */
export function passLandscapeYear(
  stands: readonly Stand[],
  curve: readonly Parts[],
  parameters: StandParameters,
  cutting?: Cutting,
): Stand[] {
  const next = cutting ? cut(stands, cutting) : stands.map((stand) => ({ ...stand, pools: { ...stand.pools } }));
  for (const stand of next) {
    passYear(stand.pools, addedAt(curve, stand.age), parameters);
    stand.age += 1;
  }
  return next;
}

function cut(stands: readonly Stand[], { disturbance, hectares, from, to }: Cutting): Stand[] {
  const order = stands
    .map((stand, i) => ({ stand, i }))
    .filter(({ stand: { age } }) => age >= from && age <= to)
    .sort((a, b) => b.stand.age - a.stand.age);
  const taken = new Map<number, number>();
  let left = hectares;
  for (const { stand, i } of order) {
    if (left <= 0) break;
    taken.set(i, Math.min(left, stand.hectares));
    left -= stand.hectares;
  }
  return stands.flatMap((stand, i) => {
    const area = taken.get(i) ?? 0;
    const rest = { ...stand, hectares: stand.hectares - area, pools: { ...stand.pools } };
    if (!area) return [rest];
    const felled = { hectares: area, age: 0, pools: { ...stand.pools } };
    disturb(felled.pools, disturbance);
    return rest.hectares > 0 ? [rest, felled] : [felled];
  });
}

/** t C of the whole landscape by pool. */
export function totals(stands: readonly Stand[]): Pools {
  const sum = emptyPools();
  for (const { hectares, pools } of stands)
    for (const [pool, density] of Object.entries(pools) as [Pool, number][]) sum[pool] += density * hectares;
  return sum;
}
