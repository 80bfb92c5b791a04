/** Dense LU with partial pivoting for the small circles; row by row in one array. */
export interface Factorised {
  lu: Float64Array;
  pivots: Int32Array;
  size: number;
}

/** Undefined where the matrix is singular to working precision. */
export function factorise(matrix: Float64Array, size: number): Factorised | undefined {
  const lu = matrix.slice();
  const pivots = new Int32Array(size);
  const largest = lu.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(lu[i * size + k]!) > Math.abs(lu[pivot * size + k]!)) pivot = i;
    pivots[k] = pivot;
    if (Math.abs(lu[pivot * size + k]!) <= largest * size * Number.EPSILON) return undefined;
    if (pivot !== k)
      for (let j = 0; j < size; j++)
        [lu[k * size + j], lu[pivot * size + j]] = [lu[pivot * size + j]!, lu[k * size + j]!];
    for (let i = k + 1; i < size; i++) {
      const factor = (lu[i * size + k]! /= lu[k * size + k]!);
      if (factor !== 0) for (let j = k + 1; j < size; j++) lu[i * size + j]! -= factor * lu[k * size + j]!;
    }
  }
  return { lu, pivots, size };
}

export function solveDense({ lu, pivots, size }: Factorised, right: Float64Array): Float64Array {
  const x = right.slice();
  for (let k = 0; k < size; k++) {
    const p = pivots[k]!;
    if (p !== k) [x[k], x[p]] = [x[p]!, x[k]!];
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) x[i]! -= lu[i * size + j]! * x[j]!;
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) x[i]! -= lu[i * size + j]! * x[j]!;
    x[i]! /= lu[i * size + i]!;
  }
  return x;
}
