import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { type ChainEntry, GENESIS, hashOf } from './chain';

export interface ChainState {
  ok: boolean;
  entries: number;
  /** The end of the chain. Kept elsewhere, it proves later that nothing was cut off. */
  head?: { seq: string; hash: string };
  firstBroken?: { seq: string; reason: 'missing' | 'altered' | 'not linked' | 'unknown version' };
}

const BATCH = 5_000;

type Source = DataSource | QueryRunner | EntityManager;

/** Walks the chain from its first entry to its last and names the first link that does not hold. */
export async function verifyAuditChain(source: Source): Promise<ChainState> {
  if (source instanceof DataSource)
    return source.transaction('REPEATABLE READ', async (manager) => {
      // As the application's role one sees every entry only with this scope.
      await manager.query(`SELECT set_config('qh.scope', 'all', true)`);
      return walk(manager);
    });
  return walk(source);
}

async function walk(source: QueryRunner | EntityManager): Promise<ChainState> {
  const [tail] = await source.query('SELECT seq::text, hash FROM audit_tail()');
  const last = BigInt(tail?.seq ?? 0);
  let seq = 0n;
  let hash = GENESIS;
  const broken = (at: bigint, reason: NonNullable<ChainState['firstBroken']>['reason']): ChainState => ({
    ok: false,
    entries: Number(seq),
    firstBroken: { seq: String(at), reason },
  });
  while (seq < last) {
    const rows: (ChainEntry & { hash: string })[] = await source.query(
      `SELECT seq::text, version, at, actor_id AS "actorId", actor_name AS "actorName",
         organisation_id AS "organisationId", action, subject_type AS "subjectType", subject_id AS "subjectId",
         details, request_id AS "requestId", prev_hash AS "prevHash", hash
       FROM audit_entry WHERE seq > $1 AND seq <= $2 ORDER BY audit_entry.seq LIMIT ${BATCH}`,
      [String(seq), String(last)],
    );
    if (!rows.length) return broken(seq + 1n, 'missing');
    for (const row of rows) {
      const at = BigInt(row.seq);
      if (at !== seq + 1n) return broken(seq + 1n, 'missing');
      if (row.prevHash !== hash) return broken(at, 'not linked');
      const expected = hashOf(row);
      if (expected !== row.hash) return broken(at, expected ? 'altered' : 'unknown version');
      [seq, hash] = [at, row.hash];
    }
  }
  return { ok: true, entries: Number(seq), ...(tail?.seq && { head: { seq: String(seq), hash } }) };
}
