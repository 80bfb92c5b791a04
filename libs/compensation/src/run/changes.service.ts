/** Who changes by a calculation against the one before it: looked at while nothing of it counts yet. */
import { Injectable } from '@nestjs/common';
import { type Actor, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { yuan } from '../money/fen';

interface BannerChange {
  banner: string;
  before: string;
  after: string;
  joined: number;
  left: number;
  raised: number;
  lowered: number;
  same: number;
}

@Injectable()
export class ChangesService {
  constructor(private readonly work: UnitOfWork) {}

  /** By banner; `before` is null where nothing was calculated earlier. */
  summary(actor: Actor, programmeId: string, runId: string) {
    return this.work.run(actor, async (manager) => {
      const before = await runBefore(manager, programmeId, runId);
      if (!before) return { before: null, banners: [] };
      const rows: BannerChange[] = await manager.query(
        `SELECT banner, sum(before)::text AS before, sum(after)::text AS after,
           (count(*) FILTER (WHERE was IS NULL))::int AS joined, (count(*) FILTER (WHERE now IS NULL))::int AS left,
           (count(*) FILTER (WHERE now > was))::int AS raised, (count(*) FILTER (WHERE now < was))::int AS lowered,
           (count(*) FILTER (WHERE now = was))::int AS same
         FROM (${CHANGES}) c GROUP BY banner ORDER BY banner`,
        [runId, before],
      );
      return {
        before,
        banners: rows.map((row) => ({
          ...row,
          ...{ before: yuan(row.before), after: yuan(row.after) },
          change: yuan(BigInt(row.after) - BigInt(row.before)),
        })),
      };
    });
  }

  /** Households whose figure changes most, up or down; names are not needed to see that. */
  households(actor: Actor, programmeId: string, runId: string, { banner, limit }: { banner: string; limit: number }) {
    return this.work.run(actor, async (manager) => {
      const before = await runBefore(manager, programmeId, runId);
      if (!before) return { items: [] };
      const rows: { number: string; was: string | null; now: string | null; change: string }[] = await manager.query(
        `SELECT number, was::text, now::text, (after - before)::text AS change FROM (${CHANGES}) c
         WHERE banner = $3 AND now IS DISTINCT FROM was ORDER BY abs(after - before) DESC, number LIMIT $4`,
        [runId, before, banner, limit],
      );
      const shown = (fen: string | null) => (fen === null ? null : yuan(fen));
      return {
        items: rows.map(({ number, was, now, change }) => ({
          ...{ number, before: shown(was), after: shown(now), change: yuan(change) },
        })),
      };
    });
  }
}

async function runBefore(manager: EntityManager, programmeId: string, runId: string): Promise<string | undefined> {
  await manager.query(`SET LOCAL statement_timeout = '2min'`);
  const [run] = await manager.query('SELECT created_at FROM compensation_run WHERE id = $1 AND programme_id = $2', [
    runId,
    programmeId,
  ]);
  if (!run) throw refuseAny('NOT_FOUND');
  const [before] = await manager.query(
    `SELECT id FROM compensation_run WHERE programme_id = $1 AND created_at < $2 AND total_fen IS NOT NULL
     ORDER BY created_at DESC LIMIT 1`,
    [programmeId, run.created_at],
  );
  return before?.id;
}

/** A household is the same by its number, whichever roster brought it. */
const CHANGES = `
  SELECT coalesce(n.banner, w.banner) AS banner, coalesce(n.number, w.number) AS number, w.fen AS was, n.fen AS now,
    coalesce(w.fen, 0) AS before, coalesce(n.fen, 0) AS after
  FROM (SELECT h.number, a.banner, a.amount_fen AS fen FROM compensation_allotment a
        JOIN compensation_household h ON h.id = a.household_id WHERE a.run_id = $1) n
  FULL JOIN (
    SELECT h.number, a.banner, a.amount_fen AS fen FROM compensation_allotment a
    JOIN compensation_household h ON h.id = a.household_id WHERE a.run_id = $2
    UNION ALL SELECT number, banner, amount_fen FROM compensation_former_allotment WHERE run_id = $2) w ON w.number = n.number`;
