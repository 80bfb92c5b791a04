/** A decision as its row is read, and where the money of its household stands. */
import { refuse as refuseAny } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { yuan } from '../money/fen';
import type { Programme } from '../programme/programme.record';

export const KINDS = ['hold', 'release', 'reduce', 'stop', 'restore', 'recover'] as const;
export type Kind = (typeof KINDS)[number];

export interface Decision {
  id: string;
  number: string;
  programmeId: string;
  householdId: string;
  household: string;
  banner: string;
  kind: Kind;
  amountFen: string | null;
  /** Of a claim: what neither came back nor was set off. */
  outstandingFen: string | null;
  settles: string | null;
  reason: string;
  document: { title: string; number?: string; date?: string };
  clause: string;
  status: 'proposed' | 'confirmed' | 'rejected';
  proposedBy: { id: string; name: string };
  proposedAt: string;
  decidedBy: { id: string; name: string } | null;
  decidedAt: string | null;
  remarks: string;
  lines: { kind: string; fen: string; reference: string; on: string }[];
}

export const SELECT = `SELECT d.id, d.number, d.programme_id AS "programmeId", d.household_id AS "householdId", h.number AS household,
  h.banner, d.kind, d.amount_fen::text AS "amountFen", d.settles, d.reason, d.document, d.clause, d.status,
  d.proposed_by AS "proposedBy", to_json(d.proposed_at)#>>'{}' AS "proposedAt", d.decided_by AS "decidedBy",
  to_json(d.decided_at)#>>'{}' AS "decidedAt", d.remarks,
  CASE WHEN d.kind = 'recover' THEN (d.amount_fen + coalesce((SELECT sum(amount_fen) FROM compensation_line
    WHERE decision_id = d.id), 0))::text END AS "outstandingFen",
  (SELECT coalesce(json_agg(json_build_object('kind', l.kind, 'fen', l.amount_fen::text, 'reference', l.reference,
     'on', l.booked_on) ORDER BY l.id), '[]') FROM compensation_line l WHERE l.decision_id = d.id) AS lines
  FROM compensation_decision d JOIN compensation_household h ON h.id = d.household_id`;

export async function decisionOf(manager: EntityManager, id: string): Promise<Decision> {
  const [row] = await manager.query(`${SELECT} WHERE d.id = $1`, [id]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row;
}

export const viewOf = ({ amountFen, outstandingFen, lines, householdId: _, ...decision }: Decision) => ({
  ...decision,
  amount: amountFen === null ? null : yuan(amountFen),
  outstanding: outstandingFen === null ? null : yuan(outstandingFen),
  lines: lines.map(({ fen, ...line }) => ({ ...line, amount: yuan(fen) })),
});

export interface Standing {
  /** What the household is due after what was decided so far, in fen. */
  due: bigint;
  held: boolean;
  /** Payments ever made out to it. */
  payments: number;
  /** One of them arrived or may still arrive. */
  under: boolean;
  paid: bigint;
  /** Already claimed back. */
  claimed: bigint;
}

export async function standingOf(
  manager: EntityManager,
  { runId }: Pick<Programme, 'runId'>,
  householdId: string,
): Promise<Standing> {
  const [row] = await manager.query(
    `SELECT d.amount_fen::text AS due, d.held,
       (SELECT count(*)::int FROM compensation_payment WHERE household_id = $2) AS payments,
       EXISTS (SELECT FROM compensation_payment p LEFT JOIN compensation_payment_result r ON r.payment_id = p.id
         WHERE p.household_id = $2 AND r.outcome IS DISTINCT FROM 'failed') AS under,
       (SELECT coalesce(sum(p.amount_fen), 0)::text FROM compensation_payment p JOIN compensation_payment_result r
         ON r.payment_id = p.id AND r.outcome = 'success' WHERE p.household_id = $2) AS paid,
       (SELECT coalesce(sum(c.amount_fen), 0)::text FROM compensation_decision c
         WHERE c.household_id = $2 AND c.kind = 'recover' AND c.status = 'confirmed') AS claimed
     FROM compensation_due d WHERE d.run_id = $1 AND d.household_id = $2`,
    [runId, householdId],
  );
  if (!row) throw refuseAny('NOT_FOUND');
  return { ...row, due: BigInt(row.due), paid: BigInt(row.paid), claimed: BigInt(row.claimed) };
}

/** What was decided on a household, oldest first, as it is told to the household itself. */
export async function decisionsOn(manager: EntityManager, householdId: string): Promise<object[]> {
  const rows: Decision[] = await manager.query(
    `${SELECT} WHERE d.household_id = $1 AND d.status = 'confirmed' ORDER BY d.decided_at, d.id`,
    [householdId],
  );
  return rows.map(viewOf).map(({ number, kind, amount, reason, document, clause, decidedAt, lines }) => ({
    ...{ number, kind, amount, reason, document, clause, decidedAt, lines },
  }));
}
