/** Keys are kept a day: longer than anything retries. */
import { Injectable } from '@nestjs/common';
import { systemActor } from '../access';
import { UnitOfWork } from '../database';
import { defineJob, defineSchedule, type Handler, JobHandler } from '../jobs';

const purgeKeys = defineJob<Record<string, never>>('platform/purge-idempotency-keys');
defineSchedule(purgeKeys, 3600);

@JobHandler(purgeKeys)
@Injectable()
export class PurgeIdempotencyKeys implements Handler<Record<string, never>> {
  constructor(private readonly work: UnitOfWork) {}

  async handle(): Promise<void> {
    await this.work.run(systemActor, (manager) =>
      manager.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '1 day'`),
    );
  }
}
