/** What must hold of any linked products, whatever their figures. */
import fc from 'fast-check';
import {
  backwardError,
  components,
  monteCarlo,
  primaryShare,
  primaryShares,
  qualities,
  quality,
  recalculate,
  scaling,
  sensitivities,
  solve,
  type System,
  SupplyFaults,
  uncertainty,
  weighted,
} from './index';

interface Links {
  n: number;
  links: { from: number; to: number; amount: number }[];
  direct: number[][];
}

/** Any links, weak enough that every circle is possible; `negative` lets some amounts and emissions be credits. */
const networks = (negative = false) =>
  fc.integer({ min: 1, max: 14 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      links: fc.uniqueArray(
        fc.record({
          from: fc.nat(n - 1),
          to: fc.nat(n - 1),
          amount: fc.integer({ min: negative ? -60 : 1, max: 60 }),
        }),
        { maxLength: n * 3, selector: ({ from, to }) => `${from}-${to}` },
      ),
      direct: fc.array(fc.array(fc.integer({ min: negative ? -500 : 0, max: 1000 }), { minLength: n, maxLength: n }), {
        minLength: 2,
        maxLength: 2,
      }),
    }),
  );

function systemOf({ n, links, direct }: Links, names = direct[0]!.map((_, i) => `p${i}`)): System {
  const start = [0];
  const [row, amount]: [number[], number[]] = [[], []];
  for (let j = 0; j < n; j++) {
    for (const link of links.filter(({ to }) => to === j).sort((a, b) => a.from - b.from)) {
      row.push(link.from);
      amount.push(link.amount / (60 * 1.2 * Math.min(n, links.length)));
    }
    start.push(row.length);
  }
  return {
    ...{ products: names, gases: ['CO2', 'CH4'], start: Int32Array.from(start), row: Int32Array.from(row) },
    ...{ amount: Float64Array.from(amount), direct: direct.map((column) => Float64Array.from(column)) },
  };
}
const near = (got: number, want: number, tolerance = 1e-11) =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(want)));
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

it('is accepted on the componentwise backward error, in the same bits each time', () => {
  fc.assert(
    fc.property(networks(true), (links) => {
      const system = systemOf(links);
      const columns = solve(system);
      expect(backwardError(system, columns[0]!.keys(), columns)).toBeLessThanOrEqual(1e-12);
      expect(solve(systemOf(links))).toEqual(columns);
    }),
  );
});

it('is the same in other units of a product', () => {
  fc.assert(
    fc.property(networks(), fc.nat(), fc.integer({ min: -8, max: 8 }), (links, which, power) => {
      const system = systemOf(links);
      const j = which % links.n;
      const per = 2 ** (power * 3); // one new unit is so many old ones
      const scaled = { ...system, amount: system.amount.slice(), direct: system.direct.map((c) => c.slice()) };
      for (let to = 0; to < links.n; to++)
        for (let k = system.start[to]!; k < system.start[to + 1]!; k++) {
          if (to === j) scaled.amount[k]! *= per;
          if (system.row[k] === j) scaled.amount[k]! /= per;
        }
      for (const column of scaled.direct) column[j]! *= per;
      const [before, after] = [solve(system), solve(scaled)];
      for (const [g, column] of before.entries())
        column.forEach((value, i) => near(after[g]![i]! / (i === j ? per : 1), value, 1e-10));
    }),
  );
});

it('does not care which names products have', () => {
  fc.assert(
    fc.property(networks(), fc.integer(), (links, seed) => {
      const order = Array.from({ length: links.n }, (_, i) => i).sort(
        (a, b) => ((a * 7919 + seed) % 31) - ((b * 7919 + seed) % 31) || a - b,
      );
      const at = order.map((_, i) => order.indexOf(i));
      const mixed = systemOf({
        n: links.n,
        links: links.links.map((link) => ({ ...link, from: at[link.from]!, to: at[link.to]! })),
        direct: links.direct.map((column) => order.map((i) => column[i]!)),
      });
      const [before, after] = [solve(systemOf(links)), solve(mixed)];
      for (const [g, column] of before.entries())
        column.forEach((value, i) => near(after[g]![at[i]!]!, value, 1e-12 * links.n));
    }),
  );
});

