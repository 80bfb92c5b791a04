export { defineJob, type Handler, type JobContext, JobHandler, type JobType } from './job-type';
export { Jobs, type JobState, type JobStatus } from './jobs';
export { JobEvents } from './job-events';
export { JobQueue, redisFor } from './queue';
export { defineSchedule } from './schedules';
export { JobsModule } from './jobs.module';
export { Jobs1700000000100 } from './jobs.migration';
