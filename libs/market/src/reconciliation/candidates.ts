/** What could belong to a difference: free lines for a deal, unsettled deals for a line; the likeliest first, none chosen. */
import type { EntityManager } from 'typeorm';
import type { CandidatesDto, BookLineDto } from './break.dto';
import type { LockedBreak } from './break.record';

const LINE = `l.book, l.line_id AS "lineId", l.date::text, l.account, l.product, l.side, l.quantity::text, l.price::text,
  l.amount::text, l.reference, l.memo`;

export async function candidatesOf(manager: EntityManager, row: LockedBreak): Promise<CandidatesDto> {
  const about: BookLineDto[] = await manager.query(
    `SELECT ${LINE} FROM recon_line l WHERE l.day_id = $1 AND (
       (l.book = 'deals' AND l.line_id = $2) OR (l.book = 'registry' AND l.line_id = ANY($3)) OR (l.book = 'bank' AND l.line_id = ANY($4))
       OR (l.book <> 'deals' AND l.match_group = $2)) ORDER BY l.book, l.line_id LIMIT 100`,
    [row.day_id, row.deal_id, row.registry ?? [], row.bank ?? []],
  );
  const candidates: BookLineDto[] = row.deal_id
    ? await manager.query(
        `SELECT ${LINE} FROM recon_line d JOIN recon_line l ON l.day_id = d.day_id AND l.book = ANY($3) AND l.match_group IS NULL
           AND (l.account = d.account OR COALESCE(l.amount = d.amount, l.quantity = d.quantity))
         WHERE d.day_id = $1 AND d.book = 'deals' AND d.line_id = $2
         ORDER BY COALESCE(l.amount = d.amount, l.quantity = d.quantity) DESC,
           abs(COALESCE(l.amount - d.amount, l.quantity - d.quantity)), abs(l.date - d.date), l.line_id LIMIT 20`,
        [row.day_id, row.deal_id, booksOf(row)],
      )
    : await manager.query(
        `SELECT ${LINE} FROM recon_line l JOIN recon_line m ON m.day_id = l.day_id AND m.book = $2 AND m.line_id = ANY($3)
         WHERE l.day_id = $1 AND l.book = 'deals' AND (l.account = m.account OR COALESCE(l.amount = m.amount, l.quantity = m.quantity))
           AND NOT EXISTS (SELECT FROM recon_line x WHERE x.day_id = l.day_id AND x.book = $2 AND x.match_group = l.line_id)
         ORDER BY COALESCE(l.amount = m.amount, l.quantity = m.quantity) DESC,
           abs(COALESCE(l.amount - m.amount, l.quantity - m.quantity)), abs(l.date - m.date), l.line_id LIMIT 20`,
        [row.day_id, row.bank ? 'bank' : 'registry', row.bank ?? row.registry ?? []],
      );
  return { about, candidates };
}

const booksOf = ({ kind, registry }: LockedBreak): string[] =>
  kind === 'missing_in_registry' || kind === 'quantity_differs' || (kind === 'duplicate' && registry)
    ? ['registry']
    : kind === 'late'
      ? []
      : ['bank'];
