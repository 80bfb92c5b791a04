/**
 * Products that need each other, directly or in a circle, as groups; each group after all it needs (Tarjan 1972, without
 * recursion). Returns the products group by group and where each group begins.
 */
import type { System } from './model';

export interface Components {
  order: Int32Array;
  /** Group c is `order[start[c]]` to `order[start[c + 1] - 1]`, in the order of ids. */
  start: Int32Array;
  /** When the search left each product: within a circle most of what a product takes was left before it. */
  left: Int32Array;
}

export function components({ products, start, row }: Pick<System, 'products' | 'start' | 'row'>): Components {
  const n = products.length;
  const seen = new Int32Array(n); // number in the order of visits, from 1
  const low = new Int32Array(n);
  const left = new Int32Array(n);
  const open = new Uint8Array(n);
  const next = Int32Array.from(start.subarray(0, n));
  const waiting: number[] = [];
  const path: number[] = [];
  const order = new Int32Array(n);
  const starts: number[] = [0];
  let count = 0;
  let gone = 0;
  let placed = 0;
  const enter = (node: number): void => {
    seen[node] = low[node] = ++count;
    open[node] = 1;
    waiting.push(node);
    path.push(node);
  };
  const close = (node: number): void => {
    const first = placed;
    for (let member = -1; member !== node;) {
      member = waiting.pop()!;
      open[member] = 0;
      order[placed++] = member;
    }
    order.subarray(first, placed).sort();
    starts.push(placed);
  };
  for (let root = 0; root < n; root++) {
    if (seen[root]) continue;
    enter(root);
    while (path.length) {
      const node = path.at(-1)!;
      if (next[node]! < start[node + 1]!) {
        const below = row[next[node]!++]!;
        if (!seen[below]) enter(below);
        else if (open[below]) low[node] = Math.min(low[node]!, seen[below]!);
        continue;
      }
      path.pop();
      left[node] = gone++;
      if (low[node] === seen[node]) close(node);
      const above = path.at(-1);
      if (above !== undefined) low[above] = Math.min(low[above]!, low[node]!);
    }
  }
  return { order, start: Int32Array.from(starts), left };
}
