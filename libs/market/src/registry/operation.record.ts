/** An operation as its row is written and read, and as it is shown. */
import { fromMinor } from '@qingheng/ledger';
import { refuse as refuseAny } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import type { OperationDto, OperationStatus } from './operation.dto';

export interface OperationRow {
  id: string;
  organisation_id: string;
  operation: string;
  asset: string;
  amount: string;
  serials: string[] | null;
  counterparty_id: string | null;
  hold: string | null;
  year: number | null;
  details: Record<string, string | number | null>;
  business_date: string;
  status: OperationStatus;
  asked_by: string;
  decided_by: string | null;
}

export type OperationRead = OperationDto & { scale: number };

export const OPERATION = `SELECT p.id, p.number, p.organisation_id AS "organisationId", o.name AS organisation, p.operation, p.asset, s.unit,
  s.scale, p.amount, p.serials, c.name AS counterparty, p.hold, p.year, p.details, p.business_date::text AS "businessDate",
  p.status, p.refusal, p.transfer, p.asked_by AS "askedBy", p.asked_at AS "askedAt", p.decided_by AS "decidedBy",
  p.decided_at AS "decidedAt"
  FROM registry_operation p JOIN organisation o ON o.id = p.organisation_id JOIN ledger_asset s ON s.code = p.asset
  LEFT JOIN organisation c ON c.id = p.counterparty_id`;

export const viewOf = ({ scale, amount, ...row }: OperationRead): OperationDto => ({
  ...row,
  amount: amount && fromMinor(amount, scale),
});

/** Locked until the transaction ends; refused unless it still waits for a decision. */
export async function openOperation(manager: EntityManager, id: string): Promise<OperationRow> {
  const [row]: OperationRow[] = await manager.query(
    'SELECT *, business_date::text FROM registry_operation WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (!row) throw refuseAny('NOT_FOUND');
  if (row.status !== 'proposed') throw refuse('OPERATION_ENDED', { status: row.status });
  return row;
}
