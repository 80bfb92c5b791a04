/** Signing in with a real provider over HTTP, and every answer of a provider that must not be believed. */
import { type IdentityProvider, startProvider } from '../../../../../tests/support/identity-provider';
import { serve, type TestApp } from '../../../../../tests/support/app';
import { makeDatabase, type TestDatabase, withDatabase } from '../../../../../tests/support/database';
import { platformMigrations } from '../../schema';
import { insertPerson } from '../people/people.service';

const CLIENT = { id: 'qing:heng', secret: 'p/ss w%rd' };
let provider: IdentityProvider;
let database: TestDatabase & { drop(): Promise<void> };
let served: TestApp;

beforeAll(async () => {
  provider = await startProvider(CLIENT);
  const env = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret };
  database = await makeDatabase(platformMigrations, { env: { ...env, QH_PUBLIC_URL: 'http://service.test' } });
  served = await serve(database);
});
afterAll(async () => {
  await database?.drop();
  await provider?.stop();
});
beforeEach(() => Object.assign(provider, { lies: {}, person: { sub: 'nobody' } }));

let count = 0;
async function account(passwordHash: string | null = null): Promise<string> {
  const username = `User${++count}@Ordos`;
  await database.source.transaction(async (manager) => {
    const [{ id }] = await manager.query(
      `INSERT INTO organisation (name, kind) VALUES ('o', 'enterprise') RETURNING id`,
    );
    await insertPerson(manager, { organisationId: id, username, name: '张三', passwordHash, roles: [] });
  });
  return username;
}

/** A browser that goes where it is sent, with the service's public address being where the service really is. */
class Browser {
  cookies = new Map<string, string>();

