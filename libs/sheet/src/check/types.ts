/** What the checker knows of a node. */
import type { Node } from '../ast';
import type { Sheet, ValueType } from '../model';
import type { Unit } from '../units/unit';

export interface NodeType {
  type: ValueType;
  /** For numbers. `undefined` only for the literal 0, which fits any unit. */
  unit?: Unit;
  /** Numbers held in binary floating point, or as exact decimals and fractions. */
  double: boolean;
  /** May be absent for a row (an optional input not handled by coalesce). */
  maybe: boolean;
}

export type Step = { table: string; column: string } | { output: string };

export interface CheckedSheet {
  sheet: Sheet;
  /** Columns and outputs in an order in which each stands after all it needs. */
  plan: Step[];
  types: Map<Node, NodeType>;
}

export interface OperatorRule {
  required: string[];
  optional: string[];
  /** Arguments in the column's own unit. */
  sameUnit: string[];
  /** Pure numbers. */
  pure?: string[];
  /** Arguments whose units multiply to the column's. */
  product?: string[];
  /** Arguments that are read from the rows of one table below, each row by itself. */
  below?: string[];
  /** All arguments and the result are exact decimals. */
  exact: boolean;
}

export const OPERATORS: Record<string, OperatorRule> = {
  allocate: {
    required: ['pool', 'weight'],
    optional: ['floor', 'cap'],
    sameUnit: ['pool', 'floor', 'cap'],
    exact: true,
  },
  stratified_estimate: {
    required: ['weight', 'deviation', 'plots', 'confidence'],
    optional: [],
    sameUnit: [],
    pure: ['plots', 'confidence'],
    product: ['weight', 'deviation'],
    below: ['weight', 'deviation', 'plots'],
    exact: false,
  },
};
