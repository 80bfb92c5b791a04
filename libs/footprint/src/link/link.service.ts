/** Supplier links: asked for, consented to at a level of disclosure, withdrawn; new versions proposed and accepted. */
import { Injectable } from '@nestjs/common';
import { Run } from '@qingheng/pipeline';
import {
  type Actor,
  AuditService,
  Organisation,
  type Page,
  pageOf,
  refuse as refuseAny,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import type { RunResult } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { chinaDay } from '../label/china-day';
import { Label, type LabelContent } from '../label/label.entity';
import { circleOf, circleText, type Disclosure, type Link, LINK, type Member } from './link';
import { refuse } from './link.messages';

export type LinkView = Omit<Link, 'requestedAt' | 'decidedAt'> & {
  requestedAt: string;
  decidedAt: string | null;
  /** Which side of it the asker is. */
  side: 'taker' | 'supplier' | 'overseer';
  /** Companies and products of a circle the link closes; empty where it closes none. */
  circle: Member[];
};

@Injectable()
export class LinkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** `label` names the supplier and its product; the link then follows the product, not the label. */
  request(
    actor: Actor,
    { label: number, product, filing, reason }: { label: string; product: string; filing?: string; reason?: string },
  ): Promise<LinkView> {
    return this.work.run(actor, async (manager) => {
      const label = await valid(manager, number);
      if (label.organisationId === actor.organisationId) throw refuse('LINK_OWN_PRODUCT');
      const { name } = await manager.findOneByOrFail(Organisation, { id: actor.organisationId });
      if (filing !== undefined) await requireOwnFiling(manager, actor, filing);
      const { organisation: supplier, productName } = label.content;
      const [row] = await manager.query(
        `INSERT INTO supplier_link (organisation_id, taker_name, taker_product, taker_filing, supplier_id, supplier_name,
           product, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (organisation_id, taker_product, supplier_id, product) WHERE state IN ('requested', 'consented')
         DO NOTHING RETURNING id`,
        [
          actor.organisationId,
          name,
          product.trim(),
          filing ?? null,
          label.organisationId,
          supplier,
          productName,
          reason?.trim() || null,
        ],
      );
      if (!row) throw refuse('LINK_THERE', { supplier, product: productName });
      return this.told(manager, actor, row.id as string, 'supplier_link.requested');
    });
  }

  /** On a circle only with `joint`: the figure then comes from a run of all members together, and from nothing else. */
  consent(
    actor: Actor,
    id: string,
    { disclosure, label: number, joint }: { disclosure: Disclosure; label?: string; joint: boolean },
  ): Promise<LinkView> {
    return this.work.run(actor, async (manager) => {
      const link = await this.lock(manager, actor, id, 'supplier');
      if (link.state !== 'requested' && link.state !== 'consented') throw refuse('LINK_STATE', { state: link.state });
      const circle = await circleOf(manager, link);
      if (circle.length && !joint) throw refuse('LINK_CIRCLE', { circle: circleText(circle) });
      const current = number === undefined ? await newestOf(manager, link) : await valid(manager, number);
      if (current && (current.organisationId !== actor.organisationId || current.content.productName !== link.product))
        throw refuse('LABEL_NOT_TAKEN', { number: current.number });
      if (!current && !circle.length) throw refuse('LABEL_NOT_TAKEN', { number: number ?? link.product });
      // What the taker has accepted stays; a later consent only changes what it may see.
      await manager.query(
        `UPDATE supplier_link SET state = 'consented', disclosure = $2, joint = $3, decided_at = now(),
           label_number = COALESCE(label_number, $4) WHERE id = $1`,
        [id, disclosure, joint, current?.number ?? null],
      );
      return this.told(manager, actor, id, 'supplier_link.consented', { disclosure, joint });
    });
  }

  refuse(actor: Actor, id: string, note: string): Promise<LinkView> {
    return this.end(actor, id, 'refused', note, ['requested'], ['supplier']);
  }

  /** Either side ends it; runs that used it keep what they took. */
  withdraw(actor: Actor, id: string, note: string): Promise<LinkView> {
    return this.end(actor, id, 'withdrawn', note, ['requested', 'consented'], ['supplier', 'taker']);
  }

  /** The taker takes the proposed version, or stays with the one it has. */
  decide(actor: Actor, id: string, accept: boolean): Promise<LinkView> {
    return this.work.run(actor, async (manager) => {
      const link = await this.lock(manager, actor, id, 'taker');
      if (link.state !== 'consented') throw refuse('LINK_STATE', { state: link.state });
      if (link.proposedLabel === null) throw refuse('LINK_NOTHING_PROPOSED');
      if (accept) await valid(manager, link.proposedLabel);
      await manager.query(
        `UPDATE supplier_link SET label_number = CASE WHEN $2 THEN proposed_label ELSE label_number END,
           proposed_label = NULL WHERE id = $1`,
        [id, accept],
      );
      const action = accept ? 'supplier_link.version_accepted' : 'supplier_link.version_declined';
      return this.told(manager, actor, id, action, { from: link.labelNumber, to: link.proposedLabel });
    });
  }

  /** Which of the taker's filings uses the link. */
  use(actor: Actor, id: string, filing: string): Promise<LinkView> {
    return this.work.run(actor, async (manager) => {
      await this.lock(manager, actor, id, 'taker');
      await requireOwnFiling(manager, actor, filing);
      await manager.query('UPDATE supplier_link SET taker_filing = $2 WHERE id = $1', [id, filing]);
      return this.told(manager, actor, id, 'supplier_link.used', { filing });
    });
  }

  /** In the transaction that issues a label: whoever takes the product is offered it, and keeps what it has until then. */
  async newVersion(manager: EntityManager, label: Pick<Label, 'number' | 'organisationId' | 'content'>): Promise<void> {
    await manager.query(
      `UPDATE supplier_link SET proposed_label = $1
       WHERE supplier_id = $2 AND product = $3 AND state = 'consented' AND label_number IS NOT NULL AND round_id IS NULL`,
      [label.number, label.organisationId, label.content.productName],
    );
  }

  list(actor: Actor, { limit, after }: { limit: number; after?: string }): Promise<Page<LinkView>> {
    return this.work.run(actor, async (manager) => {
      const rows: Link[] = await manager.query(
        `SELECT ${LINK} FROM supplier_link WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
        [after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, ({ id }) => [id]);
      const items: LinkView[] = [];
      for (const link of page.items) items.push(viewOf(actor, link, await circleOf(manager, link)));
      return { ...page, items };
    });
  }

  one(actor: Actor, id: string): Promise<LinkView> {
    return this.work.run(actor, (manager) => this.view(manager, actor, id));
  }

  /** What the supplier discloses of the version the taker accepted. */
  async disclosed(actor: Actor, id: string): Promise<Disclosed> {
    const label = await this.work.run(actor, async (manager) => {
      const link = await this.lock(manager, actor, id, 'taker');
      if (link.state !== 'consented' || link.labelNumber === null) throw refuse('LINK_NOT_OPEN', { id });
      return { link, label: await manager.findOneByOrFail(Label, { number: link.labelNumber }) };
    });
    const { link, label: found } = label;
    const { value, unit, declaredUnit, resultHash, periodStart, periodEnd, stages } = found.content;
    const aggregate = { label: found.number, value, unit, declaredUnit, resultHash, periodStart, periodEnd };
    if (link.disclosure === 'aggregate') return aggregate;
    if (link.disclosure === 'stages') return { ...aggregate, stages };
    const run = await this.work.run(systemActor, (manager) => manager.findOneByOrFail(Run, { id: found.runId }));
    return { ...aggregate, stages, tables: run.result!.tables };
  }

  /** The link, locked, for somebody who stands on that side of it. */
  async lock(manager: EntityManager, actor: Actor, id: string, ...sides: ('taker' | 'supplier')[]): Promise<Link> {
    const [link]: Link[] = await manager.query(`SELECT ${LINK} FROM supplier_link WHERE id = $1 FOR UPDATE`, [id]);
    if (!link || !sides.some((side) => (side === 'taker' ? link.takerId : link.supplierId) === actor.organisationId))
      throw refuseAny('NOT_FOUND');
    return link;
  }

  private end(
    actor: Actor,
    id: string,
    state: string,
    note: string,
    from: string[],
    sides: ('taker' | 'supplier')[],
  ): Promise<LinkView> {
    return this.work.run(actor, async (manager) => {
      const link = await this.lock(manager, actor, id, ...sides);
      if (!from.includes(link.state)) throw refuse('LINK_STATE', { state: link.state });
      await manager.query(`UPDATE supplier_link SET state = $2, note = $3, ended_at = now() WHERE id = $1`, [
        id,
        state,
        note.trim(),
      ]);
      return this.told(manager, actor, id, `supplier_link.${state}`, { note: note.trim() });
    });
  }

  private async told(
    manager: EntityManager,
    actor: Actor,
    id: string,
    action: string,
    details: Record<string, unknown> = {},
  ): Promise<LinkView> {
    const view = await this.view(manager, actor, id);
    await this.audit.record(manager, { actor, action, subject: { type: 'supplier_link', id }, details });
    return view;
  }

  private async view(manager: EntityManager, actor: Actor, id: string): Promise<LinkView> {
    const [link]: Link[] = await manager.query(`SELECT ${LINK} FROM supplier_link WHERE id = $1`, [id]);
    if (!link) throw refuseAny('NOT_FOUND');
    return viewOf(actor, link, await circleOf(manager, link));
  }
}

export type Disclosed = Pick<
  LabelContent,
  'value' | 'unit' | 'declaredUnit' | 'resultHash' | 'periodStart' | 'periodEnd'
> & { label: string; stages?: LabelContent['stages']; tables?: RunResult['tables'] };

async function valid(manager: EntityManager, number: string): Promise<Label> {
  const label = await manager.findOneBy(Label, { number });
  if (!label || label.withdrawnAt || chinaDay(new Date()) > label.expiresOn)
    throw refuse('LABEL_NOT_TAKEN', { number });
  return label;
}

async function newestOf(manager: EntityManager, { supplierId, product }: Link): Promise<Label | undefined> {
  const [row] = await manager.query(
    `SELECT number FROM label WHERE organisation_id = $1 AND content ->> 'productName' = $2 AND withdrawn_at IS NULL
       AND expires_on >= $3 ORDER BY number DESC LIMIT 1`,
    [supplierId, product, chinaDay(new Date())],
  );
  return row && manager.findOneByOrFail(Label, { number: row.number as string });
}

async function requireOwnFiling(manager: EntityManager, actor: Actor, id: string): Promise<void> {
  const text = 'SELECT 1 FROM filing WHERE id = $1 AND organisation_id = $2';
  if (!(await manager.query(text, [id, actor.organisationId])).length) throw refuseAny('NOT_FOUND');
}

const viewOf = (actor: Actor, link: Link, circle: Member[]): LinkView => ({
  ...link,
  requestedAt: link.requestedAt.toISOString(),
  decidedAt: link.decidedAt?.toISOString() ?? null,
  side:
    link.takerId === actor.organisationId
      ? 'taker'
      : link.supplierId === actor.organisationId
        ? 'supplier'
        : 'overseer',
  circle,
});
