/**
 * Footprints per unit of every product at once: λ = f + Aᵀλ, solved group by group, each group after all it needs.
 * A product by itself is one division; a circle of up to 200 is solved by dense LU with refinement, a larger one by
 * Gauss-Seidel in both directions, all gases in one sweep. A circle is accepted when the componentwise backward error
 * (Oettli and Prager 1964) of each gas is at most 1e-12, not when steps become small: products in small units are as
 * exact as those in large ones. The same input gives the same bits.
 */
import { type Components, components } from './components';
import { factorise, solveDense } from './dense';
import { gainFault, productive } from './loop-gain';
import { type SupplyFault, SupplyFaults, type System } from './model';
import { Sweep } from './sweep';

/** Circles up to this size are solved by dense LU. */
const DENSE = 200;
/** Up to this size dense LU helps out where the sweeps do not settle: strong credits. */
const DENSE_AT_MOST = 2_000;
export const TOLERANCE = 1e-12;

/** One array for each column of `direct`, by product. Throws SupplyFaults with LOOP_GAIN for every impossible circle. */
export function solve(system: System, groups: Components = components(system)): Float64Array[] {
  const work = new Sweep(system);
  const faults: SupplyFault[] = [];
  for (let c = 0; c + 1 < groups.start.length; c++) {
    const members = groups.order.subarray(groups.start[c]!, groups.start[c + 1]!);
    const fault = impossible(system, members);
    if (fault) faults.push(fault);
    else if (!faults.length) solveGroup(work, members, groups.left); // after a fault only other faults are of interest
  }
  if (faults.length) throw new SupplyFaults(faults);
  return work.columns();
}

/** The fault of a group that cannot be made at all. */
export function impossible(system: System, members: Int32Array): SupplyFault | undefined {
  const circle = members.length > 1 || ownUse(system, members[0]!) !== 0;
  return circle && !productive(system, members) ? gainFault(system, members) : undefined;
}

/** Solves one group in place; what it takes from other groups must stand already. */
export function solveGroup(work: Sweep, members: Int32Array, left: Int32Array): void {
  if (members.length === 1) return work.update(members[0]!);
  if (members.length <= DENSE && dense(work, members)) return;
  // Inputs before what takes them: a circle is nearly a chain in this order, and settles in few sweeps.
  const sequence = members.slice().sort((a, b) => left[a]! - left[b]!);
  if (work.settle(sequence, TOLERANCE)) return;
  if (members.length <= DENSE_AT_MOST && dense(work, members)) return;
  throw new SupplyFaults([gainFault(work.system, members)]);
}

function ownUse({ start, row, amount }: System, j: number): number {
  let own = 0;
  for (let k = start[j]!; k < start[j + 1]!; k++) if (row[k] === j) own += amount[k]!;
  return own;
}

/** (I − Aᵀ) of the group, and what comes to it from outside. False where that is not accurate enough. */
function dense(work: Sweep, members: Int32Array): boolean {
  const { start, row, amount, direct } = work.system;
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
  for (const [g, column] of direct.entries()) {
    const right = new Float64Array(size);
    for (const [i, j] of members.entries()) {
      right[i] = column[j]!;
      for (let k = start[j]!; k < start[j + 1]!; k++)
        if (!place.has(row[k]!)) right[i]! += amount[k]! * work.get(row[k]!, g);
    }
    const x = solveDense(factors, right);
    for (const [i, j] of members.entries()) work.set(j, g, x[i]!);
  }
  for (let refined = 0; refined < 3; refined++) {
    refine(work, members, matrix, factors);
    if (work.backwardError(members) <= TOLERANCE) return true;
  }
  return false;
}

function refine(work: Sweep, members: Int32Array, matrix: Float64Array, factors: ReturnType<typeof factorise>): void {
  const { start, row, amount, direct } = work.system;
  for (const [g, column] of direct.entries()) {
    const rest = Float64Array.from(members, (j) => {
      let left = column[j]! - work.get(j, g);
      for (let k = start[j]!; k < start[j + 1]!; k++) left += amount[k]! * work.get(row[k]!, g);
      return left;
    });
    const correction = solveDense(factors!, rest);
    for (const [i, j] of members.entries()) work.set(j, g, work.get(j, g) + correction[i]!);
  }
}

/** max |f + Aᵀλ − λ| ÷ (|f| + |A|ᵀ|λ| + |λ|): how little the input would have to change for the answer to be exact. */
export function backwardError(system: System, members: Iterable<number>, result: Float64Array[]): number {
  return new Sweep(system, result).backwardError(members);
}
