/** Administration over HTTP: who may, what it changes at once, and what it writes down. */
import { randomUUID } from 'node:crypto';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { serve, type TestApp } from '../../../../../tests/support/app';
import { withDatabase } from '../../../../../tests/support/database';
import { Person } from '../../../../../tests/support/person';
import { Role } from '../../access';
import { verifyAuditChain } from '../../audit';
import { IdempotencyInterceptor } from '../../http';
import { platformMigrations } from '../../schema';
import type { OrganisationKind } from '../entities';
import { PeopleService } from '../people/people.service';

const database = withDatabase(platformMigrations);
const password = 'a long enough password';
let served: TestApp;
let admin: Person;
const organisations: Record<string, string> = {};

beforeAll(async () => {
  served = await serve(database, { providers: [{ provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }] });
  const person = (username: string, kind: OrganisationKind, ...roles: Role[]) => ({
    ...{ username, name: username, password, roles },
    organisation: { name: kind, kind, creditCode: kind },
  });
  await served.app
    .get(PeopleService)
    .ensure([
      person('admin', 'operator', Role.MethodAdmin),
      person('second', 'operator', Role.MethodAdmin, Role.Auditor),
      person('clerk', 'operator', Role.FinanceClerk),
      person('elsewhere', 'regulator', Role.MethodAdmin, Role.Regulator),
      person('filer', 'enterprise', Role.Filer),
    ]);
  for (const { id, kind } of await database.source.query('SELECT id, kind FROM organisation')) organisations[kind] = id;
  admin = await Person.signIn(served.url, 'admin', password);
});

const idOf = async (username: string): Promise<string> =>
  (await database.source.query('SELECT id FROM user_account WHERE username = $1', [username]))[0].id;
const signIn = (username: string, given = password) => Person.signIn(served.url, username, given);
const lastEntry = async () =>
  (
    await database.source.query(
      'SELECT action, actor_name, subject_id, details FROM audit_entry ORDER BY seq DESC LIMIT 1',
    )
  )[0];
const newUser = (more: object = {}) => ({
  ...{
    organisationId: organisations.enterprise,
    username: `u${randomUUID()}`,
    name: '李四',
    roles: ['filer'],
    password,
  },
  ...more,
});

it('is for method administrators of the operator, in person', async () => {
  const client = await admin.post<{ id: string; secret: string }>('/admin/clients', {
    ...{ organisationId: organisations.operator, name: 'robot', roles: ['method_admin'] },
  });
  const { id: client_id, secret: client_secret } = client.body;
  const answer = await fetch(`${served.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret }),
  });
  const { access_token } = await answer.json();
  const paths = ['organisations', 'users', 'clients'];
  for (const path of paths) {
    expect((await new Person(served.url).get(`/admin/${path}`)).status).toBe(401);
    expect((await (await signIn('filer')).get(`/admin/${path}`)).body.code).toBe('FORBIDDEN');
    expect((await (await signIn('clerk')).get(`/admin/${path}`)).body.code).toBe('FORBIDDEN');
    expect((await (await signIn('elsewhere')).get(`/admin/${path}`)).body.code).toBe('NOT_THE_OPERATOR');
    const headers = { Authorization: `Bearer ${access_token}` };
    const robot = await fetch(`${served.url}/api/v1/admin/${path}`, { headers });
    expect([robot.status, (await robot.json()).code]).toEqual([403, 'NOT_THE_OPERATOR']);
    expect((await admin.get(`/admin/${path}`)).status).toBe(200);
  }
  const other = await signIn('elsewhere');
  expect((await other.post('/admin/users', newUser())).body.code).toBe('NOT_THE_OPERATOR');
});

describe('organisations', () => {
  const body = { name: '霍林郭勒某铝业', kind: 'enterprise', creditCode: '91150581MA0TEST001', region: '150581' };

  it('are registered once per credit code, and written down', async () => {
    const made = await admin.post<{ id: string }>('/admin/organisations', body);
    expect([made.status, made.body]).toMatchObject([201, body]);
    expect(await lastEntry()).toMatchObject({
      action: 'organisation.created',
      actor_name: 'admin',
      subject_id: made.body.id,
      details: body,
    });
    const again = await admin.post('/admin/organisations', { ...body, name: 'x' });
    expect([again.status, again.body.code]).toEqual([409, 'CREDIT_CODE_TAKEN']);
    expect((await admin.post('/admin/organisations', { name: '无代码', kind: 'enterprise' })).status).toBe(201);
    const found = await admin.get<{ items: { name: string }[] }>(
      `/admin/organisations?q=${encodeURIComponent('代码')}`,
    );
    expect(found.body.items.map(({ name }) => name)).toEqual(['无代码']);
  });

  it('are refused with each wrong field named', async () => {
    const { status, body: problem } = await admin.post('/admin/organisations', {
      ...{ name: ' ', kind: 'club', creditCode: 'x', region: 'here', extra: 1 },
    });
    expect(status).toBe(422);
    expect(problem.faults!.map(({ column }) => column).sort()).toEqual([
      'creditCode',
      'extra',
      'kind',
      'name',
      'region',
    ]);
  });

  it('are listed page by page', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await admin.get<{ items: { id: string }[]; nextCursor?: string }>(
        `/admin/organisations?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.body.items.map(({ id }) => id));
      cursor = page.body.nextCursor ?? '';
    } while (cursor);
    const [{ n }] = await database.source.query('SELECT count(*)::int AS n FROM organisation');
    expect([seen.length, new Set(seen).size]).toEqual([n, n]);
  });
});

