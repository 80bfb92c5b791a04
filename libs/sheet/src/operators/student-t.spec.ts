import * as fc from 'fast-check';
import { studentT } from './student-t';

/** Printed tables give three decimals; one and two degrees have closed forms. */
it.each([
  [0.9, 33, 1.6924],
  [0.9, 8, 1.8595],
  [0.9, 7, 1.8946],
  [0.95, 10, 2.2281],
  [0.95, 1, 12.7062],
  [0.99, 30, 2.75],
  [0.95, 1_000_000, 1.95997],
])('t(%d, %d) is %d', (confidence, degrees, t) => {
  expect(studentT(confidence, degrees)).toBeCloseTo(t, 4);
});

it('agrees with the closed forms of one and two degrees of freedom', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.999, noNaN: true }), (p) => {
      expect(studentT(p, 1) / Math.tan((Math.PI * p) / 2)).toBeCloseTo(1, 11);
      expect(studentT(p, 2) / (p * Math.sqrt(2 / (1 - p * p)))).toBeCloseTo(1, 11);
    }),
  );
});

it('grows with the confidence and falls with the degrees of freedom', () => {
  const confidence = fc.double({ min: 0.05, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(confidence, confidence, fc.integer({ min: 1, max: 500 }), (a, b, degrees) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      expect(studentT(less, degrees)).toBeLessThanOrEqual(studentT(more, degrees));
      expect(studentT(a, degrees)).toBeGreaterThan(studentT(a, degrees + 1));
    }),
  );
});

it('has no value where it is not defined', () => {
  for (const [p, n] of [
    [0, 3],
    [1, 3],
    [0.9, 0],
    [0.9, 0.5],
    [-1, 3],
  ] as const)
    expect(studentT(p, n)).toBeNaN();
});
