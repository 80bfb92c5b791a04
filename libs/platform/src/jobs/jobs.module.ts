import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobEvents } from './job-events';
import { Jobs } from './jobs';
import { JobsController } from './jobs.controller';
import { JobQueue } from './queue';
import { Relay } from './relay';
import { Schedules } from './schedules';
import { JobWorker } from './worker';

@Global()
@Module({})
export class JobsModule {
  /** Asks for jobs and watches them. */
  static asking(): DynamicModule {
    return {
      module: JobsModule,
      controllers: [JobsController],
      providers: [Jobs, JobEvents, JobQueue],
      exports: [Jobs, JobEvents, JobQueue],
    };
  }

  /** Also carries them to Redis and runs them. */
  static working(): DynamicModule {
    return {
      module: JobsModule,
      imports: [DiscoveryModule],
      providers: [Jobs, JobEvents, JobQueue, Schedules, Relay, JobWorker],
      exports: [Jobs, JobEvents, JobQueue],
    };
  }
}
