/** An import whose job was given up is over too: it says so, and the file can be uploaded again. */
import { Injectable } from '@nestjs/common';
import {
  defineJob,
  defineSchedule,
  faultOf,
  type Handler,
  JobHandler,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import './import.messages';

const settleLost = defineJob<Record<string, never>>('sink/settle-lost');
defineSchedule(settleLost, 60);

@JobHandler(settleLost)
@Injectable()
export class LostImports implements Handler<Record<string, never>> {
  constructor(private readonly work: UnitOfWork) {}

  async handle(): Promise<void> {
    await this.work.run(systemActor, endLost);
  }
}

export async function endLost(manager: EntityManager): Promise<number> {
  const over = `j.status IN ('dead', 'failed', 'cancelled')`;
  const fault = JSON.stringify([faultOf('IMPORT_LOST', { table: 'form' })]);
  const [imports] = await manager.query(
    `UPDATE sink_import i SET status = 'refused', fault_count = 1, faults = $1, finished_at = now() FROM job j
     WHERE j.id = i.job_id AND i.status IN ('waiting', 'importing') AND ${over} RETURNING i.id`,
    [fault],
  );
  const [stocks] = await manager.query(
    `UPDATE sink_stock s SET status = 'failed', faults = $1, finished_at = now() FROM job j
     WHERE j.id = s.job_id AND s.status = 'computing' AND ${over} RETURNING s.id`,
    [JSON.stringify([faultOf('STOCK_LOST', { table: 'stock' })])],
  );
  return imports.length + stocks.length;
}
