export const CAUSES = ['fire', 'pest', 'drought', 'storm', 'logging', 'conversion', 'other'] as const;
export type Cause = (typeof CAUSES)[number];

export interface NewReversal {
  geometry: unknown;
  happenedOn: string;
  cause: Cause;
  /** Decimal, t CO2e against the stock verified last. */
  loss: string;
  note: string;
}

interface Person {
  id: string;
  name: string;
}

export interface ReversalRow {
  id: string;
  number: string;
  organisationId: string;
  projectId: string;
  hectares: string;
  happenedOn: string;
  cause: Cause;
  note: string;
  verifiedStock: string;
  /** The verified stock by the share of the land. */
  estimate: string;
  loss: string;
  status: 'reported' | 'confirmed' | 'restored' | 'rejected';
  owed: string | null;
  drawn: string | null;
  reportedBy: Person;
  reportedAt: Date;
  decidedBy: Person | null;
  decidedAt: Date | null;
  decision: string | null;
  restoredBy: Person | null;
  restoredAt: Date | null;
}

export const SELECT_REVERSAL = `SELECT r.id, r.number, r.organisation_id AS "organisationId", r.project_id AS "projectId",
  r.hectares::text AS hectares, r.happened_on::text AS "happenedOn", r.cause, r.note,
  trim_scale(r.verified_stock)::text AS "verifiedStock", trim_scale(r.estimate)::text AS estimate,
  trim_scale(r.loss)::text AS loss, r.status, r.owed::text AS owed, r.drawn::text AS drawn, r.reported_by AS "reportedBy",
  r.reported_at AS "reportedAt", r.decided_by AS "decidedBy", r.decided_at AS "decidedAt", r.decision,
  r.restored_by AS "restoredBy", r.restored_at AS "restoredAt" FROM sink_reversal r`;
