/** Lines that a person found for deals: they must add up, and be free; with them go the differences that are no more. */
import type { Actor } from '@qingheng/platform';
import type { Rules } from '@qingheng/reconciliation';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import type { LockedBreak } from './break.record';

const MEASURE = { registry: 'quantity', bank: 'amount' } as const;

export async function rematch(manager: EntityManager, actor: Actor, row: LockedBreak, rules: Rules): Promise<void> {
  const deals = row.links!.deals?.length ? row.links!.deals : row.deal_id ? [row.deal_id] : [];
  const lines = { registry: row.links!.registry ?? row.registry ?? [], bank: row.links!.bank ?? row.bank ?? [] };
  if (!deals.length || !(lines.registry.length + lines.bank.length)) throw refuse('REMATCH_LINES');
  for (const book of ['registry', 'bank'] as const) {
    if (!lines[book].length) continue;
    const [sums] = await manager.query(
      `SELECT (SELECT sum(${MEASURE[book]})::text FROM recon_line WHERE day_id = $1 AND book = 'deals' AND line_id = ANY($2)) AS deals,
         (SELECT sum(${MEASURE[book]})::text FROM recon_line WHERE day_id = $1 AND book = $3 AND line_id = ANY($4)) AS lines,
         abs((SELECT sum(${MEASURE[book]}) FROM recon_line WHERE day_id = $1 AND book = 'deals' AND line_id = ANY($2))
           - (SELECT sum(${MEASURE[book]}) FROM recon_line WHERE day_id = $1 AND book = $3 AND line_id = ANY($4))) <= $5::numeric AS same`,
      [row.day_id, deals, book, lines[book], rules[`${MEASURE[book]}_tolerance`]],
    );
    if (!sums.same) throw refuse('REMATCH_DIFFERS', { book, deals: sums.deals ?? '–', lines: sums.lines ?? '–' });
    const [taken] = await manager.query(
      `UPDATE recon_line SET match_group = $4 WHERE day_id = $1 AND book = $2 AND line_id = ANY($3) AND match_group IS NULL
       RETURNING line_id`,
      [row.day_id, book, lines[book], [...deals].sort()[0]],
    );
    if (taken.length !== new Set(lines[book]).size) throw refuse('LINE_TAKEN', { book });
    // One find ends both sides: the deal that lacked a line, and the line that lacked a deal.
    await manager.query(
      `UPDATE recon_break SET status = 'resolved', resolution = 'rematch', note = COALESCE(note, $6), explained_by = $7,
         explained_at = COALESCE(explained_at, now()), resolved_by = $8, resolved_at = now(), links = $9
       WHERE day_id = $1 AND id <> $2 AND status IN ('open', 'explained')
         AND (kind = 'missing_in_' || $3 AND deal_id = ANY($4) OR kind = 'not_in_deals' AND ${book} <@ $5)`,
      [
        ...[row.day_id, row.id, book, deals, lines[book], '', row.explained_by, actor.userId],
        JSON.stringify({ deals, [book]: lines[book] }),
      ],
    );
  }
}
