/** What the identity provider says of itself (OpenID Connect Discovery 1.0) and the keys it signs with. */
import type { JsonWebKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { refuse } from '../identity.messages';
import { IdentitySettings, type OidcSettings } from '../identity.settings';
import { type Jws, signatureHolds } from '../keys/jws';
import type { OidcFault } from './id-token';

export interface ProviderMetadata {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri: string;
  token_endpoint_auth_methods_supported?: string[];
}

const KEPT_MS = 3_600_000;
/** A key we do not know makes us ask again, but not more often than this. */
const ASK_AGAIN_MS = 10_000;
const TIMEOUT_MS = 10_000;

interface Kept<T> {
  value: T;
  at: number;
}

@Injectable()
export class OidcProvider {
  private kept?: Kept<ProviderMetadata>;
  private keys?: Kept<(JsonWebKey & { kid?: string; use?: string; alg?: string })[]>;

  constructor(private readonly settings: IdentitySettings) {}

  get client(): OidcSettings {
    if (!this.settings.oidc) throw refuse('OIDC_OFF');
    return this.settings.oidc;
  }

  async metadata(): Promise<ProviderMetadata> {
    const { issuer } = this.client;
    if (this.kept && Date.now() - this.kept.at < KEPT_MS) return this.kept.value;
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const found = (await askJson(address)) as ProviderMetadata;
    // Another issuer's document would let another party answer for this one.
    if (found.issuer !== issuer) throw failed('ISSUER');
    const secure = issuer.startsWith('https:');
    for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const) {
      const endpoint = found[name];
      if (typeof endpoint !== 'string' || !URL.canParse(endpoint) || (secure && !endpoint.startsWith('https:')))
        throw failed('PROVIDER');
    }
    this.kept = { value: found, at: Date.now() };
    return found;
  }

  /** Whether one of the provider's keys signed it. */
  async signed(jws: Jws): Promise<boolean> {
    const { kid, alg } = jws.header;
    const fits = async (age: number) =>
      (await this.publicKeys(age)).some(
        (key) =>
          (kid === undefined || key.kid === kid) &&
          (key.use ?? 'sig') === 'sig' &&
          (key.alg ?? alg) === alg &&
          signatureHolds(jws, key),
      );
    return (await fits(KEPT_MS)) || fits(ASK_AGAIN_MS);
  }

  private async publicKeys(age: number) {
    if (this.keys && Date.now() - this.keys.at < age) return this.keys.value;
    const { keys } = (await askJson((await this.metadata()).jwks_uri)) as { keys?: JsonWebKey[] };
    this.keys = { value: Array.isArray(keys) ? keys : [], at: Date.now() };
    return this.keys.value;
  }
}

/** A word that is the same in both languages: for whoever runs the service. */
export const failed = (reason: OidcFault) => refuse('OIDC_FAILED', { reason });

/** JSON of the provider; whatever goes wrong is its trouble and not ours. */
export async function askJson(address: string, request: RequestInit = {}): Promise<unknown> {
  try {
    const answer = await fetch(address, {
      ...request,
      headers: { Accept: 'application/json', ...request.headers },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await answer.json();
    if (answer.ok && typeof body === 'object' && body) return body;
  } catch {
    // Not there, too slow, or not JSON.
  }
  throw failed('PROVIDER');
}
