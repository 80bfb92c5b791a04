/** Tells whoever watches the process that it works: a file is touched as long as Postgres answers. */
import { writeFileSync } from 'node:fs';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { DataSource } from 'typeorm';

const EVERY_MS = 10_000;

@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly source: DataSource,
    private readonly config: PlatformConfig,
  ) {}

  onApplicationBootstrap(): void {
    const file = this.config.heartbeatFile;
    if (!file) return;
    const beat = () =>
      this.source.query('SELECT 1').then(
        () => writeFileSync(file, ''),
        () => {}, // a missing beat is the message
      );
    void beat();
    this.timer = setInterval(() => void beat(), EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
