/** Published systems (see the README beside the data), where the data is at hand: footprints times demand is the inventory. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backwardError, contributions, loopFactor, quality, scaling, solve, type System, upstream } from './index';

interface Case {
  id: string;
  technosphere: number[][];
  biosphere: number[][];
  demand: number[];
  expected: {
    scaling?: number[];
    inventory?: number[];
    intensity?: number[][];
    leontief?: number[][];
    direct?: number[][];
    upstream?: number[][];
    loop_factor?: number[];
    score?: number;
    direct_score?: number[];
    inventory_direct?: number[];
    first_tier?: number[];
  };
  characterisation: number[] | null;
  tolerance: number;
}
const folder = join(__dirname, '../../../../shared/data/supply/cases');
const read = <T>(name: string): T | undefined =>
  existsSync(join(folder, name)) ? (JSON.parse(readFileSync(join(folder, name), 'utf8')) as T) : undefined;
const cases = read<{ cases: Case[] }>('matrix_cases.json')?.cases ?? [];

/** Each process has its own product: production need not stand on the diagonal. */
function products(technosphere: number[][]): number[] {
  const n = technosphere.length;
  const owner = new Array<number>(n).fill(-1);
  const find = (process: number, seen: Set<number>): boolean => {
    const rows = technosphere.map((_, row) => row).filter((row) => technosphere[row]![process] !== 0);
    for (const row of rows.sort((a, b) => technosphere[b]![process]! - technosphere[a]![process]!)) {
      if (seen.has(row)) continue;
      seen.add(row);
      if (owner[row]! < 0 || find(owner[row]!, seen)) {
        owner[row] = process;
        return true;
      }
    }
    return false;
  };
  for (let process = 0; process < n; process++) find(process, new Set());
  return owner;
}

function systemOf({ technosphere, biosphere }: Pick<Case, 'technosphere' | 'biosphere'>): System {
  const makers = products(technosphere);
  const start = [0];
  const [row, amount]: [number[], number[]] = [[], []];
  const direct = biosphere.map(() => new Float64Array(makers.length));
  for (const [product, process] of makers.entries()) {
    const made = technosphere[product]![process]!;
    technosphere.forEach((line, other) => {
      if (other === product || line[process] === 0) return;
      row.push(other);
      amount.push(-line[process]! / made);
    });
    start.push(row.length);
    biosphere.forEach((line, g) => (direct[g]![product] = line[process]! / made));
  }
  return {
    products: makers.map((_, i) => `p${i}`),
    gases: biosphere.map((_, g) => `g${g}`),
    start: Int32Array.from(start),
    row: Int32Array.from(row),
    amount: Float64Array.from(amount),
    direct,
  };
}

const near = (got: number, want: number, tolerance: number) =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(want)));
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
const nothing = [{ id: 'no data at hand' } as Case];

(cases.length ? it.each(cases) : it.skip.each(nothing))('$id', ({ demand, expected, characterisation, ...given }) => {
  const { tolerance } = given;
  const system = systemOf(given);
  // Row i of the technosphere is product i; process `column` makes the product whose column that is.
  const makers = products(given.technosphere);
  const columns = solve(system);
  expect(backwardError(system, columns[0]!.keys(), columns)).toBeLessThanOrEqual(1e-12);
  const wanted = Float64Array.from(demand);
  const made = scaling(system, wanted);
  const runs = made.map((amount, product) => amount / given.technosphere[product]![makers[product]!]!);
  const byProcess = (values: ArrayLike<number>): number[] =>
    makers.map((_, process) => values[makers.indexOf(process)]!);
  expected.scaling?.forEach((want, process) => near(byProcess(runs)[process]!, want, tolerance));
  expected.intensity?.forEach((line, g) => line.forEach((want, i) => near(columns[g]![i]!, want, tolerance)));
  expected.inventory?.forEach((want, g) => {
    near(dot(demand, columns[g]!), want, tolerance);
    near(dot(system.direct[g]!, made), want, tolerance); // the other way: what is made, times what that emits
  });
  expected.direct?.forEach((line, g) => {
    const emitted = byProcess(made.map((amount, i) => amount * system.direct[g]![i]!));
    line.forEach((want, process) => near(emitted[process]!, want, tolerance));
  });
  expected.upstream?.forEach((line, g) => {
    const got = byProcess(upstream(system, wanted, columns[g]!));
    line.forEach((want, process) => near(got[process]!, want, tolerance));
  });
  expected.loop_factor?.forEach((want, process) => near(loopFactor(system, makers.indexOf(process)), want, tolerance));
  expected.leontief?.forEach((line, i) =>
    line.forEach((want, j) => {
      const unit = new Float64Array(demand.length);
      unit[j] = 1;
      near(scaling(system, unit)[i]! / given.technosphere[i]![makers[i]!]!, want, tolerance);
    }),
  );
  expected.inventory_direct?.forEach((want, i) => near(made[i]! * system.direct[0]![i]!, want, tolerance));
  if (expected.score !== undefined) {
    const weights = characterisation!;
    const score = (values: Float64Array[], by: ArrayLike<number>) =>
      weights.reduce((sum, weight, g) => sum + weight * dot(values[g]!, by), 0);
    near(score(columns, demand), expected.score, tolerance);
    near(score(system.direct, made), expected.score, tolerance);
  }
  const [first] = expected.first_tier ?? [];
  if (first !== undefined) {
    const { children } = contributions(system, columns[0]!, system.direct[0]!, 'p0', { threshold: 0 });
    expect(children.map(({ value }) => value)).toEqual(expected.first_tier);
  }
  const checked = ['scaling', 'inventory', 'intensity', 'score'].some((name) => name in expected);
  expect(checked).toBe(true);
});

