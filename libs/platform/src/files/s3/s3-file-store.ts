import { createReadStream } from 'node:fs';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { FileStore, type StoredFile } from '../file-store';
import { refuse } from '../files.messages';
import { type Credentials, EMPTY_HASH, signV4 } from './sign-v4';

export interface S3Settings extends Credentials {
  /** Of the service: the bucket is the first part of the path. */
  endpoint: string;
  region: string;
  bucket: string;
  /** Before every name, without slashes at its ends; may be empty. */
  prefix: string;
}

const ATTEMPTS = 3;
const SILENT_MS = 30_000;
const WAIT_MS = 200;

/** In a bucket of a service that speaks the protocol of Amazon S3. */
export class S3FileStore extends FileStore {
  constructor(
    private readonly settings: S3Settings,
    { maxUploadBytes }: { maxUploadBytes: number },
  ) {
    super({ maxUploadBytes });
  }

  protected async keep(draft: string, { sha256, bytes }: StoredFile): Promise<void> {
    const there = await this.ask('HEAD', sha256);
    if (there.statusCode === 200 && there.headers['content-length'] === String(bytes)) return;
    const answer = await this.ask('PUT', sha256, { path: draft, bytes });
    if (answer.statusCode !== 200) throw unavailable();
  }

  protected async read(sha256: string): Promise<Readable> {
    const answer = await this.ask('GET', sha256);
    if (answer.statusCode === 200) return answer;
    answer.resume();
    throw answer.statusCode === 404 ? refuse('FILE_NOT_FOUND') : unavailable();
  }

  protected async remove(sha256: string): Promise<void> {
    const { statusCode } = await this.ask('DELETE', sha256);
    if (statusCode !== 204 && statusCode !== 200 && statusCode !== 404) throw unavailable();
  }

  /** Asks again where the service was not there or in trouble: each request may be repeated without harm. */
  private async ask(method: string, sha256: string, body?: { path: string; bytes: number }): Promise<IncomingMessage> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.send(method, sha256, body).catch(() => undefined);
      if (answer && method !== 'GET') answer.resume();
      if (answer && answer.statusCode! < 500) return answer;
      answer?.resume();
      if (attempt === ATTEMPTS) throw unavailable();
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * attempt));
    }
  }

  private send(method: string, sha256: string, body?: { path: string; bytes: number }): Promise<IncomingMessage> {
    const { endpoint, bucket, prefix, region } = this.settings;
    const name = [bucket, prefix, sha256.slice(0, 2), sha256].filter(Boolean).join('/');
    const url = new URL(`${endpoint.replace(/\/$/, '')}/${name}`);
    const bodyHash = body ? sha256 : EMPTY_HASH; // the name is the hash of the content
    const headers = { 'x-amz-content-sha256': bodyHash, ...(body && { 'content-length': String(body.bytes) }) };
    const signed = signV4({ method, url, headers, bodyHash }, this.settings, { region });
    const open = url.protocol === 'https:' ? secureRequest : plainRequest;
    return new Promise((resolve, reject) => {
      const request = open(url, { method, headers: signed, timeout: SILENT_MS }, resolve);
      request.on('error', reject).on('timeout', () => request.destroy(new Error('the store is silent')));
      if (body) pipeline(createReadStream(body.path), request, (error) => error && reject(error));
      else request.end();
    });
  }
}

const unavailable = () => refuse('FILES_UNAVAILABLE', { retryAfter: 10 });
