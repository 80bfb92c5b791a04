import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore, type StoredFile } from './file-store';
import { refuse } from './files.messages';

/** In the data folder. */
export class LocalFileStore extends FileStore {
  private readonly folder: string;

  constructor({ dataDir, maxUploadBytes }: { dataDir: string; maxUploadBytes: number }) {
    const folder = join(dataDir, 'files');
    super({ maxUploadBytes, folder });
    this.folder = folder;
  }

  protected async keep(draft: string, { sha256 }: StoredFile): Promise<void> {
    const path = this.pathOf(sha256);
    if (await stat(path).catch(() => undefined)) return;
    const file = await open(draft, 'r');
    await file.sync().finally(() => file.close());
    await mkdir(dirname(path), { recursive: true });
    await rename(draft, path); // a reader sees all of it or nothing
  }

  protected async read(sha256: string): Promise<Readable> {
    const path = this.pathOf(sha256);
    if (!(await stat(path).catch(() => undefined))) throw refuse('FILE_NOT_FOUND');
    return createReadStream(path);
  }

  protected async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}
