/** Differences of trading days: who sees to them, what they are said to be, and how a second person ends them. */
import { Injectable } from '@nestjs/common';
import { AccountsService, LedgerService, toMinor } from '@qingheng/ledger';
import {
  type Actor,
  assertOtherPerson,
  AuditService,
  type Page,
  pageOf,
  refuse as refuseAny,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { TradingCalendar } from '../history/trading-calendar';
import { refuse } from '../market.messages';
import { todayOf } from '../trading/settlements';
import type { BreakCountDto, BreakDto, BreakQuery, CandidatesDto, ExplainDto } from './break.dto';
import { BUCKETS } from './break.dto';
import { candidatesOf } from './candidates';
import { ReconciliationRules } from './reconciliation-rules';
import { postEntry } from './break-entry';
import type { LockedBreak } from './break.record';
import { rematch } from './rematch';

/** Largest age of each bucket, in trading days. */
const UP_TO = [1, 3, 7, 30];

@Injectable()
export class BreakService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: LedgerService,
    private readonly accounts: AccountsService,
    private readonly audit: AuditService,
    private readonly calendar: TradingCalendar,
    private readonly rules: ReconciliationRules,
  ) {}

  /** Oldest day first; of one day where `date` is given. */
  list(actor: Actor, query: BreakQuery, { date, after }: { date?: string; after: string[] }): Promise<Page<BreakDto>> {
    return this.work.run(actor, async (manager) => {
      const today = await todayOf(manager);
      const [from, to] = query.bucket ? this.datesOf(query.bucket, today) : [null, null];
      const owner = query.owner === 'me' ? actor.userId : null;
      const rows: BreakDto[] = await manager.query(
        `SELECT b.id, d.trade_date::text AS "tradeDate", b.kind, b.deal_id AS "dealId", b.registry, b.bank, b.difference,
           b.stake::text, b.status, b.resolution, b.note, b.links, b.adjustment, b.owner_id AS "ownerId", b.owner_name AS owner,
           b.explained_by AS "explainedBy"
         FROM recon_break b JOIN recon_day d ON d.id = b.day_id
         WHERE d.organisation_id = $1 AND ($2::date IS NULL OR d.trade_date = $2) AND b.status <> 'gone'
           AND CASE WHEN $3::text IS NULL THEN $2::date IS NOT NULL OR b.status IN ('open', 'explained') ELSE b.status = $3 END
           AND ($4::text IS NULL OR b.kind = $4) AND ($5::uuid IS NULL OR b.owner_id = $5)
           AND ($6::boolean IS NOT TRUE OR b.owner_id IS NULL)
           AND ($7::date IS NULL OR d.trade_date > $7) AND ($8::date IS NULL OR d.trade_date <= $8)
           AND ($9::date IS NULL OR (d.trade_date, b.id) > ($9, $10::uuid))
         ORDER BY d.trade_date, b.id LIMIT $11`,
        [
          ...[actor.organisationId, date ?? null, query.status ?? null, query.kind ?? null, owner],
          ...[query.owner === 'nobody', from, to, after[0] ?? null, after[1] ?? null, query.limit + 1],
        ],
      );
      const page = pageOf(rows, query.limit, ({ tradeDate, id }) => [tradeDate, id]);
      const ages = new Map<string, number>();
      for (const { tradeDate } of page.items)
        if (!ages.has(tradeDate)) ages.set(tradeDate, this.calendar.between(tradeDate, today));
      return {
        ...page,
        items: page.items.map((row) => {
          const age = ages.get(row.tradeDate)!;
          return { ...row, age, overdue: row.status !== 'resolved' && age > this.rules.escalateAfter };
        }),
      };
    });
  }

  /** What is not settled yet, by kind and age. */
  counts(actor: Actor): Promise<BreakCountDto[]> {
    return this.work.run(actor, async (manager) => {
      const today = await todayOf(manager);
      const from = BUCKETS.map((bucket) => this.datesOf(bucket, today)[0] ?? '0001-01-01');
      return manager.query(
        `SELECT b.kind, x.bucket, count(*)::int AS count, COALESCE(sum(b.stake), 0)::text AS stake
         FROM recon_break b JOIN recon_day d ON d.id = b.day_id
         CROSS JOIN LATERAL (SELECT bucket FROM unnest($2::text[], $3::date[]) AS u(bucket, since)
           WHERE d.trade_date > since ORDER BY since DESC LIMIT 1) x
         WHERE d.organisation_id = $1 AND b.status IN ('open', 'explained') GROUP BY b.kind, x.bucket ORDER BY b.kind, x.bucket`,
        [actor.organisationId, BUCKETS, from],
      );
    });
  }

  candidates(actor: Actor, id: string): Promise<CandidatesDto> {
    return this.work.run(actor, async (manager) => candidatesOf(manager, await one(manager, actor, id)));
  }

  /** To whoever asks, or to nobody. */
  async assign(actor: Actor, ids: string[], mine: boolean): Promise<void> {
    await this.work.run(actor, async (manager) => {
      const rows = await this.lock(manager, actor, ids);
      await manager.query('UPDATE recon_break SET owner_id = $2, owner_name = $3 WHERE id = ANY($1)', [
        ...[ids, mine ? actor.userId : null, mine ? actor.name : null],
      ]);
      for (const { id, date, kind } of rows) await this.record(manager, actor, 'assigned', date, { id, kind, mine });
    });
  }

  /** All or none. What the explanation needs is checked now, so that nobody settles what cannot be. */
  async explain(actor: Actor, ids: string[], { resolution, note, links, adjustment }: ExplainDto): Promise<void> {
    await this.work.run(actor, async (manager) => {
      const rows = await this.lock(manager, actor, ids);
      if (resolution === 'rematch' && !links) throw refuse('REMATCH_LINES');
      if (resolution === 'adjustment') {
        if (!adjustment) throw refuse('ADJUSTMENT_NEEDED');
        toMinor(adjustment.amount, (await this.accounts.asset(manager, adjustment.asset)).scale);
      }
      if (resolution === 'write_off' && rows.some(({ kind }) => kind !== 'amount_differs'))
        throw refuse('WRITE_OFF_MONEY_ONLY');
      await manager.query(
        `UPDATE recon_break SET status = 'explained', resolution = $2, note = $3, explained_by = $4, explained_at = now(),
           links = $5, adjustment = $6 WHERE id = ANY($1)`,
        [
          ...[ids, resolution, note.trim(), actor.userId],
          ...[resolution === 'rematch' ? JSON.stringify(links) : null],
          ...[resolution === 'adjustment' ? JSON.stringify(adjustment) : null],
        ],
      );
      for (const { id, date, kind } of rows)
        await this.record(manager, actor, 'explained', date, { id, kind, resolution, note, links, adjustment });
    });
  }

  /** By another person than who explained it; all or none. Entries that the book refuses leave everything as it was. */
  async settle(actor: Actor, ids: string[]): Promise<void> {
    // As the system, which alone posts and opens accounts; what is locked is the asker's own.
    await this.work.run(systemActor, async (manager) => {
      for (const row of await this.lock(manager, actor, ids)) {
        // Settled with another one of the same request.
        const [{ status }] = await manager.query('SELECT status FROM recon_break WHERE id = $1', [row.id]);
        if (status === 'resolved' && row.status === 'explained') continue;
        if (row.status !== 'explained') throw refuse('BREAK_ENDED', { status: row.status });
        assertOtherPerson(actor, row.explained_by);
        if (row.resolution === 'rematch') await rematch(manager, actor, row, this.rules.matching);
        const request =
          row.resolution === 'adjustment' || row.resolution === 'write_off'
            ? await postEntry(manager, { actor, row, ledger: this.ledger, accounts: this.accounts, rules: this.rules })
            : null;
        await manager.query(
          `UPDATE recon_break SET status = 'resolved', resolved_by = $2, resolved_at = now(), request_id = $3 WHERE id = $1`,
          [row.id, actor.userId, request],
        );
        await this.record(manager, actor, 'settled', row.date, { id: row.id, kind: row.kind, request });
      }
    });
  }

  /** Trade dates of a bucket: after the first, up to the second. */
  private datesOf(bucket: string, today: string): [string | null, string | null] {
    const i = BUCKETS.indexOf(bucket as (typeof BUCKETS)[number]);
    const since = (days: number) => this.calendar.back(today, days + 1);
    return [i < UP_TO.length ? since(UP_TO[i]!) : null, i === 0 ? null : since(UP_TO[i - 1]!)];
  }

  private async lock(manager: EntityManager, actor: Actor, ids: string[]): Promise<LockedBreak[]> {
    const rows: (LockedBreak & { day: string })[] = await manager.query(
      `SELECT b.*, d.trade_date::text AS date, d.status AS day FROM recon_break b JOIN recon_day d ON d.id = b.day_id
       WHERE b.id = ANY($1) AND b.organisation_id = $2 ORDER BY b.id FOR UPDATE OF b`,
      [ids, actor.organisationId],
    );
    if (rows.length !== new Set(ids).size) throw refuseAny('NOT_FOUND');
    for (const { day, date, status } of rows) {
      if (day !== 'open') throw refuse('DAY_CLOSED', { date });
      if (status === 'resolved' || status === 'gone') throw refuse('BREAK_ENDED', { status });
    }
    return rows;
  }

  private record(manager: EntityManager, actor: Actor, step: string, date: string, details: object): Promise<void> {
    return this.audit.record(manager, {
      actor,
      action: `reconciliation.${step}`,
      subject: { type: 'trading_day', id: date },
      details: details as Record<string, unknown>,
    });
  }
}

async function one(manager: EntityManager, actor: Actor, id: string): Promise<LockedBreak> {
  const [row] = await manager.query('SELECT * FROM recon_break WHERE id = $1 AND organisation_id = $2', [
    id,
    actor.organisationId,
  ]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row;
}
