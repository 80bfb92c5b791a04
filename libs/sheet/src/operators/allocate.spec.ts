import fc from 'fast-check';
import { Rational } from '../rational';
import { allocate, type Recipient } from './allocate';

const r = (text: string): Rational => Rational.parse(text);

function amounts(pool: string, recipients: Recipient[], decimals = 2): Record<string, string> {
  const result = allocate(r(pool), recipients, decimals);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return Object.fromEntries(recipients.map((x, i) => [x.id, Rational.ratio(result.amounts[i]!, 10n ** BigInt(decimals)).toFixed(decimals)]));
}

/**
 * An independent model, slow and plain: freeze recipients at a bound one round at a time, as one would on paper. In each
 * round share what is left among the open ones; when the floors ask for more than the caps set free, freeze those at a
 * floor, otherwise those at a cap.
 */
function onPaper(pool: Rational, recipients: Recipient[]): Rational[] {
  const fixed = new Map<Recipient, Rational>();
  for (const x of recipients) if (x.weight.isZero()) fixed.set(x, x.floor ?? Rational.ZERO);
  for (;;) {
    const open = recipients.filter((x) => !fixed.has(x));
    const left = [...fixed.values()].reduce((rest, amount) => rest.sub(amount), pool);
    const weights = open.reduce((sum, x) => sum.add(x.weight), Rational.ZERO);
    if (!open.length) break;
    const shares = open.map((x) => left.mul(x.weight).div(weights));
    const bounded = open.map((x, i) => {
      if (x.cap && shares[i]!.cmp(x.cap) > 0) return x.cap;
      return x.floor && shares[i]!.cmp(x.floor) < 0 ? x.floor : shares[i]!;
    });
    const excess = bounded.reduce((sum, b, i) => sum.add(b.sub(shares[i]!)), Rational.ZERO).sign();
    let frozen = 0;
    for (const [i, x] of open.entries()) {
      const change = bounded[i]!.cmp(shares[i]!);
      if (change === 0 || (excess > 0 && change < 0) || (excess < 0 && change > 0)) continue;
      fixed.set(x, bounded[i]!);
      frozen++;
    }
    if (!frozen) {
      for (const [i, x] of open.entries()) fixed.set(x, bounded[i]!);
      break;
    }
  }
  return recipients.map((x) => fixed.get(x)!);
}

const cents = (value: bigint): Rational => Rational.ratio(value, 100n);

