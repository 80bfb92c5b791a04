/** A loss after issuance: reported by polygon, day and cause, confirmed by another person, drawn from the buffer, restored. */
import { Injectable } from '@nestjs/common';
import { AccountsService, LedgerService, type Leg } from '@qingheng/ledger';
import {
  type Actor,
  assertOtherPerson,
  AuditService,
  faultOf,
  refuse as refuseAny,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import { Rational } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { refuse } from '../credit.messages';
import { overlapOf } from '../geometry/overlap';
import { readArea } from '../geometry/read-area';
import type { MultiPolygon } from '../geometry/shapes';
import { lockProject } from '../project/project.record';
import { SinkRules } from '../sink-rules';
import { by, runOf, stockOf } from '../verification/period-filing';
import { type BufferAccount, drawOf } from './draw';
import { type NewReversal, type ReversalRow, SELECT_REVERSAL } from './reversal.types';

const ROUTE = 'sink-reversal';

@Injectable()
export class ReversalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: AccountsService,
    private readonly ledger: LedgerService,
    private readonly rules: SinkRules,
    private readonly audit: AuditService,
  ) {}

  /** From now on nothing is issued for the project, until this is rejected or restored. */
  report(actor: Actor, project: string, wish: NewReversal): Promise<ReversalRow> {
    const { area, faults } = readArea(wish.geometry);
    if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
    return this.work.run(actor, async (manager) => {
      await lockProject(manager, actor, project);
      const [{ today }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
      if (wish.happenedOn > today)
        throw refuse('HAPPENED_IN_FUTURE', {}, [faultOf('HAPPENED_IN_FUTURE', { column: 'happenedOn' })]);
      const [last] = await manager.query(
        'SELECT stock::text AS stock FROM sink_issuance WHERE project_id = $1 ORDER BY id DESC LIMIT 1',
        [project],
      );
      if (!last?.stock) throw refuse('NOTHING_VERIFIED');
      const { hectares, share } = await insideOf(manager, project, area);
      if (hectares.isZero()) throw refuse('OUTSIDE_AREA', {}, [faultOf('OUTSIDE_AREA', { column: 'geometry' })]);
      const stock = Rational.parse(last.stock);
      if (Rational.parse(wish.loss).cmp(stock) > 0)
        throw refuse('LOSS_ABOVE_STOCK', { stock: stock.roundHalfUp(2).toFixed(2) });
      const [{ id, number }] = await manager.query(
        `INSERT INTO sink_reversal (organisation_id, project_id, shape, hectares, happened_on, cause, note, verified_stock,
           estimate, loss, reported_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id, number`,
        [
          actor.organisationId,
          project,
          JSON.stringify(area),
          hectares.roundHalfUp(4).toFixed(4),
          wish.happenedOn,
          wish.cause,
          wish.note.trim(),
          last.stock,
          stock.mul(share).roundHalfUp(3).toFixed(3),
          wish.loss,
          JSON.stringify(by(actor)),
        ],
      );
      await this.record(manager, actor, 'reported', id, { number, loss: wish.loss, cause: wish.cause });
      return one(manager, id);
    });
  }

  /** By the registry: the buffer is drawn in the same transaction; what it cannot give stays owed. */
  async confirm(actor: Actor, id: string, decision: string): Promise<ReversalRow> {
    const answer = await this.work.run(actor, async (manager) => {
      const row = await lock(manager, id, 'reported');
      assertOtherPerson(actor, row.reportedBy.id);
      await manager.query('SELECT 1 FROM sink_project WHERE id = $1 FOR UPDATE', [row.projectId]);
      const [{ credited, before }] = await manager.query(
        `SELECT (SELECT coalesce(sum(tonnes), 0)::text FROM sink_issuance WHERE project_id = $1) AS credited,
           (SELECT coalesce(sum(owed), 0)::text FROM sink_reversal
            WHERE project_id = $1 AND status IN ('confirmed', 'restored')) AS before`,
        [row.projectId],
      );
      const buffers = await buffersOf(manager, row.projectId);
      const { owed, drawn, takes } = drawOf(row.loss, BigInt(credited), BigInt(before), buffers);
      const request = takes.length ? await this.post(manager, actor, row, takes) : null;
      await manager.query(
        `UPDATE sink_reversal SET status = 'confirmed', owed = $2, drawn = $3, ledger_request = $4, decided_by = $5,
           decided_at = now(), decision = $6 WHERE id = $1`,
        [id, `${owed}`, `${drawn}`, request, JSON.stringify(by(actor)), decision.trim()],
      );
      await this.record(manager, actor, 'confirmed', id, { owed: `${owed}`, drawn: `${drawn}` });
      return one(manager, id);
    });
    this.ledger.wake();
    return answer;
  }

  reject(actor: Actor, id: string, decision: string): Promise<ReversalRow> {
    return this.work.run(actor, async (manager) => {
      const row = await lock(manager, id, 'reported');
      assertOtherPerson(actor, row.reportedBy.id);
      await manager.query(
        `UPDATE sink_reversal SET status = 'rejected', decided_by = $2, decided_at = now(), decision = $3 WHERE id = $1`,
        [id, JSON.stringify(by(actor)), decision.trim()],
      );
      await this.record(manager, actor, 'rejected', id, {});
      return one(manager, id);
    });
  }

  /** Only a later passed verification shows that what was there stands again. */
  restore(actor: Actor, id: string, verification: string): Promise<ReversalRow> {
    return this.work.run(actor, async (manager) => {
      const row = await lock(manager, id, 'confirmed');
      const [found] = await manager.query(
        `SELECT v.number, v.run_id AS run, p.method, (upper(m.during) - 1)::text > $3 AS later
         FROM sink_verification v JOIN sink_monitoring_period m ON m.id = v.period_id JOIN sink_project p ON p.id = v.project_id
         WHERE v.id = $1 AND v.project_id = $2 AND v.status = 'passed'`,
        [verification, row.projectId, row.happenedOn],
      );
      if (!found) throw refuseAny('NOT_FOUND');
      const stock = stockOf(await runOf(manager, found.run), this.rules.compared(found.method)?.stock) ?? '0';
      if (!found.later || Rational.parse(stock).cmp(Rational.parse(row.verifiedStock)) < 0)
        throw refuse('NOT_RESTORED', { number: found.number, found: stock, wanted: row.verifiedStock });
      await manager.query(
        `UPDATE sink_reversal SET status = 'restored', restored_by = $2, restored_at = now(), restored_on = $3 WHERE id = $1`,
        [id, JSON.stringify(by(actor)), verification],
      );
      await this.record(manager, actor, 'restored', id, { verification: found.number });
      return one(manager, id);
    });
  }

  private async post(
    manager: EntityManager,
    actor: Actor,
    row: ReversalRow,
    takes: { account: string; asset: string; amount: bigint }[],
  ): Promise<string> {
    const legs: Leg[] = [];
    for (const { account, asset, amount } of takes) {
      const { id } = await this.accounts.asset(manager, asset);
      const to = await this.accounts.ensure(manager, { owner: row.organisationId, asset: id, purpose: 'retired' });
      legs.push({ kind: 'replenish', from: account, to, amount: `${amount}` });
    }
    const [{ today }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
    const command = {
      legs,
      businessDate: today,
      reference: row.id,
      document: row.number,
      reason: row.cause,
      maker: row.reportedBy.id,
      checker: actor.userId,
    };
    const [asked] = await this.ledger.submit(manager, systemActor, [{ route: ROUTE, key: row.id, command }]);
    if (asked!.code) throw refuseAny('CONFLICT');
    return asked!.request;
  }

  private record(manager: EntityManager, actor: Actor, step: string, id: string, details: Record<string, unknown>) {
    return this.audit.record(manager, {
      actor,
      action: `sink_reversal.${step}`,
      subject: { type: 'sink_reversal', id },
      details,
    });
  }
}

/** How much of the shape lies on the project's land, and what share of the land that is. */
async function insideOf(manager: EntityManager, project: string, area: MultiPolygon) {
  const boundaries: { shape: MultiPolygon; metres: string }[] = await manager.query(
    `SELECT b.shape, b.square_metres::text AS metres FROM sink_area a
     JOIN sink_boundary b ON b.area_id = a.id AND b.superseded_at IS NULL WHERE a.project_id = $1`,
    [project],
  );
  const inside = boundaries.reduce((sum, { shape }) => sum + overlapOf(area, shape), 0);
  const metres = Rational.fromNumber(Math.round(inside * 100) / 100);
  const all = boundaries.reduce((sum, one) => sum.add(Rational.parse(one.metres)), Rational.ZERO);
  return {
    hectares: metres.div(Rational.of(10_000)),
    share: all.isZero() ? Rational.ZERO : metres.cmp(all) > 0 ? Rational.ONE : metres.div(all),
  };
}

export async function buffersOf(manager: EntityManager, project: string): Promise<BufferAccount[]> {
  const rows: { account: string; asset: string; vintage: number; balance: string }[] = await manager.query(
    `SELECT c.id AS account, s.code AS asset, s.vintage, c.posted::text AS balance FROM sink_issuance i
     JOIN sink_issuance_lot l ON l.issuance_id = i.id JOIN ledger_asset s ON s.code = l.asset
     JOIN ledger_account c ON c.asset_id = s.id AND c.purpose = 'buffer' AND c.organisation_id = i.organisation_id
     WHERE i.project_id = $1 ORDER BY s.vintage, s.code`,
    [project],
  );
  return rows.map(({ balance, ...row }) => ({ ...row, balance: BigInt(balance) }));
}

async function lock(manager: EntityManager, id: string, status: ReversalRow['status']): Promise<ReversalRow> {
  const [row]: ReversalRow[] = await manager.query(`${SELECT_REVERSAL} WHERE r.id = $1 FOR UPDATE OF r`, [id]);
  if (!row) throw refuseAny('NOT_FOUND');
  if (row.status !== status) throw refuse('REVERSAL_STATE', { status: row.status });
  return row;
}

async function one(manager: EntityManager, id: string): Promise<ReversalRow> {
  const [row]: ReversalRow[] = await manager.query(`${SELECT_REVERSAL} WHERE r.id = $1`, [id]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row;
}
