/**
 * A plain sparse LU by columns (Gilbert and Peierls 1988) with partial pivoting, columns with few entries first. It stands in
 * where no other solver is at hand; nothing of the product uses it.
 */
interface Matrix {
  start: Int32Array;
  row: Int32Array;
  value: Float64Array;
}

/** x with Tx = right; undefined where it would take longer than `limitMs`. */
export function sparseLu(
  { start, row, value }: Matrix,
  right: Float64Array,
  limitMs: number,
): Float64Array | undefined {
  const n = right.length;
  const until = performance.now() + limitMs;
  const sequence = Int32Array.from(right.keys()).sort(
    (a, b) => start[a + 1]! - start[a]! - (start[b + 1]! - start[b]!),
  );
  /** By step: what is below the pivot (rows of the matrix, divided by it), what is above (steps), the pivot. */
  const lower: { rows: Int32Array; values: Float64Array }[] = [];
  const upper: { steps: Int32Array; values: Float64Array; pivot: number }[] = [];
  const stepOf = new Int32Array(n).fill(-1);
  const x = new Float64Array(n);
  const seen = new Int32Array(n).fill(-1);
  for (let step = 0; step < n; step++) {
    if (performance.now() > until) return undefined;
    const column = sequence[step]!;
    const reached: number[] = [];
    for (let k = start[column]!; k < start[column + 1]!; k++) reach(row[k]!, step, { lower, stepOf, seen, reached });
    for (let k = start[column]!; k < start[column + 1]!; k++) x[row[k]!] = value[k]!;
    for (let at = reached.length - 1; at >= 0; at--) {
      const i = reached[at]!;
      const done = stepOf[i]!;
      if (done < 0 || x[i] === 0) continue;
      const { rows, values } = lower[done]!;
      for (let k = 0; k < rows.length; k++) x[rows[k]!]! -= values[k]! * x[i]!;
    }
    const above = reached.filter((i) => stepOf[i]! >= 0);
    const below = reached.filter((i) => stepOf[i]! < 0);
    const pivot = below.reduce((best, i) => (Math.abs(x[i]!) > Math.abs(x[best]!) ? i : best), below[0]!);
    const rest = below.filter((i) => i !== pivot && x[i] !== 0);
    lower.push({ rows: Int32Array.from(rest), values: Float64Array.from(rest, (i) => x[i]! / x[pivot]!) });
    upper.push({
      steps: Int32Array.from(above, (i) => stepOf[i]!),
      values: Float64Array.from(above, (i) => x[i]!),
      pivot: x[pivot]!,
    });
    stepOf[pivot] = step;
    for (const i of reached) x[i] = 0;
  }
  return substitute({ lower, upper, stepOf, sequence }, right);
}

/** Rows that the column fills, those that others depend on last: depth first through the columns already done. */
function reach(
  root: number,
  mark: number,
  {
    lower,
    stepOf,
    seen,
    reached,
  }: { lower: { rows: Int32Array }[]; stepOf: Int32Array; seen: Int32Array; reached: number[] },
): void {
  if (seen[root] === mark) return;
  seen[root] = mark;
  const path: [row: number, next: number][] = [[root, 0]];
  while (path.length) {
    const top = path.at(-1)!;
    const below = stepOf[top[0]]! >= 0 ? lower[stepOf[top[0]]!]!.rows : undefined;
    if (!below || top[1] >= below.length) {
      reached.push(top[0]);
      path.pop();
      continue;
    }
    const next = below[top[1]++]!;
    if (seen[next] === mark) continue;
    seen[next] = mark;
    path.push([next, 0]);
  }
}

function substitute(
  {
    lower,
    upper,
    stepOf,
    sequence,
  }: {
    lower: { rows: Int32Array; values: Float64Array }[];
    upper: { steps: Int32Array; values: Float64Array; pivot: number }[];
    stepOf: Int32Array;
    sequence: Int32Array;
  },
  right: Float64Array,
): Float64Array {
  const n = right.length;
  const rowOf = new Int32Array(n);
  for (let i = 0; i < n; i++) rowOf[stepOf[i]!] = i;
  const b = right.slice();
  for (let step = 0; step < n; step++)
    lower[step]!.rows.forEach((i, k) => (b[i]! -= lower[step]!.values[k]! * b[rowOf[step]!]!));
  const y = Float64Array.from(rowOf, (i) => b[i]!);
  const x = new Float64Array(n);
  for (let step = n - 1; step >= 0; step--) {
    const { steps, values, pivot } = upper[step]!;
    const got = y[step]! / pivot;
    x[sequence[step]!] = got;
    steps.forEach((other, k) => (y[other]! -= values[k]! * got));
  }
  return x;
}
