import * as fc from 'fast-check';
import { chinaDay, lastDay } from './china-day';
import { isLabelNumber, labelNumber } from './label-number';

const numbers = fc.tuple(fc.integer({ min: 2025, max: 2099 }), fc.integer({ min: 1, max: 999_999_999 }));

it('knows its own numbers', () => {
  fc.assert(fc.property(numbers, ([year, sequence]) => expect(isLabelNumber(labelNumber(year, sequence))).toBe(true)));
});

it('knows a mistyped digit', () => {
  fc.assert(
    fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), ([year, sequence], place, by) => {
      const number = labelNumber(year, sequence);
      const at = [...number].map((c, i) => (/\d/.test(c) ? i : -1)).filter((i) => i >= 0);
      const i = at[place % at.length]!;
      const mistyped = number.slice(0, i) + ((Number(number[i]) + by) % 10) + number.slice(i + 1);
      expect(isLabelNumber(mistyped)).toBe(false);
    }),
  );
});

it('counts days in China, and two years to the day before', () => {
  expect(chinaDay(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
  expect(lastDay('2026-11-24', 2)).toBe('2028-11-23');
  expect(lastDay('2024-03-01', 2)).toBe('2026-02-28');
  expect(lastDay('2024-02-29', 2)).toBe('2026-02-28');
});
