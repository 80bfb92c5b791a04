/** Signing in over HTTP on a real database: passwords, throttle, sessions that renew themselves and end. */
import { serve, type TestApp } from '../../../../../tests/support/app';
import { withDatabase } from '../../../../../tests/support/database';
import { Person } from '../../../../../tests/support/person';
import { Role } from '../../access';
import { platformMigrations } from '../../schema';
import { PeopleService } from '../people/people.service';
import { LoginThrottle } from './login-throttle';
import { SessionStore } from './session-store';

const database = withDatabase(platformMigrations);
const password = 'correct horse battery';
const organisation = { name: '某厂', kind: 'enterprise' as const, creditCode: 'c1' };
let served: TestApp;
let sessions: SessionStore;

beforeAll(async () => {
  served = await serve(database);
  sessions = served.app.get(SessionStore);
});

let count = 0;
/** Somebody nobody has tried to be yet. */
async function somebody(): Promise<string> {
  const username = `User${++count}@厂`;
  await served.app
    .get(PeopleService)
    .ensure([{ username, name: '张三', password, roles: [Role.Filer, Role.Trader], organisation }]);
  return username;
}
const tryLogin = (username: string, given: string) =>
  new Person(served.url).post<{ user?: object }>('/auth/login', { username, password: given });
const actions = async (subject?: string) => {
  const rows: { action: string }[] = await database.source.query(
    `SELECT action FROM audit_entry e JOIN user_account u ON u.id::text = e.subject_id
     WHERE u.username = $1 ORDER BY e.seq`,
    [subject],
  );
  return rows.map(({ action }) => action);
};

it('lets in whoever knows the password, in whatever case the name is written, and says who that is', async () => {
  const username = await somebody();
  const { status, body, headers } = await tryLogin(username.toUpperCase(), password);
  expect(status).toBe(200);
  expect(body.user).toMatchObject({
    username,
    name: '张三',
    roles: ['filer', 'trader'],
    organisation: { name: '某厂' },
  });
  expect(headers.get('set-cookie')).toMatch(/^qh_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await actions(username)).toEqual(['user.created', 'auth.login']);
  const [{ stored }] = await database.source.query('SELECT password_hash AS stored FROM user_account LIMIT 1');
  expect(stored).toMatch(/^\$argon2id\$/);
});

it('answers the same to a wrong password, an unknown name and a disabled account', async () => {
  const [wrong, disabled] = [await somebody(), await somebody()];
  await database.source.query('UPDATE user_account SET disabled_at = now() WHERE username = $1', [disabled]);
  const answers = [
    await tryLogin(wrong, 'not the password'),
    await tryLogin('nobody at all', password),
    await tryLogin(disabled, password),
    await tryLogin(`x' OR '1'='1`, password),
  ];
  for (const { status, body } of answers) {
    expect([status, body.code]).toEqual([401, 'INVALID_CREDENTIALS']);
    expect(body).toMatchObject({ detail: 'User name or password is wrong' });
  }
  expect(await actions(wrong)).toEqual(['user.created', 'auth.login_failed']);
});

