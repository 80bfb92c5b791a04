/** A method sheet as read from YAML and normalised: every optional part of the file has its default here. */
import type { Node } from './ast';

export interface Text {
  zh: string;
  en: string;
}

export type Confidence = 'official' | 'secondary' | 'provisional';

export type ValueType = 'number' | 'text' | 'boolean' | 'date';

/** One dated, regional, sourced value. Dates are ISO days; `from` inclusive, `to` inclusive, absent = open. */
export interface DatedValue {
  value: string;
  from?: string;
  to?: string;
  /** Prefix of a GB/T 2260 code: "15" covers all of Inner Mongolia; absent = everywhere. The longest match wins. */
  region?: string;
  source: string;
  confidence: Confidence;
}

/** What whoever fills in a field is told: how, by which clause, and what a sound value looks like. */
export interface FieldNotes {
  help?: Text;
  clause?: string;
  example?: string;
}

export interface Parameter extends FieldNotes {
  name: string;
  title: Text;
  type: ValueType;
  /** Unit as people write it; "1" for a pure number. */
  unit: string;
  choices?: string[];
  min?: string;
  max?: string;
  /** Empty: the value must be given with each run (then it is an input of the run, not a fact of the sheet). */
  values: DatedValue[];
}

export interface LookupRow extends Omit<DatedValue, 'value'> {
  keys: string[];
  value: string;
}

export interface LookupTable {
  name: string;
  title: Text;
  keys: string[];
  type: ValueType;
  unit: string;
  rows: LookupRow[];
}

export interface InputColumn extends FieldNotes {
  kind: 'input';
  name: string;
  title: Text;
  type: ValueType;
  /**
   * "1" for a pure number. `[other]` means: the unit stands in the text column `other` of the same row
   * (an inventory whose lines are in kWh, t, m³ …); `[other]` may be part of a compound: `kg CO2e/[other]`.
   */
  unit: string;
  /** Most decimals accepted; more is a fault. Absent: up to 12. Number columns with decimals are exact decimals. */
  decimals?: number;
  min?: string;
  max?: string;
  above?: string;
  below?: string;
  choices?: string[];
  required: boolean;
}

/**
 * How a computed number is held:
 * - `decimal`: has `decimals`; computed exactly, rounded half-up once.
 * - `exact`: an intermediate kept as an exact fraction (`exact: true` in the file); reported to 20 significant digits.
 * - `double`: neither; a physical quantity in binary floating point.
 */
export type NumberKind = 'decimal' | 'exact' | 'double';

export interface ComputedColumn {
  kind: 'computed';
  name: string;
  title: Text;
  help?: Text;
  type: ValueType;
  unit: string;
  numberKind: NumberKind;
  decimals?: number;
  clause?: string;
  formula?: string;
  ast?: Node;
  /** Instead of a formula: a named operator over the whole table (see operators/). Argument values are formulas. */
  operator?: { name: string; args: Record<string, string>; asts?: Record<string, Node> };
}

export type Column = InputColumn | ComputedColumn;

export interface Table {
  name: string;
  title: Text;
  /** Key columns. A single key is written as its value in faults; several are joined with "/". */
  key: string[];
  /** Child table: `on` are columns of this table that hold the parent's key. */
  parent?: { table: string; on: string[] };
  /** Grouped table: its rows are the distinct values of `by` in `table`; it has no inputs. */
  group?: { table: string; by: string[] };
  /** May a run leave this table empty? Otherwise EMPTY_TABLE. */
  optional: boolean;
  columns: Column[];
  /** Row checks: a condition that must hold for each row, with the message shown otherwise; `code` where the field
   * has a name for the fault (else CHECK_FAILED). */
  checks: { formula: string; ast?: Node; message: Text; column?: string; code?: string }[];
}

export interface Output {
  name: string;
  title: Text;
  type: ValueType;
  unit: string;
  numberKind: NumberKind;
  decimals?: number;
  clause?: string;
  formula: string;
  ast?: Node;
}

export interface Example {
  title: Text;
  source: string;
  asOf?: string;
  region?: string;
  input: RunInput;
  expect: {
    tables?: Record<string, Record<string, Record<string, string>>>;
    outputs?: Record<string, string>;
    /** Codes that must be refused: the example is of bad input. */
    refused?: { table?: string; row?: string; column?: string; code: string }[];
  };
  /** Relative tolerance; absent = exact decimals. */
  rtol?: number;
}

export interface Sheet {
  id: string;
  version: string;
  title: Text;
  summary?: Text;
  source: { title: string; clause?: string; url?: string; confidence: Confidence };
  valid: { from: string; to?: string };
  regions: string[];
  parameters: Parameter[];
  lookups: LookupTable[];
  /** The look-up tables that the examples were worked with, where rows from an official text stand in place of theirs. */
  workedLookups?: LookupTable[];
  tables: Table[];
  outputs: Output[];
  examples: Example[];
  /** SHA-256 of the canonical form of the sheet. */
  hash: string;
}

export type Cell = string | number | boolean | null | undefined;
export type Row = Record<string, Cell>;

export interface RunInput {
  parameters?: Record<string, Cell>;
  tables: Record<string, Row[]>;
}

export interface Fault {
  table?: string;
  row?: string;
  column?: string;
  code: string;
  message: Text;
  /** What to do about it, where that is not plain from the message. */
  remedy?: Text;
  params?: Record<string, string>;
}

export interface ParameterUse {
  name: string;
  keys?: string[];
  value: string;
  unit: string;
  source: string;
  confidence: Confidence;
  /** The run's input overrode the sheet's own value: a what-if, never issued. */
  overridden: boolean;
  /** The run chose it, among the sheet's choices or where the sheet leaves it open. */
  given?: boolean;
}

/** All numbers are decimal strings; doubles are printed in their shortest form. */
export interface RunResult {
  method: string;
  version: string;
  sheetHash: string;
  parameterHash: string;
  inputHash: string;
  resultHash: string;
  asOf: string;
  region?: string;
  /** False where a parameter was overridden or is provisional, or the sheet's examples fail; `whyNot` says which. */
  issuable: boolean;
  whyNot: Fault[];
  parametersUsed: ParameterUse[];
  /** Rows carry key, inputs and computed columns. */
  tables: Record<string, Row[]>;
  outputs: Record<string, string | boolean>;
  warnings: Fault[];
}

/** One node of an explanation: a figure, how it came about, and what it rests on. */
export interface Explanation {
  label: Text;
  /** e.g. household/150725-1/amount, parameter/ban_rate, lookup/gwp/AR6/CH4, output/total */
  place: string;
  value: string;
  unit: string;
  formula?: string;
  /** The formula in the titles of what it reads, for people who do not know the columns' names. */
  words?: Text;
  /** The formula with its numbers in it. */
  filled?: string;
  clause?: string;
  rounding?: string;
  source?: string;
  confidence?: Confidence;
  /** Present when children were cut: how many rows an aggregate covers in all. */
  childCount?: number;
  children: Explanation[];
}
