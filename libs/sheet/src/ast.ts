/** Abstract syntax of a formula. Produced by the parser, annotated by the checker, read by both engines. */

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or';

/** Scalar functions. `convert(x, 'unit')` rescales within a dimension; `value(x)` strips nothing and does not exist on purpose. */
export type FunctionName =
  | 'if' // if(condition, a, b)
  | 'min'
  | 'max'
  | 'abs'
  | 'round' // round(x, digits): half away from zero ("half-up" of the field, symmetric for negatives)
  | 'floor'
  | 'ceil'
  | 'exp'
  | 'ln'
  | 'sqrt'
  | 'pow'
  | 'student_t' // student_t(confidence, degrees of freedom): two-sided quantile
  | 'coalesce' // coalesce(optional_input, default)
  | 'given' // given(optional_input): boolean
  | 'convert'; // convert(x, 't')

export type AggregateName = 'sum' | 'mean' | 'count' | 'min_of' | 'max_of' | 'any';

export type Node = (
  | { kind: 'number'; text: string; unit?: string } // exact decimal literal; `5 'kg'` carries a unit
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  /** A bare name: column or input of the same table, or a parameter. */
  | { kind: 'name'; name: string }
  /** `table.column`: a column of an ancestor (parent chain) or, inside an aggregate, of the aggregated child. */
  | { kind: 'member'; table: string; name: string }
  | { kind: 'unary'; op: '-' | 'not'; operand: Node }
  | { kind: 'binary'; op: BinaryOperator; left: Node; right: Node }
  | { kind: 'call'; name: FunctionName; args: Node[] }
  /**
   * `sum(child.column)`, `sum(child.a * child.b)`, `sum(child.amount where child.stage = 'electrolysis')`, `count(child)`.
   * `table` is resolved by the checker: a child table (its rows whose parent key is this row), a table this one groups,
   * or, in outputs, any table (all rows).
   */
  | { kind: 'aggregate'; name: AggregateName; table: string; value?: Node; where?: Node }
  /** `lookup(table_name, key1, key2, …)`: a row of a lookup parameter table; an unknown key is a fault. */
  | { kind: 'lookup'; name: string; keys: Node[] }
) & { at: number };
