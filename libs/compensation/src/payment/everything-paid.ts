/** Whether the bank has done all that is due after what was decided; the database asks the same before it lets a programme on. */
import type { EntityManager } from 'typeorm';
import type { Programme } from '../programme/programme.record';

export async function everythingPaid(manager: EntityManager, { id, runId }: Programme): Promise<boolean> {
  const [{ paid }] = await manager.query(
    `SELECT (SELECT coalesce(sum(p.amount_fen), 0) FROM compensation_payment p
             JOIN compensation_payment_result r ON r.payment_id = p.id AND r.outcome = 'success' WHERE p.programme_id = $1)
       = (SELECT r.total_fen + coalesce((SELECT sum(amount_fen) FROM compensation_line
            WHERE programme_id = $1 AND kind IN ('withheld', 'restored')), 0) FROM compensation_run r WHERE r.id = $2) AS paid`,
    [id, runId],
  );
  return paid;
}
