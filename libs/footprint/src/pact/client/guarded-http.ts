/**
 * Requests to addresses that people entered: https alone, no host inside the network unless it is named in
 * QH_PACT_PRIVATE_HOSTS. The address is checked where the connection is made, so a name that points elsewhere on second
 * thought gets nowhere; redirects are not followed.
 */
import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { Told } from '../notes';

const closed = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(net, prefix, 'ipv6');

/** Also IPv4 dressed as IPv6. */
export function isPrivate(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped) return isPrivate(mapped);
  const family = isIP(bare);
  if (family === 6 && /^::ffff:/i.test(bare)) return true;
  return family === 0 || closed.check(bare, family === 4 ? 'ipv4' : 'ipv6');
}

/** It did not come to an answer; the reason is for people. */
export class OutboundFault extends Told {}

export interface Outgoing {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

export interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

const TIMEOUT_MS = 20_000;
const MOST_BYTES = 50 * 1024 * 1024;

@Injectable()
export class GuardedHttp {
  constructor(private readonly config: PlatformConfig) {}

  /** Why an address cannot be used; undefined where it can. Names are looked up when they are called. */
  objection(address: string): { zh: string; en: string } | undefined {
    if (!URL.canParse(address)) return { zh: '不是网址', en: 'it is no address' };
    const url = new URL(address);
    if (url.username || url.password) return { zh: '不得含用户名或密码', en: 'it must not hold a name or password' };
    if (this.named(url)) return undefined;
    if (url.protocol !== 'https:') return { zh: '须为 https', en: 'it must be https' };
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (host === 'localhost' || host.endsWith('.localhost') || (isIP(host) && isPrivate(host)))
      return { zh: '指向内部网络', en: 'it points inside the network' };
    return undefined;
  }

  /** Throws OutboundFault. */
  async send(address: string, { method = 'GET', headers = {}, body }: Outgoing = {}): Promise<Reply> {
    const objection = this.objection(address);
    if (objection) throw new OutboundFault('EXCHANGE_NOT_CALLED', { address, ...objection });
    const url = new URL(address);
    const lookup = this.named(url) ? undefined : publicOnly;
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise<Reply>((done, failed) => {
      const fail = (error: Error) =>
        failed(new OutboundFault('EXCHANGE_NO_ANSWER', { origin: url.origin, reason: error.message }));
      const asked = request(
        url,
        {
          method,
          headers: { ...headers, ...(body !== undefined && { 'Content-Length': Buffer.byteLength(body) }) },
          lookup,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        },
        (answer) => {
          const parts: Buffer[] = [];
          let size = 0;
          answer.on('data', (part: Buffer) => {
            size += part.length;
            if (size > MOST_BYTES) answer.destroy(new Error('the answer is too large'));
            else parts.push(part);
          });
          answer.on('error', fail);
          answer.on('end', () =>
            done({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      asked.on('error', fail);
      asked.end(body);
    });
  }

  private named({ hostname, host, protocol }: URL): boolean {
    if (protocol !== 'http:' && protocol !== 'https:') return false;
    return this.config.privateHosts.includes(hostname) || this.config.privateHosts.includes(host);
  }
}

const publicOnly: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    if (!addresses.length || addresses.some(({ address }) => isPrivate(address)))
      return callback(new Error(`${hostname} points inside the network`), '', 0);
    if (options.all) return callback(null, addresses);
    callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};
