/** SEEA tables as values: lines with their labels and figures, exact. */
import type { SeeaTable } from './layout';

export interface SeeaLine {
  code: string;
  /** Columns that are no figures: unit, service, variable. */
  labels: Record<string, string>;
  /** Decimals by column; a cell that is not there is empty. */
  cells: Record<string, string>;
}

export type SeeaTables = Partial<Record<SeeaTable, SeeaLine[]>>;
