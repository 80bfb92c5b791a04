/** A trading day's three books: deals, the registry's units, the bank's money. */
export type BreakKind =
  | 'missing_in_registry'
  | 'missing_in_bank'
  | 'not_in_deals'
  | 'quantity_differs'
  | 'amount_differs'
  | 'duplicate'
  | 'late';

export interface Break {
  kind: BreakKind;
  deal_id?: string;
  registry?: string[];
  bank?: string[];
  /** Lines less deals, as a decimal; days for `late`. */
  difference?: string;
  /** The line names the deal but stands in another account or product. */
  other_account?: true;
}

export interface Matched {
  deal_id: string;
  registry: string[];
  bank: string[];
}

export interface Reconciliation {
  matched: Matched[];
  breaks: Break[];
  totals: Record<string, string | number>;
}

/** What the day allows. */
export interface Rules {
  /** Largest difference that still matches, in units and in yuan. */
  quantity_tolerance: string;
  amount_tolerance: string;
  /** A line dated more than so many days after the trade is late. */
  late_after_days: number;
  /** How far from the trade a line without a usable reference is looked for, in days. */
  date_window_days: number;
}

export const USUAL: Rules = {
  quantity_tolerance: '0',
  amount_tolerance: '0',
  late_after_days: 0,
  date_window_days: 3,
};

export interface Fault {
  table?: string;
  row?: string;
  column?: string;
  code: string;
  message: { zh: string; en: string };
  remedy?: { zh: string; en: string };
}

export class ReconciliationFaults extends Error {
  constructor(readonly faults: Fault[]) {
    super(faults.map((f) => [f.table, f.row, f.column, f.code].filter(Boolean).join(' ')).join('; '));
    this.name = 'ReconciliationFaults';
  }
}
