/**
 * Splits a pool by weights between floors and caps, exactly, to the smallest unit of money.
 *
 * The share of recipient i is min(cap, max(floor, λ·weight)) with one λ for all, chosen so that the shares add up to the
 * pool (water filling). A recipient of weight 0 receives its floor. What the caps leave over stays unallotted. Shares are
 * then cut to whole units and the units left are given by largest remainder; ties go to the larger weight, then to the
 * smaller id. Floors and caps hold after rounding too.
 */
import { Rational } from '../rational';

export interface Recipient {
  id: string;
  weight: Rational;
  floor?: Rational;
  cap?: Rational;
}

export type Refused = { code: string; id?: string; argument?: string };

/** Amounts in units of 10^-decimals, in the order of the recipients; or every reason why not. */
export function allocate(
  pool: Rational,
  recipients: readonly Recipient[],
  decimals: number,
): { amounts: bigint[] } | { refused: Refused[] } {
  const refused = check(pool, recipients, decimals);
  if (refused.length) return { refused };
  const unit = 10n ** BigInt(decimals);
  const total = pool.mul(Rational.of(unit)).num;
  // All weights over one denominator become integers, which makes every comparison below cheap.
  const common = commonDenominator(recipients);
  if (common > FINEST) return { refused: [{ code: 'WEIGHTS_TOO_FINE', argument: 'weight' }] };
  const items = recipients.map((r, index) => ({
    index,
    id: r.id,
    weight: r.weight.num * (common / r.weight.den),
    floor: toUnits(r.floor, unit) ?? 0n,
    cap: toUnits(r.cap, unit),
  }));
  const level = waterLevel(items, total);
  return { amounts: roundShares(items, level, total) };
}

/** Some 270 digits, still within the range of a double: weights that are decimals or shares of one total never come near. */
const FINEST = 1n << 900n;

function commonDenominator(recipients: readonly Recipient[]): bigint {
  let common = 1n;
  for (const { weight } of recipients) {
    if (common % weight.den !== 0n) common *= weight.den / gcd(common, weight.den);
    if (common > FINEST) break;
  }
  return common;
}

interface Item {
  index: number;
  id: string;
  weight: bigint;
  floor: bigint;
  cap?: bigint;
}

/** λ as a fraction of units per weight; undefined when every cap is reached or no weight is left. */
interface Level {
  num: bigint;
  den: bigint;
}

/** A recipient leaves its floor or reaches its cap at λ = num / den. */
interface Event {
  num: bigint;
  den: bigint;
  /** The same in floating point: decides the order wherever it is clear, and spares most exact comparisons. */
  about: number;
  leaves: boolean;
}

const threshold = (item: Item, num: bigint, leaves: boolean): Event => ({
  num,
  den: item.weight,
  about: Number(num) / Number(item.weight),
  leaves,
});

function byThreshold(a: Event, b: Event): number {
  if (a.about > b.about * (1 + 1e-12)) return 1;
  if (b.about > a.about * (1 + 1e-12)) return -1;
  return order(a.num * b.den, b.num * a.den) || (a.leaves === b.leaves ? 0 : a.leaves ? -1 : 1);
}

/**
 * As λ rises a recipient leaves its floor at floor/weight and reaches its cap at cap/weight. Between two such events the
 * sum is linear in λ, so one pass over the sorted events finds the segment in which it meets the pool.
 */
function waterLevel(items: Item[], total: bigint): Level | undefined {
  const events: Event[] = [];
  let fixed = 0n;
  let weights = 0n;
  for (const item of items) {
    if (item.weight === 0n || item.cap === item.floor) {
      fixed += item.floor;
      continue;
    }
    // Without a floor it takes part from λ = 0 on.
    if (item.floor === 0n) weights += item.weight;
    else {
      fixed += item.floor;
      events.push(threshold(item, item.floor, true));
    }
    if (item.cap !== undefined) events.push(threshold(item, item.cap, false));
  }
  events.sort(byThreshold);
  for (let i = -1; i < events.length; i++) {
    const event = events[i];
    if (event?.leaves) {
      fixed -= event.num;
      weights += event.den;
    } else if (event) {
      fixed += event.num;
      weights -= event.den;
    }
    if (weights === 0n) continue;
    const next = events[i + 1];
    const num = total - fixed;
    // λ = num / weights lies in this segment when it does not pass the next event.
    if (!next || num * next.den <= next.num * weights) return { num, den: weights };
  }
  return undefined;
}

function roundShares(items: Item[], level: Level | undefined, total: bigint): bigint[] {
  const amounts = new Array<bigint>(items.length).fill(0n);
  const open: { item: Item; remainder: bigint }[] = [];
  let given = 0n;
  for (const item of items) {
    let amount = item.floor;
    if (item.weight > 0n) {
      const share = level ? (item.weight * level.num) / level.den : undefined;
      if (share === undefined) amount = item.cap ?? item.floor;
      else if (item.cap !== undefined && share >= item.cap) amount = item.cap;
      else if (share >= item.floor) {
        amount = share;
        open.push({ item, remainder: (item.weight * level!.num) % level!.den });
      }
    }
    amounts[item.index] = amount;
    given += amount;
  }
  if (!level) return amounts;
  let left = total - given;
  open.sort(
    (a, b) =>
      order(b.remainder, a.remainder) || order(b.item.weight, a.item.weight) || (a.item.id < b.item.id ? -1 : 1),
  );
  for (const { item, remainder } of open) {
    if (left <= 0n) break;
    if (remainder === 0n) continue;
    amounts[item.index]! += 1n;
    left -= 1n;
  }
  return amounts;
}

const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

function check(pool: Rational, recipients: readonly Recipient[], decimals: number): Refused[] {
  const refused: Refused[] = [];
  if (pool.sign() < 0) refused.push({ code: 'OUT_OF_RANGE', argument: 'pool' });
  const unit = 10n ** BigInt(decimals);
  const fits = (value: Rational): boolean => unit % value.den === 0n;
  if (!fits(pool)) refused.push({ code: 'TOO_MANY_DECIMALS', argument: 'pool' });
  let floors = 0n;
  for (const { id, weight, floor, cap } of recipients) {
    if (weight.sign() < 0) refused.push({ code: 'OUT_OF_RANGE', id, argument: 'weight' });
    for (const [argument, bound] of [
      ['floor', floor],
      ['cap', cap],
    ] as const) {
      if (!bound) continue;
      if (bound.sign() < 0) refused.push({ code: 'OUT_OF_RANGE', id, argument });
      if (!fits(bound)) refused.push({ code: 'TOO_MANY_DECIMALS', id, argument });
    }
    if (floor && cap && floor.cmp(cap) > 0) refused.push({ code: 'FLOOR_OVER_CAP', id, argument: 'floor' });
    floors += toUnits(floor, unit) ?? 0n;
  }
  if (!refused.length && floors > toUnits(pool, unit)) refused.push({ code: 'FLOORS_EXCEED_POOL', argument: 'floor' });
  return refused;
}

const toUnits = <V extends Rational | undefined>(value: V, unit: bigint): bigint | Extract<V, undefined> =>
  value ? (value.num * unit) / value.den : (undefined as Extract<V, undefined>);

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
