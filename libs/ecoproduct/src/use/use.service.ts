/** Uses of accounts: purchase, compensation, pledge, damage. Each is written in the no-double-use register first. */
import { Injectable } from '@nestjs/common';
import { ClaimRegister, landSubject, type NewClaim } from '@qingheng/ledger';
import {
  type Actor,
  assertOtherPerson,
  AuditService,
  type Page,
  pageOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import type { Rational } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { issuedAccount } from '../account/issued-account';
import { Services } from '../service/services';
import { instalmentsOf } from './amounts';
import { refuseUse as refuse } from './use.messages';
import { type NewUse, USE_VIEW, type UseKind, useOf, type UseView } from './use.record';
import { worthOf } from './worth';

const CLAIM_USE: Record<UseKind, string> = {
  purchase: 'gep_purchase',
  compensation: 'compensation',
  pledge: 'pledge',
  damage: 'damage',
};

/** Regions above and below are looked at and the use is written with nobody in between. */
const LOCK = 'SELECT pg_advisory_xact_lock(7141014)';

@Injectable()
export class UseService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly register: ClaimRegister,
    private readonly services: Services,
  ) {}

  create(actor: Actor, asked: NewUse): Promise<UseView> {
    return this.work.run(actor, async (manager) => {
      const account = await issuedAccount(manager, asked.filing);
      const { filing } = account;
      const { base, amount, terms, sources } = await worthOf(manager, this.services, asked, account);
      if (amount.sign() <= 0) throw refuse('USE_NOTHING_LEFT', { value: amount.toFixed(2) });
      const subject = asked.parcel ? landSubject(asked.parcel) : `region:${filing.region}`;
      await manager.query(LOCK);
      const attributes = [...new Set(asked.services.map((code) => this.attributeOf(code)))];
      const claim = (attribute: string, of: string): NewClaim => ({
        ...{ attribute, subject: of, from: filing.periodStart, to: filing.periodEnd },
        ...{ use: CLAIM_USE[asked.kind], document: asked.document },
        place: { table: 'use', row: attribute, column: 'services' },
      });
      await this.requireFreeAround(manager, actor, filing.region, asked.parcel, attributes, claim);
      const claims = await this.register.claim(
        manager,
        actor,
        attributes.map((attribute) => claim(attribute, subject)),
      );
      const [{ id, number }] = await manager.query(
        `INSERT INTO ecoproduct_use (organisation_id, kind, subject, period, services, sources, base, amount, terms, document, claims, created_by)
         VALUES ($1, $2, $3, daterange($4, $5, '[]'), $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id, number`,
        [
          ...[
            actor.organisationId,
            asked.kind,
            subject,
            filing.periodStart,
            filing.periodEnd,
            asked.services,
            JSON.stringify(sources),
          ],
          ...[
            base.toFixed(2),
            amount.toFixed(2),
            JSON.stringify({ counterparty: asked.counterparty, ...terms }),
            asked.document,
          ],
          claims.map((one) => one.number),
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      await this.instal(manager, actor, id, asked, amount);
      const view = await useOf(manager, id);
      await this.audit.record(manager, {
        actor,
        action: 'ecoproduct_use.made',
        subject: { type: 'ecoproduct_use', id },
        details: { number, kind: asked.kind, amount: view.amount, claims: view.claims },
      });
      return view;
    });
  }

  list(actor: Actor, { kind, after, limit }: { kind?: string; after?: string; limit: number }): Promise<Page<UseView>> {
    return this.work.run(actor, async (manager) => {
      const rows: UseView[] = await manager.query(
        `${USE_VIEW} WHERE ($1::text IS NULL OR u.kind = $1) AND ($2::uuid IS NULL OR u.id < $2) ORDER BY u.id DESC LIMIT $3`,
        [kind ?? null, after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ id }) => [id]);
    });
  }

  one(actor: Actor, id: string): Promise<UseView> {
    return this.work.run(actor, (manager) => useOf(manager, id));
  }

  /** The check on which later instalments wait; the last one counts. */
  quality(actor: Actor, id: string, { passed, document }: { passed: boolean; document: string }): Promise<UseView> {
    return this.change(actor, id, 'quality_checked', { passed, document }, async (manager) => {
      await manager.query('UPDATE ecoproduct_use SET quality = $2 WHERE id = $1', [
        id,
        JSON.stringify({ passed, document, by: actor.name }),
      ]);
    });
  }

  /** In order; by another person than who made the use. */
  pay(actor: Actor, id: string, n: number, { paidOn, slip }: { paidOn: string; slip: string }): Promise<UseView> {
    return this.change(actor, id, 'instalment_paid', { n, paidOn, slip }, async (manager, use) => {
      assertOtherPerson(actor, use.createdBy.id);
      const due = use.instalments.find((one) => one.n === n);
      if (!due) throw refuseAny('NOT_FOUND');
      const open = (why: string) => refuse('USE_INSTALMENT_STATE', { n, why });
      if (due.paidOn) throw open('已支付 paid already');
      if (use.instalments.some((one) => one.n < n && !one.paidOn)) throw open('前一期未付 an earlier one is open');
      if (due.onQuality && !use.quality?.passed) throw open('质量验收未通过 quality not passed');
      await manager.query(
        'UPDATE ecoproduct_instalment SET paid_on = $3, slip = $4, paid_by = $5 WHERE use_id = $1 AND n = $2',
        [...[id, n, paidOn, slip.trim()], JSON.stringify({ id: actor.userId, name: actor.name })],
      );
    });
  }

  /** Ends the use; what it used is free again, by a signed counter-entry in the register. */
  release(actor: Actor, id: string, reason: string): Promise<UseView> {
    return this.change(actor, id, 'released', { reason }, async (manager, use) => {
      assertOtherPerson(actor, use.createdBy.id);
      for (const number of use.claims) await this.register.release(manager, actor, { number }, reason);
      await manager.query(`UPDATE ecoproduct_use SET status = 'released', released_by = $2 WHERE id = $1`, [
        id,
        JSON.stringify({ id: actor.userId, name: actor.name, reason }),
      ]);
    });
  }

  private change(
    actor: Actor,
    id: string,
    action: string,
    details: Record<string, unknown>,
    work: (manager: EntityManager, use: UseView) => Promise<void>,
  ) {
    return this.work.run(actor, async (manager) => {
      const [row] = await manager.query(
        'SELECT id FROM ecoproduct_use WHERE id = $1 AND organisation_id = $2 FOR UPDATE',
        [id, actor.organisationId],
      );
      if (!row) throw refuseAny('NOT_FOUND');
      const before = await useOf(manager, id);
      if (before.status === 'released') throw refuse('USE_ENDED');
      await work(manager, before);
      const view = await useOf(manager, id);
      await this.audit.record(manager, {
        actor,
        action: `ecoproduct_use.${action}`,
        subject: { type: 'ecoproduct_use', id },
        details,
      });
      return view;
    });
  }

  private attributeOf(code: string): string {
    const attribute = this.services.get(code)?.claim;
    if (!attribute) throw refuse('USE_NOT_CLAIMABLE', { service: code });
    return attribute;
  }

  /** A region's services are not free where a region around it or within it uses them. Parcels are known by number alone. */
  private async requireFreeAround(
    manager: EntityManager,
    actor: Actor,
    region: string,
    parcel: string | undefined,
    attributes: readonly string[],
    claim: (attribute: string, of: string) => NewClaim,
  ): Promise<void> {
    const stem = region.replace(/(00)+$/, '');
    const rows: { code: string }[] = await manager.query(
      `SELECT code FROM region_current WHERE ($1 LIKE regexp_replace(code, '(00)+$', '') || '%' OR ($2 AND code LIKE $3 || '%')) AND (NOT $2 OR code <> $1)`,
      [region, !parcel, stem],
    );
    const around = rows.flatMap(({ code }) => attributes.map((attribute) => claim(attribute, `region:${code}`)));
    const taken = await this.register.check(manager, actor, around, { exactly: true });
    if (taken) throw taken;
  }

  private async instal(
    manager: EntityManager,
    actor: Actor,
    id: string,
    { kind, instalments }: NewUse,
    amount: Rational,
  ): Promise<void> {
    if (kind !== 'purchase') return;
    const amounts = instalmentsOf(amount, instalments?.length ? instalments : ['1']);
    await manager.query(
      `INSERT INTO ecoproduct_instalment (use_id, organisation_id, n, amount, on_quality)
       SELECT $1, $2, n, amount, n > 1 FROM unnest($3::numeric[]) WITH ORDINALITY AS x(amount, n)`,
      [id, actor.organisationId, amounts],
    );
  }
}
