/** A pledge as it stands: the operation that made it or handed it on, and what is left of its hold. */
import { fromMinor } from '@qingheng/ledger';
import type { PledgeDto } from './pledge.dto';
import { limitOf, valueOf, yuan } from './valuation';

export interface PledgeRow {
  number: string;
  hold: string;
  organisation: string;
  asset: string;
  unit: string;
  scale: number;
  pledged: string;
  left: string;
  lender: string;
  /** Null on pledges from before they were valued. */
  unit_price: string | null;
  price_source: string | null;
  price_date: string | null;
  haircut: string | null;
  loan: string | null;
  document: string;
  on: string;
  handed_on: boolean;
  expires: boolean;
}

/** What is lent may have been paid back in part: the last release says what is left of it. */
export const PLEDGE = `SELECT p.number, h.id::text AS hold, o.name AS organisation, p.asset, s.unit, s.scale, h.amount::text AS pledged,
  (h.amount - h.resolved)::text AS left, COALESCE(p.details->>'lender', '') AS lender, p.details->>'unitPrice' AS unit_price,
  p.details->>'priceSource' AS price_source, p.details->>'priceDate' AS price_date, p.details->>'haircut' AS haircut,
  COALESCE((SELECT r.details->>'loan' FROM registry_operation r WHERE r.operation = 'unpledge' AND r.hold = h.id AND r.status = 'posted'
    AND r.details ? 'loan' ORDER BY r.number DESC LIMIT 1), p.details->>'loan') AS loan,
  COALESCE(p.details->>'document', '') AS document, p.business_date::text AS on, h.expires_at IS NOT NULL AS expires,
  EXISTS (SELECT FROM registry_operation t WHERE t.operation = 'transfer_pledge' AND t.hold = h.id AND t.status = 'posted') AS handed_on
  FROM registry_operation p JOIN ledger_hold h ON h.id = p.transfer AND p.operation IN ('pledge', 'transfer_pledge')
  JOIN organisation o ON o.id = p.organisation_id JOIN ledger_asset s ON s.code = p.asset`;

export function viewOf(row: PledgeRow): PledgeDto {
  const { scale, unit_price: unitPrice, price_source: priceSource, price_date: priceDate, haircut } = row;
  const left = BigInt(row.left);
  const value = unitPrice === null ? null : valueOf(unitPrice, left, scale);
  return {
    ...{ hold: row.hold, organisation: row.organisation, asset: row.asset, unit: row.unit, lender: row.lender },
    ...{ pledged: fromMinor(row.pledged, scale), left: fromMinor(left, scale) },
    ...{ unitPrice, priceSource, priceDate, haircut, document: row.document, on: row.on },
    value: value === null ? null : yuan(value),
    limit: value === null ? null : yuan(limitOf(value, haircut!)),
    loan: left === 0n ? null : row.loan,
    status: left > 0n ? 'open' : row.handed_on ? 'handed_on' : 'released',
  };
}
