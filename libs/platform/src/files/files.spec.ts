/** Both stores behave the same: the folder, and a bucket of a small server that checks every signature. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PlatformConfig } from '../config';
import { kindOf } from './file-kind';
import type { FileStore } from './file-store';
import { FilesModule } from './index';
import { LocalFileStore } from './local-file-store';
import { S3FileStore } from './s3/s3-file-store';
import { signV4 } from './s3/sign-v4';
import { Test } from '@nestjs/testing';
import { ConfigModule } from '../config';

const LIMIT = 1_000_000;
const credentials = { accessKeyId: 'AK', secretAccessKey: 'a secret/+', sessionToken: 'session' };
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** Keeps objects by path; knows one client. */
class Bucket {
  readonly objects = new Map<string, Buffer>();
  readonly log: string[] = [];
  /** Answers the next requests with a server error. */
  broken = 0;
  private server: Server;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      void buffer(request).then((body) => {
        const path = request.url!;
        this.log.push(request.method!);
        if (this.broken > 0) {
          this.broken--;
          return response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
        }
        if (!this.knows(request.method!, path, request.headers, body)) return response.writeHead(403).end();
        const object = this.objects.get(path);
        if (request.method === 'PUT') this.objects.set(path, body);
        if (request.method === 'DELETE') this.objects.delete(path);
        if (request.method === 'PUT') return response.writeHead(200).end();
        if (request.method === 'DELETE') return response.writeHead(204).end();
        if (!object) return response.writeHead(404).end();
        return response.writeHead(200, { 'Content-Length': object.length }).end(request.method === 'GET' ? object : '');
      });
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  /** Signs what has arrived, as the client should have, and compares. */
  private knows(method: string, path: string, headers: NodeJS.Dict<string | string[]>, body: Buffer): boolean {
    const names = /SignedHeaders=([^,]+)/.exec(String(headers.authorization))?.[1]?.split(';') ?? [];
    const time = String(headers['x-amz-date']).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z');
    const given = Object.fromEntries(
      names
        .filter((name) => !['host', 'x-amz-date', 'x-amz-security-token'].includes(name))
        .map((n) => [n, String(headers[n])]),
    );
    const url = new URL(path, `http://${headers.host}`);
    const at = new Date(time);
    const signed = signV4({ method, url, headers: given, bodyHash: sha256(body) }, credentials, {
      region: 'cn-north-1',
      at,
    });
    return (
      signed.authorization === headers.authorization &&
      headers['x-amz-content-sha256'] === sha256(body) &&
      headers['x-amz-security-token'] === credentials.sessionToken &&
      Math.abs(at.getTime() - Date.now()) < 60_000
    );
  }
}

const bucket = new Bucket();
let endpoint: string;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qingheng-files-'));
  endpoint = await bucket.start();
});
afterAll(async () => {
  await bucket.stop();
  rmSync(folder, { recursive: true, force: true });
});

const s3 = (more: object = {}) =>
  new S3FileStore(
    { ...credentials, endpoint, region: 'cn-north-1', bucket: 'files', prefix: 'qh/up', ...more },
    { maxUploadBytes: LIMIT },
  );
const makers: Record<string, () => FileStore> = {
  'a folder': () => new LocalFileStore({ dataDir: folder, maxUploadBytes: LIMIT }),
  'a bucket': () => s3(),
};

