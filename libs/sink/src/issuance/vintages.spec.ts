import * as fc from 'fast-check';
import { bufferOf, vintagesOf } from './vintages';

it('splits by the days of calendar years, whole tonnes rounded down, the rest in the last year', () => {
  expect(vintagesOf('2021-07-01', '2023-06-30', 1000n, bufferOf(1000n, '0.05'))).toEqual([
    { year: 2021, days: 184, tonnes: 252n, buffer: 13n },
    { year: 2022, days: 365, tonnes: 500n, buffer: 25n },
    { year: 2023, days: 181, tonnes: 248n, buffer: 12n },
  ]);
});

it('counts the leap day', () => {
  expect(vintagesOf('2024-01-01', '2024-12-31', 7n, 0n)[0]).toEqual({ year: 2024, days: 366, tonnes: 7n, buffer: 0n });
});

it('adds up, never runs ahead of growth, never leaves the buffer short', () => {
  const day = fc.date({ min: new Date('2001-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 7000 }),
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.integer({ min: 0, max: 9999 }),
      (from, length, tonnes, share) => {
        const [start, end] = [from, new Date(from.getTime() + length * 86_400_000)].map((d) =>
          d.toISOString().slice(0, 10),
        );
        const decimal = `0.${String(share).padStart(4, '0')}`;
        const years = vintagesOf(start!, end!, tonnes, bufferOf(tonnes, decimal));
        const sum = (pick: (v: (typeof years)[number]) => bigint) => years.reduce((n, v) => n + pick(v), 0n);
        expect(sum((v) => v.tonnes)).toBe(tonnes);
        expect(sum((v) => v.buffer)).toBe(bufferOf(tonnes, decimal));
        let [days, grown] = [0, 0n];
        for (const v of years) {
          expect(v.buffer >= 0n && v.buffer <= v.tonnes).toBe(true);
          days += v.days;
          grown += v.tonnes;
          expect(grown * BigInt(length + 1) <= tonnes * BigInt(days)).toBe(true);
        }
        expect(days).toBe(length + 1);
      },
    ),
  );
});
