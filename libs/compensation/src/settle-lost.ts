/** Work whose job was given up is over too: its roster says so, and can be uploaded again. */
import { Injectable } from '@nestjs/common';
import {
  AuditService,
  defineJob,
  defineSchedule,
  faultOf,
  type Handler,
  JobHandler,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import './roster/roster.messages';
import { failRun } from './run/close.handler';

const settleLost = defineJob<Record<string, never>>('compensation/settle-lost');
defineSchedule(settleLost, 60);

@JobHandler(settleLost)
@Injectable()
export class SettleLost implements Handler<Record<string, never>> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  async handle(): Promise<void> {
    await this.work.run(systemActor, endLostRosters);
    await this.work.run(systemActor, (manager) => endLostRuns(manager, this.audit));
  }
}

export async function endLostRosters(manager: EntityManager): Promise<number> {
  const [rows] = await manager.query(
    `UPDATE compensation_roster r SET status = 'refused', fault_count = 1, faults = $1, finished_at = now() FROM job j
     WHERE j.id = r.job_id AND r.status IN ('waiting', 'importing') AND j.status IN ('dead', 'failed', 'cancelled')
     RETURNING r.id`,
    [JSON.stringify([faultOf('ROSTER_IMPORT_LOST', { table: 'roster' })])],
  );
  return rows.length;
}

export async function endLostRuns(manager: EntityManager, audit: AuditService): Promise<number> {
  const lost: { id: string }[] = await manager.query(
    `SELECT DISTINCT r.id FROM compensation_run r JOIN job j ON j.payload->>'runId' = r.id::text
     WHERE r.status = 'running' AND j.status IN ('dead', 'failed', 'cancelled')
       AND j.name IN ('compensation/calculate-banner', 'compensation/close-run')`,
  );
  for (const { id } of lost) await failRun(manager, audit, systemActor, id, [faultOf('CALCULATION_LOST', {})]);
  return lost.length;
}
