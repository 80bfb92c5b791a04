import type { PlatformConfig } from '@qingheng/platform';
import fc from 'fast-check';
import { join } from 'node:path';
import { BarrierTargets } from './barrier-targets';
import { standingOf } from './standing';

const targets = new BarrierTargets({ configDir: join(__dirname, '../../../../config') } as PlatformConfig);
const soil = targets.get('soil-water-conservation')!;
const pm = targets.get('pm25')!;
const at = (...values: [number, string][]) => values.map(([year, value]) => ({ year, value }));
const of = (indicator: typeof soil, n: number, observed: ReturnType<typeof at>, year = 2026) =>
  standingOf(indicator, indicator.targets[n]!, observed, year);

it('invents nothing where nothing was observed', () => {
  for (const indicator of targets.all)
    for (const target of indicator.targets)
      expect(standingOf(indicator, target, [], 2026)).toEqual({ ...target, status: 'no_data', warnings: [] });
});

it('judges by the latest value, and by the trend where the target is not reached yet', () => {
  expect(of(soil, 0, at([2025, '63']))).toMatchObject({ status: 'met', warnings: [] });
  expect(of(soil, 0, at([2025, '60']))).toMatchObject({ status: 'no_data' });
  expect(of(soil, 0, at([2024, '60'], [2025, '61']))).toMatchObject({ status: 'on_track', projected: '66.00' });
  expect(of(soil, 0, at([2024, '60'], [2025, '60.1']))).toMatchObject({
    status: 'behind',
    projected: '60.60',
    warnings: ['falling_short'],
  });
  expect(of(pm, 0, at([2024, '27'], [2025, '26']))).toMatchObject({ status: 'on_track', projected: '24.00' });
  expect(of(pm, 0, at([2026, '24'], [2027, '25.1']), 2027)).toMatchObject({
    status: 'behind',
    warnings: ['moving_away'],
  });
});

it('warns of a value that is met and slips, and of one that is old', () => {
  expect(of(soil, 0, at([2024, '64'], [2025, '63.2'])).warnings).toEqual(['falling_short', 'moving_away']);
  expect(of(soil, 0, at([2022, '63.5'])).warnings).toEqual(['stale']);
  expect(of(targets.get('new-energy-capacity')!, 0, at([2029, '3']))).toMatchObject({ status: 'no_data' });
});

it('never lets a better value stand worse', () => {
  const rank = { no_data: 0, behind: 0, on_track: 1, met: 2 };
  const value = fc.integer({ min: 5000, max: 7000 });
  fc.assert(
    fc.property(value, value, fc.integer({ min: 0, max: 500 }), (first, last, more) => {
      const series = (end: number) => at([2024, (first / 100).toFixed(2)], [2026, (end / 100).toFixed(2)]);
      return rank[of(soil, 0, series(last + more)).status] >= rank[of(soil, 0, series(last)).status];
    }),
  );
});
