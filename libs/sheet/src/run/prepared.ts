/**
 * What a run stands on before anything is computed, shared by both engines: the checked sheet, the parameter values that
 * hold on the day and in the region, and the input as typed columns. An engine gets both and gives back `Computed`.
 */
import type { CheckedSheet } from '../check/types';
import type { Fault, Row } from '../model';
import type { Parameters, Resolved } from './parameters';
import type { Value } from './values';

/** A cell that could not be read or computed. The fault is on record; whatever depends on the cell is skipped. */
export const FAILED: unique symbol = Symbol('failed');

/** `undefined` is an optional input that was not given. */
export type CellValue = Value | undefined | typeof FAILED;

export interface Prepared {
  checked: CheckedSheet;
  asOf: string;
  region?: string;
  /** Every parameter with a value on the day and in the region. */
  parameters: ReadonlyMap<string, Resolved>;
  /** The others: the fault to report once, where a formula reads the parameter. */
  unresolved: ReadonlyMap<string, Fault>;
  /** By look-up, then by `lookupKey(keys)`: the rows that hold on the day and in the region. */
  lookups: ReadonlyMap<string, ReadonlyMap<string, Resolved>>;
  /** The same, as the exact engine reads it: it notes what was read. */
  source: Parameters;
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
  /** Row of the parent for each row; -1 where there is none (a fault is on record). */
  parentRow?: Int32Array;
  /** Place of each row in the filed order; results are handed back in it. */
  filed: Int32Array;
}

export type InputTables = Map<string, InputTable>;

export interface Computed {
  /**
   * Rows in the order of InputTable (grouped tables sorted by key): key, inputs and computed columns, written with
   * `written(value, kind, decimals)`; an optional input that was not given is left out.
   */
  tables: Record<string, Row[]>;
  outputs: Record<string, string | boolean>;
  parametersRead: ReadonlySet<string>;
  /** By look-up: the `lookupKey` of each row read. */
  lookupsRead: ReadonlyMap<string, ReadonlySet<string>>;
  faults: Fault[];
}

/** Called only for an input without any fault: no cell is FAILED, every row has its parent. */
export type Engine = (prepared: Prepared, input: InputTables) => Promise<Computed>;
