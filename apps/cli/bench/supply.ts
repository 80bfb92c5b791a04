/**
 * Footprints of a national library and filed products at once, against the same answer by plain repeated multiplication
 * (Jacobi), which stands for solvers that iterate without looking at the order of products. No sparse LU is shipped, so none
 * is measured.
 */
import { solve, type System } from '@qingheng/supply';
import { alternate, peakRssMb, type Measured } from './measured';

const PRODUCTS = 120_000;
const GASES = 8;
const LINKS = 14;

export async function bench(n = PRODUCTS): Promise<Measured> {
  const system = network(n);
  let ours: Float64Array[] = [];
  let theirs: Float64Array[] = [];
  const times = await alternate(
    1,
    async () => void (ours = solve(system)),
    async () => void (theirs = jacobi(system)),
  );
  let differences = 0;
  for (const [g, column] of ours.entries())
    for (let j = 0; j < n; j++)
      if (Math.abs(column[j]! - theirs[g]![j]!) > 1e-9 * Math.max(1, Math.abs(column[j]!))) differences++;
  return { name: 'supply', ...times, unit: 'ms', n, peakRssMb: peakRssMb(), differences };
}

/** A sixth of the products is a library with loops; the rest uses it, and now and then a product filed later. */
function network(n: number): System {
  let state = 42;
  const random = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const library = Math.max(2, Math.floor(n / 6));
  const system: System = {
    products: Array.from({ length: n }, (_, i) => `p${i}`),
    gases: Array.from({ length: GASES }, (_, g) => `g${g}`),
    start: new Int32Array(n + 1),
    row: new Int32Array(n * LINKS),
    amount: new Float64Array(n * LINKS),
    direct: Array.from({ length: GASES }, () =>
      Float64Array.from({ length: n }, () => random() * 10 ** (random() * 6 - 3)),
    ),
  };
  for (let j = 0; j < n; j++) {
    for (let l = 0; l < LINKS; l++) {
      const k = j * LINKS + l;
      const hub = Math.floor(library * random() ** 3);
      system.row[k] = random() < 0.0005 ? Math.floor(random() * n) : l === 0 && j > 0 ? j - 1 : hub;
      system.amount[k] = (0.9 / LINKS) * random();
    }
    system.start[j + 1] = (j + 1) * LINKS;
  }
  return system;
}

function jacobi({ start, row, amount, direct }: System): Float64Array[] {
  return direct.map((column) => {
    let x = column.slice();
    for (let round = 0; round < 2_000; round++) {
      const next = column.slice();
      let worst = 0;
      for (let j = 0; j < next.length; j++) {
        for (let k = start[j]!; k < start[j + 1]!; k++) next[j]! += amount[k]! * x[row[k]!]!;
        worst = Math.max(worst, Math.abs(next[j]! - x[j]!) / Math.max(Math.abs(next[j]!), 1e-300));
      }
      x = next;
      if (worst < 1e-12) break;
    }
    return x;
  });
}
