import type { Fault } from '@qingheng/sheet';

/** JWS `typ` of a counter-entry that releases a claim. */
export const RELEASE_TYPE = 'qingheng-claim-release+jwt';

export interface NewClaim {
  /** Code of config/registry/claims.yaml: what is used. */
  attribute: string;
  /** `kind:id`, the same wherever this thing is used. */
  subject: string;
  /** ISO days, both included. */
  from: string;
  to: string;
  /** Numbered units of the subject, both ends included: `1-250`. */
  serials?: string;
  /** Decimal, with `unit`: a part of what was registered. */
  quantity?: string;
  unit?: string;
  /** Code of config/registry/claims.yaml: what for. */
  use: string;
  /** Number of what uses it: a label, a project's period, a contract. */
  document: string;
  /** Organisation; the actor's own where absent. */
  holder?: string;
  /** Where in a filing it stands, so that a refusal can point at it. */
  place?: Pick<Fault, 'table' | 'row' | 'column'>;
}

export interface Claimable {
  attribute: string;
  subject: string;
  from: string;
  to: string;
  /** Decimal. */
  quantity: string;
  unit: string;
  document: string;
  holder?: string;
}

export interface Claim {
  id: string;
  /** `NU` and eight digits. */
  number: string;
  organisationId: string;
  organisation: string;
  attribute: string;
  subject: string;
  from: string;
  /** Included. */
  to: string;
  serials: string | null;
  quantity: string | null;
  unit: string | null;
  use: string;
  document: string;
  madeAt: Date;
  standing: boolean;
  /** Number of the claim that this entry releases. */
  releases: string | null;
  reason: string | null;
  jws: string | null;
}

export const SELECT_CLAIM = `SELECT c.id, c.number, c.organisation_id AS "organisationId", o.name AS organisation, c.attribute, c.subject,
  lower(c.period)::text AS "from", (upper(c.period) - 1)::text AS "to",
  CASE WHEN lower_inf(c.units) THEN NULL WHEN upper(c.units) = lower(c.units) + 1 THEN lower(c.units)::text
    ELSE lower(c.units) || '-' || (upper(c.units) - 1) END AS serials,
  trim_scale(c.quantity)::text AS quantity, c.unit, c.use, c.document, c.made_at AS "madeAt", s.claim_id IS NOT NULL AS standing,
  r.number AS releases, c.reason, c.jws
  FROM ledger_claim c JOIN organisation o ON o.id = c.organisation_id LEFT JOIN ledger_claim_standing s ON s.claim_id = c.id
  LEFT JOIN ledger_claim r ON r.id = c.releases`;
