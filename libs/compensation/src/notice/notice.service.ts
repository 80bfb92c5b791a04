/** Public notice 公示: a masked list for its days, and what people object to in them. */
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AuditService,
  faultOf,
  type Page,
  pageOf,
  refuse as refuseAny,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { yuan } from '../money/fen';
import { contextOf, HouseholdSeal } from '../privacy/household-seal';
import { masked } from '../privacy/mask';
import { takeDuty } from '../programme/duties';
import { lockProgramme, requireStage } from '../programme/programme.record';
import { step } from '../programme/step';
import { refuseNotice as refuse } from './notice.messages';

const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

interface Listed {
  id: string;
  number: string;
  programmeId: string;
  quantities: object;
  sealed: Buffer;
  amount: string;
}

@Injectable()
export class NoticeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly seal: HouseholdSeal,
    private readonly audit: AuditService,
  ) {}

  open(actor: Actor, programmeId: string, { from, contact }: { from: string; contact: string }) {
    return this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      requireStage(programme, 'reviewed');
      await takeDuty(manager, actor, programme, 'clerk');
      const [{ past }] = await manager.query(`SELECT $1::date < ${TODAY} AS past`, [from]);
      if (past) throw refuse('NOTICE_IN_PAST', {}, [faultOf('NOTICE_IN_PAST', { column: 'from' })]);
      const [notice] = await manager.query(
        `INSERT INTO compensation_notice (organisation_id, programme_id, run_id, first_day, last_day, contact, created_by)
         VALUES ($1, $2, $3, $4::date, $4::date + $5::int - 1, $6, $7)
         RETURNING id, first_day::text AS "from", last_day::text AS "to", contact`,
        [
          ...[programme.organisationId, programmeId, programme.runId, from, programme.noticeDays, contact.trim()],
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      await step(manager, this.audit, actor, programme, { act: 'notice_opened', stage: 'notice', details: notice });
      return notice as { id: string; from: string; to: string; contact: string };
    });
  }

  /** For everybody, in the days of the notice and in no others. */
  published(noticeId: string, { banner, after, limit }: { banner: string; after?: string; limit: number }) {
    return this.work.run(systemActor, async (manager) => {
      const [notice] = await manager.query(
        `SELECT n.run_id, n.first_day::text AS "from", n.last_day::text AS "to", n.contact, p.title, p.year,
           p.legal_basis AS "legalBasis", p.method FROM compensation_notice n JOIN compensation_programme p ON p.id = n.programme_id
         WHERE n.id = $1 AND p.stage = 'notice' AND p.run_id = n.run_id AND ${TODAY} BETWEEN n.first_day AND n.last_day`,
        [noticeId],
      );
      if (!notice) throw refuseAny('NOT_FOUND');
      const { run_id: runId, ...shown } = notice;
      return { ...shown, ...(await this.list(manager, runId, { banner, after, limit })) };
    });
  }

  object(
    actor: Actor,
    programmeId: string,
    { household, text }: { household?: string; text: string },
  ): Promise<{ id: string }> {
    return this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      requireStage(programme, 'notice');
      await takeDuty(manager, actor, programme, 'clerk');
      const [{ id }] = await manager.query(
        `INSERT INTO compensation_objection (organisation_id, notice_id, household, text, received_by)
         SELECT organisation_id, id, $2, $3, $4 FROM compensation_notice WHERE run_id = $1 RETURNING id`,
        [programme.runId, household ?? null, text.trim(), JSON.stringify({ id: actor.userId, name: actor.name })],
      );
      await step(manager, this.audit, actor, programme, { act: 'objection_received', details: { objection: id } });
      return { id };
    });
  }

  resolve(
    actor: Actor,
    programmeId: string,
    id: string,
    { outcome, reason }: { outcome: 'dismissed' | 'upheld'; reason: string },
  ): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const programme = await lockProgramme(manager, actor, programmeId, { own: true });
      requireStage(programme, 'notice');
      await takeDuty(manager, actor, programme, 'clerk');
      const [objection] = await manager.query(
        `SELECT o.outcome FROM compensation_objection o JOIN compensation_notice n ON n.id = o.notice_id
         WHERE o.id = $1 AND n.run_id = $2`,
        [id, programme.runId],
      );
      if (!objection) throw refuseAny('NOT_FOUND');
      if (objection.outcome) throw refuse('OBJECTION_RESOLVED');
      await manager.query(
        `UPDATE compensation_objection SET outcome = $2, reason = $3, resolved_by = $4, resolved_at = now() WHERE id = $1`,
        [id, outcome, reason.trim(), JSON.stringify({ id: actor.userId, name: actor.name })],
      );
      await step(manager, this.audit, actor, programme, {
        act: 'objection_resolved',
        details: { objection: id, outcome, reason: reason.trim() },
      });
    });
  }

  objections(actor: Actor, programmeId: string): Promise<object[]> {
    return this.work.run(actor, (manager) =>
      manager.query(
        `SELECT o.id, o.household, o.text, o.received_by AS "receivedBy", to_json(o.received_at)#>>'{}' AS "receivedAt",
           o.outcome, o.reason, o.resolved_by AS "resolvedBy" FROM compensation_objection o
         JOIN compensation_notice n ON n.id = o.notice_id WHERE n.programme_id = $1 ORDER BY o.id`,
        [programmeId],
      ),
    );
  }

  private async list(
    manager: EntityManager,
    runId: string,
    { banner, after, limit }: { banner: string; after?: string; limit: number },
  ): Promise<Page<object>> {
    const rows: Listed[] = await manager.query(
      `SELECT a.id, h.number, h.programme_id AS "programmeId", h.quantities, h.sealed, a.amount_fen AS amount
       FROM compensation_allotment a JOIN compensation_household h ON h.id = a.household_id
       WHERE a.run_id = $1 AND a.banner = $2 AND ($3::uuid IS NULL OR a.id > $3) ORDER BY a.id LIMIT $4`,
      [runId, banner, after ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, ({ id }) => [id]);
    const view = ({ number, programmeId, quantities, sealed, amount }: Listed) => {
      const { name, identity } = masked(this.seal.open(contextOf(programmeId, number), sealed));
      return { number, name, identity, quantities, amount: yuan(amount) };
    };
    return { ...page, items: page.items.map(view) };
  }
}

export async function requireUndisputed(manager: EntityManager, runId: string): Promise<void> {
  const [found] = await manager.query(
    `SELECT n.last_day::text AS last, n.last_day < ${TODAY} AS over,
       count(o.id) FILTER (WHERE o.outcome IS NULL)::int AS open, count(o.id) FILTER (WHERE o.outcome = 'upheld')::int AS upheld
     FROM compensation_notice n LEFT JOIN compensation_objection o ON o.notice_id = n.id WHERE n.run_id = $1 GROUP BY n.id`,
    [runId],
  );
  if (found.upheld) throw refuse('OBJECTION_UPHELD');
  if (found.open) throw refuse('OBJECTION_OPEN', { count: found.open });
  if (!found.over) throw refuse('NOTICE_NOT_OVER', { last: found.last });
}