it('is the same when a process is split in two that follow each other', () => {
  fc.assert(
    fc.property(networks(), fc.nat(), (links, which) => {
      const j = which % links.n;
      const last = links.n;
      // The last product takes all that j took and emitted; j only takes it.
      const split = {
        n: links.n + 1,
        links: [
          ...links.links.map((link) => (link.to === j ? { ...link, to: last } : link)),
          { from: last, to: j, amount: 0 },
        ],
        direct: links.direct.map((column) => [...column.map((v, i) => (i === j ? 0 : v)), column[j]!]),
      };
      const system = systemOf({ ...split, direct: split.direct });
      const whole = systemOf(links);
      // `systemOf` scales by the number of links: put the amounts of the whole back, and 1 on the new link.
      const amounts = new Map<string, number>();
      for (let to = 0; to < links.n; to++)
        for (let k = whole.start[to]!; k < whole.start[to + 1]!; k++)
          amounts.set(`${whole.row[k]}-${to === j ? last : to}`, whole.amount[k]!);
      for (let to = 0; to <= last; to++)
        for (let k = system.start[to]!; k < system.start[to + 1]!; k++)
          system.amount[k] = amounts.get(`${system.row[k]}-${to}`) ?? 1;
      const [before, after] = [solve(whole), solve(system)];
      for (const [g, column] of before.entries()) column.forEach((value, i) => near(after[g]![i]!, value, 1e-10));
    }),
  );
});

it('is linear in demand, both ways', () => {
  fc.assert(
    fc.property(
      networks(true),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 28, maxLength: 28 }),
      (links, d) => {
        const system = systemOf(links);
        const columns = solve(system);
        const [a, b] = [0, 14].map((from) => Float64Array.from(d.slice(from, from + links.n)));
        const both = a!.map((value, i) => 2 * value + b![i]!);
        const made = [a!, b!, both].map((demand) => scaling(system, demand));
        made[2]!.forEach((value, i) => near(value, 2 * made[0]![i]! + made[1]![i]!));
        near(dot(columns[0]!, both), dot(system.direct[0]!, made[2]!), 1e-10);
      },
    ),
  );
});

it('moves by a change as if all were calculated anew, and names what moved', () => {
  fc.assert(
    fc.property(networks(true), fc.nat(), fc.integer({ min: -400, max: 400 }), (links, which, by) => {
      const system = systemOf(links);
      const j = which % links.n;
      const before = solve(system);
      const direct = system.direct.map((column, g) => column.map((v, i) => (i === j && g === 0 ? v + by : v)));
      const changed = { ...system, direct };
      const { columns, moved } = recalculate(changed, before, { products: [j], ...(which % 2 && { gases: [0] }) });
      const whole = solve(changed);
      for (const [g, column] of whole.entries()) column.forEach((value, i) => near(columns[g]![i]!, value));
      const really = [...whole[0]!.keys()].filter((i) => Math.abs(whole[0]![i]! - before[0]![i]!) > 1e-9);
      expect([...moved]).toEqual(expect.arrayContaining(really));
      for (const i of moved) expect(columns.some((column, g) => column[i] !== before[g]![i])).toBe(true);
    }),
  );
});

it('changes its GWP set without a solve', () => {
  fc.assert(
    fc.property(networks(true), (links) => {
      const system = systemOf(links);
      const columns = solve(system);
      const gwp = new Map([
        ['CO2', 1],
        ['CH4', 27.9],
      ] as const);
      const once = solve({ ...system, direct: [weighted(system, system.direct, gwp)] })[0]!;
      weighted(system, columns, gwp).forEach((value, i) => near(value, once[i]!, 1e-10));
    }),
  );
});