it('takes no login a foreign page could send', async () => {
  const username = await somebody();
  const answer = await fetch(`${served.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  expect([answer.status, (await answer.json()).code]).toEqual([403, 'CSRF_HEADER_MISSING']);
});

it('refuses a body with a NUL as the client’s fault', async () => {
  expect((await tryLogin('a\u0000b', password)).status).toBe(400);
});

describe('the throttle', () => {
  it('stops the sixth guess, also when all come at once, and the right password then as well', async () => {
    const username = await somebody();
    const guesses = await Promise.all(Array.from({ length: 12 }, () => tryLogin(username, 'a wrong guess')));
    expect(guesses.map(({ status }) => status).sort()).toEqual([...Array(5).fill(401), ...Array(7).fill(429)]);
    const late = await tryLogin(username, password);
    expect([late.status, late.body.code]).toEqual([429, 'TOO_MANY_LOGINS']);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(600);
    // Others at the same address are not shut out.
    expect((await tryLogin(await somebody(), password)).status).toBe(200);
    await database.source.query(`UPDATE login_throttle SET since = since - interval '16 minutes'`);
    expect((await tryLogin(username, password)).status).toBe(200);
  });

  it('forgets the failures of whoever signs in', async () => {
    const username = await somebody();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) expect((await tryLogin(username, 'a wrong guess')).status).toBe(401);
      expect((await tryLogin(username, password)).status).toBe(200);
    }
  });

  it('stops many addresses that guess one account, and one network that guesses many', async () => {
    const throttle = served.app.get(LoginThrottle);
    const ended = async (tries: Promise<void>[]) =>
      (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled').length;
    const account = Array.from({ length: 60 }, (_, i) => throttle.reserve('one-account', `10.0.${i}.1`));
    expect(await ended(account)).toBe(50);
    const network = Array.from({ length: 120 }, (_, i) => throttle.reserve(`name-${i}`, `2001:db8:1:2::${i}`));
    expect(await ended(network)).toBe(100);
  });

  it('keeps no user names: what people type there is sometimes their password', async () => {
    const rows: { key: string }[] = await database.source.query('SELECT key FROM login_throttle');
    expect(JSON.stringify(rows)).not.toMatch(/User\d|one-account/);
  });
});

describe('a session', () => {
  const token = ({ headers }: { headers: Headers }) => /qh_session=([\w-]+)/.exec(headers.get('set-cookie') ?? '')?.[1];
  async function begin(): Promise<string> {
    return token(await tryLogin(await somebody(), password))!;
  }
  const me = (cookie: string) => fetch(`${served.url}/api/v1/auth/me`, { headers: { Cookie: `qh_session=${cookie}` } });
  const later = (interval: string) =>
    database.source.query(
      `UPDATE session SET rotated_at = rotated_at - $1::interval, seen_at = seen_at - $1::interval,
         previous_until = previous_until - $1::interval, expires_at = expires_at - $1::interval`,
      [interval],
    );

  it('is kept as a hash only', async () => {
    const secret = await begin();
    const rows = await database.source.query('SELECT * FROM session');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('renews its token after an hour; the old one is good until the new one was seen and a minute more', async () => {
    const first = await begin();
    expect(token(await me(first))).toBeUndefined();
    await later('61 minutes');
    const answers = await Promise.all(Array.from({ length: 8 }, () => me(first)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const fresh = answers.map(token).filter(Boolean) as string[];
    expect(fresh).toHaveLength(1); // of several at once, one renews
    expect((await me(first)).status).toBe(200);
    expect((await me(fresh[0]!)).status).toBe(200);
    expect((await me(first)).status).toBe(200);
    await later('61 seconds');
    expect((await me(first)).status).toBe(401);
    expect((await me(fresh[0]!)).status).toBe(200);
  });

  it('survives a browser that never got the new token', async () => {
    const first = await begin();
    await later('61 minutes');
    const lost = token(await me(first))!;
    await later('2 minutes');
    const again = token(await me(first))!;
    expect(again).toBeTruthy();
    expect((await me(lost)).status).toBe(401);
    expect((await me(again)).status).toBe(200);
  });

  it('ends after eight idle hours and after a week', async () => {
    const idle = await begin();
    await later('8 hours 1 minute');
    expect((await me(idle)).status).toBe(401);
    const old = await begin();
    await database.source.query(`UPDATE session SET expires_at = now() - interval '1 second'`);
    expect((await me(old)).status).toBe(401);
  });

  it('ends with its account, with a logout, with a new login in the same browser and with a new password', async () => {
    const username = await somebody();
    const [one, two] = [await Person.signIn(served.url, username, password), new Person(served.url)];
    await two.post('/auth/login', { username, password });
    await two.post('/auth/login', { username, password });
    const alive = async (...people: Person[]) =>
      Promise.all(people.map(async (person) => (await person.get('/auth/me')).status));
    expect(await alive(one, two)).toEqual([200, 200]);
    const [{ n }] = await database.source.query(
      'SELECT count(*)::int AS n FROM session s JOIN user_account u ON u.id = s.user_id WHERE u.username = $1',
      [username],
    );
    expect(n).toBe(2);
    await one.post('/auth/logout');
    expect(await alive(one, two)).toEqual([401, 200]);
    const changed = await two.put('/auth/password', { current: password, password: 'another long password' });
    expect(changed.status).toBe(204);
    expect(await alive(two)).toEqual([401]);
    expect((await tryLogin(username, password)).status).toBe(401);
    const three = await Person.signIn(served.url, username, 'another long password');
    await database.source.query('UPDATE user_account SET disabled_at = now() WHERE username = $1', [username]);
    expect(await alive(three)).toEqual([401]);
  });

  it('takes a new password only with the present one, and no weak one', async () => {
    const username = await somebody();
    const person = await Person.signIn(served.url, username, password);
    const change = (current: string, wanted: string) => person.put('/auth/password', { current, password: wanted });
    expect((await change('not the present', 'another long password')).body.code).toBe('INVALID_CREDENTIALS');
    expect((await change(password, 'short')).body.code).toBe('WEAK_PASSWORD');
    expect((await tryLogin(username, password)).status).toBe(200);
  });

  it('names nobody for a token that was made up', async () => {
    expect(await sessions.find('x'.repeat(43))).toBeUndefined();
    expect((await me('x'.repeat(43))).status).toBe(401);
  });
});
