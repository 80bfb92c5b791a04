/**
 * A programme's money in the book: 财政 → pool → banner → bank → household. Each step of the programme asks for its transfers in
 * its own transaction, so neither stands without the other; the database refuses a step without them (book.migration.ts).
 */
import { Injectable } from '@nestjs/common';
import { AccountsService, LedgerService, type Leg } from '@qingheng/ledger';
import { type Actor, systemActor, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import type { Programme } from '../programme/programme.record';
import { refuseBook as refuse } from './book.messages';

const ROUTE = 'compensation';
export const YUAN = { code: 'CNY', kind: 'money', unit: '元', scale: 2 } as const;

type Purpose = 'external' | 'fund_pool' | 'allotted' | 'in_payment' | 'paid_out';
interface Share {
  banner: string;
  fen: string;
}
/** The number of the account of a purpose; of a banner where the purpose has one for each. */
type AccountOf = (purpose: Purpose, banner?: string) => string;

@Injectable()
export class ProgrammeBook {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: LedgerService,
    private readonly accounts: AccountsService,
  ) {}

  /** Before the approval, since only the service itself opens accounts. Those already open stay as they are. */
  async open(actor: Actor, programmeId: string): Promise<void> {
    const { owner, banners } = await this.work.run(actor, async (manager) => {
      const rows: { owner: string; banner: string }[] = await manager.query(
        `SELECT p.organisation_id AS owner, r.code AS banner FROM compensation_programme p
         JOIN compensation_result r ON r.run_id = p.run_id AND r.level = 'banner' WHERE p.id = $1`,
        [programmeId],
      );
      return { owner: rows[0]?.owner, banners: rows.map(({ banner }) => banner) };
    });
    if (!owner) return;
    await this.work.run(systemActor, async (manager) => {
      const asset = await this.accounts.openAsset(manager, YUAN);
      await this.accounts.ensureAll(manager, { owner, asset }, [
        { purpose: 'external', ref: '' },
        ...['fund_pool', 'paid_out'].map((purpose) => ({ purpose, ref: programmeId })),
        ...['allotted', 'in_payment'].flatMap((purpose) =>
          banners.map((banner) => ({ purpose, ref: `${programmeId}/${banner}` })),
        ),
      ]);
    });
  }

  /** The pool comes in and is allotted to the banners; what no household is due stays in the pool. */
  async approved(manager: EntityManager, actor: Actor, programme: Programme): Promise<void> {
    const shares: Share[] = await manager.query(
      `SELECT code AS banner, amount_fen::text AS fen FROM compensation_result
       WHERE run_id = $1 AND level = 'banner' AND amount_fen > 0 ORDER BY code`,
      [programme.runId],
    );
    const [{ pool }] = await manager.query('SELECT pool_fen::text AS pool FROM compensation_run WHERE id = $1', [
      programme.runId,
    ]);
    const of = await this.accountsOf(manager, programme);
    await this.ask(manager, actor, programme, `approval/${programme.runId}`, [
      { kind: 'fund', from: of('external'), to: of('fund_pool'), amount: pool },
      ...shares.map(({ banner, fen }) => ({
        ...{ kind: 'allot', from: of('fund_pool'), to: of('allotted', banner), amount: fen },
      })),
    ]);
  }

  /** What a batch sends to the bank. */
  async sent(manager: EntityManager, actor: Actor, programme: Programme, batchId: string): Promise<void> {
    const shares: Share[] = await manager.query(
      `SELECT h.banner, sum(p.amount_fen)::text AS fen FROM compensation_payment p
       JOIN compensation_household h ON h.id = p.household_id WHERE p.batch_id = $1 GROUP BY h.banner ORDER BY h.banner`,
      [batchId],
    );
    const of = await this.accountsOf(manager, programme);
    const legs = shares.map(({ banner, fen }) => ({
      ...{ kind: 'instruct', from: of('allotted', banner), to: of('in_payment', banner), amount: fen },
    }));
    await this.ask(manager, actor, programme, `batch/${batchId}`, legs);
  }

  /** What the bank says it did: paid on, or given back to the banner to be issued again. */
  async answered(manager: EntityManager, actor: Actor, programme: Programme, returnId: string): Promise<void> {
    const shares: (Share & { outcome: 'success' | 'failed' })[] = await manager.query(
      `SELECT h.banner, r.outcome, sum(p.amount_fen)::text AS fen FROM compensation_payment_result r
       JOIN compensation_payment p ON p.id = r.payment_id JOIN compensation_household h ON h.id = p.household_id
       WHERE r.return_id = $1 GROUP BY h.banner, r.outcome ORDER BY h.banner, r.outcome`,
      [returnId],
    );
    if (!shares.length) return;
    const of = await this.accountsOf(manager, programme);
    const legs = shares.map(({ banner, outcome, fen }) =>
      outcome === 'success'
        ? { kind: 'pay', from: of('in_payment', banner), to: of('paid_out'), amount: fen }
        : { kind: 'pay_back', from: of('in_payment', banner), to: of('allotted', banner), amount: fen },
    );
    await this.ask(manager, actor, programme, `return/${returnId}`, legs);
  }

  /** What a decision keeps from a household goes back to the pool; a negative amount gives it back to the banner. */
  async withheld(
    manager: EntityManager,
    actor: Actor,
    programme: Programme,
    { decision, banner, fen }: { decision: string; banner: string; fen: bigint },
  ): Promise<void> {
    const of = await this.accountsOf(manager, programme);
    const [share, pool] = [of('allotted', banner), of('fund_pool')];
    const leg =
      fen > 0n
        ? { kind: 'withhold', from: share, to: pool, amount: String(fen) }
        : { kind: 'restore', from: pool, to: share, amount: String(-fen) };
    await this.ask(manager, actor, programme, `decision/${decision}`, [leg]);
  }

  /** What a household gave back; of a programme that is closed it goes on to where its rest went. */
  async recovered(
    manager: EntityManager,
    actor: Actor,
    programme: Programme,
    { line, fen }: { line: string; fen: bigint },
  ): Promise<void> {
    const of = await this.accountsOf(manager, programme);
    const amount = String(fen);
    await this.ask(manager, actor, programme, `line/${line}`, [
      { kind: 'recover', from: of('paid_out'), to: of('fund_pool'), amount },
      ...(programme.stage === 'closed'
        ? [{ kind: 'hand_back', from: of('fund_pool'), to: of('external'), amount }]
        : []),
    ]);
  }

  /** Closing gives back what no household was due, what was withheld and what came back. */
  async closed(manager: EntityManager, actor: Actor, programme: Programme): Promise<void> {
    const [{ left }] = await manager.query(
      `SELECT (unallotted_fen - coalesce((SELECT sum(amount_fen) FROM compensation_line
         WHERE programme_id = $2 AND kind <> 'offset'), 0))::text AS left FROM compensation_run WHERE id = $1`,
      [programme.runId, programme.id],
    );
    if (left === '0') return;
    const of = await this.accountsOf(manager, programme);
    const legs = [{ kind: 'hand_back', from: of('fund_pool'), to: of('external'), amount: left }];
    await this.ask(manager, actor, programme, `closing/${programme.id}`, legs);
  }

  /** After the commit: posted without anybody waiting for it. */
  wake(): void {
    this.ledger.wake();
  }

  private async ask(
    manager: EntityManager,
    actor: Actor,
    { id, title }: Programme,
    key: string,
    legs: Leg[],
  ): Promise<void> {
    const [{ today }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
    const command = { legs, businessDate: today, reference: id, reason: title, maker: actor.userId };
    await this.ledger.submit(manager, actor, [{ route: ROUTE, key, command }]);
  }

  private async accountsOf(manager: EntityManager, { id, organisationId }: Programme): Promise<AccountOf> {
    const rows: { id: string; purpose: string; ref: string }[] = await manager.query(
      `SELECT a.id, a.purpose, a.ref FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id AND s.code = $3
       WHERE a.organisation_id = $1 AND a.purpose IN ('external', 'fund_pool', 'allotted', 'in_payment', 'paid_out')
         AND (a.ref IN ('', $2) OR a.ref LIKE $2 || '/%')`,
      [organisationId, id, YUAN.code],
    );
    const byName = new Map(rows.map(({ id: account, purpose, ref }) => [`${purpose} ${ref}`, account]));
    return (purpose, banner) => {
      const ref = purpose === 'external' ? '' : banner ? `${id}/${banner}` : id;
      const account = byName.get(`${purpose} ${ref}`);
      if (!account) throw refuse('BOOK_NOT_OPEN');
      return account;
    };
  }
}