describe('data quality', () => {
  const marks = (links: Links) => ({
    direct: links.direct[0]!.map((_, i) => (i % 3 === 2 ? undefined : [1 + (i % 5), 5 - (i % 5)])),
    links: links.links.map((_, k) => (k % 4 === 3 ? undefined : [1 + (k % 3), 2])),
  });

  it('is the same for one product and for all at once, and lies within its ratings', () => {
    fc.assert(
      fc.property(networks(), (links) => {
        const system = systemOf(links);
        const given = { direct: system.direct[0]!, column: solve(system)[0]! };
        const all = qualities(system, given, marks(links));
        for (let j = 0; j < links.n; j++) {
          const one = quality(system, j, given, marks(links));
          near(all[j]!.coverage, one.coverage);
          one.rating.forEach((value, i) => {
            if (value === null) return expect(all[j]!.rating[i]).toBeNull();
            near(all[j]!.rating[i]!, value, 1e-10);
            expect(value).toBeGreaterThan(1 - 1e-9);
            return expect(value).toBeLessThan(5 + 1e-9);
          });
        }
      }),
    );
  });

  it('counts credits by their amount and refuses them where it cannot', () => {
    // b is a credit of a: 6 of its own, −1 × 4.
    const system: System = {
      ...{ products: ['a', 'b'], gases: ['CO2'], start: Int32Array.of(0, 1, 1), row: Int32Array.of(1) },
      ...{ amount: Float64Array.of(-1), direct: [Float64Array.of(6, 4)] },
    };
    const given = { direct: system.direct[0]!, column: solve(system)[0]! };
    expect(quality(system, 0, given, { direct: [[1], [2]] })).toEqual({ rating: [1.4], coverage: 1 });
    expect(primaryShare(system, 0, given.direct, Float64Array.of(1, 0))).toBe(0.6);
    expect(() => qualities(system, given, { direct: [[1], [2]] })).toThrow(RangeError);
    expect(() => primaryShares(system, given.direct, Float64Array.of(1, 0))).toThrow(RangeError);
  });

  it('shares primary data between nothing and all', () => {
    fc.assert(
      fc.property(networks(), (links) => {
        const system = systemOf(links);
        const [direct] = system.direct;
        const primary = direct!.map((_, i) => (i % 2 ? 1 : 0.25));
        const all = primaryShares(system, direct!, primary);
        for (let j = 0; j < links.n; j++) {
          const one = primaryShare(system, j, direct!, primary);
          if (one === null) return expect(all[j]).toBeNaN();
          near(all[j]!, one);
          expect(one >= 0.25 - 1e-12 && one <= 1 + 1e-12).toBe(true);
        }
        return undefined;
      }),
    );
  });
});