  async go(address: string, accept = 'text/html'): Promise<Response> {
    const answer = await fetch(address.replace('http://service.test', served.url), {
      redirect: 'manual',
      headers: { Accept: accept, Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) this.cookies.set(name!, value);
      else this.cookies.delete(name!);
    }
    return answer;
  }

  /** Up to the address with which the provider sends it back. */
  async toCallback(returnTo = ''): Promise<string> {
    const query = returnTo && `?returnTo=${encodeURIComponent(returnTo)}`;
    const start = await this.go(`http://service.test/api/v1/auth/oidc/start${query}`);
    return (await this.go(start.headers.get('location')!)).headers.get('location')!;
  }

  /** Where it ends up, or why it does not. */
  async signIn(returnTo?: string): Promise<string> {
    const answer = await this.go(await this.toCallback(returnTo), 'application/json');
    if (answer.status === 303) return answer.headers.get('location')!;
    const { code, params } = await answer.json();
    return params?.reason ?? code;
  }

  async me(): Promise<string | undefined> {
    const answer = await this.go('http://service.test/api/v1/auth/me');
    return answer.status === 401 ? undefined : answer.status === 403 ? 'somebody' : (await answer.json()).user.username;
  }
}

it('signs in the person the provider names, links the account once, and knows it by its subject from then on', async () => {
  const username = await account();
  provider.person = { sub: 's-1', preferred_username: username.toLowerCase() };
  const browser = new Browser();
  expect(await browser.signIn('/filings?status=draft')).toBe('http://service.test/filings?status=draft');
  expect(await browser.me()).toBe('somebody');
  expect(browser.cookies.has('qh_oidc')).toBe(false);
  provider.person = { sub: 's-1', preferred_username: 'renamed' };
  expect(await new Browser().signIn()).toBe('http://service.test/');
  provider.person = { sub: 's-2', preferred_username: username };
  expect(await new Browser().signIn()).toBe('OIDC_UNKNOWN_USER'); // the name is somebody else's by now
  const rows = await database.source.query('SELECT action, details FROM audit_entry ORDER BY seq');
  expect(rows).toEqual([
    { action: 'auth.oidc_linked', details: { issuer: provider.issuer, subject: 's-1' } },
    { action: 'auth.login', details: { by: 'oidc' } },
    { action: 'auth.login', details: { by: 'oidc' } },
  ]);
});

it('links by an address only where the provider has checked it, and never an account that has a password', async () => {
  const username = await account();
  provider.person = { sub: 's-3', email: username };
  expect(await new Browser().signIn()).toBe('OIDC_UNKNOWN_USER');
  provider.person = { sub: 's-3', email: username, email_verified: true };
  expect(await new Browser().signIn()).toBe('http://service.test/');
  provider.person = { sub: 's-4', preferred_username: await account('$argon2id$…') };
  expect(await new Browser().signIn()).toBe('OIDC_UNKNOWN_USER');
  await database.source.query(`UPDATE user_account SET disabled_at = now() WHERE oidc_subject = 's-3'`);
  provider.person = { sub: 's-3' };
  expect(await new Browser().signIn()).toBe('OIDC_UNKNOWN_USER');
});

describe('with somebody who has an account', () => {
  beforeAll(async () => {
    await database.source.query('UPDATE user_account SET oidc_issuer = $1, oidc_subject = $2 WHERE username = $3', [
      provider.issuer,
      'known',
      await account(),
    ]);
  });
  beforeEach(() => (provider.person = { sub: 'known' }));
  const now = Math.floor(Date.now() / 1000);

  it.each<[string, object, string]>([
    ['another issuer', { claims: { iss: 'https://evil.test' } }, 'ISSUER'],
    ['another audience', { claims: { aud: 'another client' } }, 'AUDIENCE'],
    ['several audiences and no word which', { claims: { aud: [CLIENT.id, 'another'] } }, 'AUDIENCE'],
    ['another authorised party', { claims: { azp: 'another' } }, 'AUDIENCE'],
    ['an end that has passed', { claims: { exp: now - 120 } }, 'EXPIRED'],
    ['no end', { claims: { exp: undefined } }, 'EXPIRED'],
    ['a time to come', { claims: { iat: now + 600 } }, 'NOT_OF_NOW'],
    ['a time long ago', { claims: { iat: now - 86_400 } }, 'NOT_OF_NOW'],
    ['the nonce of another login', { claims: { nonce: 'x' } }, 'NONCE'],
    ['no nonce', { claims: { nonce: undefined } }, 'NONCE'],
    ['no subject', { claims: { sub: undefined } }, 'SUBJECT'],
    ['a key that is not the provider’s', { foreignKey: true }, 'SIGNATURE'],
    ['no algorithm', { alg: 'none' }, 'SIGNATURE'],
    ['the public key as a secret', { alg: 'HS256' }, 'SIGNATURE'],
    ['a refusal', { tokenStatus: 400 }, 'PROVIDER'],
  ])('does not believe a token with %s', async (_, lies, reason) => {
    provider.lies = lies;
    const browser = new Browser();
    expect(await browser.signIn()).toBe(reason);
    expect(await browser.me()).toBeUndefined();
  });

  it('takes one of several audiences where the token says that it is meant', async () => {
    provider.lies = { claims: { aud: [CLIENT.id, 'another'], azp: CLIENT.id } };
    expect(await new Browser().signIn()).toBe('http://service.test/');
  });

  it('takes the answer only from the browser that asked, once, and of this provider', async () => {
    const [asked, other] = [new Browser(), new Browser()];
    const callback = await asked.toCallback();
    await other.toCallback();
    const reason = async (browser: Browser, address: string) =>
      (await (await browser.go(address, 'application/json')).json()).params?.reason;
    expect(await reason(other, callback)).toBe('STATE'); // somebody else's login, smuggled in
    expect(await reason(new Browser(), callback)).toBe('STATE');
    const changed = (name: string, value: string) => {
      const url = new URL(callback);
      url.searchParams.set(name, value);
      return url.href;
    };
    const cookie = asked.cookies.get('qh_oidc')!;
    const again = () => void asked.cookies.set('qh_oidc', cookie);
    expect(await reason(asked, changed('iss', 'https://evil.test'))).toBe('ISSUER');
    again();
    expect(await reason(asked, changed('code', ''))).toBe('DENIED');
    again();
    expect((await asked.go(callback)).headers.get('location')).toBe('http://service.test/');
    again();
    expect(await reason(asked, callback)).toBe('PROVIDER'); // the code is used up
    asked.cookies.set('qh_oidc', `${cookie.slice(0, -2)}AA`);
    expect(await reason(asked, callback)).toBe('STATE');
  });

  it('sends a person to the console with the code of what went wrong', async () => {
    const answer = await new Browser().go('http://service.test/api/v1/auth/oidc/callback?error=access_denied');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      'http://service.test/sign-in?problem=OIDC_FAILED',
    ]);
  });

