import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { PlatformConfig } from '../config';

export const QUEUE = 'qingheng';

/** What BullMQ needs of a connection: it waits for Redis as long as it takes. */
export function redisFor(config: PlatformConfig): Redis {
  const redis = new Redis(config.redisUrl, { maxRetriesPerRequest: null, enableReadyCheck: true });
  const log = new Logger('Redis');
  let silent = false;
  redis.on('error', (error) => {
    if (!silent) log.warn(`Redis cannot be reached: ${error.message}`);
    silent = true;
  });
  redis.on('ready', () => (silent = false));
  return redis;
}

@Injectable()
export class JobQueue implements OnApplicationShutdown {
  readonly redis: Redis;
  private readonly queue: Queue;

  constructor(config: PlatformConfig) {
    this.redis = redisFor(config);
    this.queue = new Queue(QUEUE, { connection: this.redis });
    this.queue.on('error', () => {}); // the connection reports it
  }

  /** Hands jobs to the workers. One that is already waiting there is not added again: its id is taken. */
  async dispatch(jobs: { id: string; name: string; attempts: number }[]): Promise<void> {
    await this.queue.addBulk(
      jobs.map(({ id, name, attempts }) => ({
        name,
        data: { id },
        opts: { jobId: `${id}-${attempts}`, removeOnComplete: true, removeOnFail: true },
      })),
    );
  }

  waiting(): Promise<number> {
    return this.queue.getWaitingCount();
  }

  async onApplicationShutdown(): Promise<void> {
    // Closing takes BullMQ's listeners away: a connection still being sought would then fail unheard and end the process.
    if (this.redis.status === 'ready') await this.queue.close();
    this.redis.disconnect();
  }
}
