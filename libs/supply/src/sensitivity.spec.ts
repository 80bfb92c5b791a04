/** Forward and adjoint solutions must tell the same story; slopes are held against real small changes. */
import fc from 'fast-check';
import { scaling, sensitivities, solve, type System, uncertainty } from './index';

/** Any links, weak enough that every circle is possible. */
const systems = fc
  .integer({ min: 1, max: 14 })
  .chain((n) =>
    fc.record({
      links: fc.array(fc.record({ from: fc.nat(n - 1), to: fc.nat(n - 1), amount: fc.integer({ min: 1, max: 900 }) }), {
        maxLength: n * 3,
      }),
      direct: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: n, maxLength: n }),
      demand: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: n, maxLength: n }),
    }),
  )
  .map(({ links, direct, demand }): { system: System; demand: Float64Array } => {
    const n = direct.length;
    const columns = Array.from({ length: n }, () => new Map<number, number>());
    for (const { from, to, amount } of links) columns[to]!.set(from, amount);
    const start = [0];
    const [row, amount]: [number[], number[]] = [[], []];
    for (const column of columns) {
      const whole = [...column.values()].reduce((a, b) => a + b, 0);
      for (const [i, weight] of [...column].sort(([a], [b]) => a - b)) {
        row.push(i);
        amount.push((0.9 * weight) / Math.max(whole, 1000));
      }
      start.push(row.length);
    }
    return {
      system: {
        ...{ products: direct.map((_, i) => `p${i}`), gases: ['co2'], start: Int32Array.from(start) },
        ...{ row: Int32Array.from(row), amount: Float64Array.from(amount), direct: [Float64Array.from(direct)] },
      },
      demand: Float64Array.from(demand),
    };
  });
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const near = (got: number, want: number, tolerance: number) =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(want)));

it('makes what it takes: what is emitted on the way equals the footprints of the demand', () => {
  fc.assert(
    fc.property(systems, ({ system, demand }) => {
      const made = scaling(system, demand);
      near(dot(system.direct[0]!, made), dot(solve(system)[0]!, demand), 1e-10);
      // Of everything exactly as much is made as leaves or is taken.
      const used = Float64Array.from(demand);
      for (let j = 0; j < made.length; j++)
        for (let k = system.start[j]!; k < system.start[j + 1]!; k++)
          used[system.row[k]!]! += system.amount[k]! * made[j]!;
      made.forEach((amount, i) => near(amount, used[i]!, 1e-10));
    }),
  );
});

it('says how a footprint moves when a figure moves a little', () => {
  fc.assert(
    fc.property(systems, fc.nat(), fc.nat(), ({ system }, at, which) => {
      const product = at % system.products.length;
      const before = solve(system)[0]!;
      const { direct, links } = sensitivities(system, product, before);
      const moved = (change: (copy: System) => void) => {
        const copy = { ...system, amount: system.amount.slice(), direct: [system.direct[0]!.slice()] };
        change(copy);
        return solve(copy)[0]![product]! - before[product]!;
      };
      const j = which % system.products.length;
      near(
        moved((copy) => (copy.direct[0]![j]! += 1)),
        direct[j]!,
        1e-8,
      ); // linear: exact for any step
      if (!links.length) return;
      const k = which % links.length;
      const step = 1e-6;
      near(moved((copy) => (copy.amount[k]! += step)) / step, links[k]!, 1e-3);
    }),
  );
});

it('adds what rests on the same version before it squares, and other versions as squares', () => {
  // One unit of b takes 2 of a; a emits 3, b emits 5: the footprint of b is 11.
  const system: System = {
    ...{ products: ['a', 'b'], gases: ['co2'], start: Int32Array.of(0, 0, 1), row: Int32Array.of(0) },
    ...{ amount: Float64Array.of(2), direct: [Float64Array.of(3, 5)] },
  };
  const column = solve(system)[0]!;
  expect([...column]).toEqual([3, 11]);
  const slopes = sensitivities(system, 1, column);
  expect([[...slopes.direct], [...slopes.links]]).toEqual([[2, 1], [3]]);
  const doubts = (own: string) => [
    { at: { direct: 0 }, deviation: 0.5, version: 'factor@1' },
    { at: { direct: 1 }, deviation: 1, version: own },
  ];
  expect(uncertainty(slopes, doubts('factor@2')).deviation).toBeCloseTo(Math.sqrt(2), 12);
  expect(uncertainty(slopes, doubts('factor@1'))).toEqual({
    deviation: 2,
    shares: [{ version: 'factor@1', deviation: 2, share: 1 }],
  });
  const { shares } = uncertainty(slopes, [
    ...doubts('factor@2'),
    { at: { link: 0 }, deviation: 0.1, version: 'metered' },
  ]);
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(uncertainty(slopes, [])).toEqual({ deviation: 0, shares: [] });
});
