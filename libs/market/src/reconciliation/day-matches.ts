/** What a matching found, kept beside what people said of it before. */
import type { Actor } from '@qingheng/platform';
import type { Reconciliation } from '@qingheng/reconciliation';
import type { EntityManager } from 'typeorm';

/** Differences that are no more are marked gone; those that stay keep their history. */
export async function keepMatches(
  manager: EntityManager,
  actor: Actor,
  day: string,
  { matched, breaks }: Reconciliation,
): Promise<void> {
  await manager.query('DELETE FROM recon_match WHERE day_id = $1', [day]);
  await manager.query(
    `INSERT INTO recon_match (day_id, organisation_id, deal_id, registry, bank)
     SELECT $1, $2, m.deal_id, m.registry, m.bank FROM jsonb_to_recordset($3) AS m(deal_id text, registry text[], bank text[])`,
    [day, actor.organisationId, JSON.stringify(matched)],
  );
  const found = JSON.stringify(breaks);
  const shape = `jsonb_to_recordset($2::jsonb) AS x(kind text, deal_id text, registry text[], bank text[], difference text)`;
  const same = `b.kind = x.kind AND COALESCE(b.deal_id, '') = COALESCE(x.deal_id, '')
    AND COALESCE(b.registry, '{}') = COALESCE(x.registry, '{}') AND COALESCE(b.bank, '{}') = COALESCE(x.bank, '{}')`;
  await manager.query(
    `UPDATE recon_break b SET status = 'gone' WHERE b.day_id = $1 AND b.status <> 'gone'
       AND NOT EXISTS (SELECT FROM ${shape} WHERE ${same})`,
    [day, found],
  );
  // What comes back, or has another difference than the one explained, is open again.
  await manager.query(
    `UPDATE recon_break b SET status = 'open', difference = x.difference, resolution = NULL, note = NULL, explained_by = NULL,
       explained_at = NULL, resolved_by = NULL, resolved_at = NULL, links = NULL, adjustment = NULL, request_id = NULL, round = b.round + 1
     FROM ${shape} WHERE b.day_id = $1 AND ${same}
       AND (b.status = 'gone' OR b.difference IS DISTINCT FROM x.difference)`,
    [day, found],
  );
  await manager.query(
    `INSERT INTO recon_break (day_id, organisation_id, kind, deal_id, registry, bank, difference)
     SELECT $1, $3, x.kind, x.deal_id, x.registry, x.bank, x.difference FROM ${shape}
     WHERE NOT EXISTS (SELECT FROM recon_break b WHERE b.day_id = $1 AND ${same})`,
    [day, found, actor.organisationId],
  );
}
