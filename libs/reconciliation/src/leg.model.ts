/** The two legs of a day: what a deal is looked for in, and by what. */
import type { Break, Rules } from './model';

export interface Leg {
  name: 'registry' | 'bank';
  measure: string;
  date: string;
  /** Columns that a line must share with its deal. */
  same: string[];
  missing: Break['kind'];
  differs: Break['kind'];
  tolerance: keyof Pick<Rules, 'quantity_tolerance' | 'amount_tolerance'>;
  decimals: number;
}

export const LEGS: Leg[] = [
  {
    name: 'registry',
    measure: 'quantity',
    date: 'date',
    same: ['account', 'product'],
    missing: 'missing_in_registry',
    differs: 'quantity_differs',
    tolerance: 'quantity_tolerance',
    decimals: 6,
  },
  {
    name: 'bank',
    measure: 'amount',
    date: 'value_date',
    same: ['account'],
    missing: 'missing_in_bank',
    differs: 'amount_differs',
    tolerance: 'amount_tolerance',
    decimals: 2,
  },
];
