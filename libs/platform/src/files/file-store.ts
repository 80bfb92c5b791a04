/** Where uploaded files are kept: by content, so that the same bytes are stored once and cannot be changed unseen. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline, Readable, Transform } from 'node:stream';
import { pipeline as whole } from 'node:stream/promises';
import { type FileKind, HEAD_BYTES, kindOf } from './file-kind';
import { refuse } from './files.messages';

export interface StoredFile {
  /** SHA-256 of the content, hex; also its address. */
  sha256: string;
  bytes: number;
  kind?: FileKind;
}

export interface PutOptions {
  /** More is refused, before it is stored. The service's limit for uploads where nothing else is said. */
  maxBytes?: number;
  /** Whatever is none of these is refused; everything is taken where nothing is said. */
  kinds?: readonly FileKind[];
}

export abstract class FileStore {
  constructor(private readonly limits: { maxUploadBytes: number; folder?: string }) {}

  /** Stores the content, unless the very same is there already. */
  async put(content: Buffer | Readable, { maxBytes, kinds }: PutOptions = {}): Promise<StoredFile> {
    const parent = this.limits.folder ?? tmpdir();
    await mkdir(parent, { recursive: true });
    // In a file first: its address is known only when all of it is there, and big files are many.
    const folder = await mkdtemp(join(parent, 'incoming-'));
    try {
      const draft = join(folder, 'content');
      const file = await spool(content, draft, maxBytes ?? this.limits.maxUploadBytes);
      if (kinds && !(file.kind && kinds.includes(file.kind)))
        throw refuse('FILE_KIND_REFUSED', { kinds: kinds.join(', ') });
      await this.keep(draft, file);
      return file;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The content; the stream fails at its end where the bytes are no longer those that were stored. */
  async get(sha256: string): Promise<Readable> {
    const source = await this.read(address(sha256));
    const hash = createHash('sha256');
    const checked = new Transform({
      transform: (chunk: Buffer, _, next) => (hash.update(chunk), next(null, chunk)),
      flush: (done) => done(hash.digest('hex') === sha256 ? null : new Error(`the file ${sha256} was changed`)),
    });
    return pipeline(source, checked, () => {}); // whoever reads hears of errors
  }

  /** What is not there is as good as deleted. */
  delete(sha256: string): Promise<void> {
    return this.remove(address(sha256));
  }

  protected abstract keep(draft: string, file: StoredFile): Promise<void>;
  /** Refuses with FILE_NOT_FOUND before anything is read. */
  protected abstract read(sha256: string): Promise<Readable>;
  protected abstract remove(sha256: string): Promise<void>;
}

function address(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw refuse('FILE_NOT_FOUND');
  return sha256;
}

async function spool(content: Buffer | Readable, path: string, limit: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  const measured = new Transform({
    transform(chunk: Buffer, _, next) {
      bytes += chunk.length;
      if (bytes > limit) return next(refuse('FILE_TOO_LARGE', { limit }));
      hash.update(chunk);
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
      return next(null, chunk);
    },
  });
  const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
  await whole(source, measured, createWriteStream(path, { mode: 0o600 }));
  return { sha256: hash.digest('hex'), bytes, kind: kindOf(head) };
}
