import type { EntityManager } from 'typeorm';

export type LinkState = 'requested' | 'consented' | 'refused' | 'withdrawn';
/** What the supplier lets the taker see: the figure, its stages, or the whole result. */
export type Disclosure = 'aggregate' | 'stages' | 'full';

export interface Link {
  id: string;
  takerId: string;
  takerName: string;
  takerProduct: string;
  takerFiling: string | null;
  supplierId: string;
  supplierName: string;
  product: string;
  reason: string | null;
  state: LinkState;
  disclosure: Disclosure | null;
  joint: boolean;
  labelNumber: string | null;
  proposedLabel: string | null;
  roundId: string | null;
  roundValue: string | null;
  roundUnit: string | null;
  note: string | null;
  requestedAt: Date;
  decidedAt: Date | null;
}

export const LINK = `id, organisation_id AS "takerId", taker_name AS "takerName", taker_product AS "takerProduct",
  taker_filing AS "takerFiling", supplier_id AS "supplierId", supplier_name AS "supplierName", product, reason, state,
  disclosure, joint, label_number AS "labelNumber", proposed_label AS "proposedLabel", round_id AS "roundId",
  round_value AS "roundValue", round_unit AS "roundUnit", note, requested_at AS "requestedAt",
  decided_at AS "decidedAt"`;

/** A member of a circle: its product takes the next one's. */
export interface Member {
  /** Absent for a link that is only being asked for. */
  link?: string;
  company: string;
  product: string;
}

type Ends = Pick<Link, 'takerId' | 'takerName' | 'takerProduct' | 'supplierId' | 'product'> & { id?: string };

/** The shortest way from the supplier's product back to the taker's, with the link itself in front; empty if there is none. */
export async function circleOf(manager: EntityManager, link: Ends): Promise<Member[]> {
  const back: { link: string; company: string; product: string }[] = await manager.query(
    'SELECT link, company, product FROM supplier_circle($1, $2, $3, $4)',
    [link.takerId, link.takerProduct, link.supplierId, link.product],
  );
  if (!back.length) return [];
  const first = {
    company: link.takerName,
    product: link.takerProduct,
    ...(link.id !== undefined && { link: link.id }),
  };
  return [first, ...back];
}

export const circleText = (circle: Member[]): string =>
  [...circle, circle[0]!].map(({ company, product }) => `${company} ${product}`).join(' → ');
