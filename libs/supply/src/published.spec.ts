/** Published systems (see the README beside the data), where the data is at hand: footprints times demand is the inventory. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { System } from './model';
import { scaling } from './scaling';
import { solve } from './solve';

interface Case {
  id: string;
  technosphere: number[][];
  biosphere: number[][];
  demand: number[];
  expected: { inventory?: number[]; intensity?: number[][]; score?: number };
  characterisation: number[] | number[][] | null;
  tolerance: number;
}
const file = join(__dirname, '../../../../shared/data/supply/cases/matrix_cases.json');
const cases: Case[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : [];

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

function systemOf({ technosphere, biosphere }: Case): System {
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

const checked = cases.filter(({ expected }) => expected.inventory ?? expected.intensity);
(checked.length ? it.each(checked) : it.skip.each([{ id: 'no data at hand' } as Case]))('$id', (given) => {
  const system = systemOf(given);
  const columns = solve(system);
  const { inventory, intensity } = given.expected;
  intensity?.forEach((line, g) => line.forEach((want, i) => expect(columns[g]![i]).toBeCloseTo(want, 9)));
  inventory?.forEach((want, g) => {
    const got = given.demand.reduce((sum, demand, i) => sum + demand * columns[g]![i]!, 0);
    expect(Math.abs(got - want)).toBeLessThanOrEqual(given.tolerance * Math.max(1, Math.abs(want)));
    // The other way: what has to be made for the demand, times what that emits.
    const made = scaling(system, Float64Array.from(given.demand));
    const emitted = system.direct[g]!.reduce((sum, direct, i) => sum + direct * made[i]!, 0);
    expect(Math.abs(emitted - want)).toBeLessThanOrEqual(given.tolerance * Math.max(1, Math.abs(want)));
  });
});