describe('Monte Carlo', () => {
  /** b takes 2 of a; a emits 3, b emits 5. */
  const system: System = {
    ...{ products: ['a', 'b', 'c'], gases: ['CO2'], start: Int32Array.of(0, 0, 1, 2), row: Int32Array.of(0, 1) },
    ...{ amount: Float64Array.of(2, 1), direct: [Float64Array.of(3, 5, 1)] },
  };
  const given = { direct: system.direct[0]!, column: solve(system)[0]! };
  const doubts = [
    { at: { direct: 0 }, sigmaLn: 0.2, version: 'x' },
    { at: { link: 0 }, sigmaLn: 0.1, version: 'y' },
  ];

  it('gives the same bytes for the same seed, others for another', () => {
    const drawn = (seed: string) => JSON.stringify(monteCarlo(system, 1, given, doubts, { seed, runs: 500 }));
    expect(drawn('a')).toBe(drawn('a'));
    expect(drawn('a')).not.toBe(drawn('b'));
  });

  it('has the percentiles of a lognormal figure', () => {
    const { p5, p50, p95, medianBias, impossible } = monteCarlo(
      system,
      0,
      given,
      [{ at: { direct: 0 }, sigmaLn: 0.5, version: 'x' }],
      { seed: 7, runs: 40_000 },
    );
    expect(impossible).toBe(0);
    near(p50 / 3, 1, 0.01);
    near(p5 / (3 * Math.exp(-1.644854 * 0.5)), 1, 0.02);
    near(p95 / (3 * Math.exp(1.644854 * 0.5)), 1, 0.02);
    near(medianBias!, 0, 0.01);
  });

  it('draws a shared version once: its errors add up instead of cancelling', () => {
    const wide = (shared: boolean) => {
      const runs = { seed: 'shared', runs: 20_000 };
      const both = [0, 1].map((j) => ({ at: { direct: j }, sigmaLn: 0.1, version: shared ? 'x' : `x${j}` }));
      const { p5, p95 } = monteCarlo(system, 1, given, both, runs);
      return (p95 - p5) / (2 * 1.644854);
    };
    near(wide(true) / (0.1 * (2 * 3 + 5)), 1, 0.03);
    near(wide(false) / (0.1 * Math.hypot(2 * 3, 5)), 1, 0.03);
  });

  it('agrees with the first order for small doubts, in circles too', () => {
    fc.assert(
      fc.property(networks(), (links) => {
        const any = systemOf(links);
        const one = { ...any, direct: [any.direct[0]!.map((value) => value + 1)] };
        const column = solve(one)[0]!;
        const all = [
          ...Array.from(column, (_, j) => ({ at: { direct: j }, sigmaLn: 0.02, version: `f${j % 3}` })),
          ...Array.from(one.amount, (_, k) => ({ at: { link: k }, sigmaLn: 0.02, version: `l${k % 2}` })),
        ];
        const { p5, p95 } = monteCarlo(one, 0, { direct: one.direct[0]!, column }, all, { seed: 1, runs: 4_000 });
        const { deviation } = uncertainty(
          sensitivities(one, 0, column),
          all.map(({ at, sigmaLn, version }) => ({
            ...{ at, version },
            deviation: sigmaLn * ('direct' in at ? one.direct[0]![at.direct!]! : one.amount[at.link!]!),
          })),
        );
        near((p95 - p5) / (2 * 1.644854) / deviation, 1, 0.09);
      }),
      { numRuns: 12, seed: 5 },
    );
  });

  it('lifts the median where a circle feeds on itself, and counts draws that are impossible', () => {
    const circle: System = {
      ...{ products: ['a'], gases: ['CO2'], start: Int32Array.of(0, 1), row: Int32Array.of(0) },
      ...{ amount: Float64Array.of(0.6), direct: [Float64Array.of(1)] },
    };
    const alone = { direct: circle.direct[0]!, column: solve(circle)[0]! };
    const { impossible, runs } = monteCarlo(circle, 0, alone, [{ at: { link: 0 }, sigmaLn: 0.35, version: 'x' }], {
      seed: 1,
      runs: 5_000,
    });
    // ln(1/0.6) = 0.511 is 1.46 deviations: 7.2 % of draws.
    near(impossible / runs, 0.072, 0.01);
    expect(() => monteCarlo(circle, 0, alone, [], { seed: 1, runs: 5 })).toThrow(RangeError);
    expect(monteCarlo(circle, 0, alone, [], { seed: 1 })).toMatchObject({ p5: 2.5, p95: 2.5, medianBias: 0 });
  });
});

it('names a large impossible circle, and solves a large one that only looks impossible in its units', () => {
  const n = 600;
  const ring = (around: number, unit: number): System => ({
    ...{ products: Array.from({ length: n }, (_, i) => `p${String(i).padStart(3, '0')}`), gases: ['CO2'] },
    ...{
      start: Int32Array.from({ length: n + 1 }, (_, i) => i),
      row: Int32Array.from({ length: n }, (_, i) => (i + 1) % n),
    },
    // Products in turn in large and small units: an amount of 1e6 of a small one is nothing special.
    amount: Float64Array.from({ length: n }, (_, i) => around ** (1 / n) * (i % 2 ? 1 / unit : unit)),
    direct: [new Float64Array(n).fill(1)],
  });
  const sound = ring(0.5, 1e6);
  expect(components(sound).start).toEqual(Int32Array.of(0, n));
  const [column] = solve(sound);
  expect(backwardError(sound, column!.keys(), [column!])).toBeLessThanOrEqual(1e-12);
  expect(() => solve(ring(1.01, 1e6))).toThrow(SupplyFaults);
});
