/**
 * Footprints per unit of every product at once: λ = f + Aᵀλ, solved group by group, each group after all it needs.
 * A product by itself is one division; a circle of up to 200 is solved by dense LU with one step of refinement, a larger
 * one by Gauss-Seidel in both directions, all gases in one sweep, until the componentwise backward error (Oettli and
 * Prager 1964) is at most 1e-12. The same input gives the same bits.
 */
import { components } from './components';
import { factorise, solveDense } from './dense';
import { gainFault, productive } from './loop-gain';
import { type SupplyFault, SupplyFaults, type System } from './model';

const DENSE = 200;
const SWEEPS = 5_000;
export const TOLERANCE = 1e-12;

/** One array for each column of `direct`, by product. Throws SupplyFaults with LOOP_GAIN for every impossible circle. */
export function solve(system: System): Float64Array[] {
  const groups = components(system);
  const faults: SupplyFault[] = [];
  const result = system.direct.map((column) => column.slice());
  for (let c = 0; c + 1 < groups.start.length; c++) {
    const members = groups.order.subarray(groups.start[c]!, groups.start[c + 1]!);
    const circle = members.length > 1 || ownUse(system, members[0]!) !== 0;
    if (circle && !productive(system, members)) {
      faults.push(gainFault(system, members));
      continue;
    }
    if (faults.length) continue; // only the other impossible circles are of interest now
    if (members.length === 1) single(system, members[0]!, result);
    else if (members.length > DENSE || !dense(system, members, result)) iterate(system, members, result);
  }
  if (faults.length) throw new SupplyFaults(faults);
  return result;
}

function ownUse({ start, row, amount }: System, j: number): number {
  let own = 0;
  for (let k = start[j]!; k < start[j + 1]!; k++) if (row[k] === j) own += amount[k]!;
  return own;
}

/** What the product takes from others, for one column. */
function taken({ start, row, amount }: System, j: number, column: Float64Array): number {
  let sum = 0;
  for (let k = start[j]!; k < start[j + 1]!; k++) if (row[k] !== j) sum += amount[k]! * column[row[k]!]!;
  return sum;
}

function single(system: System, j: number, result: Float64Array[]): void {
  const kept = 1 - ownUse(system, j);
  for (const [g, column] of result.entries()) column[j] = (system.direct[g]![j]! + taken(system, j, column)) / kept;
}

/** (I − Aᵀ) of the group, and what comes to it from outside. */
function dense(system: System, members: Int32Array, result: Float64Array[]): boolean {
  const { start, row, amount, direct } = system;
  const size = members.length;
  const place = new Map([...members].map((product, i) => [product, i]));
  const matrix = new Float64Array(size * size);
  for (const [i, j] of members.entries()) {
    matrix[i * size + i]! += 1;
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      const at = place.get(row[k]!);
      if (at !== undefined) matrix[i * size + at]! -= amount[k]!;
    }
  }
  const factors = factorise(matrix, size);
  if (!factors) return false;
  for (const [g, column] of result.entries()) {
    const right = new Float64Array(size);
    for (const [i, j] of members.entries()) {
      right[i] = direct[g]![j]!;
      for (let k = start[j]!; k < start[j + 1]!; k++)
        if (!place.has(row[k]!)) right[i]! += amount[k]! * column[row[k]!]!;
    }
    const x = solveDense(factors, right);
    const rest = right.map((value, i) => {
      let left = value;
      for (let at = 0; at < size; at++) left -= matrix[i * size + at]! * x[at]!;
      return left;
    });
    const correction = solveDense(factors, rest);
    for (const [i, j] of members.entries()) column[j] = x[i]! + correction[i]!;
  }
  return true;
}

function iterate(system: System, members: Int32Array, result: Float64Array[]): void {
  const kept = Float64Array.from(members, (j) => 1 - ownUse(system, j));
  const update = (i: number): void => {
    const j = members[i]!;
    for (let g = 0; g < result.length; g++)
      result[g]![j] = (system.direct[g]![j]! + taken(system, j, result[g]!)) / kept[i]!;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 0; i < members.length; i++) update(i);
    for (let i = members.length - 1; i >= 0; i--) update(i);
    if (sweep % 4 === 3 && backwardError(system, members, result) <= TOLERANCE) return;
  }
  throw new SupplyFaults([gainFault(system, members)]);
}

/** max |f + Aᵀλ − λ| ÷ (|f| + |A|ᵀ|λ| + |λ|): how little the input would have to change for the answer to be exact. */
export function backwardError(system: System, members: Iterable<number>, result: Float64Array[]): number {
  const { start, row, amount, direct } = system;
  let worst = 0;
  for (const j of members) {
    for (const [g, column] of result.entries()) {
      let sum = direct[g]![j]!;
      let size = Math.abs(sum) + Math.abs(column[j]!);
      for (let k = start[j]!; k < start[j + 1]!; k++) {
        const term = amount[k]! * column[row[k]!]!;
        sum += term;
        size += Math.abs(term);
      }
      if (size > 0) worst = Math.max(worst, Math.abs(sum - column[j]!) / size);
    }
  }
  return worst;
}
