/** Signing in with an identity provider: OpenID Connect, authorization code flow with PKCE. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdentitySettings, type OidcSettings } from '../identity.settings';
import { parseJws } from '../keys/jws';
import { open, seal } from '../keys/sealed-box';
import { type Identity, identityIn } from './id-token';
import { askJson, failed, OidcProvider, type ProviderMetadata } from './provider';

const CALLBACK = '/api/v1/auth/oidc/callback';
/** So long somebody may take to sign in over there. */
export const PENDING_SECONDS = 600;
const SEALED_FOR = 'oidc-login';

interface Pending {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
  until: number;
}

export interface CallbackQuery {
  code?: unknown;
  state?: unknown;
  iss?: unknown;
  error?: unknown;
}

const random = (): string => randomBytes(32).toString('base64url');

@Injectable()
export class OidcService {
  constructor(
    private readonly provider: OidcProvider,
    private readonly settings: IdentitySettings,
  ) {}

  get enabled(): boolean {
    return this.settings.oidc !== undefined;
  }

  /** Where to send the browser, and what it has to bring back: sealed, so that only this service can have made it. */
  async start(returnTo: string): Promise<{ location: string; cookie: string }> {
    const { clientId } = this.provider.client;
    const { authorization_endpoint } = await this.provider.metadata();
    const until = Date.now() + PENDING_SECONDS * 1000;
    const pending: Pending = { state: random(), nonce: random(), verifier: random(), returnTo: local(returnTo), until };
    const location = new URL(authorization_endpoint);
    const parameters = {
      response_type: 'code',
      client_id: clientId,
      redirect_uri: this.redirectUri,
      scope: 'openid profile email',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: createHash('sha256').update(pending.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(parameters)) location.searchParams.set(name, value);
    return { location: location.href, cookie: seal(this.settings.secret, SEALED_FOR, '', JSON.stringify(pending)) };
  }

  /** Who came back. */
  async finish(query: CallbackQuery, cookie: string | undefined): Promise<{ identity: Identity; returnTo: string }> {
    const client = this.provider.client;
    const pending = this.pendingIn(cookie);
    if (!pending || !same(pending.state, query.state)) throw failed('STATE');
    const metadata = await this.provider.metadata();
    // RFC 9207: an answer of another provider is none.
    if (query.iss !== undefined && query.iss !== metadata.issuer) throw failed('ISSUER');
    if (typeof query.code !== 'string' || !query.code) throw failed('DENIED');
    const token = await this.exchange(client, metadata, query.code, pending.verifier);
    const jws = parseJws(token);
    if (!jws || !(await this.provider.signed(jws))) throw failed('SIGNATURE');
    const { issuer, clientId } = { issuer: metadata.issuer, clientId: client.clientId };
    const identity = identityIn(jws, { issuer, clientId, nonce: pending.nonce });
    if (typeof identity === 'string') throw failed(identity);
    return { identity, returnTo: pending.returnTo };
  }

  private get redirectUri(): string {
    return `${this.settings.publicUrl}${CALLBACK}`;
  }

  private async exchange(
    { clientId, clientSecret }: OidcSettings,
    metadata: ProviderMetadata,
    code: string,
    verifier: string,
  ): Promise<string> {
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.redirectUri,
      code_verifier: verifier,
    });
    const headers: Record<string, string> = {};
    const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    if (clientSecret && methods.includes('client_secret_basic')) {
      const pair = [clientId, clientSecret].map(encodeURIComponent).join(':');
      headers.Authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
    } else {
      form.set('client_id', clientId);
      if (clientSecret) form.set('client_secret', clientSecret);
    }
    const answer = await askJson(metadata.token_endpoint, { method: 'POST', headers, body: form });
    const { id_token } = answer as { id_token?: unknown };
    if (typeof id_token !== 'string') throw failed('PROVIDER');
    return id_token;
  }

  private pendingIn(cookie: string | undefined): Pending | undefined {
    const text = cookie && open(this.settings.secret, SEALED_FOR, '', cookie);
    const pending = text ? (JSON.parse(text) as Pending) : undefined;
    return pending && pending.until > Date.now() ? pending : undefined;
  }
}

function same(expected: string, given: unknown): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(typeof given === 'string' ? given : '')];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A path of our own; anything else would let a link to us send people elsewhere. */
function local(path: string): string {
  const here = new URL('http://here');
  if (!/^\/(?![/\\])/.test(path) || !URL.canParse(path, here)) return '/';
  const { origin, pathname, search } = new URL(path, here);
  return origin === here.origin && !pathname.startsWith('//') ? pathname + search : '/';
}
