/** Footprints of partners, kept as they came, each with what the linter says of it. */
import { Injectable } from '@nestjs/common';
import { errorsOf, type Finding, lintFootprint, type ProductFootprint } from '@qingheng/pact';
import type { EntityManager } from 'typeorm';
import type { Partner } from '../partner/partner';
import { hashOfFootprint } from './footprint-store';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class ReceivedStore {
  /**
   * A footprint never changes but for its status: another content under a known id is not taken. `faulty` counts what has
   * errors, cannot be identified or was changed; such a one is kept (if it can be) and can enter no inventory.
   */
  async keep(
    manager: EntityManager,
    partner: Pick<Partner, 'id' | 'organisationId'>,
    footprints: unknown[],
  ): Promise<{ kept: number; faulty: number }> {
    const rows = new Map<string, { body: ProductFootprint; hash: string; findings: Finding[] }>();
    let faulty = 0;
    for (const footprint of footprints as ProductFootprint[]) {
      const id = UUID.test(String(footprint?.id)) ? footprint.id.toLowerCase() : undefined;
      const status = footprint?.status;
      if (id === undefined || (status !== 'Active' && status !== 'Deprecated')) {
        faulty++;
        continue;
      }
      const findings = lintFootprint(footprint);
      if (errorsOf(findings).length) faulty++;
      rows.set(id, { body: footprint, hash: hashOfFootprint(footprint), findings });
    }
    const all = [...rows.values()];
    const taken: unknown[] = await manager.query(
      `INSERT INTO pact_received AS r (organisation_id, partner_id, pf_id, body, sha256, status, errors, findings)
       SELECT $1, $2, pf, b, h, b ->> 'status', e, f
       FROM unnest($3::uuid[], $4::jsonb[], $5::text[], $6::int[], $7::jsonb[]) AS u (pf, b, h, e, f)
       ON CONFLICT (partner_id, pf_id) DO UPDATE SET
         status = CASE WHEN r.status = 'Deprecated' THEN r.status ELSE excluded.status END
       WHERE r.sha256 = excluded.sha256
       RETURNING r.id`,
      [
        partner.organisationId,
        partner.id,
        [...rows.keys()],
        all.map(({ body }) => JSON.stringify(body)),
        all.map(({ hash }) => hash),
        all.map(({ findings }) => errorsOf(findings).length),
        all.map(({ findings }) => JSON.stringify(findings)),
      ],
    );
    return { kept: taken.length, faulty: faulty + all.length - taken.length };
  }
}
