/**
 * Quantile of Student's t distribution, two-sided: the t with P(|T| ≤ t) = confidence at so many degrees of freedom.
 * P(|T| > t) is the regularised incomplete beta function I_x(ν/2, 1/2) at x = ν/(ν + t²) (Abramowitz and Stegun, 26.7.1),
 * computed by its continued fraction (26.5.8) and inverted by bisection on a bracket, which every start reaches.
 * Good to about 1e-12 for ν from 1 to a million. NaN where confidence is not within (0, 1) or ν is below 1.
 */
export function studentT(confidence: number, degrees: number): number {
  if (!(confidence > 0 && confidence < 1 && degrees >= 1)) return NaN;
  const tail = 1 - confidence;
  let low = 0;
  let high = 1;
  while (outside(high, degrees) > tail && high < 1e300) [low, high] = [high, high * 2];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (outside(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| > t). */
const outside = (t: number, degrees: number): number =>
  incompleteBeta(degrees / (degrees + t * t), (t * t) / (degrees + t * t), degrees / 2, 0.5);

/** I_x(a, b); `y` is 1 − x, given apart because it may be too small to be seen beside x. */
function incompleteBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(y, b, a)) / b;
}

/** Modified Lentz evaluation of the continued fraction. */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const safe = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}

/** ln Γ(x) for x > 0: Stirling's series (Abramowitz and Stegun, 6.1.41) after moving x up to 15. */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 15) shift -= Math.log(z++);
  const w = 1 / (z * z);
  const series = ((((1 / 1188) * w - 1 / 1680) * w + 1 / 1260) * w - 1 / 360) * w + 1 / 12;
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series / z;
}
