/**
 * A circle of products is possible when a unit of each can be made at all: when one round through the circle needs less
 * than it makes. Impossible ones are named with their products and gain, never as a singular matrix.
 */
import { factorise, solveDense } from './dense';
import type { SupplyFault, System } from './model';

/** Circles this large are judged by iteration instead. */
const DENSE = 200;
const ROUNDS = 2_000;

/** Entries within the circle: what member `to` takes of member `from`, in the order of `to`. */
interface Circle {
  size: number;
  to: Int32Array;
  from: Int32Array;
  amount: Float64Array;
}

function circleOf({ products, start, row, amount }: System, members: Int32Array): Circle {
  const place = new Int32Array(products.length).fill(-1);
  for (let i = 0; i < members.length; i++) place[members[i]!] = i;
  const most = members.reduce((sum, j) => sum + start[j + 1]! - start[j]!, 0);
  const circle = { to: new Int32Array(most), from: new Int32Array(most), amount: new Float64Array(most) };
  let count = 0;
  for (let i = 0; i < members.length; i++)
    for (let k = start[members[i]!]!; k < start[members[i]! + 1]!; k++) {
      const at = place[row[k]!]!;
      if (at < 0) continue;
      circle.to[count] = i;
      circle.from[count] = at;
      circle.amount[count++] = amount[k]!;
    }
  const { to, from, amount: amounts } = circle;
  return {
    ...{ size: members.length, to: to.subarray(0, count), from: from.subarray(0, count) },
    amount: amounts.subarray(0, count),
  };
}

export function productive(system: System, members: Int32Array): boolean {
  const circle = circleOf(system, members);
  const needs: Circle = { ...circle, amount: circle.amount.map((amount) => Math.max(amount, 0)) };
  if (makesAll(needs)) return true;
  // Without credits that is the answer; credits may make up for it: then no product may need as much of itself as it makes.
  return circle.amount.some((amount) => amount < 0) && circle.size <= DENSE && returnsLess(circle);
}

/** For amounts ≥ 0: I − A has an inverse without negative entries exactly if some x > 0 leaves x − Ax > 0; it does for Ax + 1 = x. */
function makesAll(circle: Circle): boolean {
  if (circle.size <= DENSE) {
    const factors = factorise(matrixOf(circle), circle.size);
    const x = factors && solveDense(factors, new Float64Array(circle.size).fill(1));
    return x !== undefined && x.every((value) => value > 0 && Number.isFinite(value));
  }
  return leavesSome(circle) ?? gainOf(circle) < 1;
}

/**
 * Looks for x > 0 with x − Ax > 0 by x = Ax + 1 from below (Gauss-Seidel): found, it proves that all can be made. False where
 * a product uses up its own unit or x grows without end; undefined where neither shows in time.
 */
function leavesSome({ size, to, from, amount }: Circle): boolean | undefined {
  const x = new Float64Array(size).fill(1);
  const pass = (visit: (i: number, others: number, own: number) => boolean): boolean => {
    for (let k = 0, i = 0; i < size; i++) {
      let others = 0;
      let own = 0;
      for (; k < to.length && to[k] === i; k++)
        if (from[k] === i) own += amount[k]!;
        else others += amount[k]! * x[from[k]!]!;
      if (!visit(i, others, own)) return false;
    }
    return true;
  };
  for (let round = 0; round < ROUNDS; round++) {
    if (pass((i, others, own) => x[i]! - others - own * x[i]! >= 0.5)) return true;
    if (!pass((i, others, own) => own < 1 && (x[i] = (1 + others) / (1 - own)) < 1e15)) return false;
  }
  return undefined;
}

function matrixOf({ size, to, from, amount }: Circle): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  for (let k = 0; k < to.length; k++) matrix[to[k]! * size + from[k]!]! -= amount[k]!;
  return matrix;
}

/** What comes back of a unit of each product is below the unit: 1 − 1/(T⁻¹)jj < 1. */
function returnsLess(circle: Circle): boolean {
  const factors = factorise(matrixOf(circle), circle.size);
  if (!factors) return false;
  for (let j = 0; j < circle.size; j++) {
    const unit = new Float64Array(circle.size);
    unit[j] = 1;
    if (!(solveDense(factors, unit)[j]! > 0)) return false;
  }
  return true;
}

/** The Perron root of the needs, by powers of A + I (so that circles of one length converge, too). */
function gainOf({ size, to, from, amount }: Circle): number {
  let x = new Float64Array(size).fill(1);
  let gain = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const y = x.slice();
    for (let k = 0; k < to.length; k++) y[to[k]!]! += Math.max(amount[k]!, 0) * x[from[k]!]!;
    const most = y.reduce((a, b) => Math.max(a, b), 0);
    const next = most / x.reduce((a, b) => Math.max(a, b), 0) - 1;
    x = y.map((value) => value / most);
    if (round > 20 && Math.abs(next - gain) <= 1e-12 * Math.max(1, gain)) return next;
    gain = next;
  }
  return gain;
}

/** Names the heaviest way round: from the first product always to what is needed most, until a product comes again. */
export function gainFault(system: System, members: Int32Array): SupplyFault {
  const circle = circleOf(system, members);
  const name = (member: number): string => system.products[members[member]!]!;
  const path: number[] = [];
  const steps: number[] = [];
  for (let at = 0; !path.includes(at);) {
    path.push(at);
    let best = -1;
    for (const [k, i] of circle.to.entries())
      if (i === at && (best < 0 || circle.amount[k]! > circle.amount[best]!)) best = k;
    steps.push(circle.amount[best]!);
    at = circle.from[best]!;
    if (path.includes(at)) {
      const first = path.indexOf(at);
      path.splice(0, first);
      steps.splice(0, first);
      break;
    }
  }
  const around = steps.reduce((product, step) => product * step, 1);
  const gain = around >= 1 ? around : gainOf(circle);
  const digits = Number(gain.toPrecision(6)).toString();
  const links = path.map((at, i) => ({
    maker: name(at),
    needs: name(path[(i + 1) % path.length]!),
    amount: steps[i]!,
  }));
  return {
    table: 'processes',
    row: name(path[0]!),
    code: 'LOOP_GAIN',
    message: {
      zh: `${links.map((l) => `1 单位 ${l.maker} 需要 ${l.amount} ${l.needs}`).join('，')}：绕一圈的增益为 ${digits}，不小于 1，无法生产`,
      en: `${links.map((l) => `1 of ${l.maker} needs ${l.amount} of ${l.needs}`).join(', ')}: a gain of ${digits} round the loop, not below 1, so none can be made`,
    },
    params: { products: path.map(name).join(', '), gain: digits },
  };
}
