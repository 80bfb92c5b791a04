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

/**
 * `system` with the change in it, `before` the columns of the system without it, `changed` the products whose links or
 * direct emissions are others now. Groups may be handed in where the links are the same. Throws as `solve` does.
 */
export function recalculate(
  system: System,
  before: Float64Array[],
  changed: Iterable<number>,
  groups: Components = components(system),
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
