/**
 * What a run stands on before anything is computed, shared by both engines: the checked sheet, the parameter values that
 * hold on the day and in the region, and the input as typed columns. An engine gets both and gives back `Computed`.
 */
import type { CheckedSheet } from '../check/types';
import type { Fault, LookupRow, LookupTable, Parameter, ParameterUse, Row } from '../model';
import type { Rational } from '../rational';

/**
 * A cell while computing: exact numbers as fractions, `double` columns as numbers, text, dates (ISO) and booleans as they
 * are; `undefined` is an optional input that was not given.
 */
export type Value = Rational | number | string | boolean | undefined;

/** A cell that could not be read or computed. The fault is on record; whatever depends on the cell is skipped. */
export const FAILED: unique symbol = Symbol('failed');
export type CellValue = Value | typeof FAILED;

export interface ResolvedParameter {
  parameter: Parameter;
  value: Rational | string | boolean;
  use: ParameterUse;
}

export interface ResolvedLookup {
  table: LookupTable;
  /** By `lookupKey(keys)`: the row that holds on the day and in the region. */
  rows: Map<string, { row: LookupRow; value: Rational | string | boolean }>;
}

export interface Prepared {
  checked: CheckedSheet;
  asOf: string;
  region?: string;
  /** Every parameter that a formula reads. */
  parameters: Map<string, ResolvedParameter>;
  lookups: Map<string, ResolvedLookup>;
}

/**
 * The validated rows of an input table, sorted by key so that a sum of doubles does not depend on the order of filing:
 * engines add in this order.
 */
export interface InputTable {
  name: string;
  size: number;
  /** The key of each row as faults write it: several key columns joined with "/". */
  keys: string[];
  /** Every input column, in the order of the sheet. */
  columns: Map<string, CellValue[]>;
  /** Row of the parent for each row. */
  parentRow?: Int32Array;
  /** Place of each row in the filed order; results are handed back in it. */
  filed: Int32Array;
}

export type InputTables = Map<string, InputTable>;

export interface Computed {
  /**
   * Rows in the order of InputTable (grouped tables sorted by key): key, inputs and computed columns, numbers written with
   * `writeNumber`.
   */
  tables: Record<string, Row[]>;
  outputs: Record<string, string | boolean>;
  /** Keys of the lookup rows that were read, by lookup: set of `lookupKey`. */
  lookupsRead: Map<string, Set<string>>;
  faults: Fault[];
}

export type Engine = (prepared: Prepared, input: InputTables) => Promise<Computed>;

const SEPARATOR = '\u0000';

/** Keys joined so that no two key tuples meet. A decimal loses its trailing zeros: year 2023 and 2023.0 are one key. */
export function lookupKey(keys: readonly string[]): string {
  return keys.map((key) => (/^-?\d+\.\d+$/.test(key) ? key.replace(/\.?0+$/, '') : key)).join(SEPARATOR);
}

export const joinKey = (cells: readonly string[]): string => cells.join(SEPARATOR);
export const splitKey = (key: string): string[] => key.split(SEPARATOR);

/** How a key is shown and addressed. */
export const showKey = (cells: readonly string[]): string => cells.join('/');
