import fc from 'fast-check';
import { Rational } from '../rational';
import { allocate, type Recipient } from './allocate';

const r = (text: string): Rational => Rational.parse(text);
const fen = (value: bigint): Rational => Rational.ratio(value, 100n);

/**
 * Worked as one would on paper: share what is left among the open ones, freeze those beyond a bound, begin again. When the
 * floors ask for more than the caps set free, those at a floor are frozen, otherwise those at a cap.
 */
function onPaper(pool: Rational, recipients: Recipient[]): Rational[] {
  const fixed = new Map<Recipient, Rational>();
  for (const x of recipients) if (x.weight.isZero()) fixed.set(x, x.floor ?? Rational.ZERO);
  for (;;) {
    const open = recipients.filter((x) => !fixed.has(x));
    if (!open.length) break;
    const left = [...fixed.values()].reduce((rest, amount) => rest.sub(amount), pool);
    const weights = open.reduce((sum, x) => sum.add(x.weight), Rational.ZERO);
    const shares = open.map((x) => left.mul(x.weight).div(weights));
    const bounded = open.map((x, i) => {
      if (x.cap && shares[i]!.cmp(x.cap) > 0) return x.cap;
      return x.floor && shares[i]!.cmp(x.floor) < 0 ? x.floor : shares[i]!;
    });
    const excess = bounded.reduce((sum, b, i) => sum.add(b.sub(shares[i]!)), Rational.ZERO).sign();
    const before = fixed.size;
    for (const [i, x] of open.entries()) {
      const change = bounded[i]!.cmp(shares[i]!);
      if (change !== 0 && excess * change >= 0) fixed.set(x, bounded[i]!);
    }
    if (fixed.size === before) for (const [i, x] of open.entries()) fixed.set(x, bounded[i]!);
  }
  return recipients.map((x) => fixed.get(x)!);
}

const row = fc.record({
  weight: fc.oneof({ weight: 1, arbitrary: fc.constant(0n) }, { weight: 6, arbitrary: fc.bigInt(1n, 60n) }),
  den: fc.constantFrom(1n, 1n, 3n, 7n),
  floor: fc.option(fc.bigInt(0n, 3000n), { nil: undefined, freq: 2 }),
  room: fc.option(fc.bigInt(0n, 4000n), { nil: undefined, freq: 2 }),
});
const cases = fc
  .record({ rows: fc.array(row, { minLength: 1, maxLength: 12 }), above: fc.bigInt(0n, 20000n) })
  .map(({ rows, above }) => ({
    recipients: rows.map(({ weight, den, floor, room }, i): Recipient => ({
      id: `r${i}`,
      weight: Rational.ratio(weight, den),
      floor: floor === undefined ? undefined : fen(floor),
      cap: room === undefined ? undefined : fen((floor ?? 0n) + room),
    })),
    pool: rows.reduce((sum, { floor }) => sum + (floor ?? 0n), above),
  }));

function given(pool: Rational, recipients: Recipient[]): bigint[] {
  const result = allocate(pool, recipients, 2);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.amounts;
}

describe('allocate, to the last fen', () => {
  it('shares between one cap and two floors', () => {
    const amounts = given(r('1000000.00'), [
      { id: 'a', weight: r('500'), cap: r('400000') },
      { id: 'b', weight: r('300') },
      { id: 'c', weight: r('120') },
      { id: 'd', weight: r('50'), floor: r('80000') },
      { id: 'e', weight: r('30'), floor: r('80000') },
    ]);
    expect(amounts.map((a) => fen(a).toFixed(2))).toEqual([
      '400000.00',
      '314285.71',
      '125714.29',
      '80000.00',
      '80000.00',
    ]);
  });

  it('cuts each share down or up, never further, and gives what is left to the largest remainders', () => {
    fc.assert(
      fc.property(cases, ({ recipients, pool }) => {
        const result = given(fen(pool), recipients);
        const open = onPaper(fen(pool), recipients).map((exact, i) => {
          const share = exact.mul(r('100'));
          const rest = share.sub(Rational.of(share.floor()));
          expect(result[i]! >= share.floor() && result[i]! <= share.ceil()).toBe(true);
          return { up: result[i]! > share.floor(), rest, weight: recipients[i]!.weight, id: recipients[i]!.id };
        });
        for (const up of open.filter((x) => x.up)) {
          for (const down of open.filter((x) => !x.up && !x.rest.isZero())) {
            const first = up.rest.cmp(down.rest) || up.weight.cmp(down.weight) || (up.id < down.id ? 1 : -1);
            expect(first).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('gives a tie to the larger weight before the smaller id', () => {
    expect(
      given(r('0.10'), [
        { id: 'a', weight: r('5') },
        { id: 'b', weight: r('15') },
      ]),
    ).toEqual([2n, 8n]);
  });

  it('gives weight 0 its floor only and leaves what the caps leave over', () => {
    const zero = { id: 'a', weight: Rational.ZERO, floor: r('7') };
    expect(given(r('100'), [zero, { id: 'b', weight: Rational.ONE, cap: r('10') }])).toEqual([700n, 1000n]);
    expect(given(r('100'), [{ id: 'a', weight: Rational.ZERO }])).toEqual([0n]);
  });

  it('refuses bounds finer than the unit, a negative pool, and weights without a common measure', () => {
    const codes = (pool: string, recipients: Recipient[]): unknown => {
      const result = allocate(r(pool), recipients, 2);
      return 'refused' in result && result.refused.map((f) => [f.code, f.argument]);
    };
    expect(codes('10', [{ id: 'a', weight: Rational.ONE, cap: r('0.005') }])).toEqual([['TOO_MANY_DECIMALS', 'cap']]);
    expect(codes('-1', [{ id: 'a', weight: Rational.ONE }])).toEqual([['OUT_OF_RANGE', 'pool']]);
    const unlike = Array.from({ length: 3000 }, (_, i) => ({ id: `${i}`, weight: Rational.ratio(1n, BigInt(i + 1)) }));
    expect(codes('10', unlike)).toEqual([['WEIGHTS_TOO_FINE', 'weight']]);
  });
});
