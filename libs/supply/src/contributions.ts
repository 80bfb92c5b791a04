/**
 * Why a footprint is what it is: what the process emits itself and what comes with each input. An exact identity of one
 * level, λ = f + Σ amount × λ(input), so children add up to their parent and no further solve is needed.
 */
import type { System } from './model';

export interface Contribution {
  product: string;
  /** Amount of the product that the parent's unit takes; 1 at the root. */
  amount: number;
  /** What that amount brings. */
  value: number;
  /** Of it, emitted by the process itself. */
  direct: number;
  /** In order of size; inputs below the threshold are in `remainder`. */
  children: Contribution[];
  remainder: number;
  /** The product stands above already: a circle, not opened again. */
  circle?: true;
}

export interface ContributionOptions {
  /** Levels that are opened. */
  depth?: number;
  /** Share of the root's value below which an input is not shown by itself. */
  threshold?: number;
}

/** `value` and `direct` are one column each: a gas, or CO2 equivalents. Throws RangeError for an unknown product. */
export function contributions(
  system: System,
  value: Float64Array,
  direct: Float64Array,
  product: string,
  { depth = 3, threshold = 0.005 }: ContributionOptions = {},
): Contribution {
  const root = system.products.indexOf(product);
  if (root < 0) throw new RangeError(`no process makes ${product}`);
  const least = Math.abs(value[root]!) * threshold;
  const node = (j: number, amount: number, levels: number, above: Set<number>): Contribution => {
    const shown: Contribution = {
      product: system.products[j]!,
      amount,
      value: amount * value[j]!,
      direct: amount * direct[j]!,
      children: [],
      remainder: 0,
    };
    if (above.has(j)) return { ...shown, circle: true, remainder: shown.value - shown.direct };
    if (levels === 0) return { ...shown, remainder: shown.value - shown.direct };
    const path = new Set(above).add(j);
    for (let k = system.start[j]!; k < system.start[j + 1]!; k++) {
      const taken = amount * system.amount[k]!;
      const brought = taken * value[system.row[k]!]!;
      if (Math.abs(brought) >= least) shown.children.push(node(system.row[k]!, taken, levels - 1, path));
    }
    shown.children.sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.product < b.product ? -1 : 1));
    shown.remainder = shown.value - shown.direct - shown.children.reduce((sum, child) => sum + child.value, 0);
    return shown;
  };
  return node(root, 1, depth, new Set());
}
