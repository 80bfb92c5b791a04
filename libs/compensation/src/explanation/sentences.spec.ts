import { readable } from './sentences';

it('writes a formula as people read it, and leaves years and numbers of documents alone', () => {
  expect(readable('12345.6 亩 * 7.5 元/亩 * 1')).toBe('12,345.6 亩 × 7.5 元/亩 × 1');
  expect(readable('1234567 亩 + 2023 - 0.123456')).toBe('1,234,567 亩 + 2023 - 0.123456');
  expect(readable('household 152501-0000036')).toBe('household 152501-0000036');
  expect(readable('9259.20 元 + 833.33 元')).toBe('9,259.20 元 + 833.33 元');
});
