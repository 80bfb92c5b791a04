/** A small OpenID provider: discovery, keys, authorisation, tokens with PKCE. It lies where a spec asks it to. */
import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ProviderLies {
  /** Changes the claims of the next tokens. */
  claims?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  alg?: string;
  /** Signs with a key that it does not publish. */
  foreignKey?: boolean;
  tokenStatus?: number;
}

export interface IdentityProvider {
  issuer: string;
  /** Whoever signs in next. */
  person: Record<string, unknown>;
  lies: ProviderLies;
  newKey(): void;
  stop(): Promise<void>;
}

interface Code {
  nonce: string;
  challenge: string;
  redirectUri: string;
}

export async function startProvider(client: { id: string; secret?: string }): Promise<IdentityProvider> {
  const codes = new Map<string, Code>();
  let key = makeKey();
  const provider: IdentityProvider = {
    issuer: '',
    person: { sub: 'p1' },
    lies: {},
    newKey: () => void (key = makeKey()),
    stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
  const json = (response: ServerResponse, status: number, body: object) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

  const authorize = (url: URL, response: ServerResponse) => {
    const asked = Object.fromEntries(url.searchParams);
    if (asked.response_type !== 'code' || asked.client_id !== client.id || asked.code_challenge_method !== 'S256')
      return json(response, 400, { error: 'invalid_request' });
    const code = randomUUID();
    codes.set(code, { nonce: asked.nonce!, challenge: asked.code_challenge!, redirectUri: asked.redirect_uri! });
    const back = new URL(asked.redirect_uri!);
    for (const [name, value] of Object.entries({ code, state: asked.state!, iss: provider.issuer }))
      back.searchParams.set(name, value);
    return response.writeHead(302, { Location: back.href }).end();
  };

  const token = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? ''); // a code is good once
    const basic = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64').toString();
    const known = client.secret
      ? basic === [client.id, client.secret].map(encodeURIComponent).join(':')
      : form.get('client_id') === client.id;
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!known) return json(response, 401, { error: 'invalid_client' });
    if (!code || code.challenge !== challenge || code.redirectUri !== form.get('redirect_uri'))
      return json(response, 400, { error: 'invalid_grant' });
    const { claims, alg = 'RS256', foreignKey, tokenStatus = 200 } = provider.lies;
    const iat = Math.floor(Date.now() / 1000);
    const usual = { iss: provider.issuer, aud: client.id, iat, exp: iat + 300, nonce: code.nonce };
    const header = { alg, kid: key.kid };
    const signer = foreignKey ? makeKey() : key;
    const id_token = jwt(header, { ...usual, ...provider.person, ...claims }, signer.privateKey);
    return json(response, tokenStatus, { token_type: 'Bearer', access_token: 'x', id_token });
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url!, provider.issuer);
    const at = (path: string) => `${provider.issuer}${path}`;
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, 200, {
          issuer: provider.issuer,
          authorization_endpoint: at('/authorize'),
          token_endpoint: at('/token'),
          jwks_uri: at('/keys'),
          ...provider.lies.metadata,
        });
      case '/keys':
        return json(response, 200, {
          keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: key.kid, use: 'sig' }],
        });
      case '/authorize':
        return authorize(url, response);
      case '/token':
        return void token(request, response);
      default:
        return json(response, 404, {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return provider;
}

const makeKey = () => ({ ...generateKeyPairSync('rsa', { modulusLength: 2048 }), kid: randomUUID() });

function jwt(header: object, payload: object, key: KeyObject): string {
  const signed = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}
