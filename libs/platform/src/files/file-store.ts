/** Where uploaded files are kept: by content, so that the same bytes are stored once and cannot be changed unseen. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '../config';

export interface StoredFile {
  /** SHA-256 of the content, hex; also its address. */
  sha256: string;
  bytes: number;
}

export abstract class FileStore {
  abstract put(content: Buffer): Promise<StoredFile>;
  abstract get(sha256: string): Promise<Readable>;
}

@Injectable()
export class LocalFileStore extends FileStore {
  private readonly folder: string;

  constructor(config: PlatformConfig) {
    super();
    this.folder = join(config.dataDir, 'files');
  }

  async put(content: Buffer): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const path = this.pathOf(sha256);
    if (!(await stat(path).catch(() => undefined))) {
      await mkdir(join(path, '..'), { recursive: true });
      const draft = `${path}.${process.pid}.${Date.now()}`;
      try {
        await writeFile(draft, content, { mode: 0o600 });
        await rename(draft, path); // a reader sees all of it or nothing
      } finally {
        await rm(draft, { force: true });
      }
    }
    return { sha256, bytes: content.length };
  }

  async get(sha256: string): Promise<Readable> {
    const path = this.pathOf(sha256);
    await stat(path);
    return createReadStream(path);
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is addressed by its SHA-256');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}