describe('people', () => {
  it('are made with roles and can sign in; the password is written nowhere', async () => {
    const user = newUser({ roles: ['filer', 'trader'] });
    const made = await admin.post<{ id: string }>('/admin/users', user);
    expect([made.status, made.body]).toMatchObject([201, { username: user.username, roles: ['filer', 'trader'] }]);
    expect(JSON.stringify(made.body)).not.toContain('assword');
    expect((await (await signIn(user.username)).get<{ user: object }>('/auth/me')).body.user).toMatchObject({
      organisation: { id: organisations.enterprise },
      roles: ['filer', 'trader'],
    });
    const everything = await database.source.query(
      'SELECT (SELECT json_agg(a) FROM audit_entry a) AS a, (SELECT json_agg(k) FROM idempotency_key k) AS k',
    );
    expect(JSON.stringify(everything)).not.toContain(password);
    const [role] = await database.source.query('SELECT granted_by FROM user_role WHERE user_id = $1', [made.body.id]);
    expect(role.granted_by).toBe(await idOf('admin'));
  });

  it('are refused where something is amiss', async () => {
    const code = async (more: object) => (await admin.post('/admin/users', newUser(more))).body.code;
    expect(await code({ username: 'FILER' })).toBe('USERNAME_TAKEN');
    expect(await code({ organisationId: randomUUID() })).toBe('UNKNOWN_ORGANISATION');
    expect(await code({ password: 'short' })).toBe('WEAK_PASSWORD');
    expect(await code({ roles: ['filer', 'reviewer'] })).toBe('ROLE_NOT_FOR_KIND');
    expect(await code({ roles: ['king'] })).toBe('INVALID_INPUT');
    expect(await code({ username: 'with space' })).toBe('INVALID_INPUT');
    expect(await code({ name: 'nul\u0000' })).toBe('INVALID_INPUT');
  });

  it('get other roles at once: their sessions end', async () => {
    const user = newUser();
    const { body } = await admin.post<{ id: string }>('/admin/users', user);
    const session = await signIn(user.username);
    const set = (roles: string[]) => admin.put(`/admin/users/${body.id}/roles`, { roles });
    expect((await set(['trader', 'finance_clerk'])).status).toBe(204);
    expect((await session.get('/auth/me')).status).toBe(401);
    expect(await lastEntry()).toMatchObject({
      action: 'user.roles_changed',
      subject_id: body.id,
      details: { before: ['filer'], after: ['finance_clerk', 'trader'] },
    });
    expect((await set(['method_admin'])).body.code).toBe('ROLE_NOT_FOR_KIND');
    expect((await set(['trader', 'trader'])).status).toBe(422);
    expect((await set([])).status).toBe(204);
    expect((await (await signIn(user.username)).get('/auth/me')).status).toBe(403); // signed in, with no role at all
    expect((await admin.put(`/admin/users/${randomUUID()}/roles`, { roles: [] })).status).toBe(404);
  });

  it('are disabled and enabled, and get a new password', async () => {
    const user = newUser();
    const { body } = await admin.post<{ id: string }>('/admin/users', user);
    const session = await signIn(user.username);
    expect((await admin.post(`/admin/users/${body.id}/disable`)).status).toBe(204);
    expect((await session.get('/auth/me')).status).toBe(401);
    await expect(signIn(user.username)).rejects.toThrow('401');
    expect((await admin.post(`/admin/users/${body.id}/enable`)).status).toBe(204);
    expect((await session.get('/auth/me')).status).toBe(401); // its session is gone for good
    const again = await signIn(user.username);
    const reset = (wanted: string) => admin.put(`/admin/users/${body.id}/password`, { password: wanted });
    expect((await reset('short')).body.code).toBe('WEAK_PASSWORD');
    expect((await again.get('/auth/me')).status).toBe(200);
    expect((await reset('quite another password')).status).toBe(204);
    expect((await again.get('/auth/me')).status).toBe(401);
    await expect(signIn(user.username)).rejects.toThrow('401');
    await signIn(user.username, 'quite another password');
    const rows = await database.source.query('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY seq', [
      body.id,
    ]);
    const own = rows.map(({ action }: { action: string }) => action).filter((a: string) => a.startsWith('user.'));
    expect(own).toEqual(['user.created', 'user.disabled', 'user.enabled', 'user.password_reset']);
  });

  it('manage nobody’s account but others’', async () => {
    const own = await idOf('admin');
    const tries = [
      await admin.put(`/admin/users/${own}/roles`, { roles: ['method_admin', 'auditor'] }),
      await admin.put(`/admin/users/${own.toUpperCase()}/roles`, { roles: ['auditor'] }),
      await admin.put(`/admin/users/${own}/password`, { password: 'quite another password' }),
      await admin.post(`/admin/users/${own}/disable`),
      await admin.post(`/admin/users/${own}/enable`),
    ];
    for (const { status, body } of tries) expect([status, body.code]).toEqual([403, 'OWN_ACCOUNT']);
    const second = await signIn('second');
    expect((await second.put(`/admin/users/${own}/roles`, { roles: ['auditor'] })).status).toBe(204);
    expect((await admin.get('/admin/users')).status).toBe(401);
    await second.put(`/admin/users/${own}/roles`, { roles: ['method_admin'] });
    admin = await signIn('admin');
  });

  it('are listed page by page, also of one organisation', async () => {
    const all = await admin.get<{ items: { username: string }[] }>('/admin/users?limit=200');
    const names = all.body.items.map(({ username }) => username);
    expect(names).toEqual([...names].sort());
    const path = `/admin/users?limit=3&organisationId=${organisations.operator}`;
    const some = await admin.get<{ items: { username: string }[]; nextCursor?: string }>(path);
    expect(some.body.items.map(({ username }) => username)).toEqual(['admin', 'clerk', 'second']);
    expect(some.body.nextCursor).toBeUndefined();
  });
});