  it('ends the session that was there before', async () => {
    const browser = new Browser();
    await browser.signIn();
    const before = browser.cookies.get('qh_session')!;
    await browser.signIn();
    const old = new Browser();
    old.cookies.set('qh_session', before);
    expect(await old.me()).toBeUndefined();
    expect(await browser.me()).toBe('somebody');
  });

  it.each([
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    'evil',
    '/a/../..//evil.test',
    '/%5c%5cevil',
    '/\t/evil.test',
  ])('sends nobody to %s', async (returnTo) => {
    const end = new URL(await new Browser().signIn(returnTo));
    expect(end.origin).toBe('http://service.test');
    expect(end.pathname).not.toMatch(/^\/[/\\]/);
  });

  it('asks for the provider’s keys again when it signs with a new one', async () => {
    provider.newKey();
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 11_000);
    expect(await new Browser().signIn()).toBe('http://service.test/');
    jest.restoreAllMocks();
  });
});

it('asks with PKCE, state and nonce, each anew, and keeps them sealed in a cookie for this path alone', async () => {
  const start = () => fetch(`${served.url}/api/v1/auth/oidc/start`, { redirect: 'manual' });
  const [one, two] = [await start(), await start()];
  const asked = new URL(one.headers.get('location')!).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    client_id: CLIENT.id,
    redirect_uri: 'http://service.test/api/v1/auth/oidc/callback',
    scope: 'openid profile email',
    code_challenge_method: 'S256',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(new URL(two.headers.get('location')!).searchParams.get(name)).not.toBe(asked.get(name));
  }
  const cookie = one.headers.get('set-cookie')!;
  expect(cookie).toMatch(/^qh_oidc=v1\.[\w-]+; Max-Age=600; Path=\/api\/v1\/auth\/oidc; .*HttpOnly; SameSite=Lax$/);
  expect(cookie).not.toContain(asked.get('state'));
});

describe('a provider that is not in order', () => {
  it.each([
    ['names another issuer', { issuer: 'https://evil.test' }, 'ISSUER'],
    ['has no place to ask', { authorization_endpoint: undefined }, 'PROVIDER'],
  ])('%s and is not asked', async (_, metadata, reason) => {
    provider.lies = { metadata };
    const fresh = await serve(database); // it has not asked before
    const answer = await fetch(`${fresh.url}/api/v1/auth/oidc/start`, { redirect: 'manual' });
    expect([answer.status, (await answer.json()).params.reason]).toEqual([401, reason]);
  });
});

describe('without a provider', () => {
  const without = withDatabase(platformMigrations);

  it('there is no such way in', async () => {
    const { url } = await serve(without);
    const state = await fetch(`${url}/api/v1/auth/oidc`);
    expect(await state.json()).toEqual({ enabled: false });
    const start = await fetch(`${url}/api/v1/auth/oidc/start`, { redirect: 'manual' });
    expect([start.status, (await start.json()).code]).toEqual([404, 'OIDC_OFF']);
  });
});
