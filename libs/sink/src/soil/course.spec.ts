import { courseOf, NoRest } from './course';

const months = Array.from({ length: 12 }, (_, i) => ({
  temperature: 2 + 20 * Math.sin(((i - 3) * Math.PI) / 6),
  rain: i > 4 && i < 9 ? 60 : 8,
  evaporation: i > 3 && i < 10 ? 120 : 10,
  covered: true,
  input: i > 4 && i < 9 ? 1 : 0,
}));
const wish = { clay: 18, depth: 30, measured: 42, dpmRpm: 0.67, months, inputFactor: 1.3, years: 20 };

it('starts at what was measured and stays there while nothing changes', () => {
  const { baseline, project, input } = courseOf(wish);
  expect(baseline).toHaveLength(21);
  for (const carbon of baseline) expect(carbon).toBeCloseTo(42, 2);
  expect(project[0]).toBe(baseline[0]);
  expect(input).toBeGreaterThan(0.1);
});

it('rises with more residues and with manure, falls without, ever more slowly', () => {
  const { project, gain } = courseOf(wish);
  for (let i = 1; i < project.length; i++) expect(project[i]!).toBeGreaterThan(project[i - 1]!);
  expect(project[1]! - project[0]!).toBeGreaterThan(project[20]! - project[19]!);
  expect(gain).toBeCloseTo(((project[20]! - 42) * 44) / 12 / 20, 3);
  expect(courseOf({ ...wish, manure: 1 }).gain).toBeGreaterThan(gain);
  expect(courseOf({ ...wish, inputFactor: 0 }).gain).toBeLessThan(0);
});

it('says where no soil can rest', () => {
  const none = months.map((month) => ({ ...month, input: 0 }));
  expect(() => courseOf({ ...wish, months: none })).toThrow(NoRest);
  const frozen = months.map((month) => ({ ...month, temperature: -30 }));
  expect(() => courseOf({ ...wish, months: frozen })).toThrow(NoRest);
});
