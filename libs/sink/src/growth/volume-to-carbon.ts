/**
 * Carbon of a stand's parts by age from its volume table: the stand-level equations of Boudewyn et al. (2007) that CBM-CFS3
 * uses (stemwood from volume, then bark, branches and foliage as shares), with the young ages drawn through zero.
 */
import { fitWeibull, weibull } from './weibull';

export interface VolumeFactors {
  /** Stemwood of trees of merchantable size: a · V^b, t/ha. */
  a: number;
  b: number;
  /** Smaller trees and saplings as factors k + a · x^b on the stemwood, at most the cap. */
  nonMerch: ExpansionFactor;
  sapling: ExpansionFactor;
  /** Logit terms of bark, branches and foliage: exp(t1 + t2 · V + t3 · ln(V + 5)). */
  bark: [number, number, number];
  branches: [number, number, number];
  foliage: [number, number, number];
  /** Outside these volumes the shares are constant. */
  least: { volume: number; stemwood: number; bark: number; branches: number };
  most: { volume: number; stemwood: number; bark: number; branches: number };
  /** Tops and stumps left, share of the merchantable stem. */
  top: number;
  stump: number;
}
interface ExpansionFactor {
  a: number;
  b: number;
  k: number;
  cap: number;
}

/** t C/ha at an age. */
export interface Parts {
  merch: number;
  foliage: number;
  other: number;
}

const CARBON = 0.5;
/** Years beyond the last wrong age that the fitted curve is drawn from, and that it may at most replace. */
const FITTED = 50;
const REPLACED = 15;

/** Straight lines between the ages that the table names, for every age from 0 to its last. */
export function yearly(table: readonly { age: number; volume: number }[]): number[] {
  const points = [...table].sort((a, b) => a.age - b.age);
  if (points.length < 2 || points[0]!.age !== 0)
    throw new RangeError('a volume table begins at age 0 and has two ages');
  const last = points[points.length - 1]!.age;
  let at = 0;
  return Array.from({ length: last + 1 }, (_, age) => {
    while (points[at + 1]!.age < age) at += 1;
    const [from, to] = [points[at]!, points[at + 1]!];
    return from.volume + ((to.volume - from.volume) * (age - from.age)) / (to.age - from.age);
  });
}

export function partsByAge(volumes: readonly number[], factors: VolumeFactors): Parts[] {
  const parts = volumes.map((volume) => partsOf(volume, factors));
  const from = firstReliable(volumes, factors);
  return from === undefined ? parts : drawnThroughZero(parts, from);
}

const expanded = ({ a, b, k, cap }: ExpansionFactor, x: number): number => {
  const factor = k + a * x ** b;
  return Math.min(Number.isFinite(factor) ? Math.max(factor, 1) : 1, cap);
};

function partsOf(volume: number, factors: VolumeFactors): Parts {
  const { least, most, top, stump } = factors;
  const ofSize = factors.a * volume ** factors.b;
  const ofTrees = ofSize * (ofSize > 0 ? expanded(factors.nonMerch, ofSize) : 1);
  const stemwood = ofTrees * (ofTrees > 0 ? expanded(factors.sapling, ofTrees) : 1);
  const share = volume < least.volume ? least : volume > most.volume ? most : shares(volume, factors);
  const total = stemwood / share.stemwood;
  const bark = total * share.bark;
  const foliage = total * (1 - share.stemwood - share.bark - share.branches);
  const merch = ofSize > 0 ? (ofSize + bark * (ofSize / stemwood)) * (1 - (top + stump)) : 0;
  return { merch: merch * CARBON, foliage: foliage * CARBON, other: (total - foliage - merch) * CARBON };
}

function shares(volume: number, { bark, branches, foliage }: VolumeFactors) {
  const term = ([t1, t2, t3]: readonly number[]) => Math.exp(t1! + t2! * volume + t3! * Math.log(volume + 5));
  const [ofBark, ofBranches] = [term(bark), term(branches)];
  const stemwood = 1 / (1 + ofBark + ofBranches + term(foliage));
  return { stemwood, bark: ofBark * stemwood, branches: ofBranches * stemwood };
}

/** The youngest age from which the equations hold: above the least volume, with the factor of small trees below its cap. */
function firstReliable(volumes: readonly number[], { a, b, nonMerch, least }: VolumeFactors): number | undefined {
  const most = Math.max(...volumes);
  if (most <= least.volume) return undefined;
  const peak = volumes.indexOf(most);
  const capped = (age: number) => {
    const { a: slope, b: power, k, cap } = nonMerch;
    return k + slope * (a * volumes[age]! ** b) ** power >= cap;
  };
  for (let age = Math.min(peak, volumes.length - 1) - 1; age > 1; age--)
    if (volumes[age]! < least.volume || (capped(age) && !capped(age + 1))) return age + 1;
  return undefined;
}

/** Weibull curves through zero and the years after `from`, up to where they meet the equations within one per cent. */
function drawnThroughZero(parts: readonly Parts[], from: number): Parts[] {
  const later = Array.from({ length: FITTED - 1 }, (_, i) => parts[Math.min(from + 1 + i, parts.length - 1)]!);
  const scale = from + FITTED - 1;
  const curve = (pick: (part: Parts) => number) => {
    const most = Math.max(...later.map(pick));
    const shape = fitWeibull([
      [0, 0],
      ...later.map((part, i): [number, number] => [(from + 1 + i) / scale, pick(part) / most]),
    ]);
    return (age: number) => weibull(age / scale, shape) * most;
  };
  const total = ({ merch, foliage, other }: Parts) => merch + foliage + other;
  const [merchAt, foliageAt, totalAt] = [curve(({ merch }) => merch), curve(({ foliage }) => foliage), curve(total)];
  const drawn = parts.slice(0, from + REPLACED + 1).map((_, age): Parts => {
    const merch = merchAt(age);
    const all = Math.max(totalAt(age), merch);
    const foliage = Math.min(foliageAt(age), all - merch);
    return { merch, foliage, other: all - foliage - merch };
  });
  const off = (age: number) => Math.abs(1 - total(drawn[age]!) / (total(parts[age]!) || 1e-5));
  const ages = drawn.map((_, age) => age).filter((age) => age >= from && age < from + REPLACED);
  const join = [0.01, 0.03, 0.05]
    .map((within) => ages.find((age) => off(age) < within))
    .find((age) => age !== undefined);
  const last = join ?? drawn.length - 1;
  return parts.map((part, age) => (age <= last ? drawn[age]! : part));
}
