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

/** Arguments of the operators: which must be given, and which must have the column's own unit. */
export const OPERATORS: Record<string, { required: string[]; optional: string[]; sameUnit: string[] }> = {
  allocate: { required: ['pool', 'weight'], optional: ['floor', 'cap'], sameUnit: ['pool', 'floor', 'cap'] },
};
