/** Operations of the registry: asked for, approved by another person where it matters, posted in the book. */
import { Injectable } from '@nestjs/common';
import { AccountsService, type AssetRow, LedgerService, toMinor } from '@qingheng/ledger';
import { type Actor, assertOtherPerson, AuditService, systemActor, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { CarryOver } from '../carry-over/carry-over';
import { refuse } from '../market.messages';
import { Surrender } from '../obligation/surrender';
import { Pledges } from '../pledge/pledges';
import { AttributeUse } from './attribute-use';
import { Behind } from './behind';
import { assertRole, sightOf } from './operation-access';
import { commandOf } from './operation-command';
import type { NewOperationDto, OperationDto } from './operation.dto';
import { openOperation, type OperationRow } from './operation.record';
import { OperationsBoard } from './operations-board';
import { type OperationRule, RegistryRules } from './rules';
import { requireTerm } from './term';

const ROUTE = 'registry';

@Injectable()
export class RegistryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: LedgerService,
    private readonly accounts: AccountsService,
    private readonly audit: AuditService,
    private readonly rules: RegistryRules,
    private readonly board: OperationsBoard,
    private readonly surrender: Surrender,
    private readonly carryOver: CarryOver,
    private readonly pledges: Pledges,
    private readonly attributes: AttributeUse,
    private readonly behind: Behind,
  ) {}

  /** Checked now, so that nobody approves what cannot be; checked again when it is posted. */
  async ask(actor: Actor, wish: NewOperationDto): Promise<OperationDto> {
    const rule = this.rules.operation(wish.operation);
    assertRole(actor, rule, rule.roles, { zh: '办理', en: 'ask for' });
    const holder = wish.holder ?? actor.organisationId;
    const sight = sightOf(actor, rule, holder);
    const { id, ready } = await this.work.run(sight, async (manager) => {
      const asset = await this.assetFor(manager, wish.asset, rule);
      requireFields(rule, wish);
      const amount = wish.amount === undefined ? '' : toMinor(wish.amount, asset.scale);
      const year = rule.needs?.includes('year') ? wish.year! : null;
      const [{ today }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
      const day = wish.businessDate ?? today;
      await requireTerm(manager, rule, asset, day);
      await this.carryOver.check(manager, { rule, asset, holder, amount, into: wish.into, day });
      await this.surrender.check(manager, { rule, asset, holder, year, amount });
      await this.behind.requireUnits(manager, { rule, asset, holder, amount });
      await this.attributes.check(manager, actor, unitsOf(asset, { ...wish, holder, operation: rule.code }));
      const valued = await this.pledges.details(manager, { rule, asset, holder, amount, day, wish });
      const { document, reason, lender, beneficiary, into, seconds } = wish;
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
          JSON.stringify({ document, reason, lender: lender?.trim(), beneficiary, into, seconds, ...valued }),
          day,
          rule.approve ? 'proposed' : 'approved',
          actor.userId,
        ],
      );
      await this.record(manager, actor, 'asked', id, { operation: rule.code, asset: asset.code, amount: wish.amount });
      return { id, ready: !rule.approve };
    });
    if (ready) await this.finish(id);
    return this.board.one(sight, id);
  }

  async approve(actor: Actor, id: string): Promise<OperationDto> {
    const sight = await this.board.sight(actor, id);
    await this.work.run(sight, async (manager) => {
      const row = await openOperation(manager, id);
      const rule = this.rules.operation(row.operation);
      assertRole(actor, rule, rule.approve ?? [], { zh: '批准', en: 'approve' });
      assertOtherPerson(actor, row.asked_by);
      const asset = await this.assetFor(manager, row.asset, rule);
      const holder = row.organisation_id;
      const { year, amount } = row;
      await this.surrender.check(manager, { rule, asset, holder, year, amount, except: id });
      await this.carryOver.check(manager, {
        ...{ rule, asset, holder, amount, except: id },
        ...{ into: row.details.into as string | undefined, day: row.business_date },
      });
      await this.behind.requireUnits(manager, { rule, asset, holder, amount });
      await this.attributes.claim(manager, actor, unitsOf(asset, { ...row, holder }), documentOf(id));
      await this.decide(manager, actor, id, 'approved');
    });
    await this.finish(id);
    return this.board.one(sight, id);
  }

  async reject(actor: Actor, id: string, reason: string): Promise<OperationDto> {
    const sight = await this.board.sight(actor, id);
    await this.work.run(sight, async (manager) => {
      const row = await openOperation(manager, id);
      const rule = this.rules.operation(row.operation);
      assertRole(actor, rule, rule.approve ?? [], { zh: '退回', en: 'reject' });
      assertOtherPerson(actor, row.asked_by);
      await this.decide(manager, actor, id, 'rejected', reason.trim());
    });
    return this.board.one(sight, id);
  }

  /** Posts what is approved and writes down what came of it. Repeating it repeats the answer: the key is the operation's. */
  async finish(id: string): Promise<void> {
    const command = await this.work.run(systemActor, async (manager) => {
      const [row]: OperationRow[] = await manager.query(
        `SELECT *, business_date::text FROM registry_operation WHERE id = $1 AND status = 'approved'`,
        [id],
      );
      return row && commandOf(manager, this.accounts, this.rules.operation(row.operation), row);
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

  private record(manager: EntityManager, actor: Actor, step: string, id: string, details: object): Promise<void> {
    return this.audit.record(manager, {
      actor,
      action: `registry.${step}`,
      subject: { type: 'registry_operation', id },
      details: details as Record<string, unknown>,
    });
  }
}

function requireFields(rule: OperationRule, wish: NewOperationDto): void {
  const needs = [...(rule.needs ?? []), rule.of ? ('hold' as const) : ('amount' as const)];
  for (const field of needs)
    if (wish[field] === undefined) throw refuse('OPERATION_NEEDS', { operation: rule.code, field });
}

const unitsOf = (
  { kind, code, vintage }: AssetRow,
  { holder, serials, operation }: { holder: string; serials?: string[] | null; operation: string },
) => ({ kind, asset: code, vintage, holder, serials, operation });

const documentOf = (operation: string): string => `registry:${operation}`;
