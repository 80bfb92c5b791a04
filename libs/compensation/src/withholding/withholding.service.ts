/**
 * 缓拨、减拨、停拨、追回 (生态保护补偿条例 Art. 31): what a finding may lead to, each by a decision with its document, proposed by the
 * clerk and confirmed by the approver. Nothing follows from a condition by itself.
 */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, faultOf, type Page, pageOf, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { ProgrammeBook } from '../book/programme-book';
import { readFen, yuan } from '../money/fen';
import { everythingPaid } from '../payment/everything-paid';
import { takeDuty } from '../programme/duties';
import { lockProgramme, readProgramme, type Programme, requireStage } from '../programme/programme.record';
import { step } from '../programme/step';
import { type Decision, decisionOf, type Kind, SELECT, standingOf, viewOf } from './decision.record';
import { refuseDecision as refuse } from './withholding.messages';

export interface Wish {
  household: string;
  kind: Kind;
  amount?: string;
  reason: string;
  document: { title: string; number?: string; date?: string };
  clause?: string;
  settles?: string;
}

@Injectable()
export class WithholdingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly book: ProgrammeBook,
  ) {}

  propose(actor: Actor, programmeId: string, wish: Wish) {
    return this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      await takeDuty(manager, actor, programme, 'clerk');
      const [household] = await manager.query(
        `SELECT h.id FROM compensation_household h JOIN compensation_due d ON d.household_id = h.id AND d.run_id = $3
         WHERE h.programme_id = $1 AND h.number = $2`,
        [programmeId, wish.household, programme.runId],
      );
      if (!household)
        throw refuse('UNKNOWN_HOUSEHOLD', { household: wish.household }, [
          faultOf('UNKNOWN_HOUSEHOLD', { column: 'household' }, { household: wish.household }),
        ]);
      const open = await manager.query(
        `SELECT FROM compensation_decision WHERE household_id = $1 AND status = 'proposed'`,
        [household.id],
      );
      if (open.length) throw refuse('DECISION_OPEN', { household: wish.household });
      const fen = amountOf(wish);
      const asked = { ...wish, householdId: household.id as string, fen };
      await this.check(manager, programme, asked);
      const [{ id }] = await manager.query(
        `INSERT INTO compensation_decision (organisation_id, programme_id, household_id, kind, amount_fen, settles, reason,
           document, clause, proposed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
        [
          ...[programme.organisationId, programmeId, household.id, wish.kind, fen === undefined ? null : String(fen)],
          ...[wish.settles ?? null, wish.reason.trim(), JSON.stringify(wish.document), wish.clause?.trim() ?? ''],
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      const details = { household: wish.household, kind: wish.kind, ...(fen !== undefined && { amount: yuan(fen) }) };
      await step(manager, this.audit, actor, programme, { act: 'decision_proposed', remarks: wish.reason, details });
      return viewOf(await decisionOf(manager, id));
    });
  }

  async confirm(actor: Actor, id: string) {
    const done = await this.work.run(actor, async (manager) => {
      const { programme, decision } = await this.open(manager, actor, id);
      const fen = decision.amountFen === null ? undefined : BigInt(decision.amountFen);
      await this.check(manager, programme, { ...decision, settles: decision.settles ?? undefined, fen });
      await this.end(manager, actor, id, 'confirmed', '');
      await this.follow(manager, actor, programme, decision);
      const details = { decision: decision.number, household: decision.household, kind: decision.kind };
      await step(manager, this.audit, actor, programme, { act: 'decision_confirmed', details });
      // What was stopped or reduced may have been the last that was open.
      if (programme.stage === 'approved' && (await everythingPaid(manager, programme)))
        await step(manager, this.audit, actor, programme, { act: 'paid', stage: 'paid' });
      return viewOf(await decisionOf(manager, id));
    });
    this.book.wake();
    return done;
  }

  reject(actor: Actor, id: string, remarks: string) {
    return this.work.run(actor, async (manager) => {
      const { programme, decision } = await this.open(manager, actor, id);
      await this.end(manager, actor, id, 'rejected', remarks.trim());
      const details = { decision: decision.number, household: decision.household };
      await step(manager, this.audit, actor, programme, { act: 'decision_rejected', remarks, details });
      return viewOf(await decisionOf(manager, id));
    });
  }

  /** Money that a household gave back on a claim; the slip's number keeps it from being entered twice. */
  async receive(
    actor: Actor,
    id: string,
    { amount, reference, on }: { amount: string; reference: string; on: string },
  ) {
    const done = await this.work.run(actor, async (manager) => {
      const decision = await decisionOf(manager, id);
      const programme = await lockProgramme(manager, actor, decision.programmeId, { own: true });
      await takeDuty(manager, actor, programme, 'clerk');
      const fen = positive(amount, BigInt(decision.outstandingFen ?? 0));
      if (decision.kind !== 'recover' || decision.status !== 'confirmed')
        throw refuse('NO_SUCH_CLAIM', { most: '0.00' });
      const [line] = await manager.query(
        `INSERT INTO compensation_line (organisation_id, programme_id, household_id, decision_id, kind, amount_fen, reference,
           booked_on, by) VALUES ($1, $2, $3, $4, 'recovered', $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
        [
          ...[programme.organisationId, programme.id, decision.householdId, id, String(-fen), reference.trim(), on],
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      if (!line) throw refuse('RECEIPT_TWICE', { reference });
      await this.book.recovered(manager, actor, programme, { line: line.id, fen });
      const details = { decision: decision.number, household: decision.household, amount: yuan(fen), reference };
      await step(manager, this.audit, actor, programme, { act: 'money_recovered', details });
      return viewOf(await decisionOf(manager, id));
    });
    this.book.wake();
    return done;
  }

  /** Newest first. */
  list(
    actor: Actor,
    programmeId: string,
    { status, after, limit }: { status?: string; after?: string; limit: number },
  ): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      await readProgramme(manager, programmeId);
      const rows: Decision[] = await manager.query(
        `${SELECT} WHERE d.programme_id = $1 AND ($2::text IS NULL OR d.status = $2) AND ($3::uuid IS NULL OR d.id < $3)
         ORDER BY d.id DESC LIMIT $4`,
        [programmeId, status ?? null, after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, ({ id }) => [id]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  private async open(manager: EntityManager, actor: Actor, id: string) {
    const before = await decisionOf(manager, id);
    const programme = await lockProgramme(manager, actor, before.programmeId, { own: true });
    await takeDuty(manager, actor, programme, 'approver');
    const decision = await decisionOf(manager, id); // as it is now that nobody else decides
    if (decision.status !== 'proposed') throw refuse('DECISION_ENDED', { status: decision.status });
    return { programme, decision };
  }

  private async end(manager: EntityManager, actor: Actor, id: string, status: string, remarks: string): Promise<void> {
    await manager.query(
      `UPDATE compensation_decision SET status = $2, decided_by = $3, decided_at = now(), remarks = $4 WHERE id = $1`,
      [id, status, JSON.stringify({ id: actor.userId, name: actor.name }), remarks],
    );
  }

  /** The same when it is proposed and when it is confirmed: meanwhile the money may have gone out. */
  private async check(
    manager: EntityManager,
    programme: Programme,
    { kind, household, householdId, fen, settles }: Wish & { householdId: string; fen?: bigint },
  ): Promise<void> {
    const now = await standingOf(manager, programme, householdId);
    if (kind === 'recover') {
      requireStage(programme, 'approved', 'paid', 'closed');
      const most = now.paid - now.claimed;
      if (fen! > most) throw refuse('DECISION_AMOUNT', { most: yuan(most) });
      return;
    }
    requireStage(programme, 'approved');
    const untouched = kind === 'reduce' || kind === 'restore';
    if (now.under || (untouched && now.payments > 0)) throw refuse('DECISION_TOO_LATE', { household, kind });
    if (kind === 'release' && !now.held) throw refuse('NOTHING_TO_RELEASE', { household });
    if (kind === 'stop' && now.due === 0n) throw refuse('DECISION_TOO_LATE', { household, kind });
    if (kind === 'reduce') {
      if (fen! >= now.due) throw refuse('DECISION_AMOUNT', { most: yuan(now.due > 0n ? now.due - 1n : 0n) });
      if (settles) await requireClaim(manager, settles, fen!);
    }
    if (kind === 'restore') await withheldBy(manager, settles, householdId);
  }

  /** What a confirmed decision does: a signed line and its transfer, or nothing but what it says. */
  private async follow(manager: EntityManager, actor: Actor, programme: Programme, decision: Decision): Promise<void> {
    const { id, kind, householdId, banner, settles } = decision;
    if (kind === 'hold' || kind === 'release' || kind === 'recover') return;
    const by = JSON.stringify({ id: actor.userId, name: actor.name });
    const line = (more: { programmeId: string; household: string; decision: string; kind: string; fen: bigint }) =>
      manager.query(
        `INSERT INTO compensation_line (organisation_id, programme_id, household_id, decision_id, kind, amount_fen, reference, by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[programme.organisationId, more.programmeId, more.household, more.decision, more.kind, String(more.fen)],
          ...[id, by],
        ],
      );
    const here = { programmeId: programme.id, household: householdId, decision: id };
    if (kind === 'restore') {
      const fen = await withheldBy(manager, settles ?? undefined, householdId);
      await line({ ...here, kind: 'restored', fen });
      return this.book.withheld(manager, actor, programme, { decision: id, banner, fen: -fen });
    }
    const fen =
      kind === 'reduce' ? BigInt(decision.amountFen!) : (await standingOf(manager, programme, householdId)).due;
    await line({ ...here, kind: 'withheld', fen: -fen });
    await this.book.withheld(manager, actor, programme, { decision: id, banner, fen });
    if (!settles) return;
    const claim = await decisionOf(manager, settles);
    await line({
      ...{ programmeId: claim.programmeId, household: claim.householdId, decision: claim.id },
      ...{ kind: 'offset', fen: -fen },
    });
  }
}

function amountOf({ kind, amount }: Wish): bigint | undefined {
  const needed = kind === 'reduce' || kind === 'recover';
  if (!needed && amount !== undefined) throw refuse('DECISION_NO_AMOUNT', {}, [column('DECISION_NO_AMOUNT')]);
  if (!needed) return undefined;
  if (amount === undefined) throw refuse('DECISION_AMOUNT_NEEDED', {}, [column('DECISION_AMOUNT_NEEDED')]);
  return positive(amount);
}

const column = (code: string, params?: { most: string }) => faultOf(code, { column: 'amount' }, params);

function positive(amount: string, most?: bigint): bigint {
  const fen = readFen(amount);
  if (fen !== undefined && fen > 0n && (most === undefined || fen <= most)) return fen;
  const params = { most: most === undefined ? '99999999.99' : yuan(most) };
  throw refuse('DECISION_AMOUNT', params, [column('DECISION_AMOUNT', params)]);
}

async function requireClaim(manager: EntityManager, id: string, fen: bigint): Promise<void> {
  const claim = await decisionOf(manager, id);
  const left = BigInt(claim.outstandingFen ?? 0);
  if (claim.kind !== 'recover' || claim.status !== 'confirmed' || left < fen)
    throw refuse('NO_SUCH_CLAIM', { most: yuan(left) });
}

/** What the decision withheld from the household and nobody gave back yet, in fen. */
async function withheldBy(manager: EntityManager, id: string | undefined, householdId: string): Promise<bigint> {
  const [row] = id
    ? await manager.query(
        `SELECT -l.amount_fen AS fen FROM compensation_line l WHERE l.decision_id = $1 AND l.kind = 'withheld' AND l.household_id = $2
           AND NOT EXISTS (SELECT FROM compensation_decision r WHERE r.settles = $1 AND r.kind = 'restore'
             AND r.status = 'confirmed' AND EXISTS (SELECT FROM compensation_line x WHERE x.decision_id = r.id))`,
        [id, householdId],
      )
    : [];
  if (!row) throw refuse('NOTHING_TO_RESTORE');
  return BigInt(row.fen);
}
