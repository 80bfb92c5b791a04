/** A worker in a process of its own, to be killed: its one kind of job writes ten lines, each in a transaction. */
import { Injectable } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  AuditModule,
  AuditService,
  ConfigModule,
  DatabaseModule,
  defineJob,
  type Handler,
  type JobContext,
  JobHandler,
  JobsModule,
  PlatformConfig,
  platformEntities,
  PurgeIdempotencyKeys,
  UnitOfWork,
} from '@qingheng/platform';

export const STEPS = 10;
export const tally = defineJob<{ stepMs: number }>('spec/tally');

@JobHandler(tally)
@Injectable()
class TallyHandler implements Handler<{ stepMs: number }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** Goes on where an earlier attempt was lost, and says once that it is done. */
  async handle({ stepMs }: { stepMs: number }, { jobId, actor, signal, progress }: JobContext): Promise<void> {
    for (let step = 1; step <= STEPS && !signal.aborted; step++) {
      await this.work.run(actor, async (manager) => {
        const text = `INSERT INTO tally (job_id, step, pid) VALUES ($1, $2, $3) ON CONFLICT (job_id, step) DO NOTHING
          RETURNING step`;
        const added = await manager.query(text, [jobId, step, process.pid]);
        if (added.length && step === STEPS)
          await this.audit.record(manager, { actor, action: 'tally.done', subject: { type: 'job', id: jobId } });
      });
      await progress(step / STEPS);
      await new Promise((resolve) => setTimeout(resolve, stepMs));
    }
  }
}

async function main(): Promise<void> {
  const config = PlatformConfig.from();
  class Working {}
  const module = {
    module: Working,
    imports: [ConfigModule.for(config), DatabaseModule.for(platformEntities), JobsModule.working(), AuditModule],
    providers: [TallyHandler, PurgeIdempotencyKeys],
  };
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
  app.enableShutdownHooks();
  process.send?.('ready');
}

if (require.main === module) void main();
