/** What all of a product that a demand needs brings along, each circle counted once. */
import { scaling } from './scaling';
import type { System } from './model';

/** 1 ÷ (T⁻¹)jj for T = I − A: what a circle through the product would otherwise count twice. 1 outside circles. */
export function loopFactor(system: System, product: number): number {
  const demand = new Float64Array(system.products.length);
  demand[product] = 1;
  return 1 / scaling(system, demand)[product]!;
}

/** Footprint × amount made × loop factor, by product: never more than the whole demand carries, unless there are credits. */
export function upstream(system: System, demand: Float64Array, column: Float64Array): Float64Array {
  return scaling(system, demand).map((made, j) => (made === 0 ? 0 : made * column[j]! * loopFactor(system, j)));
}
