/** Types of nodes and what a formula's tree says by itself. */
import type { Node } from '../ast';
import { children } from '../formula/parse-formula';
import { Rational } from '../rational';
import type { Unit } from '../units/unit';
import type { NodeType } from './types';

export const TEXT: NodeType = { type: 'text', double: false, maybe: false };
export const TRUTH: NodeType = { type: 'boolean', double: false, maybe: false };
export const number = (unit: Unit | undefined, double = false, maybe = false): NodeType => ({
  type: 'number',
  unit,
  double,
  maybe,
});

/** The value of a whole-number literal, with or without a minus sign. */
export function wholeLiteral(node: Node): number | undefined {
  if (node.kind === 'unary' && node.op === '-') {
    const value = wholeLiteral(node.operand);
    return value === undefined ? undefined : -value;
  }
  if (node.kind !== 'number' || node.unit !== undefined) return undefined;
  const value = Rational.parse(node.text);
  return value.isInteger() && value.abs().num <= 1000n ? Number(value.num) : undefined;
}

/** Every node of a tree, parents first. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of children(node)) yield* walk(child);
}
