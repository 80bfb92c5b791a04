import fc from 'fast-check';
import { isFinal, nextAttempt } from './back-off';

const start = Date.UTC(2026, 0, 1);
const deadline = new Date(start + 72 * 3_600_000);

it('spends 72 hours in less than a hundred attempts, the last one at the deadline', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 120, maxLength: 120 }), (randoms) => {
      const times = [start];
      for (const [i, random] of randoms.entries()) {
        if (times.at(-1) === deadline.getTime()) break;
        times.push(nextAttempt(i + 1, new Date(times.at(-1)!), deadline, random).getTime());
      }
      expect(times.length).toBeLessThan(110);
      expect(times.at(-1)).toBe(deadline.getTime());
      expect([...times].sort((a, b) => a - b)).toEqual(times);
    }),
  );
});

it('waits about five seconds first and never much longer than an hour', () => {
  const wait = (failed: number, random: number): number =>
    nextAttempt(failed, new Date(start), deadline, random).getTime() - start;
  expect([wait(1, 0.5), wait(2, 0.5), wait(3, 0)]).toEqual([5_000, 10_000, 15_000]);
  expect(wait(60, 0.999)).toBeLessThanOrEqual(4_500_000);
});

it('does not repeat what was refused for good', () => {
  expect([400, 422, 401, 404, 429, 500, 503, undefined].map(isFinal)).toEqual([true, true, ...Array(6).fill(false)]);
});
