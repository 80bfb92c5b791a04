/** Footprints of linked products: every product at once, loops solved and not cut. Pure: arrays in, arrays out. */
import { type Convert, type SupplyInput, type System } from './model';
import { readInput } from './read-input';
import { solve } from './solve';

export {
  type Convert,
  type CoProduct,
  type Process,
  type SupplyFault,
  SupplyFaults,
  type SupplyInput,
  type System,
  type Taken,
} from './model';
export { type Components, components } from './components';
export { contributions, type Contribution, type ContributionOptions } from './contributions';
export { type Drawn, type DrawOptions, type LogDoubt, monteCarlo } from './monte-carlo';
export { type Marks, primaryShare, primaryShares, qualities, quality, type Quality, type Rating } from './quality';
export { type Change, recalculate, type Recalculated } from './recalculate';
export { scaling } from './scaling';
export { type Doubt, type Sensitivities, sensitivities, type Uncertainty, uncertainty } from './sensitivity';
export { backwardError, solve } from './solve';
export { loopFactor, upstream } from './upstream';

export interface SupplyResult {
  /** Per unit of product: amount of each gas, and their CO2 equivalents. */
  footprints: Record<string, Record<string, number>>;
  /** Gases that the set of GWPs does not name: they count for nothing in `co2e`. */
  uncharacterised: string[];
}

/** Throws SupplyFaults with every fault of the input, or with every circle that cannot be. `convert` knows units. */
export function supply(input: SupplyInput, convert?: Convert): SupplyResult {
  const { system, gwp } = readInput(input, convert);
  const columns = solve(system);
  const co2e = weighted(system, columns, gwp);
  const footprints = system.products.map((product, j) => [
    product,
    Object.fromEntries([...system.gases.map((gas, g) => [gas, columns[g]![j]!]), ['co2e', co2e[j]!]]),
  ]);
  return {
    footprints: Object.fromEntries(footprints) as SupplyResult['footprints'],
    uncharacterised: system.gases.filter((gas) => !gwp.has(gas)),
  };
}

/** CO2 equivalents of any columns by gas: a change of the GWP set is this sum again, no solve. */
export function weighted({ products, gases }: System, columns: Float64Array[], gwp: Map<string, number>): Float64Array {
  const sum = new Float64Array(products.length);
  for (const [g, gas] of gases.entries()) {
    const weight = gwp.get(gas) ?? 0;
    if (weight !== 0) for (let j = 0; j < sum.length; j++) sum[j]! += weight * columns[g]![j]!;
  }
  return sum;
}
