/** What the database announces about jobs (LISTEN/NOTIFY), told to whoever waits in this process. */
import { EventEmitter } from 'node:events';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { PlatformConfig } from '../config';

@Injectable()
export class JobEvents implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(JobEvents.name);
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client?: Client;
  private stopped = false;

  constructor(private readonly config: PlatformConfig) {}

  onApplicationBootstrap(): Promise<void> {
    return this.listen();
  }

  onApplicationShutdown(): Promise<void> | undefined {
    this.stopped = true;
    return this.client?.end().catch(() => {});
  }

  onOutbox(listener: () => void): () => void {
    return this.on('qh_outbox', listener);
  }

  onJob(id: string, listener: () => void): () => void {
    return this.on(`qh_job ${id}`, listener);
  }

  private on(event: string, listener: () => void): () => void {
    this.emitter.on(event, listener);
    return () => this.emitter.off(event, listener);
  }

  /** An announcement may be lost with its connection; whoever waits therefore also looks for itself now and then. */
  private async listen(): Promise<void> {
    if (this.stopped) return;
    const client = new Client({ connectionString: this.config.databaseUrl, application_name: 'qingheng-events' });
    const retry = () => {
      if (this.client !== client || this.stopped) return;
      this.client = undefined;
      setTimeout(() => void this.listen(), 1_000).unref();
    };
    this.client = client;
    client.on('error', (error) => {
      this.log.warn(`announcements are interrupted: ${error.message}`);
      retry();
    });
    client.on('end', retry);
    client.on('notification', ({ channel, payload }) => {
      this.emitter.emit(channel === 'qh_job' ? `qh_job ${payload}` : channel);
    });
    try {
      await client.connect();
      await client.query('LISTEN qh_outbox; LISTEN qh_job');
    } catch {
      retry();
    }
  }
}
