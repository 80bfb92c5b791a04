import * as fc from 'fast-check';
import { partsOf } from './local-parts';
import { overlapOf } from './overlap';
import { boundsOf, type MultiPolygon, type Position } from './shapes';

/** A star of many positions, as a surveyed boundary has them. */
const star = (count: number, waves: number, depth: number): MultiPolygon => {
  const ring = Array.from({ length: count }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / count;
    const reach = 0.02 * (1 - depth + depth * Math.cos(waves * angle));
    return [
      Math.round((121 + reach * Math.cos(angle)) * 1e9) / 1e9,
      Math.round((50 + 0.7 * reach * Math.sin(angle)) * 1e9) / 1e9,
    ];
  });
  return [[[...ring, ring[0]!]]];
};
const parcel = (x: number, y: number, side: number): MultiPolygon => [
  [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
];

it('a boundary cut down to the tiles about a neighbour has the same land in common with it', () => {
  const offset = fc.double({ min: -0.024, max: 0.022, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 400 }),
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: 0.02, max: 0.4, noNaN: true }),
      fc.array(fc.tuple(offset, offset, fc.double({ min: 0.0004, max: 0.02, noNaN: true })), { maxLength: 8 }),
      (count, waves, depth, places) => {
        const area = star(count, waves, depth);
        const local = partsOf(area);
        for (const [x, y, side] of places) {
          const shape = parcel(
            Math.round((121 + x) * 1e9) / 1e9,
            Math.round((50 + 0.7 * y) * 1e9) / 1e9,
            Math.round(side * 1e9) / 1e9,
          );
          expect(overlapOf(local(boundsOf(shape)), shape)).toBeCloseTo(overlapOf(area, shape), 3);
        }
      },
    ),
    { numRuns: 200 },
  );
});
