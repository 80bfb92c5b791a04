/** By the clock of the database: a footprint whose validity, or whose label's, is over is deprecated, and who could see it is told. */
import { Injectable } from '@nestjs/common';
import { defineJob, defineSchedule, type Handler, JobHandler, systemActor, UnitOfWork } from '@qingheng/platform';
import { PublishService } from '../publish/publish.service';

export const expireFootprints = defineJob<Record<string, never>>('pact/expire');
defineSchedule(expireFootprints, 600);

@JobHandler(expireFootprints)
@Injectable()
export class ExpiryHandler implements Handler<Record<string, never>> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly publishing: PublishService,
  ) {}

  /** In small transactions: a worker that is lost midway leaves the rest to the next. */
  async handle(): Promise<void> {
    while (await this.work.run(systemActor, (manager) => this.publishing.validityEnded(manager, systemActor)));
  }
}
