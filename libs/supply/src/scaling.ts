/** The other way round: not what a product carries, but how much of everything it takes to deliver a demand. */
import { solve } from './solve';
import type { System } from './model';

/**
 * Amounts of every product that have to be made so that `demand` leaves the system: s = d + A s, in units of each product.
 * What all of them emit directly equals the demand's footprints: f·s = λ·d. Throws SupplyFaults as `solve` does.
 */
export function scaling(system: System, demand: Float64Array): Float64Array {
  return solve({ ...transposed(system), direct: [demand] })[0]!;
}

/** The same links by what is taken instead of by who takes it, in a fixed order. */
function transposed({ products, gases, start, row, amount }: System): Omit<System, 'direct'> {
  const n = products.length;
  const from = new Int32Array(n + 1);
  for (const i of row) from[i + 1]!++;
  for (let i = 0; i < n; i++) from[i + 1]! += from[i]!;
  const next = from.slice(0, n);
  const [takers, amounts] = [new Int32Array(row.length), new Float64Array(row.length)];
  for (let j = 0; j < n; j++)
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      const at = next[row[k]!]!++;
      takers[at] = j;
      amounts[at] = amount[k]!;
    }
  return { products, gases, start: from, row: takers, amount: amounts };
}