describe.each(Object.keys(makers))('files in %s', (name) => {
  const store = () => makers[name]!();

  it('come back as they went, from a buffer or a stream, also empty ones', async () => {
    const big = randomBytes(LIMIT);
    for (const content of [Buffer.from('内蒙古'), Buffer.alloc(0), big]) {
      const put = await store().put(content);
      expect(put).toMatchObject({ sha256: sha256(content), bytes: content.length });
      expect((await buffer(await store().get(put.sha256))).equals(content)).toBe(true);
    }
    const streamed = randomBytes(300_000);
    const chunks = [streamed.subarray(0, 1), streamed.subarray(1, 200_000), streamed.subarray(200_000)];
    const put = await store().put(Readable.from(chunks));
    expect((await buffer(await store().get(put.sha256))).equals(streamed)).toBe(true);
  });

  it('are stored once, also when many bring the same at once', async () => {
    const content = randomBytes(1000);
    const puts = await Promise.all(Array.from({ length: 5 }, () => store().put(content)));
    expect(new Set(puts.map(({ sha256: address }) => address))).toEqual(new Set([sha256(content)]));
    expect((await buffer(await store().get(sha256(content)))).equals(content)).toBe(true);
  });

  it('are refused when they are too large or not of the kind, before anything is kept', async () => {
    const large = randomBytes(2001);
    await expect(store().put(large, { maxBytes: 2000 })).rejects.toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
    await expect(store().put(Readable.from([large, large]), { maxBytes: 2000 })).rejects.toMatchObject({ status: 413 });
    await expect(store().put(randomBytes(LIMIT + 1))).rejects.toMatchObject({ params: { limit: LIMIT } });
    const program = Buffer.from('\x7fELF and so on');
    await expect(store().put(program, { kinds: ['pdf', 'png'] })).rejects.toMatchObject({ code: 'FILE_KIND_REFUSED' });
    for (const content of [large, program])
      await expect(store().get(sha256(content))).rejects.toMatchObject({ status: 404 });
    expect(await store().put(Buffer.from('%PDF-1.7\n…'), { kinds: ['pdf'] })).toMatchObject({ kind: 'pdf' });
  });

  it('are gone when deleted, and what is no address names nothing', async () => {
    const { sha256: address } = await store().put(randomBytes(10));
    await store().delete(address);
    await store().delete(address);
    await expect(store().get(address)).rejects.toMatchObject({ status: 404, code: 'FILE_NOT_FOUND' });
    await expect(store().get('../secret')).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  it('do not come back changed', async () => {
    const content = randomBytes(100);
    const { sha256: address } = await store().put(content);
    const changed = Buffer.from(content).fill(0, 50);
    const path = `${address.slice(0, 2)}/${address}`;
    writeFileSync(join(folder, 'files', 'xx'), '');
    if (name === 'a folder') writeFileSync(join(folder, 'files', path), changed);
    else bucket.objects.set(`/files/qh/up/${path}`, changed);
    await expect(store().get(address).then(buffer)).rejects.toThrow('was changed');
  });

  it('leave nothing behind where a sender breaks off', async () => {
    const broken = new Readable({ read() {} });
    broken.push(randomBytes(10));
    setTimeout(() => broken.destroy(new Error('gone')), 10);
    await expect(store().put(broken)).rejects.toThrow('gone');
    const left = readdirSync(join(folder, 'files')).filter((entry) => entry.startsWith('incoming-'));
    expect(left).toEqual([]);
  });
});

describe('a bucket', () => {
  it('is asked again after a passing trouble, and given up after three', async () => {
    const content = randomBytes(10);
    bucket.broken = 2;
    await s3().put(content);
    bucket.broken = 3;
    await expect(s3().get(sha256(content))).rejects.toMatchObject({ status: 503, code: 'FILES_UNAVAILABLE' });
    await expect(s3({ endpoint: 'http://127.0.0.1:9' }).put(content)).rejects.toMatchObject({ status: 503 });
  });

  it('is not sent what it has', async () => {
    const content = randomBytes(10);
    bucket.log.length = 0;
    await s3().put(content);
    await s3().put(content);
    expect(bucket.log).toEqual(['HEAD', 'PUT', 'HEAD']);
  });

  it('is not for strangers', async () => {
    await expect(s3({ secretAccessKey: 'another' }).put(randomBytes(10))).rejects.toMatchObject({ status: 503 });
  });
});

describe('QH_FILES', () => {
  const env = {
    ...{ DATABASE_URL: 'postgres://x/y', REDIS_URL: 'redis://x', QH_SECRET: 'x'.repeat(32) },
    ...{ AWS_ACCESS_KEY_ID: 'AK', AWS_SECRET_ACCESS_KEY: 'secret' },
  };
  const config = (QH_FILES?: string, more: object = {}) => PlatformConfig.from({ ...env, QH_FILES, ...more });
  const storeFor = async (chosen: PlatformConfig) => {
    const module = await Test.createTestingModule({ imports: [ConfigModule.for(chosen), FilesModule] }).compile();
    const { FileStore } = await import('./file-store');
    return module.get(FileStore);
  };

  it('chooses the store', async () => {
    expect(await storeFor(config())).toBeInstanceOf(LocalFileStore);
    expect(await storeFor(config('s3://my-bucket'))).toBeInstanceOf(S3FileStore);
  });

  it('names bucket, prefix, endpoint and region', () => {
    expect(config('s3://my-bucket/a/b/?endpoint=https://oss.test:9000&region=cn-1').files).toEqual({
      ...{ bucket: 'my-bucket', prefix: 'a/b', endpoint: 'https://oss.test:9000', region: 'cn-1' },
      ...{ accessKeyId: 'AK', secretAccessKey: 'secret' },
    });
    expect(config('s3://my-bucket').files).toMatchObject({
      endpoint: 'https://s3.us-east-1.amazonaws.com',
      prefix: '',
    });
  });

  it.each([
    ['https://bucket', {}, 'must look like'],
    ['s3://b?endpoint=ftp://x', {}, 'must look like'],
    ['s3://bucket?endpoint=ftp://x', {}, 'endpoint'],
    ['s3://bucket/a%20b', {}, 'prefix'],
    ['s3://bucket', { AWS_SECRET_ACCESS_KEY: '' }, 'AWS_SECRET_ACCESS_KEY'],
  ])('%s %j stops the start', (address, more, reason) => expect(() => config(address, more)).toThrow(reason));
});

it.each([
  ['pdf', Buffer.from('%PDF-1.4')],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['zip', Buffer.from('PK\x03\x04…', 'latin1')],
  ['parquet', Buffer.from('PAR1\x00', 'latin1')],
  ['text', Buffer.from('户,亩\n1,2\n')],
  ['text', Buffer.from('亩'.repeat(2000)).subarray(0, 4096)],
  ['text', Buffer.alloc(0)],
  [undefined, Buffer.from([0, 1, 2])],
  [undefined, Buffer.from([0xff, 0xfe, 0x41])],
])('knows %s by its content', (kind, head) => expect(kindOf(head)).toBe(kind));
