import fc from 'fast-check';
import { Rational } from '../rational';
import { allocate, type Recipient } from './allocate';

const fen = (n: number | bigint): Rational => Rational.ratio(BigInt(n), 100n);

/** An independent model: fix whoever breaks a bound, one at a time, and share the rest anew. */
function model(pool: Rational, recipients: Recipient[]): Rational[] {
  const floor = (r: Recipient): Rational => r.floor ?? Rational.ZERO;
  const shareAt = (r: Recipient, level: Rational): Rational => {
    const free = r.weight.mul(level);
    if (free.cmp(floor(r)) < 0) return floor(r);
    return r.cap && free.cmp(r.cap) > 0 ? r.cap : free;
  };
  const total = (level: Rational): Rational => recipients.reduce((s, r) => s.add(shareAt(r, level)), Rational.ZERO);
  const bends = recipients
    .filter((r) => !r.weight.isZero())
    .flatMap((r) => [floor(r).div(r.weight), ...(r.cap ? [r.cap.div(r.weight)] : [])])
    .sort((a, b) => a.cmp(b));
  let low = Rational.ZERO;
  for (const bend of bends) {
    if (total(bend).cmp(pool) > 0) return solve(low, bend);
    low = bend;
  }
  const uncapped = recipients.some((r) => !r.weight.isZero() && !r.cap);
  return uncapped ? solve(low, low.add(Rational.ONE)) : recipients.map((r) => shareAt(r, low));

  /** The total is linear between two bends (and beyond the last). */
  function solve(a: Rational, b: Rational): Rational[] {
    const slope = total(b).sub(total(a)).div(b.sub(a));
    const level = slope.isZero() ? a : a.add(pool.sub(total(a)).div(slope));
    return recipients.map((r) => shareAt(r, level));
  }
}

const recipients = fc
  .array(
    fc.record({
      weight: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 })),
      floor: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
      extra: fc.option(fc.integer({ min: 0, max: 20000 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ weight, floor, extra }, i): Recipient => ({
      id: `r${String(i).padStart(2, '0')}`,
      weight: Rational.of(weight),
      floor: floor === undefined ? undefined : fen(floor),
      cap: extra === undefined ? undefined : fen((floor ?? 0) + extra),
    })),
  );
const amountsOf = (pool: Rational, list: Recipient[]): bigint[] => {
  const result = allocate(pool, list, 2);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.amounts;
};
const floorsOf = (list: Recipient[]): bigint => list.reduce((sum, r) => sum + (r.floor ? r.floor.scaled(2) : 0n), 0n);

describe('allocate', () => {
  it('agrees with the model to less than a fen, and holds floors, caps and the sum', () => {
    fc.assert(
      fc.property(recipients, fc.integer({ min: 0, max: 200000 }), (list, above) => {
        const pool = fen(floorsOf(list) + BigInt(above));
        const amounts = amountsOf(pool, list);
        const exact = model(pool, list);
        amounts.forEach((amount, i) => {
          expect(fen(amount).sub(exact[i]!).abs().cmp(fen(1))).toBeLessThan(0);
          if (list[i]!.floor) expect(fen(amount).cmp(list[i]!.floor!)).toBeGreaterThanOrEqual(0);
          if (list[i]!.cap) expect(fen(amount).cmp(list[i]!.cap!)).toBeLessThanOrEqual(0);
        });
        const given = amounts.reduce((a, b) => a + b, 0n);
        const wanted = exact.reduce((a, b) => a.add(b), Rational.ZERO);
        expect(fen(given).equals(wanted)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(recipients, fc.integer({ min: 0, max: 200000 }), (list, above) => {
        const pool = fen(floorsOf(list) + BigInt(above));
        const forward = amountsOf(pool, list);
        const backward = amountsOf(pool, [...list].reverse()).reverse();
        expect(backward).toEqual(forward);
      }),
    );
  });

  it('gives nobody more than a fen less when the pool grows', () => {
    fc.assert(
      fc.property(
        recipients,
        fc.integer({ min: 0, max: 100000 }),
        fc.integer({ min: 0, max: 5000 }),
        (list, above, more) => {
          const pool = floorsOf(list) + BigInt(above);
          const before = amountsOf(fen(pool), list);
          const after = amountsOf(fen(pool + BigInt(more)), list);
          // Largest remainder may move a single fen; the exact shares only rise.
          before.forEach((amount, i) => expect(after[i]! >= amount - 1n).toBe(true));
        },
      ),
    );
  });

  it('gives ties of remainders to the larger weight, then to the smaller id', () => {
    const same = ['b', 'a', 'c'].map((id) => ({ id, weight: Rational.ONE }));
    expect(amountsOf(fen(100), same)).toEqual([33n, 34n, 33n]);
  });

  it('refuses floors over the pool, negative weights, a floor over its cap', () => {
    const over = allocate(fen(100), [{ id: 'a', weight: Rational.ONE, floor: fen(101) }], 2);
    expect(over).toEqual({ refused: [{ code: 'FLOORS_EXCEED_POOL', argument: 'floor' }] });
    const negative = allocate(fen(100), [{ id: 'a', weight: Rational.of(-1) }], 2);
    expect(negative).toMatchObject({ refused: [{ code: 'OUT_OF_RANGE', id: 'a', argument: 'weight' }] });
    const crossed = allocate(fen(100), [{ id: 'a', weight: Rational.ONE, floor: fen(9), cap: fen(8) }], 2);
    expect(crossed).toMatchObject({ refused: [{ code: 'FLOOR_OVER_CAP' }] });
  });
});
