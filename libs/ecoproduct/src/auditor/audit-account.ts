/** Everything that is known to be wrong with a table of an account. */
import type { Fault } from '@qingheng/sheet';
import type { Services } from '../service/services';
import { readAccountTable } from './account-table';
import type { Finding } from './finding';
import { type AuditRule, countedOnce, notNegative, oxygenByCarbon, valueIsProduct, withinLimits } from './rules';
import { childrenAreParent, linesAreTotal, partsAreSum, sharesAreTrue } from './sums';

const RULES: readonly AuditRule[] = [
  valueIsProduct,
  oxygenByCarbon,
  withinLimits,
  partsAreSum,
  linesAreTotal,
  childrenAreParent,
  sharesAreTrue,
  notNegative,
  countedOnce,
];

export interface AccountAudit {
  /** Lines of figures that were read. */
  lines: number;
  /** Columns read as parts of a sum. */
  parts: string[];
  /** The most serious first, then by line. */
  findings: Finding[];
  /** What could not be read. */
  unread: Fault[];
}

const WEIGHT = { fault: 0, doubt: 1, note: 2 };

/** `rows` are the cells of the table as texts, its heading included. */
export function auditAccount(rows: readonly (readonly string[])[], services: Services): AccountAudit {
  const { lines, faults, partColumns } = readAccountTable(rows, services);
  const findings = RULES.flatMap((rule) => rule(lines)).sort(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || Number(a.row) - Number(b.row),
  );
  return { lines: lines.length, parts: partColumns, findings, unread: faults };
}
