/** A soil through the years: brought to rest at what was measured, then with the inputs of a project beside those of before. */
import { equilibrium, inertOf, inputFor, type Month, nextMonth, organicCarbon, type Soil, type State } from './rothc';

export interface CourseWish {
  clay: number;
  depth: number;
  /** t C/ha. */
  measured: number;
  dpmRpm: number;
  months: readonly (Pick<Month, 'temperature' | 'rain' | 'evaporation' | 'covered'> & { input: number })[];
  inputFactor: number;
  manure?: number;
  years: number;
}

export interface Course {
  inert: number;
  input: number;
  baseline: number[];
  project: number[];
  gain: number;
}

/** The inputs cannot keep any soil at rest: no residues, or a climate in which nothing decays. */
export class NoRest extends Error {}

const CO2 = 44 / 12;

export function courseOf({
  clay,
  depth,
  measured,
  dpmRpm,
  months,
  inputFactor,
  manure = 0,
  years,
}: CourseWish): Course {
  const soil: Soil = { clay, depth, inert: inertOf(measured) };
  const weights = months.reduce((sum, { input }) => sum + input, 0);
  if (weights <= 0) throw new NoRest();
  const year = (input: number, dung: number): Month[] =>
    months.map(({ input: share, ...month }) => ({
      ...month,
      plantInput: (input * share) / weights,
      manure: dung / 12,
      dpmRpm,
    }));
  const input = atRest(() => inputFor(measured, year(1, 0), soil));
  if (!Number.isFinite(input) || input <= 0) throw new NoRest();
  const start: State = atRest(() => equilibrium(year(input, 0), soil));
  const baseline = run(start, year(input, 0), soil, years);
  const project = run(start, year(input * inputFactor, manure), soil, years);
  const gain = ((project.at(-1)! - baseline.at(-1)!) * CO2) / years;
  return { inert: soil.inert, input, baseline, project, gain };
}

function run(from: State, year: readonly Month[], soil: Soil, years: number): number[] {
  let state = from;
  const carbon = [organicCarbon(state, soil)];
  for (let i = 0; i < years; i++) {
    for (const month of year) state = nextMonth(state, month, soil);
    carbon.push(organicCarbon(state, soil));
  }
  return carbon;
}

function atRest<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new NoRest();
  }
}
