/** The service's signing keys: P-256, made when first needed, private halves encrypted, public halves published. */
import { createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { systemActor } from '../../access';
import { UnitOfWork } from '../../database';
import { refuse } from '../identity.messages';
import { IdentitySettings } from '../identity.settings';
import { parseJws, signatureHolds, signEs256, thumbprint } from './jws';
import { open, seal } from './sealed-box';

/** Labels and access tokens have keys of their own: what one signs can never pass for the other. */
export type KeyPurpose = 'label' | 'token';

interface ActiveKey {
  kid: string;
  privateKey: KeyObject;
  until: number;
}

interface PublicKey {
  kid: string;
  purpose: string;
  public_jwk: JsonWebKey;
}

/** How long a process may go on with a key that another one retired. */
const CACHED_MS = 60_000;
const SEALED_FOR = 'signing-key';

@Injectable()
export class KeyStore {
  private readonly active = new Map<KeyPurpose, ActiveKey>();
  private published: { keys: PublicKey[]; until: number } = { keys: [], until: 0 };

  constructor(
    private readonly work: UnitOfWork,
    private readonly settings: IdentitySettings,
  ) {}

  /** Signs a payload as compact JWS (ES256). */
  async sign(payload: object, { purpose = 'label', typ = 'JWT' }: { purpose?: KeyPurpose; typ?: string } = {}) {
    const { kid, privateKey } = await this.activeKey(purpose);
    return signEs256(privateKey, { kid, typ }, payload);
  }

  /** The payload, if one of our keys of that purpose signed it as that type. */
  async verify(compact: string, { purpose, typ }: { purpose: KeyPurpose; typ: string }) {
    const jws = parseJws(compact);
    if (jws?.header.alg !== 'ES256' || jws.header.typ !== typ) return undefined;
    const of = (keys: PublicKey[]) => keys.find((k) => k.kid === jws.header.kid && k.purpose === purpose);
    const key = of(await this.publicKeys()) ?? of(await this.publicKeys(CACHED_MS - 1000));
    return key && signatureHolds(jws, key.public_jwk) ? jws.payload : undefined;
  }

  /** Every key that ever signed: a label outlives the key it was signed with. */
  async jwks(): Promise<{ keys: JsonWebKey[] }> {
    await this.activeKey('label');
    await this.activeKey('token');
    const keys = await this.publicKeys(CACHED_MS - 1000); // another process may just have made one
    return { keys: keys.map(({ kid, public_jwk }) => ({ ...public_jwk, kid, alg: 'ES256', use: 'sig' })) };
  }

  /** Retires the key of a purpose; the next signature makes a new one. What was signed stays verifiable. */
  async rotate(purpose: KeyPurpose): Promise<void> {
    await this.work.run(systemActor, (manager) =>
      manager.query('UPDATE signing_key SET retired_at = now() WHERE purpose = $1 AND retired_at IS NULL', [purpose]),
    );
    this.active.delete(purpose);
    await this.activeKey(purpose);
  }

  private async activeKey(purpose: KeyPurpose): Promise<ActiveKey> {
    const cached = this.active.get(purpose);
    if (cached && cached.until > Date.now()) return cached;
    const row = (await this.find(purpose)) ?? (await this.create(purpose));
    const pem = open(this.settings.secret, SEALED_FOR, row.kid, row.sealed_private_key);
    if (!pem) throw refuse('SIGNING_KEYS_LOCKED');
    const key = { kid: row.kid, privateKey: createPrivateKey(pem), until: Date.now() + CACHED_MS };
    this.active.set(purpose, key);
    return key;
  }

  private async find(purpose: KeyPurpose): Promise<{ kid: string; sealed_private_key: string } | undefined> {
    const text = 'SELECT kid, sealed_private_key FROM signing_key WHERE purpose = $1 AND retired_at IS NULL';
    const [row] = await this.work.run(systemActor, (manager) => manager.query(text, [purpose]));
    return row;
  }

  private async create(purpose: KeyPurpose) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = publicKey.export({ format: 'jwk' });
    const kid = thumbprint(jwk);
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const sealed = seal(this.settings.secret, SEALED_FOR, kid, pem);
    // Two processes may start at once: the index lets one key in, and both use that one.
    await this.work.run(systemActor, (manager) =>
      manager.query(
        `INSERT INTO signing_key (kid, purpose, public_jwk, sealed_private_key) VALUES ($1, $2, $3, $4)
         ON CONFLICT (purpose) WHERE retired_at IS NULL DO NOTHING`,
        [kid, purpose, JSON.stringify(jwk), sealed],
      ),
    );
    this.published.until = 0;
    return (await this.find(purpose))!;
  }

  /** The published keys, at most CACHED_MS old; with `fresher`, read again unless read just now. */
  private async publicKeys(fresher = 0): Promise<PublicKey[]> {
    if (this.published.until - fresher <= Date.now()) {
      const text = 'SELECT kid, purpose, public_jwk FROM signing_key ORDER BY created_at DESC';
      const keys = await this.work.run(systemActor, (manager) => manager.query(text));
      this.published = { keys, until: Date.now() + CACHED_MS };
    }
    return this.published.keys;
  }
}
