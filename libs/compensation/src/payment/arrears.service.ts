/** Arrears 拖欠: per banner what is due, paid, failed, under way and not yet issued, and for how many days the money has lain. */
import { Injectable } from '@nestjs/common';
import { type Actor, type Page, pageOf, UnitOfWork } from '@qingheng/platform';
import { yuan } from '../money/fen';
import { contextOf, HouseholdSeal } from '../privacy/household-seal';
import { masked } from '../privacy/mask';
import { readProgramme } from '../programme/programme.record';

/** `due` is what is left of the allotment after `withheld`; `held` is the part of it that waits for a decision. */
const AMOUNTS = ['due', 'paid', 'failed', 'pending', 'unissued', 'held', 'withheld', 'recovered'] as const;
type Amounts = Record<(typeof AMOUNTS)[number], string>;

@Injectable()
export class ArrearsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly seal: HouseholdSeal,
  ) {}

  report(actor: Actor, programmeId: string) {
    return this.work.run(actor, async (manager) => {
      const { runId, fundsReceivedOn } = await readProgramme(manager, programmeId);
      const banners: (Amounts & { banner: string; households: number; unpaidHouseholds: number })[] =
        await manager.query(
          `WITH last AS (
           SELECT p.household_id, p.amount_fen, r.outcome FROM compensation_payment p
           LEFT JOIN compensation_payment_result r ON r.payment_id = p.id
           WHERE p.programme_id = $1 AND NOT EXISTS (SELECT FROM compensation_payment n WHERE n.reissue_of = p.id))
         SELECT a.banner, count(*)::int AS households,
           (count(*) FILTER (WHERE a.amount_fen > 0 AND l.outcome IS DISTINCT FROM 'success'))::int AS "unpaidHouseholds",
           sum(a.amount_fen) AS due,
           coalesce(sum(a.amount_fen) FILTER (WHERE l.outcome = 'success'), 0) AS paid,
           coalesce(sum(a.amount_fen) FILTER (WHERE l.outcome = 'failed' AND NOT a.held), 0) AS failed,
           coalesce(sum(a.amount_fen) FILTER (WHERE l.household_id IS NOT NULL AND l.outcome IS NULL), 0) AS pending,
           coalesce(sum(a.amount_fen) FILTER (WHERE l.household_id IS NULL AND NOT a.held), 0) AS unissued,
           coalesce(sum(a.amount_fen) FILTER (WHERE a.held AND l.outcome IS DISTINCT FROM 'success'), 0) AS held,
           sum(a.allotted_fen - a.amount_fen) AS withheld, -coalesce(sum(c.fen), 0) AS recovered
         FROM compensation_due a LEFT JOIN (SELECT household_id, sum(amount_fen) AS fen FROM compensation_line
           WHERE programme_id = $1 AND kind = 'recovered' GROUP BY household_id) c ON c.household_id = a.household_id LEFT JOIN last l ON l.household_id = a.household_id
         WHERE a.run_id = $2 AND a.allotted_fen > 0 GROUP BY a.banner ORDER BY a.banner`,
          [programmeId, runId],
        );
      const [{ days }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date - $1::date AS days`, [
        fundsReceivedOn,
      ]);
      const shown = (amounts: Amounts) =>
        Object.fromEntries(AMOUNTS.map((name) => [name, yuan(amounts[name])])) as Amounts;
      const total = Object.fromEntries(
        AMOUNTS.map((name) => [name, String(banners.reduce((sum, row) => sum + BigInt(row[name]), 0n))]),
      ) as Amounts;
      return {
        ...{ fundsReceivedOn, daysSinceReceipt: days as number | null, total: shown(total) },
        banners: banners.map((row) => ({ ...row, ...shown(row) })),
      };
    });
  }

  /** What failed and was not issued again, with the bank's cause; masked. */
  failed(
    actor: Actor,
    programmeId: string,
    { after, limit }: { after?: string; limit: number },
  ): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      await readProgramme(manager, programmeId);
      const rows: { id: string; number: string; amount: string; sealed: Buffer }[] = await manager.query(
        `SELECT p.id, h.number, h.banner, p.amount_fen AS amount, p.sealed, r.code, r.cause FROM compensation_payment p
         JOIN compensation_payment_result r ON r.payment_id = p.id AND r.outcome = 'failed'
         JOIN compensation_household h ON h.id = p.household_id
         WHERE p.programme_id = $1 AND ($2::uuid IS NULL OR p.id > $2)
           AND NOT EXISTS (SELECT FROM compensation_payment n WHERE n.reissue_of = p.id) ORDER BY p.id LIMIT $3`,
        [programmeId, after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, ({ id }) => [id]);
      const view = ({ sealed, amount, ...row }: (typeof rows)[number]) => {
        const { name, card } = masked(this.seal.open(contextOf(programmeId, row.number), sealed));
        return { ...row, name, card, amount: yuan(amount) };
      };
      return { ...page, items: page.items.map(view) };
    });
  }
}