const cases = fc
  .record({
    rows: fc.array(
      fc.record({
        weight: fc.oneof({ weight: 1, arbitrary: fc.constant(0n) }, { weight: 6, arbitrary: fc.bigInt(1n, 60n) }),
        den: fc.constantFrom(1n, 1n, 3n, 7n),
        floor: fc.option(fc.bigInt(0n, 3000n), { nil: undefined, freq: 2 }),
        room: fc.option(fc.bigInt(0n, 4000n), { nil: undefined, freq: 2 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    above: fc.bigInt(0n, 20000n),
  })
  .map(({ rows, above }) => ({
    recipients: rows.map(
      (row, i): Recipient => ({
        id: `r${i}`,
        weight: Rational.ratio(row.weight, row.den),
        floor: row.floor === undefined ? undefined : cents(row.floor),
        cap: row.room === undefined ? undefined : cents((row.floor ?? 0n) + row.room),
      }),
    ),
    pool: rows.reduce((sum, row) => sum + (row.floor ?? 0n), 0n) + above,
  }));

function given(pool: bigint, recipients: Recipient[]): bigint[] {
  const result = allocate(cents(pool), recipients, 2);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.amounts;
}

const one = Rational.ONE;

describe('allocate', () => {
  it('shares between a cap and two floors', () => {
    const shares = amounts('1000000.00', [
      { id: 'a', weight: r('500'), cap: r('400000') },
      { id: 'b', weight: r('300') },
      { id: 'c', weight: r('120') },
      { id: 'd', weight: r('50'), floor: r('80000') },
      { id: 'e', weight: r('30'), floor: r('80000') },
    ]);
    expect(shares).toEqual({ a: '400000.00', b: '314285.71', c: '125714.29', d: '80000.00', e: '80000.00' });
  });

  it('gives the last unit to the larger remainder, then the larger weight, then the smaller id', () => {
    expect(amounts('1.00', [{ id: 'b', weight: one }, { id: 'a', weight: one }, { id: 'c', weight: one }])).toEqual({ a: '0.34', b: '0.33', c: '0.33' });
    expect(amounts('0.05', [{ id: 'a', weight: one }, { id: 'b', weight: r('9') }])).toEqual({ a: '0.00', b: '0.05' });
    expect(amounts('0.10', [{ id: 'a', weight: r('5') }, { id: 'b', weight: r('15') }])).toEqual({ a: '0.02', b: '0.08' });
  });

  it('gives weight 0 its floor only, and leaves what the caps leave over', () => {
    expect(amounts('100', [{ id: 'a', weight: Rational.ZERO, floor: r('7') }, { id: 'b', weight: one, cap: r('10') }])).toEqual({ a: '7.00', b: '10.00' });
    expect(amounts('100', [{ id: 'a', weight: Rational.ZERO }])).toEqual({ a: '0.00' });
  });

  it('refuses floors above the pool, a floor above its cap, negatives and fractions of a unit', () => {
    const codes = (pool: string, recipients: Recipient[]): unknown => {
      const result = allocate(r(pool), recipients, 2);
      return 'refused' in result && result.refused.map((f) => [f.code, f.id]);
    };
    expect(codes('10', [{ id: 'a', weight: one, floor: r('6') }, { id: 'b', weight: one, floor: r('5') }])).toEqual([['FLOORS_EXCEED_POOL', undefined]]);
    expect(codes('10', [{ id: 'a', weight: one, floor: r('6'), cap: r('5') }])).toEqual([['FLOOR_OVER_CAP', 'a']]);
    expect(codes('10', [{ id: 'a', weight: r('-1') }])).toEqual([['OUT_OF_RANGE', 'a']]);
    expect(codes('10', [{ id: 'a', weight: one, cap: r('0.005') }])).toEqual([['TOO_MANY_DECIMALS', 'a']]);
    expect(codes('-1', [{ id: 'a', weight: one }])).toEqual([['OUT_OF_RANGE', undefined]]);
  });

  it('is within one unit of the shares worked out on paper, and keeps sum, floors and caps', () => {
    fc.assert(
      fc.property(cases, ({ recipients, pool }) => {
        const result = given(pool, recipients);
        const exact = onPaper(cents(pool), recipients);
        const total = exact.reduce((sum, x) => sum.add(x), Rational.ZERO).mul(r('100'));
        expect(total.isInteger()).toBe(true);
        expect(result.reduce((sum, x) => sum + x, 0n)).toBe(total.num);
        for (const [i, x] of recipients.entries()) {
          const share = exact[i]!.mul(r('100'));
          expect(result[i]).toBeGreaterThanOrEqual(share.floor());
          expect(result[i]).toBeLessThanOrEqual(share.ceil());
          if (x.floor) expect(cents(result[i]!).cmp(x.floor)).toBeGreaterThanOrEqual(0);
          if (x.cap) expect(cents(result[i]!).cmp(x.cap)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the units left to the largest remainders', () => {
    fc.assert(
      fc.property(cases, ({ recipients, pool }) => {
        const result = given(pool, recipients);
        const open = onPaper(cents(pool), recipients).map((x, i) => {
          const share = x.mul(r('100'));
          return { up: result[i]! > share.floor(), rest: share.sub(Rational.of(share.floor())), weight: recipients[i]!.weight, id: recipients[i]!.id };
        });
        const raised = open.filter((x) => x.up);
        for (const up of raised) {
          for (const down of open.filter((x) => !x.up && !x.rest.isZero())) {
            const first = up.rest.cmp(down.rest) || up.weight.cmp(down.weight) || (up.id < down.id ? 1 : -1);
            expect(first).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of recipients', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), ({ recipients, pool }, random) => {
        const places = recipients.map((x, i) => ({ x, i, at: random.next().value as number })).sort((a, b) => a.at - b.at);
        const shuffled = given(pool, places.map(({ x }) => x));
        const straight = given(pool, recipients);
        for (const [i, place] of places.entries()) expect(shuffled[i]).toBe(straight[place.i]);
      }),
      { numRuns: 500 },
    );
  });

  it('never takes more than the rounding unit from anyone when the pool grows', () => {
    fc.assert(
      fc.property(cases, fc.bigInt(1n, 5000n), ({ recipients, pool }, more) => {
        const before = given(pool, recipients);
        const after = given(pool + more, recipients);
        for (const [i] of recipients.entries()) expect(after[i]! - before[i]!).toBeGreaterThanOrEqual(-1n);
      }),
      { numRuns: 1000 },
    );
  });

  it('serves 100 000 recipients within a second', () => {
    const recipients = Array.from({ length: 100_000 }, (_, i): Recipient => {
      const weight = r(`${((i * 7919) % 100003) / 100}`);
      return { id: `h${i}`, weight, floor: i % 3 ? r('10') : undefined, cap: i % 5 ? r(`${100 + (i % 900)}`) : undefined };
    });
    const started = performance.now();
    const result = allocate(r('12345678.90'), recipients, 2);
    expect(performance.now() - started).toBeLessThan(1000);
    expect('amounts' in result && result.amounts.reduce((sum, x) => sum + x, 0n)).toBe(1234567890n);
  });
});
