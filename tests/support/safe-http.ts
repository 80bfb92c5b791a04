/** Requests over https to a service with a certificate of its own making, and over http where that must not work. */
import { request as plain } from 'node:http';
import { request as safe } from 'node:https';

export interface Heard {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The body, where it is JSON. */
  json: Record<string, unknown>;
}

export interface Said {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  ca?: string;
}

export function ask(address: string, { method = 'GET', headers = {}, body, ca }: Said = {}): Promise<Heard> {
  const request = address.startsWith('https:') ? safe : plain;
  return new Promise((resolve, reject) => {
    const asked = request(address, { method, headers, ...(ca !== undefined && { ca }), timeout: 30_000 }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        let json: Record<string, unknown> = {};
        try {
          json = JSON.parse(text) as Record<string, unknown>;
        } catch {
          // not JSON
        }
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json });
      });
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    asked.on('error', reject);
    asked.end(body);
  });
}

/** As fetch is, for JSON; the certificate `ca` is the authority. */
export const fetchSafely =
  (ca: string): typeof fetch =>
  async (address, { method, headers, body } = {}) => {
    const said = { method, headers: headers as Record<string, string>, body: body as string | undefined, ca };
    const { status, headers: given, text } = await ask(String(address), said);
    const pairs = Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one]));
    return new Response(status === 204 ? null : text, { status, headers: pairs as [string, string][] });
  };
