/** Machines over HTTP: a token for id and secret, good for the client's roles until it expires or is disabled. */
import { Controller, Get } from '@nestjs/common';
import { serve, type TestApp } from '../../../../../tests/support/app';
import { withDatabase } from '../../../../../tests/support/database';
import { type Actor, CurrentActor, Role, Roles } from '../../access';
import { platformMigrations } from '../../schema';
import { KeyStore } from '../keys/key-store';
import { hashOfSecret, newSecret } from './access-tokens';

@Controller('who')
class WhoController {
  @Get()
  @Roles(Role.Filer)
  who(@CurrentActor() actor: Actor): Actor {
    return actor;
  }
}

const database = withDatabase(platformMigrations);
const secret = newSecret();
let served: TestApp;
let organisation: string;
let client: string;

beforeAll(async () => {
  served = await serve(database, { controllers: [WhoController] });
  [{ id: organisation }] = await database.source.query(
    `INSERT INTO organisation (name, kind) VALUES ('某厂', 'enterprise') RETURNING id`,
  );
  [{ id: client }] = await database.source.query(
    `INSERT INTO api_client (organisation_id, name, secret_hash, roles) VALUES ($1, 'ERP', $2, '{filer}') RETURNING id`,
    [organisation, hashOfSecret(secret)],
  );
});

const ask = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${served.url}/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
  });
const who = (token: string) => fetch(`${served.url}/api/v1/who`, { headers: { Authorization: `Bearer ${token}` } });
async function token(): Promise<string> {
  const answer = await ask({ grant_type: 'client_credentials', client_id: client, client_secret: secret });
  return (await answer.json()).access_token;
}

it('gives a token for id and secret, in the form or by HTTP Basic', async () => {
  const form = await ask({ grant_type: 'client_credentials', client_id: client, client_secret: secret });
  expect(form.status).toBe(200);
  expect(form.headers.get('cache-control')).toBe('no-store');
  expect(await form.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  const basic = Buffer.from(`${client}:${secret}`).toString('base64');
  const other = await ask({ grant_type: 'client_credentials' }, { Authorization: `Basic ${basic}` });
  expect(other.status).toBe(200);
  const actor = await (await who((await other.json()).access_token)).json();
  expect(actor).toMatchObject({ userId: client, name: 'ERP', organisationId: organisation, scope: 'tenant' });
});

it('answers wrong asking as RFC 6749 §5.2 says', async () => {
  const cases: [Record<string, string>, number, string][] = [
    [{ grant_type: 'client_credentials', client_id: client, client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ grant_type: 'client_credentials', client_id: 'nobody', client_secret: secret }, 401, 'invalid_client'],
    [{ grant_type: 'client_credentials', client_id: organisation, client_secret: '' }, 401, 'invalid_client'],
    [{ grant_type: 'client_credentials' }, 401, 'invalid_client'],
    [{ grant_type: 'password', username: 'x', password: 'y' }, 400, 'unsupported_grant_type'],
    [{}, 400, 'invalid_request'],
  ];
  for (const [fields, status, error] of cases) {
    const answer = await ask(fields);
    expect([answer.status, await answer.json()]).toEqual([status, { error }]);
  }
});

it('ignores what it does not know and refuses what it cannot read', async () => {
  const known = { grant_type: 'client_credentials', client_id: client, client_secret: secret };
  expect((await ask({ ...known, scope: 'all', audience: 'x' })).status).toBe(200);
  const twice = await fetch(`${served.url}/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: `${new URLSearchParams(known)}&client_id=other`,
  });
  expect([twice.status, await twice.json()]).toEqual([400, { error: 'invalid_request' }]);
  const wrong = await ask({ grant_type: 'client_credentials' }, { Authorization: 'Basic eDp5' });
  expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="qingheng"']);
});

it('takes no token that was changed, signed for something else, or is over', async () => {
  const good = await token();
  expect((await who(good)).status).toBe(200);
  const [header, payload, signature] = good.split('.') as [string, string, string];
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, exp: claims.exp + 1 })).toString('base64url');
  const keys = served.app.get(KeyStore);
  const bad = [
    `${header}.${changed}.${signature}`,
    await keys.sign(claims, { purpose: 'label', typ: 'at+jwt' }),
    await keys.sign(claims, { purpose: 'token', typ: 'JWT' }),
    await keys.sign({ ...claims, exp: claims.iat - 1 }, { purpose: 'token', typ: 'at+jwt' }),
    await keys.sign({ ...claims, exp: undefined }, { purpose: 'token', typ: 'at+jwt' }),
    await keys.sign({ ...claims, sub: organisation }, { purpose: 'token', typ: 'at+jwt' }),
    'x.y.z',
  ];
  for (const one of bad) expect((await who(one)).status).toBe(401);
});

it('is out at once when its client is disabled, and has the roles its client has now', async () => {
  const good = await token();
  const set = (change: string) => database.source.query(`UPDATE api_client SET ${change} WHERE id = $1`, [client]);
  await set(`roles = '{auditor}'`);
  expect((await who(good)).status).toBe(403);
  await set(`roles = '{filer}', disabled_at = now()`);
  expect((await who(good)).status).toBe(401);
  expect((await ask({ grant_type: 'client_credentials', client_id: client, client_secret: secret })).status).toBe(401);
});
