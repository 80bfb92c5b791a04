/** Rasters are read at random: each machine keeps a verified copy of what it computes from, for a day after its last use. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FileStore, PlatformConfig } from '@qingheng/platform';

const KEPT_MS = 24 * 3600 * 1000;
const MOST_BYTES = 64 * 1024 ** 3;

@Injectable()
export class RasterCopies {
  private readonly folder: string;

  constructor(
    config: PlatformConfig,
    private readonly files: FileStore,
  ) {
    this.folder = join(config.dataDir, 'raster-work');
  }

  /** A path for a file of this process alone. */
  async draft(): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    return join(this.folder, `draft-${randomUUID()}`);
  }

  /** Path of the content on this machine. The bytes were compared with their hash when they came. */
  async of(sha256: string): Promise<string> {
    const path = join(this.folder, sha256);
    if (await stat(path).catch(() => undefined)) {
      await utimes(path, new Date(), new Date());
      return path;
    }
    const draft = await this.draft();
    try {
      await pipeline(await this.files.get(sha256), createWriteStream(draft, { mode: 0o600 }));
      await rename(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
    return path;
  }

  async put(path: string): Promise<string> {
    return (await this.files.put(createReadStream(path), { maxBytes: MOST_BYTES })).sha256;
  }

  /** A scratch file under an address of its own: the same bytes may belong to another run, which deletes them when it ends. */
  async putScratch(mark: string, path: string): Promise<string> {
    const content = async function* () {
      yield Buffer.from(mark.padEnd(MARK_BYTES));
      yield* createReadStream(path);
    };
    return (await this.files.put(Readable.from(content()), { maxBytes: MOST_BYTES })).sha256;
  }

  delete(sha256: string): Promise<void> {
    return this.files.delete(sha256);
  }

  async forget(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > KEPT_MS) await rm(path, { recursive: true, force: true });
    }
  }
}

/** What stands before the bytes of a scratch file. */
export const MARK_BYTES = 64;
