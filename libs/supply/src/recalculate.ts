/** What a change moves: the changed products and whatever takes of them, no further than figures really move. */
import { type Components, components } from './components';
import { type SupplyFault, SupplyFaults, type System } from './model';
import { impossible, solveGroup } from './solve';
import { Sweep } from './sweep';

/** Relative step of a gas below which a figure counts as unmoved. */
const UNMOVED = 1e-12;

export interface Recalculated {
  /** As `solve` of the changed system, within its tolerance. */
  columns: Float64Array[];
  /** Products whose footprint moved, in the order of ids. */
  moved: Int32Array;
}

export interface Change {
  /** Products whose links or direct emissions are others now. */
  products: Iterable<number>;
  /** Where links are as before: the gases (by place) of which some emission is another. All of them if not said. */
  gases?: readonly number[];
  /** Where links are as before: their groups, so that they need not be found again. */
  groups?: Components;
}

/** `system` with the change in it, `before` the columns of the system without it. Throws as `solve` does. */
export function recalculate(system: System, before: Float64Array[], change: Change): Recalculated {
  const { gases } = change;
  if (gases && gases.length < before.length) {
    // A gas that nobody emits otherwise than before stays as it is in every product.
    const part = { ...system, direct: gases.map((g) => system.direct[g]!) };
    const { columns, moved } = recalculateAll(
      part,
      gases.map((g) => before[g]!),
      change,
    );
    return { columns: before.map((column, g) => columns[gases.indexOf(g)] ?? column), moved };
  }
  return recalculateAll(system, before, change);
}

function recalculateAll(
  system: System,
  before: Float64Array[],
  { products: changed, groups = components(system) }: Change,
): Recalculated {
  const { start, row } = system;
  const work = new Sweep(system, before);
  const other = new Uint8Array(system.products.length);
  for (const j of changed) other[j] = 1;
  const moved = new Uint8Array(system.products.length);
  const faults: SupplyFault[] = [];
  const touched = (j: number): boolean => {
    if (other[j]) return true;
    for (let k = start[j]!; k < start[j + 1]!; k++) if (moved[row[k]!]) return true;
    return false;
  };
  for (let c = 0; c + 1 < groups.start.length; c++) {
    const members = groups.order.subarray(groups.start[c]!, groups.start[c + 1]!);
    if (!members.some(touched)) continue;
    const fault = members.some((j) => other[j]) ? impossible(system, members) : undefined;
    if (fault) faults.push(fault);
    if (faults.length) continue;
    solveGroup(work, members, groups.left);
    for (const j of members)
      if (before.some((column, g) => Math.abs(work.get(j, g) - column[j]!) > UNMOVED * Math.abs(column[j]!)))
        moved[j] = 1;
  }
  if (faults.length) throw new SupplyFaults(faults);
  const list: number[] = [];
  for (let j = 0; j < moved.length; j++) if (moved[j]) list.push(j);
  return { columns: work.columns(), moved: Int32Array.from(list) };
}
