/** The no-double-use register: whoever uses an attribute writes it here first, and the database lets it be used once. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, faultOf, KeyStore, type Refusal, refuse as refuseAny } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { parseSerials } from '../book/lots';
import { refuse } from '../ledger.messages';
import { ClaimRules } from './claim-rules';
import { type Claim, type Claimable, type NewClaim, RELEASE_TYPE, SELECT_CLAIM } from './claim.types';
import { refusalOf, type Conflict } from './conflict';
import { aroundOf, landSubject, lockLand, withParcels } from './land';

@Injectable()
export class ClaimRegister {
  constructor(
    readonly rules: ClaimRules,
    private readonly audit: AuditService,
    private readonly keys: KeyStore,
  ) {}

  /**
   * Writes claims in the caller's transaction, all or none, and answers them in the order asked. What is used already is
   * refused with the first claim named, however many ask at once: others who want the same subject wait until the caller's
   * transaction ends. Call it once, late, with everything:
   *
   *     await this.work.run(actor, async (manager) => {
   *       const [claim] = await this.register.claim(manager, actor, [
   *         { attribute: 'water_retention', subject: 'parcel:152527-0017', from: '2024-01-01', to: '2024-12-31',
   *           use: 'pledge', document: 'PL2025-000003' },
   *       ]);
   *     });
   *
   * `subject` names one thing for every domain: `certificate:GEC25` with `serials` for numbered units, `area:<id>`,
   * `parcel:<number>` or `region:<code>` for land, `lot:<number>`. Land meets under all its names (land.ts): claims on the
   * parcels of an area follow those asked for. Without `serials` and `quantity` the whole subject is used for the
   * period; with `quantity` a part of what `open` registered. Throws UNKNOWN_ATTRIBUTE, UNKNOWN_USE, ALREADY_USED,
   * USED_BEYOND_QUANTITY, NOT_IN_PARTS.
   */
  async claim(manager: EntityManager, actor: Actor, asked: NewClaim[]): Promise<Claim[]> {
    if (!asked.length) return [];
    await lockLand(manager, asked);
    const wanted = await withParcels(manager, asked);
    const taken = await this.around(manager, actor, wanted);
    if (taken.length) throw refusalOf(this.rules, taken);
    const rows: ({ id: string | null; place: number } & Conflict)[] = await manager.query(
      'SELECT *, made_on::text AS "madeOn" FROM ledger_claim_all($1::jsonb) ORDER BY place',
      [JSON.stringify(wanted.map((one) => this.rowOf(actor, one)))],
    );
    const conflicts = rows.filter(({ id }) => id === null).map((row) => ({ ...row, wanted: wanted[row.place - 1]! }));
    if (conflicts.length) throw refusalOf(this.rules, conflicts);
    const claims: Claim[] = await manager.query(`${SELECT_CLAIM} WHERE c.id = ANY($1) ORDER BY c.id`, [
      rows.map(({ id }) => id),
    ]);
    const { use, document } = wanted[0]!;
    await this.audit.record(manager, {
      actor,
      action: 'claim.made',
      subject: { type: 'ledger_claim', id: claims[0]!.number },
      details: { use, document, numbers: claims.map(({ number }) => number).slice(0, 1000), count: claims.length },
    });
    return claims;
  }

  /** The refusal that claiming would meet now, without claiming; undefined where all is free. `exactly`: these names alone. */
  async check(
    manager: EntityManager,
    actor: Actor,
    asked: NewClaim[],
    { exactly = false } = {},
  ): Promise<Refusal | undefined> {
    const wanted = exactly ? asked : await withParcels(manager, asked);
    const conflicts = await this.conflicts(manager, actor, wanted);
    if (!conflicts.length && !exactly) conflicts.push(...(await this.around(manager, actor, wanted)));
    return conflicts.length ? refusalOf(this.rules, conflicts) : undefined;
  }

  /** Says that an area of a sink project lies on contracted parcels. What is claimed of the area is claimed of them from now on. */
  async registerLand(
    manager: EntityManager,
    actor: Actor,
    { area, parcels, document }: { area: string; parcels: string[]; document: string },
  ): Promise<string[]> {
    const subjects = [...new Set(parcels.map(landSubject))];
    const rows: { parcel: string }[] = await manager.query(
      `INSERT INTO ledger_land (area, parcel, organisation_id, document, registered_by)
       SELECT $1, p, $3, $4, $5 FROM unnest($2::text[]) AS p ON CONFLICT DO NOTHING RETURNING parcel`,
      [area, subjects, actor.organisationId, document.trim(), actor.userId],
    );
    const standing: Claim[] = await manager.query(
      `${SELECT_CLAIM} WHERE c.subject = $1 AND s.claim_id IS NOT NULL AND c.quantity IS NULL ORDER BY c.id`,
      [area],
    );
    for (const { attribute, from, to, use, document: number, organisationId: holder } of standing)
      await this.claim(
        manager,
        actor,
        rows.map(({ parcel }) => ({ attribute, subject: parcel, from, to, use, document: number, holder })),
      );
    await this.audit.record(manager, {
      actor,
      action: 'land.registered',
      subject: { type: 'ledger_land', id: area },
      details: { parcels: rows.map(({ parcel }) => parcel), document: document.trim() },
    });
    return rows.map(({ parcel }) => parcel);
  }

  private async around(manager: EntityManager, actor: Actor, wanted: NewClaim[]) {
    const found = await aroundOf(manager, wanted);
    const conflicts = await this.conflicts(
      manager,
      actor,
      found.map(({ against }) => against),
    );
    // In the way is a claim under another name; the sentence is about what was asked for.
    return conflicts.map((conflict) => ({ ...conflict, wanted: found[conflict.place - 1]!.wanted }));
  }

  private async conflicts(manager: EntityManager, actor: Actor, wanted: NewClaim[]) {
    if (!wanted.length) return [];
    const rows: ({ place: number } & Conflict)[] = await manager.query(
      `SELECT x.ordinality::int AS place, c.*, c.made_on::text AS "madeOn" FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY x,
         jsonb_to_record(x.value) AS r(attribute text, subject text, period daterange, units int8range, quantity numeric, unit text),
         ledger_claim_conflict(r.attribute, r.subject, r.period, COALESCE(r.units, int8range(NULL, NULL)), r.quantity, r.unit) c
       ORDER BY 1`,
      [JSON.stringify(wanted.map((one) => this.rowOf(actor, one)))],
    );
    return rows.map((row) => ({ ...row, wanted: wanted[row.place - 1]! }));
  }

  /** Registers how much of a subject there is, so that it can be used in parts. The quantity stays as registered. */
  async open(manager: EntityManager, actor: Actor, what: Claimable): Promise<void> {
    this.attribute(what.attribute);
    await manager.query(
      `INSERT INTO ledger_claimable (organisation_id, attribute, subject, period, quantity, unit, document, registered_by)
       VALUES ($1, $2, $3, daterange($4, $5, '[]'), $6, $7, $8, $9)`,
      [
        what.holder ?? actor.organisationId,
        what.attribute,
        what.subject,
        what.from,
        what.to,
        what.quantity,
        what.unit,
        what.document,
        actor.userId,
      ],
    );
    await this.audit.record(manager, {
      actor,
      action: 'claimable.registered',
      subject: { type: 'ledger_claimable', id: what.subject },
      details: { ...what },
    });
  }

  /**
   * Ends claims by signed counter-entries, in the caller's transaction: those of one use for one document, or one by its
   * number. What they used is free again. The answer: the numbers released. Who may do so is the caller's to say.
   */
  async release(
    manager: EntityManager,
    actor: Actor,
    which: { number: string } | { use: string; document: string },
    reason: string,
  ): Promise<string[]> {
    const [filter, values] =
      'number' in which
        ? ['c.number = $1', [which.number]]
        : ['c.use = $1 AND c.document = $2', [which.use, which.document]];
    const standing: Claim[] = await manager.query(
      `${SELECT_CLAIM} WHERE ${filter} AND s.claim_id IS NOT NULL ORDER BY c.attribute, c.subject, c.id`,
      values,
    );
    if (!standing.length && 'number' in which) throw refuseAny('NOT_FOUND');
    for (const { id, number } of standing) {
      const entry = { releases: number, reason: reason.trim(), by: actor.userId, at: new Date().toISOString() };
      const jws = await this.keys.sign(entry, { purpose: 'label', typ: RELEASE_TYPE });
      await manager.query(
        `INSERT INTO ledger_claim (organisation_id, attribute, subject, period, units, quantity, unit, use, document, releases,
           reason, jws, made_by)
         SELECT organisation_id, attribute, subject, period, units, quantity, unit, use, document, id, $2, $3, $4
         FROM ledger_claim WHERE id = $1`,
        [id, entry.reason, jws, actor.userId],
      );
    }
    const numbers = standing.map(({ number }) => number);
    if (numbers.length)
      await this.audit.record(manager, {
        actor,
        action: 'claim.released',
        subject: { type: 'ledger_claim', id: numbers[0]! },
        details: { numbers, reason: reason.trim() },
      });
    return numbers;
  }

  /** What stands of a use for a document, such as the footprint of a label. */
  standing(manager: EntityManager, { use, document }: { use: string; document: string }): Promise<Claim[]> {
    return manager.query(
      `${SELECT_CLAIM} WHERE c.use = $1 AND c.document = $2 AND s.claim_id IS NOT NULL ORDER BY c.id`,
      [use, document],
    );
  }

  private rowOf(actor: Actor, { from, to, serials, place: _, holder, ...one }: NewClaim): object {
    this.attribute(one.attribute);
    if (!this.rules.uses.has(one.use))
      throw refuse('UNKNOWN_USE', { use: one.use, known: [...this.rules.uses.keys()].join(' ') });
    const range = serials === undefined ? undefined : parseSerials(serials);
    if (serials !== undefined && !range)
      throw refuseAny('INVALID_INPUT', { count: 1 }, [faultOf('INVALID_VALUE', { column: 'serials' })]);
    return {
      ...one,
      organisation: holder ?? actor.organisationId,
      period: `[${from},${to}]`,
      ...(range && { units: `[${range.first},${range.past})` }),
      ...(one.quantity === undefined && { unit: null }),
      made_by: actor.userId || actor.name,
    };
  }

  private attribute(code: string): void {
    if (!this.rules.attributes.has(code))
      throw refuse('UNKNOWN_ATTRIBUTE', { attribute: code, known: [...this.rules.attributes.keys()].join(' ') });
  }
}
