/** The signing keys as they lie in the database: sealed, one per purpose, never forgotten. */
import { withDatabase } from '../../../../../tests/support/database';
import { platformMigrations } from '../../schema';
import { parseJws, signatureHolds } from './jws';
import { KeyStore, type KeyPurpose } from './key-store';

const database = withDatabase(platformMigrations);
const settings = (secret = 'x'.repeat(32)) => ({ secret, publicUrl: 'http://localhost' });
/** As another process: it has nothing in its memory. */
const store = (secret?: string) => new KeyStore(database.work, settings(secret));
const as = (purpose: KeyPurpose, typ = 'JWT') => ({ purpose, typ });

it('makes one key per purpose, however many processes start at once, and each verifies what the others sign', async () => {
  const stores = Array.from({ length: 6 }, () => store());
  const signed = await Promise.all(stores.map((keys, i) => keys.sign({ i }, as('label'))));
  await stores[0]!.sign({}, as('token'));
  expect(await database.source.query('SELECT purpose FROM signing_key ORDER BY 1')).toEqual([
    { purpose: 'label' },
    { purpose: 'token' },
  ]);
  for (const [i, jws] of signed.entries()) expect(await stores[5 - i]!.verify(jws, as('label'))).toEqual({ i });
});

it('takes nothing that was signed for something else, as something else, or changed since', async () => {
  const keys = store();
  const jws = await keys.sign({ sub: 'a' }, as('label', 'label+jwt'));
  expect(await keys.verify(jws, as('label', 'label+jwt'))).toEqual({ sub: 'a' });
  expect(await keys.verify(jws, as('token', 'label+jwt'))).toBeUndefined();
  expect(await keys.verify(jws, as('label', 'at+jwt'))).toBeUndefined();
  const [header, , signature] = jws.split('.') as [string, string, string];
  const forged = Buffer.from('{"sub":"b"}').toString('base64url');
  expect(await keys.verify(`${header}.${forged}.${signature}`, as('label', 'label+jwt'))).toBeUndefined();
  const none = Buffer.from('{"alg":"none","typ":"label+jwt"}').toString('base64url');
  expect(await keys.verify(`${none}.${forged}.`, as('label', 'label+jwt'))).toBeUndefined();
  for (const nonsense of ['', 'a.b', 'a.b.c', '..', `${jws}.`])
    expect(await keys.verify(nonsense, as('label', 'label+jwt'))).toBeUndefined();
});

it('signs with a new key after rotation, and what the old one signed stays good', async () => {
  const keys = store();
  const before = await keys.sign({ n: 1 }, as('label'));
  await keys.rotate('label');
  const after = await keys.sign({ n: 2 }, as('label'));
  expect(parseJws(before)!.header.kid).not.toBe(parseJws(after)!.header.kid);
  for (const process of [keys, store()]) {
    expect(await process.verify(before, as('label'))).toEqual({ n: 1 });
    expect(await process.verify(after, as('label'))).toEqual({ n: 2 });
  }
});

it('publishes the public halves only, and they are enough to verify', async () => {
  const keys = store();
  const jws = parseJws(await keys.sign({ n: 1 }, as('label')))!;
  const { keys: published } = await keys.jwks();
  expect(published.length).toBeGreaterThanOrEqual(3);
  for (const key of published) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  expect(
    signatureHolds(
      jws,
      published.find(({ kid }) => kid === jws.header.kid)!,
    ),
  ).toBe(true);
});

it('does not open with another secret, nor in another row, and says so', async () => {
  await expect(store('y'.repeat(32)).sign({}, as('label'))).rejects.toMatchObject({ code: 'SIGNING_KEYS_LOCKED' });
  const rows: { sealed: string }[] = await database.source.query(
    'SELECT sealed_private_key AS sealed FROM signing_key',
  );
  for (const { sealed } of rows) expect(sealed).not.toContain('PRIVATE');
  await database.source.query(
    `UPDATE signing_key SET sealed_private_key = (SELECT sealed_private_key FROM signing_key WHERE purpose = 'token')
     WHERE purpose = 'label' AND retired_at IS NULL`,
  );
  await expect(store().sign({}, as('label'))).rejects.toMatchObject({ code: 'SIGNING_KEYS_LOCKED' });
});
