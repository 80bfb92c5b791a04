/** Rights that last for a term: once it is over they are returned or written off, and nothing else is done with them. */
import type { AssetRow } from '@qingheng/ledger';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import type { OperationRule } from './rules';

/** The last day of the term; undefined where there is none. */
export async function endOfTerm(manager: EntityManager, asset: AssetRow): Promise<string | undefined> {
  const [row] = await manager.query('SELECT valid_to::text AS last FROM ledger_asset WHERE id = $1', [asset.id]);
  return row?.last ?? undefined;
}

export async function requireTerm(
  manager: EntityManager,
  rule: OperationRule,
  asset: AssetRow,
  day: string,
): Promise<void> {
  if (rule.ended === 'also') return;
  const last = await endOfTerm(manager, asset);
  const over = last !== undefined && last < day;
  if (rule.ended === 'only' && !over) throw refuse('TERM_RUNS', { asset: asset.code, last: last ?? '–' });
  if (rule.ended !== 'only' && over) throw refuse('TERM_ENDED', { asset: asset.code, last, operation: rule.code });
}
