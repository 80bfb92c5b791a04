/** The `stratified_estimate` operator: for each row, over the strata below it. */
import type { Node } from '../ast';
import { fault, text } from '../fault';
import type { ComputedColumn, Fault, Table } from '../model';
import { stratifiedEstimate } from '../operators/stratified-estimate';
import { asNumber, type Numeric } from '../run/values';
import { finite } from './arithmetic';
import type { Evaluator } from './evaluate';
import type { LiveRow } from './live-rows';

/** The half-width, or the strata without a variance. */
export function estimate(
  table: Table,
  { operator }: ComputedColumn,
  row: LiveRow,
  evaluator: Evaluator,
): { halfWidth: Numeric } | { faults: Fault[] } {
  const asts = operator!.asts as Record<'weight' | 'deviation' | 'plots' | 'confidence', Node>;
  const place = { table: table.name, row };
  const over = asts.weight as Node & { kind: 'aggregate' };
  const rows = evaluator.rowsOf(over, place);
  const read = (ast: Node, stratum: LiveRow): number =>
    asNumber(evaluator.number((ast as typeof over).value!, { ...place, over: { table: over.table, row: stratum } }));
  const found = stratifiedEstimate(
    rows.map((stratum) => ({
      weight: read(asts.weight, stratum),
      deviation: read(asts.deviation, stratum),
      plots: read(asts.plots, stratum),
    })),
    asNumber(evaluator.number(asts.confidence, place)),
  );
  if ('halfWidth' in found) return { halfWidth: finite(found.halfWidth) };
  const few = text('至少要有两个样地，否则没有方差', 'needs two plots to have a variance');
  return { faults: found.refused.map((i) => fault('TOO_FEW_PLOTS', { table: over.table, row: rows[i]!.key }, few)) };
}
