import { today } from './dates';

it('is tomorrow in Shanghai when it is evening in London', () => {
  const at = (iso: string) => today(Date.parse(iso)).format('YYYY-MM-DD');
  expect(at('2026-11-24T15:59:59Z')).toBe('2026-11-24');
  expect(at('2026-11-24T16:00:00Z')).toBe('2026-11-25');
  expect(at('2026-12-31T23:00:00Z')).toBe('2027-01-01');
});
