/** Published footprints: read page by page under a partner's eyes, kept as they were published. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Criteria, type ProductFootprint, searchable } from '@qingheng/pact';
import type { EntityManager } from 'typeorm';

export interface Place {
  created: string;
  id: string;
}

export interface FootprintPage {
  /** Each footprint as JSON text: what was published is passed on as it is. */
  items: string[];
  next?: Place;
}

const at = (moment: number | undefined): string | null =>
  moment === undefined ? null : new Date(moment).toISOString();

@Injectable()
export class FootprintStore {
  /**
   * Oldest first, so that a page asked for again is the same page. `seen`: product ids (lower case) the asker is limited
   * to, null for all.
   */
  async page(
    manager: EntityManager,
    criteria: Criteria,
    { seen, after, limit }: { seen: string[] | null; after?: Place; limit: number },
  ): Promise<FootprintPage> {
    if (limit === 0) return { items: [] };
    const rows: { id: string; created: Date; footprint: string }[] = await manager.query(
      'SELECT id, created, footprint FROM pact_page($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
      [
        seen,
        criteria.productId ?? null,
        criteria.companyId ?? null,
        criteria.classification ?? null,
        criteria.geography ?? null,
        criteria.status ?? null,
        at(criteria.validOn),
        at(criteria.validAfter),
        at(criteria.validBefore),
        after?.created ?? null,
        after?.id ?? null,
        limit + 1,
      ],
    );
    const items = rows.slice(0, limit).map(({ footprint }) => footprint);
    const last = rows[limit - 1];
    return rows.length > limit && last
      ? { items, next: { created: last.created.toISOString(), id: last.id } }
      : { items };
  }

  /** Undefined where there is none; `seen` false where the asker may not see it. */
  async one(
    manager: EntityManager,
    id: string,
    products: string[] | null,
  ): Promise<{ footprint: string; seen: boolean } | undefined> {
    const [row] = await manager.query(
      `SELECT (body || jsonb_build_object('status', status))::text AS footprint,
         ($2::text[] IS NULL OR product_ids && $2) AS seen
       FROM pact_footprint WHERE id = $1`,
      [id, products],
    );
    return row;
  }

  async bodies(manager: EntityManager, ids: string[]): Promise<ProductFootprint[]> {
    const rows = await manager.query(
      `SELECT body || jsonb_build_object('status', status) AS body FROM pact_footprint WHERE id = ANY($1) ORDER BY created, id`,
      [ids],
    );
    return rows.map(({ body }: { body: ProductFootprint }) => body);
  }

  async insert(
    manager: EntityManager,
    footprint: ProductFootprint,
    of: { organisationId: string; labelNumber: string; publishedBy: string },
  ): Promise<void> {
    const { status, ...body } = footprint;
    const found = searchable(footprint);
    await manager.query(
      `INSERT INTO pact_footprint (id, organisation_id, label_number, body, sha256, status, product_ids, company_ids,
         classifications, geography, valid_from, valid_to, created, published_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        footprint.id,
        of.organisationId,
        of.labelNumber,
        JSON.stringify(body),
        hashOfFootprint(footprint),
        status,
        found.productIds,
        found.companyIds,
        found.classifications,
        found.geography,
        at(found.validFrom),
        at(found.validTo),
        footprint.created,
        of.publishedBy,
      ],
    );
  }
}

/** SHA-256 of everything that must never change: the footprint without its status, its keys in order. */
export function hashOfFootprint({ status: _, ...footprint }: ProductFootprint): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(footprint)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
}
