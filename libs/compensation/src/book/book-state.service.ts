/** A programme in the book beside its payments: per banner and in all, so that a difference is seen and not believed away. */
import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { yuan } from '../money/fen';
import { type Programme, readProgramme } from '../programme/programme.record';
import { refuseBook as refuse } from './book.messages';
import { YUAN } from './programme-book';

const PLACES = ['fund_pool', 'allotted', 'in_payment', 'paid_out'] as const;
type Place = (typeof PLACES)[number];
interface Due {
  banner: string;
  allotted: string;
  inPayment: string;
  paid: string;
}
interface Balance {
  purpose: Place;
  banner: string;
  fen: string;
}

@Injectable()
export class BookStateService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * `waiting`: transfers asked for and not posted yet; until then the two sides may differ. One statement, so that both sides are
   * of the same instant.
   */
  state(actor: Actor, programmeId: string) {
    return this.work.run(actor, async (manager) => {
      const programme = await readProgramme(manager, programmeId);
      const [{ waiting, balances, payments }]: [{ waiting: number; balances: Balance[]; payments: Due[] }] =
        await manager.query(
          `SELECT (SELECT count(*)::int FROM ledger_request q
              WHERE q.route = 'compensation' AND q.payload ->> 'reference' = $2::text
                AND NOT EXISTS (SELECT FROM ledger_transfer t WHERE t.request_id = q.id)
                AND NOT EXISTS (SELECT FROM ledger_refusal f WHERE f.request_id = q.id)) AS waiting,
             (SELECT coalesce(json_agg(b), '[]') FROM (${BALANCES}) b) AS balances,
             (SELECT coalesce(json_agg(d ORDER BY d.banner), '[]') FROM (${DUE}) d) AS payments`,
          [programme.organisationId, programmeId, YUAN.code, PLACES, programme.runId, programme.stage],
        );
      const booked = new Map(balances.map(({ purpose, banner, fen }) => [`${purpose} ${banner}`, BigInt(fen)]));
      const at = (place: Place, banner: string) => booked.get(`${place} ${banner}`) ?? 0n;
      const banners = payments.map(({ banner, allotted, inPayment }) => ({
        ...{ banner, allotted: yuan(at('allotted', banner)), inPayment: yuan(at('in_payment', banner)) },
        agrees: at('allotted', banner) === BigInt(allotted) && at('in_payment', banner) === BigInt(inPayment),
      }));
      const paid = payments.reduce((sum, row) => sum + BigInt(row.paid), 0n);
      const sum = (place: Place) => sumOf(balances, place);
      const total = {
        ...{ pool: yuan(sum('fund_pool')), allotted: yuan(sum('allotted')) },
        ...{ inPayment: yuan(sum('in_payment')), paid: yuan(sum('paid_out')) },
      };
      return { total, waiting, agrees: banners.every((row) => row.agrees) && sum('paid_out') === paid, banners };
    });
  }
}

/** Refuses to close what the book shows otherwise; the database would refuse it too, with fewer words. */
export async function requireBooked(manager: EntityManager, programme: Programme): Promise<void> {
  const balances: Balance[] = await manager.query(BALANCES, [
    ...[programme.organisationId, programme.id, YUAN.code, PLACES],
  ]);
  const [{ due }] = await manager.query(
    `SELECT (total_fen + coalesce((SELECT sum(amount_fen) FROM compensation_line
       WHERE programme_id = $2 AND kind <> 'offset'), 0))::text AS due FROM compensation_run WHERE id = $1`,
    [programme.runId, programme.id],
  );
  const paid = sumOf(balances, 'paid_out');
  const open = sumOf(balances, 'allotted') + sumOf(balances, 'in_payment');
  if (paid !== BigInt(due) || open !== 0n)
    throw refuse('BOOK_DIFFERS', { paid: yuan(paid), open: yuan(open), due: yuan(due) });
}

const sumOf = (balances: Balance[], place: Place): bigint =>
  balances.reduce((all, { purpose, fen }) => (purpose === place ? all + BigInt(fen) : all), 0n);

const BALANCES = `SELECT a.purpose, split_part(a.ref, '/', 2) AS banner, a.posted::text AS fen FROM ledger_account a
  JOIN ledger_asset s ON s.id = a.asset_id AND s.code = $3
  WHERE a.organisation_id = $1 AND a.purpose = ANY($4) AND split_part(a.ref, '/', 1) = $2::text`;

/** What the payments say must lie where: unissued and failed with the banner, unanswered with the bank. */
const DUE = `WITH last AS (
    SELECT p.household_id, r.outcome FROM compensation_payment p
    LEFT JOIN compensation_payment_result r ON r.payment_id = p.id
    WHERE p.programme_id = $2::uuid AND NOT EXISTS (SELECT FROM compensation_payment n WHERE n.reissue_of = p.id))
  SELECT a.banner,
    coalesce(sum(a.amount_fen) FILTER (WHERE l.household_id IS NULL OR l.outcome = 'failed'), 0)::text AS allotted,
    coalesce(sum(a.amount_fen) FILTER (WHERE l.household_id IS NOT NULL AND l.outcome IS NULL), 0)::text AS "inPayment",
    (coalesce(sum(a.amount_fen) FILTER (WHERE l.outcome = 'success'), 0) + coalesce(sum(c.fen), 0))::text AS paid
  FROM compensation_due a LEFT JOIN (SELECT household_id, sum(amount_fen) AS fen FROM compensation_line
    WHERE programme_id = $2::uuid AND kind = 'recovered' GROUP BY household_id) c ON c.household_id = a.household_id LEFT JOIN last l ON l.household_id = a.household_id
  WHERE a.run_id = $5 AND a.allotted_fen > 0 AND $6 IN ('approved', 'paid', 'closed') GROUP BY a.banner`;