(cases.length ? it : it.skip)('data quality of emissions, weighted by what they contribute', () => {
  // As the case words it: p1 needs 2 of p2; e1 counts 2, e2 counts 8; ratings stand on the emissions.
  const up = [1, 2, 3, 4, 5];
  const down = [5, 4, 3, 2, 1];
  const of = (first: [number, number[]], second: [number, number[]]) => {
    const system: System = {
      ...{ products: ['p1', 'p2'], gases: ['e'], start: Int32Array.of(0, 1, 1), row: Int32Array.of(1) },
      ...{ amount: Float64Array.of(2), direct: [Float64Array.of(first[0], second[0])] },
    };
    const given = { direct: system.direct[0]!, column: solve(system)[0]! };
    return quality(system, 0, given, { direct: [first[1], second[1]] });
  };
  const whole = (rating: (number | null)[]) => rating.map((value) => Math.floor(value! + 0.5));
  const { expected } = read<{ data_quality_cases: { expected: Record<string, number[]> }[] }>('matrix_cases.json')!
    .data_quality_cases[0]!;
  expect(whole(of([3, up], [5, down]).rating)).toEqual(expected.e1);
  expect(whole(of([4, down], [6, up]).rating)).toEqual(expected.e2);
  // Both emissions of a process as one: 2 × e1 + 8 × e2, ratings weighted by the same amounts.
  const both = (a: number, ofA: number[], b: number, ofB: number[]): [number, number[]] => [
    2 * a + 8 * b,
    ofA.map((rating, i) => (2 * a * rating + 8 * b * ofB[i]!) / (2 * a + 8 * b)),
  ];
  const impact = of(both(3, up, 4, down), both(5, down, 6, up));
  expect(whole(impact.rating)).toEqual(expected.impact);
  expect(impact.coverage).toBe(1);
  expect(whole(both(3, up, 4, down)[1])).toEqual(expected.p1_impact);
  expect(whole(both(5, down, 6, up)[1])).toEqual(expected.p2_impact);
});

interface Tables {
  Z: number[][];
  Y?: number[][];
  Ysum?: number[];
  F: number[][];
  expected: { M: number[][] };
  tolerance: number;
}

/** Technosphere I − A with A = Z / x by column, emissions F / x. */
function ofTables({ Z, Y, Ysum, F }: Tables): { system: System; final: number[]; kept: number[] } {
  const final = Ysum ?? Y!.map((line) => line.reduce((a, b) => a + b, 0));
  const output = Z.map((line, i) => line.reduce((a, b) => a + b, 0) + final[i]!);
  const technosphere = Z.map((line, i) => line.map((value, j) => (i === j ? 1 : 0) - value / output[j]!));
  const system = systemOf({ technosphere, biosphere: F.map((line) => line.map((value, j) => value / output[j]!)) });
  return { system, final, kept: output.map((all, i) => all - Z[i]![i]!) };
}

(cases.length ? it.each(['mrio_6x6.json', 'mrio_48.json']) : it.skip.each(['no data at hand']))('%s', (name) => {
  const tables = read<Tables>(name)!;
  const { system, final, kept } = ofTables(tables);
  const columns = solve(system);
  tables.expected.M.forEach((line, g) => line.forEach((want, i) => near(columns[g]![i]!, want, tables.tolerance)));
  // What all sectors emit is in what leaves them; what is made for that is what they made beyond their own use.
  const made = scaling(system, Float64Array.from(final));
  made.forEach((amount, i) => near(amount / kept[i]!, 1, 1e-11));
  tables.F.forEach((line, g) => {
    const all = line.reduce((a, b) => a + b, 0);
    near(dot(final, columns[g]!) / all, 1, 1e-12);
    near(dot(system.direct[g]!, made) / all, 1, 1e-12);
  });
});

(cases.length ? it : it.skip)('cars', () => {
  const given = read<Pick<Case, 'technosphere' | 'biosphere'> & { footprint_per_unit: Record<string, number> }>(
    'mobility_example.json',
  )!;
  const system = systemOf(given);
  const [column] = solve(system);
  Object.values(given.footprint_per_unit).forEach((want, i) => {
    near(column![i]!, want, 1e-12);
    const unit = new Float64Array(column!.length);
    unit[i] = 1;
    near(dot(scaling(system, unit), system.direct[0]!), want, 1e-12);
  });
});
