/** Checks a label's signature where the reader is, with the browser's own cryptography: no word of the service is taken. */
import type { Label } from '../api/types';

interface Key extends JsonWebKey {
  kid?: string;
}
export type Verdict =
  | { outcome: 'genuine'; kid?: string; fields: number }
  | { outcome: 'altered'; differing: string[] }
  | { outcome: 'forged' | 'unknownKey' | 'unreadable' | 'unsupported' };

const bytes = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
};
const json = (part: string): Record<string, unknown> => JSON.parse(new TextDecoder().decode(bytes(part)));

/** What a third party must be able to rely on. The status is not among them: a label may be withdrawn after it was signed. */
const signed: (keyof Label)[] = [
  'number',
  'productName',
  'organisation',
  'declaredUnit',
  'value',
  'unit',
  'boundary',
  'periodStart',
  'periodEnd',
  'issuedOn',
  'expiresOn',
  'method',
  'methodVersion',
  'sheetHash',
  'resultHash',
  'stages',
];
const needed: (keyof Label)[] = ['number', 'value', 'unit', 'expiresOn'];

/** Same content, whatever the order of the members. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${key}:${canonical(inner)}`)
      .join()}}`;
  }
  return JSON.stringify(value) ?? '';
}

export function compare(label: Label, payload: Record<string, unknown>): { fields: number; differing: string[] } {
  const claims = (payload.label && typeof payload.label === 'object' ? payload.label : payload) as Record<
    string,
    unknown
  >;
  const present = signed.filter((name) => claims[name] !== undefined && claims[name] !== null);
  const differing = present.filter((name) => canonical(claims[name]) !== canonical(label[name]));
  const absent = needed.filter((name) => !present.includes(name));
  return { fields: present.length, differing: [...differing, ...absent] };
}

export async function verify(label: Label, jws: string, keys: Key[]): Promise<Verdict> {
  if (!globalThis.crypto?.subtle) return { outcome: 'unsupported' };
  const [head, body, signature, ...rest] = jws.split('.');
  if (!head || !body || !signature || rest.length) return { outcome: 'unreadable' };
  try {
    const header = json(head);
    // The algorithm is ours to say, never the document's.
    if (header.alg !== 'ES256') return { outcome: 'forged' };
    const key = keys.find(
      (candidate) => candidate.kid === header.kid && candidate.kty === 'EC' && candidate.crv === 'P-256',
    );
    if (!key) return { outcome: 'unknownKey' };
    const curve = { name: 'ECDSA', namedCurve: 'P-256' };
    const { kty, crv, x, y } = key;
    const imported = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, ['verify']);
    const text = new TextEncoder().encode(`${head}.${body}`);
    const holds = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, bytes(signature), text);
    if (!holds) return { outcome: 'forged' };
    const { fields, differing } = compare(label, json(body));
    return differing.length ? { outcome: 'altered', differing } : { outcome: 'genuine', kid: key.kid, fields };
  } catch {
    return { outcome: 'unreadable' };
  }
}
