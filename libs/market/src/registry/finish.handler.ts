/** By the clock: operations whose process ended between the approval and the book's answer. */
import { defineJob, defineSchedule, type Handler, JobHandler } from '@qingheng/platform';
import { RegistryService } from './registry.service';

export const finishOperations = defineJob<Record<string, never>>('registry.finish');
defineSchedule(finishOperations, 60);

@JobHandler(finishOperations)
export class FinishHandler implements Handler<Record<string, never>> {
  constructor(private readonly registry: RegistryService) {}

  handle(): Promise<void> {
    return this.registry.finishAll();
  }
}
