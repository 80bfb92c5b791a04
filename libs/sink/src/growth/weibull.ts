/** y = 1 − exp(−a·t^b) through points by least squares (Levenberg–Marquardt), with a ≥ 0 and b ≥ 0.7. */
export interface Shape {
  a: number;
  b: number;
}
const LEAST_B = 0.7;
const MOST_A = 150;

export const weibull = (t: number, { a, b }: Shape): number => (t <= 0 ? 0 : 1 - Math.exp(-a * t ** b));

export function fitWeibull(points: readonly (readonly [number, number])[]): Shape {
  const error = (shape: Shape) => points.reduce((sum, [t, y]) => sum + (y - weibull(t, shape)) ** 2, 0);
  let shape: Shape = { a: 1, b: LEAST_B };
  let least = error(shape);
  let damping = 1e-3;
  for (let round = 0; round < 500 && damping < 1e12; round++) {
    const next = step(points, shape, damping);
    const reached = error(next);
    if (reached < least) {
      const gained = (least - reached) / least;
      [shape, least] = [next, reached];
      damping /= 10;
      if (gained < 1e-15) break;
    } else damping *= 10;
  }
  return { a: Math.min(shape.a, MOST_A), b: shape.b };
}

function step(points: readonly (readonly [number, number])[], { a, b }: Shape, damping: number): Shape {
  let [aa, ab, bb, ra, rb] = [0, 0, 0, 0, 0];
  for (const [t, y] of points) {
    if (t <= 0) continue;
    const power = t ** b;
    const rest = Math.exp(-a * power);
    const [byA, byB] = [power * rest, a * power * Math.log(t) * rest];
    const off = y - (1 - rest);
    aa += byA * byA;
    ab += byA * byB;
    bb += byB * byB;
    ra += byA * off;
    rb += byB * off;
  }
  const [da, db] = [aa * (1 + damping), bb * (1 + damping)];
  const determinant = da * db - ab * ab;
  return {
    a: Math.max(0, a + (ra * db - rb * ab) / determinant),
    b: Math.max(LEAST_B, b + (rb * da - ra * ab) / determinant),
  };
}
