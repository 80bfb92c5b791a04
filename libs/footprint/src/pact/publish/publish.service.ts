/** What an enterprise lets its partners see: published from a label, replaced by a newer one, deprecated; partners are told. */
import { Injectable } from '@nestjs/common';
import { Run } from '@qingheng/pipeline';
import { errorsOf, lintFootprint, type ProductFootprint } from '@qingheng/pact';
import {
  type Actor,
  AuditService,
  Organisation,
  type Page,
  pageOf,
  PlatformConfig,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { chinaDay } from '../../label/china-day';
import { Label } from '../../label/label.entity';
import { Outbox } from '../outbox/outbox.service';
import type { FootprintFilter } from '../exchange.service';
import { refuse } from '../pact.messages';
import type { Partner } from '../partner/partner';
import { FootprintStore } from '../store/footprint-store';
import { type Declared, footprintOf } from './from-label';

export interface Published {
  id: string;
  labelNumber: string;
  status: string;
  created: string;
  deprecatedAt: string | null;
  deprecateReason: string | null;
  footprint: ProductFootprint;
}

const PUBLISHED = `id, label_number AS "labelNumber", status, created, deprecated_at AS "deprecatedAt",
  deprecate_reason AS "deprecateReason", body || jsonb_build_object('status', status) AS footprint`;

/** Few: an event is known by the states of all that it tells of, and that key has to fit into an index. */
const AT_ONCE = 20;
const VALIDITY_OVER = '有效期届满 its validity is over';

@Injectable()
export class PublishService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly config: PlatformConfig,
    private readonly audit: AuditService,
    private readonly store: FootprintStore,
    private readonly outbox: Outbox,
  ) {}

  /** `replaces`: a published footprint that this one corrects or follows; it is deprecated in the same transaction. */
  publish(
    actor: Actor,
    { label: number, replaces, ...declared }: Declared & { label: string; replaces?: string },
  ): Promise<Published> {
    return this.work.run(actor, async (manager) => {
      const label = await manager.findOne(Label, { where: { number }, lock: { mode: 'pessimistic_read' } });
      if (!label || label.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      if (label.withdrawnAt || chinaDay(new Date()) > label.expiresOn) throw refuse('LABEL_NOT_VALID', { number });
      const run = await manager.findOneByOrFail(Run, { id: label.runId });
      const { name, creditCode } = await manager.findOneByOrFail(Organisation, { id: label.organisationId });
      const [{ title }] = await manager.query(
        `SELECT sheet -> 'source' ->> 'title' AS title FROM method_sheet WHERE hash = $1`,
        [run.sheetHash],
      );
      const gwp = run.input.parameters?.gwp;
      const footprint = footprintOf(
        {
          label: label.content,
          jws: label.jws,
          result: run.result!,
          ...(typeof gwp === 'string' && /^AR\d$/.test(gwp) && { gwp }),
          factors: run.factors.map(({ factor }) => ({ source: factor.source, version: String(factor.version) })),
          organisation: { name, creditCode },
          methodTitle: title ?? label.content.method,
          region: run.region,
        },
        declared,
        {
          domain: new URL(this.config.publicUrl).hostname,
          dataSchema: `${this.config.publicUrl}/pact/schemas/label-1.0.0.json`,
          at: new Date(),
          ...(replaces !== undefined && { precedes: replaces }),
        },
      );
      requireClean(footprint);
      if (replaces !== undefined) await this.replace(manager, actor, replaces, footprint.id);
      const [there] = await manager.query(
        `SELECT id FROM pact_footprint WHERE label_number = $1 AND status = 'Active'`,
        [number],
      );
      if (there) throw refuse('PF_ALREADY_PUBLISHED', { number });
      await this.store.insert(manager, footprint, {
        organisationId: actor.organisationId,
        labelNumber: number,
        publishedBy: actor.userId,
      });
      await this.notify(manager, actor, [footprint.id, ...(replaces === undefined ? [] : [replaces])]);
      await this.audit.record(manager, {
        actor,
        action: 'pact_footprint.published',
        subject: { type: 'pact_footprint', id: footprint.id },
        details: { label: number, ...(replaces !== undefined && { replaces }) },
      });
      return this.find(manager, footprint.id);
    });
  }

  deprecate(actor: Actor, id: string, reason: string): Promise<Published> {
    return this.work.run(actor, async (manager) => {
      const [row] = await manager.query('SELECT organisation_id FROM pact_footprint WHERE id = $1', [id]);
      if (row?.organisation_id !== actor.organisationId) throw refuseAny('NOT_FOUND');
      if (!(await this.end(manager, actor, 'id = $1', [id], reason)).length) throw refuse('PF_DEPRECATED');
      return this.find(manager, id);
    });
  }

  /** In the transaction that ends the label: its footprint is deprecated and everyone who could see it is told. */
  async labelEnded(manager: EntityManager, actor: Actor, number: string, reason: string): Promise<void> {
    await this.end(manager, actor, 'label_number = $1', [number], reason);
  }

  /**
   * Some of those whose own validity, or whose label's, is over by the clock of the database; how many. A label is valid to the end
   * of its last day in the region.
   */
  async validityEnded(manager: EntityManager, actor: Actor): Promise<number> {
    const rows: { id: string }[] = await manager.query(
      `SELECT f.id FROM pact_footprint f JOIN label l ON l.number = f.label_number
       WHERE f.status = 'Active' AND (f.valid_to <= now() OR l.expires_on < (now() AT TIME ZONE 'Asia/Shanghai')::date)
       ORDER BY f.valid_to LIMIT ${AT_ONCE} FOR UPDATE OF f SKIP LOCKED`,
    );
    if (!rows.length) return 0;
    const ids = rows.map(({ id }) => id);
    return (await this.end(manager, actor, 'id = ANY($1)', [ids], VALIDITY_OVER)).length;
  }

  /** Newest first. */
  list(actor: Actor, { limit, after, q, status }: FootprintFilter): Promise<Page<Published>> {
    return this.work.run(actor, async (manager) => {
      const rows = await manager.query(
        `SELECT ${PUBLISHED} FROM pact_footprint
         WHERE ($1::uuid IS NULL OR (created, id) < (SELECT p.created, p.id FROM pact_footprint p WHERE p.id = $1))
           AND ($3::text IS NULL OR strpos(lower(concat_ws(' ', label_number, body ->> 'productNameCompany',
             body ->> 'companyName', body ->> 'productIds')), lower($3)) > 0)
           AND ($4::text IS NULL OR status = $4)
         ORDER BY created DESC, id DESC LIMIT $2`,
        [after ?? null, limit + 1, q ?? null, status ?? null],
      );
      return pageOf<Published>(rows.map(plain), limit, ({ id }) => [id]);
    });
  }

  one(actor: Actor, id: string): Promise<Published> {
    return this.work.run(actor, (manager) => this.find(manager, id));
  }

  private async find(manager: EntityManager, id: string): Promise<Published> {
    const [row] = await manager.query(`SELECT ${PUBLISHED} FROM pact_footprint WHERE id = $1`, [id]);
    if (!row) throw refuseAny('NOT_FOUND');
    return plain(row);
  }

  private async replace(manager: EntityManager, actor: Actor, id: string, by: string): Promise<void> {
    const [rows] = await manager.query(
      `UPDATE pact_footprint SET status = 'Deprecated', deprecated_at = now(), deprecate_reason = $3
       WHERE id = $1 AND organisation_id = $2 AND status = 'Active' RETURNING id`,
      [id, actor.organisationId, `→ ${by}`],
    );
    if (!rows.length) throw refuse('PF_NOT_REPLACED', { id });
  }

  private async end(manager: EntityManager, actor: Actor, which: string, values: unknown[], reason: string) {
    const [rows]: [{ id: string }[]] = await manager.query(
      `UPDATE pact_footprint SET status = 'Deprecated', deprecated_at = now(), deprecate_reason = $2
       WHERE ${which} AND status = 'Active' RETURNING id`,
      [...values, reason],
    );
    if (!rows.length) return [];
    const ids = rows.map(({ id }) => id);
    await this.notify(manager, actor, ids);
    for (const id of ids)
      await this.audit.record(manager, {
        actor,
        action: 'pact_footprint.deprecated',
        subject: { type: 'pact_footprint', id },
        details: { reason },
      });
    return ids;
  }

  /** One Published event to each partner, with those of the footprints that it may see. */
  private async notify(manager: EntityManager, actor: Actor, ids: string[]): Promise<void> {
    const rows: (Pick<Partner, 'id' | 'organisationId'> & { pfIds: string[]; state: string })[] = await manager.query(
      `SELECT r.id, r.organisation_id AS "organisationId", array_agg(f.id::text ORDER BY f.id) AS "pfIds",
         string_agg(f.id || f.status, ' ' ORDER BY f.id) AS state
       FROM pact_footprint f JOIN pact_partner r ON r.organisation_id = f.organisation_id
       WHERE f.id = ANY($1) AND r.disabled_at IS NULL AND r.client_id IS NOT NULL
         AND (r.products IS NULL OR r.products && f.product_ids)
       GROUP BY r.id`,
      [ids],
    );
    for (const { pfIds, state, ...partner } of rows)
      await this.outbox.add(manager, [partner], {
        kind: 'published',
        subject: `published ${state}`,
        data: { pfIds },
        ...(actor.userId && { createdBy: actor.userId }),
      });
  }
}

function requireClean(footprint: ProductFootprint): void {
  const errors = errorsOf(lintFootprint(footprint));
  if (errors.length)
    throw refuse(
      'PF_NOT_CLEAN',
      { count: errors.length },
      errors.map(({ rule, pointer, message }) => ({ column: pointer, code: rule, message })),
    );
}

const plain = (
  row: Omit<Published, 'created' | 'deprecatedAt'> & { created: Date; deprecatedAt: Date | null },
): Published => ({
  ...row,
  created: row.created.toISOString(),
  deprecatedAt: row.deprecatedAt?.toISOString() ?? null,
});
