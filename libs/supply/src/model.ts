/** Linked products: what each process makes, uses and emits. Amounts are decimals, as numbers or as text. */
export type Amount = string | number;

export interface SupplyInput {
  /** CO2 equivalents of a unit of gas; a gas that is not named counts for nothing in `co2e`, and is listed. */
  gwp: Record<string, Amount>;
  processes: Process[];
}

export interface Process {
  id: string;
  /** The one product it makes; said, never taken from a position. */
  product?: string;
  /** Amount of the product that inputs and emissions are for. Above 0. */
  output?: Amount;
  /** What `output` and what others take of the product is measured in, unless they say otherwise. */
  unit?: string;
  /** Instead of product, output and unit: co-products, among which inputs and emissions are shared out. */
  products?: CoProduct[];
  /** Product → amount used; own use is lawful, a negative amount is a credit. */
  inputs?: Record<string, Amount | Taken>;
  /** Gas → amount emitted; negative is uptake. */
  emissions?: Record<string, Amount>;
}

export interface CoProduct {
  product: string;
  output: Amount;
  unit?: string;
  /** Share of the process that it carries; those of one process add up to exactly 1. */
  share: Amount;
}

/** An input with its own unit, or given as what arrives in the product: then what is lost on the way is added. */
export interface Taken {
  amount: Amount;
  unit?: string;
  /** Share of the amount used that is lost, below 1: 0.1 makes 1/0.9 of the amount. */
  loss?: Amount;
}

/** How many of `to` one of `from` is; undefined where they measure different things or are not known. */
export type Convert = (from: string, to: string) => number | undefined;

export interface Text {
  zh: string;
  en: string;
}

export interface SupplyFault {
  table?: string;
  row?: string;
  column?: string;
  code: string;
  message: Text;
  params?: Record<string, string>;
}

/** The input was refused; every fault is listed, nothing was computed. */
export class SupplyFaults extends Error {
  constructor(readonly faults: SupplyFault[]) {
    super(faults.map((f) => `${f.row ?? ''} ${f.column ?? ''} ${f.code}`).join('; '));
    this.name = 'SupplyFaults';
  }
}

/**
 * The same as arrays. Product j is made by process j; both stand in the order of the products' ids, so that the order of
 * the input changes nothing. Inputs by column (compressed): entries `start[j]` to `start[j + 1]` of `row` and `amount`
 * are what one unit of product j takes.
 */
export interface System {
  products: string[];
  gases: string[];
  start: Int32Array;
  row: Int32Array;
  amount: Float64Array;
  /** Direct emissions per unit, one array for each gas. */
  direct: Float64Array[];
}
