/** By the clock: obligations that near their deadline, 60, 30 and 7 days before and after it; gone once nothing is left. */
import { Injectable } from '@nestjs/common';
import { defineJob, defineSchedule, type Handler, JobHandler, systemActor, UnitOfWork } from '@qingheng/platform';
import { RegistryRules } from '../registry/rules';

const remindOfObligations = defineJob<Record<string, never>>('registry/remind');
defineSchedule(remindOfObligations, 3_600);

@JobHandler(remindOfObligations)
@Injectable()
export class ReminderHandler implements Handler<Record<string, never>> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: RegistryRules,
  ) {}

  async handle(): Promise<void> {
    const years = [...this.rules.years.values()];
    await this.work.run(systemActor, async (manager) => {
      await manager.query(
        `CREATE TEMP TABLE near ON COMMIT DROP AS
         SELECT b.organisation_id, b.year, y.deadline, b.due - COALESCE((SELECT sum(amount::bigint) FROM registry_operation p
             WHERE p.organisation_id = b.organisation_id AND p.year = b.year AND p.operation IN ('surrender', 'offset')
               AND p.status = 'posted'), 0) AS rest,
           y.deadline - (now() AT TIME ZONE 'Asia/Shanghai')::date AS days
         FROM obligation b JOIN unnest($1::int[], $2::date[]) AS y(year, deadline) ON y.year = b.year`,
        [years.map(({ year }) => year), years.map(({ deadline }) => deadline)],
      );
      await manager.query(`DELETE FROM obligation_reminder r WHERE NOT EXISTS (SELECT FROM near n
        WHERE (n.organisation_id, n.year) = (r.organisation_id, r.year) AND n.rest > 0)`);
      await manager.query(`INSERT INTO obligation_reminder (organisation_id, year, stage, deadline)
        SELECT organisation_id, year, CASE WHEN days < 0 THEN 'overdue' WHEN days <= 7 THEN 'd7' WHEN days <= 30 THEN 'd30'
          ELSE 'd60' END, deadline FROM near WHERE rest > 0 AND days <= 60 ON CONFLICT DO NOTHING`);
    });
  }
}
