/**
 * Names, identity and card numbers at rest: AES-256-GCM under a key of their own; equal numbers are found by a keyed
 * fingerprint, so the database holds nothing to read and nothing to guess by trying all numbers.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';

export interface Person {
  name: string;
  identity: string;
  card: string;
}

const VERSION = 1;
const IV = 12;
const TAG = 16;
/** 128 bits: two of a billion numbers do not meet. */
const FINGERPRINT = 16;
const IVS_AT_ONCE = 1024;

export const derive = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'qingheng', `compensation/${purpose}`, 32));

@Injectable()
export class HouseholdSeal {
  private readonly key: Buffer;
  private readonly search: Buffer;
  private ivs = Buffer.alloc(0);

  constructor({ secret }: PlatformConfig) {
    this.key = derive(secret, 'household');
    this.search = derive(secret, 'search');
  }

  /** `context` is not stored: opening needs the same one, so a sealed person cannot be moved to another household. */
  seal(context: string, { name, identity, card }: Person): Buffer {
    const iv = this.iv();
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(context));
    const body = cipher.update(JSON.stringify([name, identity, card]), 'utf8');
    cipher.final();
    return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
  }

  /** Throws where the bytes were changed, moved, or sealed under another secret: no payment goes out on a guess. */
  open(context: string, sealed: Buffer): Person {
    if (sealed[0] !== VERSION) throw new Error('a sealed person of an unknown version');
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(1, 1 + IV), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG));
    const body = Buffer.concat([decipher.update(sealed.subarray(1 + IV + TAG)), decipher.final()]);
    const [name, identity, card] = JSON.parse(body.toString('utf8')) as [string, string, string];
    return { name, identity, card };
  }

  fingerprint(kind: 'identity' | 'card', number: string): Buffer {
    return createHmac('sha256', this.search).update(`${kind}\n${number}`).digest().subarray(0, FINGERPRINT);
  }

  private iv(): Buffer {
    if (!this.ivs.length) this.ivs = randomBytes(IV * IVS_AT_ONCE);
    const iv = this.ivs.subarray(0, IV);
    this.ivs = this.ivs.subarray(IV);
    return iv;
  }
}

/** The one household that sealed text belongs to. */
export const contextOf = (programmeId: string, household: string): string => `${programmeId}/${household}`;
