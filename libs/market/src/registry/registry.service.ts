/** Operations of the registry: asked for, approved by another person where it matters, posted in the book. */
import { Injectable } from '@nestjs/common';
import {
  AccountsService,
  type Answer,
  type AssetRow,
  fromMinor,
  LedgerService,
  type LedgerCommand,
  toMinor,
} from '@qingheng/ledger';
import {
  type Actor,
  assertOtherPerson,
  AuditService,
  type Page,
  pageOf,
  refuse as refuseAny,
  Role,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import { Surrender } from '../obligation/surrender';
import type { NewOperationDto, OperationDto, OperationStatus } from './operation.dto';
import { AttributeUse } from './attribute-use';
import { type OperationRule, RegistryRules } from './rules';

interface Row {
  id: string;
  organisation_id: string;
  operation: string;
  asset: string;
  amount: string;
  serials: string[] | null;
  counterparty_id: string | null;
  hold: string | null;
  year: number | null;
  details: Record<string, string | number>;
  business_date: string;
  status: OperationStatus;
  asked_by: string;
  decided_by: string | null;
}

const ROUTE = 'registry';

@Injectable()
export class RegistryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: LedgerService,
    private readonly accounts: AccountsService,
    private readonly audit: AuditService,
    private readonly rules: RegistryRules,
    private readonly surrender: Surrender,
    private readonly attributes: AttributeUse,
  ) {}

  /** Checked now, so that nobody approves what cannot be; checked again when it is posted. */
  async ask(actor: Actor, wish: NewOperationDto): Promise<OperationDto> {
    const rule = this.ruleFor(wish.operation);
    assertRole(actor, rule, rule.roles, { zh: '办理', en: 'ask for' });
    const holder = wish.holder ?? actor.organisationId;
    const sight = sightOf(actor, rule, holder);
    const { id, ready } = await this.work.run(sight, async (manager) => {
      const asset = await this.assetFor(manager, wish.asset, rule);
      for (const field of rule.needs ?? [])
        if (wish[field] === undefined) throw refuse('OPERATION_NEEDS', { operation: rule.code, field });
      if (!rule.of && wish.amount === undefined)
        throw refuse('OPERATION_NEEDS', { operation: rule.code, field: 'amount' });
      if (rule.of && wish.hold === undefined) throw refuse('OPERATION_NEEDS', { operation: rule.code, field: 'hold' });
      const amount = wish.amount === undefined ? '' : toMinor(wish.amount, asset.scale);
      if (rule.code === 'carry_over') await this.checkCarryOver(manager, asset, wish.into!);
      const year = rule.needs?.includes('year') ? wish.year! : null;
      await this.surrender.check(manager, { rule, asset, holder, year, amount });
      await this.attributes.check(manager, actor, unitsOf(asset, { ...wish, holder, operation: rule.code }));
      const [{ today }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
      const { document, reason, lender, haircut, beneficiary, into, seconds } = wish;
      const [{ id }] = await manager.query(
        `INSERT INTO registry_operation (organisation_id, operation, asset, amount, serials, counterparty_id, hold, year, details,
           business_date, status, asked_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
        [
          holder,
          rule.code,
          asset.code,
          amount,
          wish.serials ?? null,
          rule.other ? wish.counterparty : null,
          rule.of ? wish.hold : null,
          year,
          JSON.stringify({ document, reason, lender, haircut, beneficiary, into, seconds }),
          wish.businessDate ?? today,
          rule.approve ? 'proposed' : 'approved',
          actor.userId,
        ],
      );
      await this.record(manager, actor, 'asked', id, { operation: rule.code, asset: asset.code, amount: wish.amount });
      return { id, ready: !rule.approve };
    });
    if (ready) await this.finish(id);
    return this.one(sight, id);
  }

  async approve(actor: Actor, id: string): Promise<OperationDto> {
    const sight = await this.sight(actor, id);
    await this.work.run(sight, async (manager) => {
      const row = await this.open(manager, id);
      const rule = this.ruleFor(row.operation);
      assertRole(actor, rule, rule.approve ?? [], { zh: '批准', en: 'approve' });
      assertOtherPerson(actor, row.asked_by);
      const asset = await this.assetFor(manager, row.asset, rule);
      await this.surrender.check(manager, {
        rule,
        asset,
        holder: row.organisation_id,
        year: row.year,
        amount: row.amount,
        except: id,
      });
      const units = unitsOf(asset, { ...row, holder: row.organisation_id });
      await this.attributes.claim(manager, actor, units, documentOf(id));
      await this.decide(manager, actor, id, 'approved');
    });
    await this.finish(id);
    return this.one(sight, id);
  }

  async reject(actor: Actor, id: string, reason: string): Promise<OperationDto> {
    const sight = await this.sight(actor, id);
    await this.work.run(sight, async (manager) => {
      const row = await this.open(manager, id);
      const rule = this.ruleFor(row.operation);
      assertRole(actor, rule, rule.approve ?? [], { zh: '退回', en: 'reject' });
      assertOtherPerson(actor, row.asked_by);
      await this.decide(manager, actor, id, 'rejected', reason.trim());
    });
    return this.one(sight, id);
  }

  /** Posts what is approved and writes down what came of it. Repeating it repeats the answer: the key is the operation's. */
  async finish(id: string): Promise<void> {
    const command = await this.work.run(systemActor, async (manager) => {
      const [row]: Row[] = await manager.query(
        `SELECT *, business_date::text FROM registry_operation WHERE id = $1 AND status = 'approved'`,
        [id],
      );
      return row && this.commandFor(manager, row);
    });
    if (!command) return;
    const answer =
      'code' in command ? command : await this.ledger.execute(systemActor, { route: ROUTE, key: id, command });
    await this.work.run(systemActor, async (manager) => {
      const posted = answer.code === 'POSTED';
      const [rows] = await manager.query(
        `UPDATE registry_operation SET status = $2, refusal = $3,
           transfer = (SELECT min(id) FROM ledger_transfer WHERE request_id = $4)
         WHERE id = $1 AND status = 'approved' RETURNING id`,
        [id, posted ? 'posted' : 'refused', posted ? null : JSON.stringify(answer), answer.request || null],
      );
      if (rows.length && !posted) await this.attributes.release(manager, systemActor, documentOf(id), answer.code);
      if (rows.length)
        await this.record(manager, systemActor, posted ? 'posted' : 'refused', id, { code: answer.code });
    });
  }

  /** Those whose process ended between the approval and the book's answer. */
  async finishAll(): Promise<void> {
    const rows: { id: string }[] = await this.work.run(systemActor, (manager) =>
      manager.query(`SELECT id FROM registry_operation WHERE status = 'approved' ORDER BY number LIMIT 1000`),
    );
    for (const { id } of rows) await this.finish(id);
  }

  list(
    actor: Actor,
    { limit, after, status }: { limit: number; after?: string; status?: OperationStatus },
  ): Promise<Page<OperationDto>> {
    // The trading centre also sees what it does for others; of all else, what the database shows.
    const offices = [...this.rules.operations.values()]
      .filter((rule) => isOfficeOf(actor, rule))
      .map(({ code }) => code);
    const own = actor.scope === 'all' || !offices.length ? null : actor.organisationId;
    return this.work.run(own === null ? actor : systemActor, async (manager) => {
      const rows = await manager.query(
        `${SELECT} WHERE ($1::bigint IS NULL OR p.number < $1) AND ($2::text IS NULL OR p.status = $2)
           AND ($4::uuid IS NULL OR p.organisation_id = $4 OR p.operation = ANY($5)) ORDER BY p.number DESC LIMIT $3`,
        [after ?? null, status ?? null, limit + 1, own, offices],
      );
      const page = pageOf<Read>(rows, limit, (row) => [row.number]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  one(actor: Actor, id: string): Promise<OperationDto> {
    return this.work.run(actor, async (manager) => {
      const [row]: Read[] = await manager.query(`${SELECT} WHERE p.id = $1`, [id]);
      if (!row) throw refuseAny('NOT_FOUND');
      return viewOf(row);
    });
  }

  /** As whom the operation is decided on: what somebody may not see does not exist. */
  private async sight(actor: Actor, id: string): Promise<Actor> {
    const row = await this.work.run(systemActor, async (manager) => {
      const [found] = await manager.query(
        'SELECT operation, organisation_id AS holder FROM registry_operation WHERE id = $1',
        [id],
      );
      return found as { operation: string; holder: string } | undefined;
    });
    if (!row) throw refuseAny('NOT_FOUND');
    const rule = this.ruleFor(row.operation);
    return isOfficeOf(actor, rule) ? systemActor : actor;
  }

  private ruleFor(code: string): OperationRule {
    const rule = this.rules.operations.get(code);
    if (!rule)
      throw refuse('OPERATION_NOT_ALLOWED', {
        kind: '-',
        operation: code,
        allowed: [...this.rules.operations.keys()].join(' '),
      });
    return rule;
  }

  private async assetFor(manager: EntityManager, code: string, rule: OperationRule): Promise<AssetRow> {
    const asset = await this.accounts.asset(manager, code);
    const kind = this.rules.assets.get(asset.kind);
    if (!kind?.operations.includes(rule.code))
      throw refuse('OPERATION_NOT_ALLOWED', {
        kind: asset.kind,
        operation: rule.code,
        allowed: kind?.operations.join(' ') ?? '-',
      });
    return asset;
  }

  private async checkCarryOver(manager: EntityManager, asset: AssetRow, code: string): Promise<void> {
    const into = await this.accounts.asset(manager, code);
    if (into.kind !== asset.kind || into.id === asset.id || (into.vintage ?? 0) <= (asset.vintage ?? 0))
      throw refuse('CARRY_OVER_ASSET', { asset: asset.code, into: into.code });
  }

  private async open(manager: EntityManager, id: string): Promise<Row> {
    const [row]: Row[] = await manager.query('SELECT * FROM registry_operation WHERE id = $1 FOR UPDATE', [id]);
    if (!row) throw refuseAny('NOT_FOUND');
    if (row.status !== 'proposed') throw refuse('OPERATION_ENDED', { status: row.status });
    return row;
  }

  private async decide(
    manager: EntityManager,
    actor: Actor,
    id: string,
    status: string,
    reason?: string,
  ): Promise<void> {
    await manager.query(
      `UPDATE registry_operation SET status = $2, decided_by = $3, decided_at = now(), refusal = $4 WHERE id = $1`,
      [id, status, actor.userId, reason ? JSON.stringify({ reason }) : null],
    );
    await this.record(manager, actor, status, id, { reason });
  }

  private async commandFor(manager: EntityManager, row: Row): Promise<LedgerCommand | Answer> {
    const rule = this.ruleFor(row.operation);
    const asset = await this.accounts.asset(manager, row.asset);
    const account = (purpose: string, owner: string): Promise<string> =>
      this.accounts.ensure(manager, {
        owner: purpose === 'issuance' || purpose === 'external' ? null : owner,
        asset: asset.id,
        purpose,
        ref: row.year === null ? '' : purpose === 'available' ? '' : String(row.year),
      });
    const from = await account(rule.from, row.organisation_id);
    const to = await account(rule.to, rule.other ? row.counterparty_id! : row.organisation_id);
    if (rule.of) {
      const [hold] = await manager.query('SELECT id FROM ledger_hold WHERE id = $1 AND account_id = $2', [
        row.hold,
        from,
      ]);
      if (!hold) return { request: '', code: 'UNKNOWN_HOLD', detail: { hold: row.hold! } };
    }
    const { document, reason, seconds, into } = row.details;
    const leg = {
      kind: rule.code,
      from,
      to,
      ...(row.amount && { amount: row.amount }),
      ...(row.serials && { serials: row.serials }),
      ...(rule.hold && { hold: { ...(seconds && { seconds: Number(seconds) }) } }),
      ...(rule.of && { of: row.hold! }),
    };
    const legs = [leg];
    if (into) {
      // One for one: the old vintage leaves, the new one is made, both or neither.
      const next = await this.accounts.asset(manager, String(into));
      const own = (owner: string | null, purpose: string) =>
        this.accounts.ensure(manager, { owner, asset: next.id, purpose });
      legs.push({
        ...leg,
        from: await own(null, 'issuance'),
        to: await own(row.organisation_id, 'available'),
      });
    }
    return {
      legs,
      businessDate: row.business_date,
      reference: row.id,
      ...(document && { document: String(document) }),
      ...(reason && { reason: String(reason) }),
      maker: row.asked_by,
      ...(row.decided_by && { checker: row.decided_by }),
    };
  }

  private record(manager: EntityManager, actor: Actor, step: string, id: string, details: object): Promise<void> {
    return this.audit.record(manager, {
      actor,
      action: `registry.${step}`,
      subject: { type: 'registry_operation', id },
      details: details as Record<string, unknown>,
    });
  }
}

const unitsOf = (
  { kind, code, vintage }: AssetRow,
  { holder, serials, operation }: { holder: string; serials?: string[] | null; operation: string },
) => ({ kind, asset: code, vintage, holder, serials, operation });

const documentOf = (operation: string): string => `registry:${operation}`;

/** What the trading centre alone does for others, such as taking in their money: no holder does it, so no holder's sight limits it. */
const isOfficeOf = ({ roles }: Actor, rule: OperationRule): boolean =>
  roles.includes(Role.Trader) && rule.roles.includes(Role.Trader) && !rule.roles.includes(Role.Filer);

function sightOf(actor: Actor, rule: OperationRule, holder: string): Actor {
  if (holder === actor.organisationId || actor.scope === 'all') return actor;
  if (isOfficeOf(actor, rule)) return systemActor;
  throw refuse('HOLDER_NOT_YOURS');
}

function assertRole(actor: Actor, rule: OperationRule, roles: string[], step: { zh: string; en: string }): void {
  if (!actor.roles.some((role) => roles.includes(role)))
    throw refuse('OPERATION_ROLE', { operation: rule.code, step: step.en, roles: roles.join(' ') });
}

type Read = OperationDto & { scale: number };

const SELECT = `SELECT p.id, p.number, p.organisation_id AS "organisationId", o.name AS organisation, p.operation, p.asset, s.unit,
  s.scale, p.amount, p.serials, c.name AS counterparty, p.hold, p.year, p.details, p.business_date::text AS "businessDate",
  p.status, p.refusal, p.transfer, p.asked_by AS "askedBy", p.asked_at AS "askedAt", p.decided_by AS "decidedBy",
  p.decided_at AS "decidedAt"
  FROM registry_operation p JOIN organisation o ON o.id = p.organisation_id JOIN ledger_asset s ON s.code = p.asset
  LEFT JOIN organisation c ON c.id = p.counterparty_id`;

const viewOf = ({ scale, amount, ...row }: Read): OperationDto => ({
  ...row,
  amount: amount && fromMinor(amount, scale),
});
