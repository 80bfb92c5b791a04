import { Injectable } from '@nestjs/common';
import { defineJob, defineSchedule, type Handler, JobHandler, systemActor, UnitOfWork } from '@qingheng/platform';
import { endLostRuns } from './run.handler';

const settleLostRuns = defineJob<Record<string, never>>('pipeline/settle-lost-runs');
defineSchedule(settleLostRuns, 60);

@JobHandler(settleLostRuns)
@Injectable()
export class LostRuns implements Handler<Record<string, never>> {
  constructor(private readonly work: UnitOfWork) {}

  async handle(): Promise<void> {
    await this.work.run(systemActor, endLostRuns);
  }
}
