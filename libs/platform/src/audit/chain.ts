/** What one audit entry is, byte for byte, and the hash that ties it to the one before. */
import { createHash } from 'node:crypto';

/** The first entry's predecessor. */
export const GENESIS = '0'.repeat(64);

/** A new form of the pre-image gets a new number; entries are verified by the form they were written in. */
export const PRE_IMAGE_VERSION = 1;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface ChainEntry {
  seq: string;
  version: number;
  at: Date;
  actorId: string | null;
  actorName: string | null;
  organisationId: string | null;
  action: string;
  subjectType: string;
  subjectId: string | null;
  details: Json;
  requestId: string | null;
  prevHash: string;
}

/** JSON with sorted keys: the database may keep the keys of `details` in an order of its own. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Undefined for a version this program does not know. */
export function hashOf(entry: ChainEntry): string | undefined {
  if (entry.version !== PRE_IMAGE_VERSION) return undefined;
  const fields: Json[] = [
    entry.seq,
    entry.at.toISOString(),
    entry.actorId,
    entry.actorName,
    entry.organisationId,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    entry.details,
    entry.requestId,
    entry.prevHash,
  ];
  return createHash('sha256')
    .update(`qingheng-audit/1\n${canonical(fields)}`)
    .digest('hex');
}

/** What the database gives back is what was hashed: plain JSON, no characters that jsonb or text refuse. */
export const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? {}), clean) as Json;

function clean(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  // -0 comes back as 0.
  return typeof value === 'number' ? value + 0 : value;
}

/** With the flag u a surrogate matches only where it stands alone; a pair is one character and stays. */
export const storable = (text: string): string => text.replace(/[\u0000\uD800-\uDFFF]/gu, '\uFFFD');
