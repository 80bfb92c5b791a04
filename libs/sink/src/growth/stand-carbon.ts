/**
 * A stand's carbon year by year: growth, turnover of its living parts, decay of dead matter and soil, disturbances, after the
 * CBM-CFS3 of Kurz et al. (2009). One hectare of one group of species; t C/ha throughout. Increments are net: what falls is
 * grown again in the same year, so that a year takes from the air the increment and what fell.
 */
import type { Parts } from './volume-to-carbon';

export const LIVING = ['merch', 'foliage', 'other', 'coarseRoots', 'fineRoots'] as const;
export const DEAD = [
  'aboveVeryFast',
  'belowVeryFast',
  'aboveFast',
  'belowFast',
  'medium',
  'stemSnag',
  'branchSnag',
  'aboveSlow',
  'belowSlow',
] as const;
export const GONE = ['co2', 'ch4', 'co', 'products'] as const;
export type Pool = (typeof LIVING)[number] | (typeof DEAD)[number] | (typeof GONE)[number];
type DeadPool = (typeof DEAD)[number];
export type Pools = Record<Pool, number>;

export interface StandParameters {
  /** Shares of a living part that fall in a year, and where they fall. */
  turnover: {
    stem: number;
    foliage: number;
    branch: number;
    coarseRoots: number;
    fineRoots: number;
    branchToSnag: number;
    coarseRootsAbove: number;
    fineRootsAbove: number;
    stemSnag: number;
    branchSnag: number;
  };
  /** Roots t/ha = ratio · above ground; fine share = base + span · exp(rate · roots). */
  roots: { ratio: number; base: number; span: number; rate: number };
  decay: Record<DeadPool, { rate: number; q10: number; toAir: number }>;
  /** The temperature at which `rate` holds, °C. */
  reference: number;
  /** Share of slow matter above ground that is mixed into the soil in a year. */
  mixing: number;
  /** °C, mean of the year. */
  temperature: number;
}

/** Where each pool goes: shares that sum to one; a pool that is not named stays. */
export type Disturbance = Partial<Record<Pool, Partial<Record<Pool, number>>>>;

export const emptyPools = (): Pools =>
  Object.fromEntries([...LIVING, ...DEAD, ...GONE].map((pool) => [pool, 0])) as Pools;

export const sumOf = (pools: Pools, which: readonly Pool[] = [...LIVING, ...DEAD, ...GONE]): number =>
  which.reduce((sum, pool) => sum + pools[pool], 0);

const CARBON = 0.5;
const DECLINE = -0.0001;
type Growth = Record<(typeof LIVING)[number], number>;

/** What a year adds to the living parts; roots follow from what is above ground. */
function growthOf(pools: Pools, added: Parts, { roots }: StandParameters): Growth {
  const merch = Math.max(-pools.merch, added.merch);
  const foliage = Math.max(-pools.foliage, added.foliage);
  const other = Math.max(-pools.other, added.other);
  const above = pools.merch + merch + pools.foliage + foliage + pools.other + other;
  const mass = (roots.ratio * above) / CARBON;
  const fine = roots.base + roots.span * Math.exp(roots.rate * mass);
  return {
    merch,
    foliage,
    other,
    coarseRoots: mass * (1 - fine) * CARBON - pools.coarseRoots,
    fineRoots: mass * fine * CARBON - pools.fineRoots,
  };
}

/** Changes the pools by a year and gives what was taken from the air. */
export function passYear(pools: Pools, added: Parts, parameters: StandParameters): number {
  const growth = growthOf(pools, added, parameters);
  grow(pools, growth);
  fallSnags(pools, parameters);
  const fallen = fall(pools, parameters) + decline(pools, growth, parameters);
  grow(pools, growth);
  rot(pools, parameters);
  return fallen + LIVING.reduce((sum, part) => sum + growth[part], 0);
}

/** Half a year's growth: what falls in between is taken of the mean of the year. */
function grow(pools: Pools, growth: Growth): void {
  for (const part of LIVING) pools[part] += growth[part] / 2;
}

function fallSnags(pools: Pools, { turnover }: StandParameters): void {
  move(pools, 'stemSnag', 'medium', turnover.stemSnag);
  move(pools, 'branchSnag', 'aboveFast', turnover.branchSnag);
}

function fall(pools: Pools, { turnover: t }: StandParameters): number {
  const { merch, foliage, other, coarseRoots, fineRoots } = pools;
  return receive(pools, t, {
    stem: merch * t.stem,
    foliage: foliage * t.foliage,
    branches: other * t.branch,
    coarseRoots: coarseRoots * t.coarseRoots,
    fineRoots: fineRoots * t.fineRoots,
  });
}

/** A stand past its peak loses more than it grows: the loss lies on the ground. */
function decline(pools: Pools, growth: Growth, { turnover }: StandParameters): number {
  if (LIVING.reduce((sum, part) => sum + growth[part], 0) >= DECLINE) return 0;
  const lost = (part: (typeof LIVING)[number]) => Math.max(0, -growth[part]);
  return receive(pools, turnover, {
    stem: lost('merch'),
    foliage: lost('foliage'),
    branches: lost('other'),
    coarseRoots: lost('coarseRoots'),
    fineRoots: lost('fineRoots'),
  });
}

function receive(
  pools: Pools,
  { branchToSnag, coarseRootsAbove, fineRootsAbove }: StandParameters['turnover'],
  fallen: Record<'stem' | 'foliage' | 'branches' | 'coarseRoots' | 'fineRoots', number>,
): number {
  const { stem, foliage, branches, coarseRoots, fineRoots } = fallen;
  pools.stemSnag += stem;
  pools.branchSnag += branches * branchToSnag;
  pools.aboveVeryFast += foliage + fineRoots * fineRootsAbove;
  pools.belowVeryFast += fineRoots * (1 - fineRootsAbove);
  pools.aboveFast += branches * (1 - branchToSnag) + coarseRoots * coarseRootsAbove;
  pools.belowFast += coarseRoots * (1 - coarseRootsAbove);
  return stem + foliage + branches + coarseRoots + fineRoots;
}

function rot(pools: Pools, { decay, reference, temperature, mixing }: StandParameters): void {
  for (const pool of DEAD) {
    const { rate, q10, toAir } = decay[pool];
    const share = Math.min(1, rate * Math.exp((temperature - reference) * Math.log(q10) * 0.1));
    const gone = pools[pool] * share;
    pools[pool] -= gone;
    pools.co2 += gone * toAir;
    pools[pool.startsWith('below') ? 'belowSlow' : 'aboveSlow'] += gone * (1 - toAir);
  }
  move(pools, 'aboveSlow', 'belowSlow', mixing);
}

function move(pools: Pools, from: Pool, to: Pool, share: number): void {
  const moved = pools[from] * share;
  pools[from] -= moved;
  pools[to] += moved;
}

export function disturb(pools: Pools, disturbance: Disturbance): void {
  const before = { ...pools };
  for (const [from, targets] of Object.entries(disturbance) as [Pool, Partial<Pools>][]) {
    pools[from] -= before[from];
    for (const [to, share] of Object.entries(targets) as [Pool, number][]) pools[to] += before[from] * share;
  }
}
