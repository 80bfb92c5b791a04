/** By the clock: what is late in every programme, kept until it no longer is. Since when it is late stays as first seen. */
import { Injectable } from '@nestjs/common';
import { defineJob, defineSchedule, type Handler, JobHandler, systemActor, UnitOfWork } from '@qingheng/platform';
import { CODES, DeadlineRules } from './deadline.rules';

const checkDeadlines = defineJob<Record<string, never>>('compensation/check-deadlines');
defineSchedule(checkDeadlines, 3_600);

@JobHandler(checkDeadlines)
@Injectable()
export class DeadlineHandler implements Handler<Record<string, never>> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: DeadlineRules,
  ) {}

  async handle(): Promise<void> {
    const days = CODES.map((code) => this.rules.all.find((rule) => rule.code === code)!.days);
    await this.work.run(systemActor, async (manager) => {
      await manager.query(`CREATE TEMP TABLE late ON COMMIT DROP AS ${LATE}`, [CODES, days]);
      await manager.query(`DELETE FROM compensation_deadline d WHERE NOT EXISTS
        (SELECT FROM late l WHERE (l.programme_id, l.code, l.subject) = (d.programme_id, d.code, d.subject))`);
      await manager.query(`INSERT INTO compensation_deadline (organisation_id, programme_id, code, subject, began, due)
        SELECT organisation_id, programme_id, code, subject, began, due FROM late ON CONFLICT DO NOTHING`);
    });
  }
}

/** Each thing that waits, with the day it began to; late where its days are over. */
const LATE = `
  WITH open AS (
    SELECT organisation_id, id AS programme_id, 'funds_unpaid' AS code, '' AS subject, funds_received_on AS began
    FROM compensation_programme WHERE stage NOT IN ('paid', 'closed') AND funds_received_on IS NOT NULL
    UNION ALL
    SELECT p.organisation_id, p.id, 'approval_due', '', n.last_day + 1 FROM compensation_programme p
    JOIN compensation_notice n ON n.run_id = p.run_id WHERE p.stage = 'notice'
    UNION ALL
    SELECT b.organisation_id, b.programme_id, 'answer_missing', b.number,
      (b.created_at AT TIME ZONE 'Asia/Shanghai')::date FROM compensation_batch b
    WHERE NOT EXISTS (SELECT FROM compensation_return r WHERE r.batch_id = b.id)
    UNION ALL
    SELECT organisation_id, programme_id, 'decision_waiting', number, (proposed_at AT TIME ZONE 'Asia/Shanghai')::date
    FROM compensation_decision WHERE status = 'proposed')
  SELECT o.*, o.began + r.days AS due FROM open o JOIN unnest($1::text[], $2::int[]) AS r(code, days) ON r.code = o.code
  WHERE o.began + r.days < (now() AT TIME ZONE 'Asia/Shanghai')::date`;
