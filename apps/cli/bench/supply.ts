/**
 * Footprints of a national library and of filed products, 8 gases at once, against one demand of one gas on the same
 * network by sparse LU: scipy's SuperLU where Python has it, else our own. The yardstick is stopped after 21 times our time:
 * the ratio is then a bound. That both give the same figures is checked on a network small enough for the yardstick.
 */
import {
  backwardError,
  components,
  recalculate,
  type Recalculated,
  scaling,
  solve,
  type System,
} from '@qingheng/supply';
import { writeMoved } from './supply-copy';
import { type Measured, peakRssMb } from './measured';
import { demandByLu } from './supply-yardstick';

const PRODUCTS = 120_000;
const GASES = 8;
/** The yardstick ends on a network of this size. */
const SMALL = 3_000;

export async function bench(n = PRODUCTS): Promise<Measured> {
  const system = network(n);
  let columns: Float64Array[] = [];
  const ours = Math.min(...[1, 2].map(() => timed(() => (columns = solve(system)))));
  const demand = n - 1;
  const lu = await demandByLu(system, demand, Math.max(5_000, 21 * ours));
  const groups = components(system);
  const sizes = groups.start.slice(1).map((end, c) => end - groups.start[c]!);
  const changes = changesOf(system, columns, sizes);
  const writing = await writeMoved(n);
  return {
    name: 'supply',
    ours: round(ours),
    yardstick: round(lu.ms),
    ratio: Math.round((ours / lu.ms) * 10_000) / 10_000,
    unit: 'ms',
    n,
    more: {
      yardstick: `${lu.by}, one demand of one gas${lu.figure === undefined ? ', stopped: it takes longer' : ''}`,
      fasterAtLeast: round(lu.ms / ours),
      ...{ library: Math.floor(n / 6), gases: GASES, links: system.row.length, largestLoop: Math.max(...sizes) },
      backwardError: backwardError(system, columns[0]!.keys(), columns),
      changes: changes.map(({ what, ms, moved }) => ({ what, ms, moved })),
      writing,
      // What was asked for, and whether this run shows it.
      asked: {
        changedFactorUnder500Ms: changes.every(({ ms }) => ms < 500),
        copyAtLeast50000RowsPerSecond: writing.bareCopyRowsPerSecond >= 50_000,
        movedFiguresAtLeast50000RowsPerSecond: writing.rowsPerSecond >= 50_000,
        solvedFootprintsAtLeast50000RowsPerSecond: writing.solved.changedPerSecond >= 50_000,
      },
    },
    peakRssMb: peakRssMb(),
    differences:
      (await differencesOnSmall()) +
      Number(lu.figure !== undefined && differs(lu.figure, columns[0]![demand]!)) +
      twoWays(system, columns, demand) +
      changes.reduce((sum, { differences }) => sum + differences, 0),
  };
}

/** An emission of one gas changes, in the library and inside the largest loop: what it moves, found and calculated again. */
function changesOf(system: System, before: Float64Array[], sizes: Int32Array) {
  const groups = components(system);
  const largest = sizes.indexOf(Math.max(...sizes));
  const inside = groups.order[groups.start[largest]!]!;
  const leaf = Array.from(system.products.keys())
    .filter((j) => system.start[j] === system.start[j + 1])
    .at(-1)!;
  return [
    { what: 'a factor that few use', at: leaf },
    { what: 'a factor that much uses', at: 0 },
    { what: 'a process in the largest loop', at: inside },
  ].map(({ what, at }) => {
    const direct = system.direct.map((column, g) => column.map((v, j) => (j === at && g === 0 ? v * 1.1 + 1 : v)));
    const changed = { ...system, direct };
    let got: Recalculated = { columns: before, moved: new Int32Array() };
    const ms = round(
      Math.min(
        ...[1, 2, 3].map(() =>
          timed(() => (got = recalculate(changed, before, { products: [at], gases: [0], groups }))),
        ),
      ),
    );
    const whole = solve(changed);
    let differences = 0;
    for (const [g, column] of whole.entries())
      for (let j = 0; j < column.length; j++) if (differs(got.columns[g]![j]!, column[j]!)) differences++;
    return { what, ms, moved: got.moved.length, differences };
  });
}

/** f·s = λ·d. */
function twoWays(system: System, columns: Float64Array[], product: number): number {
  const demand = new Float64Array(system.products.length);
  demand[product] = 1;
  const made = scaling(system, demand);
  return columns.filter((column, g) =>
    differs(
      system.direct[g]!.reduce((sum, value, j) => sum + value * made[j]!, 0),
      column[product]!,
    ),
  ).length;
}

async function differencesOnSmall(): Promise<number> {
  const small = network(SMALL);
  const [column] = solve(small);
  const { figure } = await demandByLu(small, SMALL - 1, 60_000);
  return Number(figure === undefined || differs(figure, column![SMALL - 1]!));
}

const differs = (a: number, b: number): boolean => !(Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
const round = (x: number): number => Math.round(x * 10) / 10;

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/**
 * A sixth of the products is a library: hubs that much else takes, chains, references back. The rest uses it, products filed
 * before, and now and then one filed later, which ties many products into one loop. Units lie up to 1e8 apart.
 */
export function network(n: number): System {
  let state = 42;
  const random = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const library = Math.max(2, Math.floor(n / 6));
  const unit = Float64Array.from({ length: n }, () => 10 ** (8 * random() - 4));
  const start = new Int32Array(n + 1);
  const [row, amount]: [number[], number[]] = [[], []];
  for (let j = 0; j < n; j++) {
    // A fifth of the library needs nothing: factors as they are read from a table.
    const leaf = j < library && random() < 0.2;
    const needs = leaf ? 0 : j < library ? 4 + Math.floor(10 * random()) : 6 + Math.floor(19 * random());
    const taken = new Set<number>();
    for (let l = 0; j > 0 && l < needs; l++) {
      const chance = random();
      const near = Math.max(0, j - 1 - Math.floor(40 * random()));
      const hub = Math.floor(library * random() ** 3);
      taken.add(chance < 0.0005 ? Math.floor(n * random()) : chance < (j < library ? 0.25 : 0.09) ? near : hub);
    }
    taken.delete(j);
    for (const i of [...taken].sort((a, b) => a - b)) {
      row.push(i);
      amount.push((((0.95 * random()) / needs) * unit[j]!) / unit[i]!);
    }
    start[j + 1] = row.length;
  }
  return {
    products: Array.from({ length: n }, (_, i) => `p${i}`),
    gases: Array.from({ length: GASES }, (_, g) => `g${g}`),
    ...{ start, row: Int32Array.from(row), amount: Float64Array.from(amount) },
    direct: Array.from({ length: GASES }, () =>
      Float64Array.from({ length: n }, (_, j) => random() * 10 ** (random() * 6 - 3) * unit[j]!),
    ),
  };
}
