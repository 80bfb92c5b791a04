import fc from 'fast-check';
import { holds, spanAt, tabbed, topFor, widthFor } from './window';

const list = fc.record({
  count: fc.integer({ min: 1, max: 1_000_000 }),
  rowHeight: fc.integer({ min: 20, max: 80 }),
  height: fc.integer({ min: 100, max: 2_000 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

it('draws whatever is seen, and little more', () => {
  fc.assert(
    fc.property(list, ({ count, rowHeight, height, share }) => {
      const top = share * Math.max(0, count * rowHeight - height);
      const { from, to } = spanAt(top, height, rowHeight, count);
      expect(from * rowHeight).toBeLessThanOrEqual(top);
      expect(to === count || to * rowHeight >= top + height).toBe(true);
      expect(to - from).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 18);
      expect(holds({ from, to }, top, height, rowHeight, count)).toBe(true);
    }),
  );
});

it('draws again before a gap is seen, and when the list got shorter', () => {
  const drawn = spanAt(36_000, 480, 36, 100_000);
  expect(drawn).toEqual({ from: 996, to: 1018 });
  expect(holds(drawn, 36_000 + 3 * 36, 480, 36, 100_000)).toBe(true);
  expect(holds(drawn, 36_000 + 4 * 36, 480, 36, 100_000)).toBe(false);
  expect(holds(drawn, 36_000 - 4 * 36, 480, 36, 100_000)).toBe(false);
  expect(holds(drawn, 0, 480, 36, 10)).toBe(false);
});

it('moves the bar as little as brings a row into sight below the heading', () => {
  fc.assert(
    fc.property(list, fc.nat(), ({ count, rowHeight, height, share }, any) => {
      const row = any % count;
      const head = 40;
      fc.pre(height >= head + rowHeight);
      const before = Math.floor(share * count * rowHeight);
      const top = topFor(row, before, height, head, rowHeight);
      // Below the heading lies what begins at `top`; that much of it is seen.
      expect(row * rowHeight).toBeGreaterThanOrEqual(top);
      expect((row + 1) * rowHeight).toBeLessThanOrEqual(top + height - head);
      expect(topFor(row, top, height, head, rowHeight)).toBe(top);
    }),
  );
});

it('quotes what would break a row of the clipboard', () => {
  expect(
    tabbed([
      ['a', '1,5'],
      ['x\ty', 'say "so"'],
    ]),
  ).toBe('a\t1,5\n"x\ty"\t"say ""so"""');
});

it('gives Chinese the room it needs, within bounds', () => {
  expect(widthFor(['电', 'ab'])).toBe(72);
  expect(widthFor(['内蒙古霍林河铝业有限公司'])).toBe(12 * 14 + 26);
  expect(widthFor(['x'.repeat(500)])).toBe(320);
});
