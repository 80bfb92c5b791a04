/** A use as it is asked for, and as it is kept. */
import { refuse as refuseAny } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import type { Loss } from './amounts';

export const KINDS = ['purchase', 'compensation', 'pledge', 'damage'] as const;
export type UseKind = (typeof KINDS)[number];

export interface NewUse {
  kind: UseKind;
  /** Issued GEP account. For damage: the state after it. */
  filing: string;
  /** Indicators that are used. */
  services: string[];
  document: string;
  counterparty: string;
  /** `parcel:<number>`; the whole region of the account where absent. */
  parcel?: string;
  /** Purchase, compensation: share of the value. */
  share?: string;
  /** Purchase: shares of the instalments; all but the first wait for the quality check. */
  instalments?: string[];
  /** Pledge. */
  haircut?: string;
  /** Pledge: only what the account has grown since this one. Damage: the state before. */
  baseline?: string;
  /** Damage: the state without the damage. */
  counterfactual?: string;
  years?: number;
  rate?: string;
}

export interface UseView {
  id: string;
  number: string;
  kind: UseKind;
  subject: string;
  from: string;
  to: string;
  services: string[];
  sources: { role: string; filing: string; statement: string; resultHash: string }[];
  base: string;
  amount: string;
  terms: {
    counterparty: string;
    share?: string;
    haircut?: string;
    years?: number;
    rate?: string;
    losses?: Loss[];
    yearly?: string;
  };
  document: string;
  claims: string[];
  status: 'standing' | 'released';
  quality: { passed: boolean; document: string; by: string } | null;
  createdBy: { id: string; name: string };
  createdAt: string;
  instalments: { n: number; amount: string; onQuality: boolean; paidOn: string | null; slip: string | null }[];
}

export const USE_VIEW = `SELECT u.id, u.number, u.kind, u.subject, lower(u.period)::text AS "from", (upper(u.period) - 1)::text AS "to", u.services,
  u.sources, u.base::text, u.amount::text, u.terms, u.document, u.claims, u.status, u.quality, u.created_by AS "createdBy",
  to_json(u.created_at)#>>'{}' AS "createdAt",
  (SELECT COALESCE(json_agg(json_build_object('n', i.n, 'amount', i.amount::text, 'onQuality', i.on_quality, 'paidOn', i.paid_on, 'slip', i.slip)
     ORDER BY i.n), '[]') FROM ecoproduct_instalment i WHERE i.use_id = u.id) AS instalments
  FROM ecoproduct_use u`;

export async function useOf(manager: EntityManager, id: string): Promise<UseView> {
  const [use] = await manager.query(`${USE_VIEW} WHERE u.id = $1`, [id]);
  if (!use) throw refuseAny('NOT_FOUND');
  return use as UseView;
}