describe('clients', () => {
  const make = async (key?: string) =>
    admin.post<{ id: string; secret?: string }>(
      '/admin/clients',
      { organisationId: organisations.enterprise, name: 'ERP', roles: ['filer'] },
      key,
    );
  async function token(client_id: string, client_secret: string): Promise<string | undefined> {
    const answer = await fetch(`${served.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret }),
    });
    return (await answer.json()).access_token;
  }
  /** 404: a machine is nobody; 401: it is not known at all. */
  const status = async (bearer: string) =>
    (await fetch(`${served.url}/api/v1/auth/me`, { headers: { Authorization: `Bearer ${bearer}` } })).status;

  it('show their secret once; repeating the request makes no second client and shows nothing', async () => {
    const first = await make('client-key-1');
    const again = await make('client-key-1');
    expect(first.body.secret).toMatch(/^[\w-]{43}$/);
    expect(again.body).toEqual({ id: first.body.id });
    const kept = await database.source.query('SELECT json_agg(k) AS k FROM idempotency_key k');
    const entries = await database.source.query('SELECT json_agg(a) AS a FROM audit_entry a');
    expect(JSON.stringify([kept, entries])).not.toContain(first.body.secret);
    expect(await token(first.body.id, first.body.secret!)).toBeTruthy();
    const list = await admin.get(`/admin/clients?organisationId=${organisations.enterprise}`);
    expect(JSON.stringify(list.body)).not.toMatch(/secret/i);
  });

  it('lose the old secret and its tokens with a new one', async () => {
    const { id, secret } = (await make()).body;
    const old = (await token(id, secret!))!;
    expect(await status(old)).toBe(404);
    const { body } = await admin.post<{ secret: string }>(`/admin/clients/${id}/rotate`);
    expect(await status(old)).toBe(401);
    expect(await token(id, secret!)).toBeUndefined();
    expect(await status((await token(id, body.secret))!)).toBe(404);
    expect(await lastEntry()).toMatchObject({ action: 'api_client.rotated', subject_id: id });
  });

  it('are shut out at once, and let in again', async () => {
    const { id, secret } = (await make()).body;
    const bearer = (await token(id, secret!))!;
    expect((await admin.post(`/admin/clients/${id}/disable`)).status).toBe(204);
    expect(await status(bearer)).toBe(401);
    expect((await admin.post(`/admin/clients/${id}/enable`)).status).toBe(204);
    expect(await status(bearer)).toBe(404);
    expect((await admin.post(`/admin/clients/${randomUUID()}/disable`)).status).toBe(404);
  });

  it('have no roles that their organisation’s people could not have', async () => {
    const body = { organisationId: organisations.enterprise, name: 'x', roles: ['reviewer'] };
    expect((await admin.post('/admin/clients', body)).body.code).toBe('ROLE_NOT_FOR_KIND');
  });
});

it('leaves the audit chain whole', async () => {
  expect(await verifyAuditChain(database.source)).toMatchObject({ ok: true });
});
