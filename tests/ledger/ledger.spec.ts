/** The book on a real Postgres against an auditor that shares no code with it, and against people who try to cheat it. */
import {
  ledgerMigrations,
  type LedgerCommand,
  LedgerService,
  Poster,
  SweepHandler,
  verifyBook,
} from '@qingheng/ledger';
import { type Actor, platformMigrations, systemActor } from '@qingheng/platform';
import fc from 'fast-check';
import { withDatabase } from '../support/database';
import { Auditor } from './auditor';
import { makeWorld, type World } from './world';

const database = withDatabase([...platformMigrations, ...ledgerMigrations]);
let world: World;
let auditor: Auditor;
let poster: Poster;
let ledger: LedgerService;
const day = '2024-12-24';

beforeAll(async () => {
  world = await makeWorld(database.source, database.work);
  auditor = new Auditor(world.accounts);
  poster = new Poster(database.work);
  ledger = new LedgerService(database.work, poster);
});

const holder = (i: number): Actor => ({
  userId: '',
  name: 'holder',
  organisationId: world.organisations[i]!,
  roles: [],
  scope: 'tenant',
});
let keys = 0;
const ask = (command: LedgerCommand, actor: Actor = systemActor, key = `k${++keys}`) =>
  ledger.execute(actor, { route: 'test', key, command });
const legs = (...all: LedgerCommand['legs']): LedgerCommand => ({ businessDate: day, legs: all });

/** Numbers of accounts and holds are known only when the world stands: commands are drawn as picks and resolved then. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const leg = fc.record({
  from: fc.nat(99),
  to: fc.nat(99),
  amount: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 60 }) }, { weight: 1, arbitrary: fc.constant(0) }),
  issue: fc.boolean(),
  hold: fc.boolean(),
  of: seldom(fc.nat(30)),
  rest: fc.boolean(),
  serials: seldom(fc.nat(80)),
  stray: fc.nat(12),
});
type Drawn = typeof leg extends fc.Arbitrary<infer T> ? T : never;

function resolve(drawn: Drawn[]): LedgerCommand {
  const { accounts } = world;
  return legs(
    ...drawn.map(({ from, to, amount, issue, hold, of, rest, serials, stray }) => {
      const other = accounts[to % accounts.length]!;
      const source = issue
        ? accounts.find(({ purpose, asset }) => purpose === 'issuance' && asset === other.asset)!
        : accounts[from % accounts.length]!;
      // Mostly an account that can take it: otherwise nearly all would be refused.
      const fitting = accounts.filter(({ asset, id }) => asset === source.asset && id !== source.id);
      const target = stray ? fitting[to % fitting.length]! : other;
      const held = of !== null && auditor.holds.size ? [...auditor.holds.keys()][of % auditor.holds.size]! : undefined;
      return {
        kind: issue ? 'issue' : 'transfer',
        from: held && !issue ? auditor.holds.get(held)!.account : source.id,
        to: target.id,
        ...(!(held && rest) && { amount: String(amount) }),
        ...((stray ? target.purpose === 'order_hold' : hold) && { hold: { seconds: 3600 } }),
        ...(held && { of: held }),
        ...(serials !== null && { serials: [`${serials + 1}-${serials + Math.max(1, amount)}`] }),
      };
    }),
  );
}

it('answers as the auditor says, whatever comes and however it is cut into batches and transactions', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(leg, { minLength: 1, maxLength: 3 }), seldom(fc.nat(3))), { maxLength: 25 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (drawn, cut, together) => {
        const expected: string[] = [];
        const requests: string[] = [];
        for (const [one, who] of drawn) {
          const command = resolve(one);
          const actor = who === null ? systemActor : holder(who);
          const [asked] = await database.work.run(systemActor, (manager) =>
            ledger.submit(manager, actor, [{ route: 'random', key: `r${++keys}`, command }]),
          );
          requests.push(asked!.request);
          expected.push(auditor.replay(who === null ? null : actor.organisationId, command));
        }
        const answers = new Map<string, string>();
        for (;;) {
          const batch = await poster.postWaiting(cut, together);
          if (!batch.length) break;
          for (const { request, code } of batch) answers.set(request, code);
        }
        expect(requests.map((request) => answers.get(request))).toEqual(expected);
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
  const rows = await database.source.query('SELECT id, posted, seq FROM ledger_account');
  for (const { id, posted, seq } of rows) {
    expect([id, BigInt(posted)]).toEqual([id, auditor.balances.get(id)]);
    expect([id, Number(seq)]).toEqual([id, auditor.steps.get(id)]);
  }
  const lots = await database.source.query(
    'SELECT account_id AS account, asset_id AS asset, lower(serials) AS first, upper(serials) AS past FROM ledger_lot',
  );
  const owned = new Map<string, string>();
  for (const { account, asset, first, past } of lots)
    for (let unit = BigInt(first); unit < BigInt(past); unit++) owned.set(`${asset}:${unit}`, account);
  // What went back to where it was issued is in nobody's hands.
  const sources = new Set(world.accounts.filter(({ purpose }) => purpose === 'issuance').map(({ id }) => id));
  expect(owned).toEqual(new Map([...auditor.units].filter(([, account]) => !sources.has(account))));
  const [{ n, last, sum }] = await database.source.query(
    `SELECT count(*)::int AS n, max(id)::int AS last, (SELECT sum(posted) FROM ledger_account)::int AS sum FROM ledger_transfer`,
  );
  expect({ n, last, sum }).toEqual({ n: auditor.transfers, last: auditor.transfers, sum: 0 });
  expect(auditor.transfers).toBeGreaterThan(50);
}, 120_000);

it('answers a repeated key as it did before, rejections too, and refuses the key with another content', async () => {
  const from = world.find('available', world.assets.money, world.organisations[0]);
  const to = world.find('available', world.assets.money, world.organisations[1]);
  const issue = legs({
    kind: 'issue',
    from: world.find('issuance', world.assets.money).id,
    to: from.id,
    amount: '1000',
  });
  expect((await ask(issue, systemActor, 'same')).code).toBe('POSTED');
  const [{ posted }] = await database.source.query('SELECT posted FROM ledger_account WHERE id = $1', [from.id]);
  expect((await ask(issue, systemActor, 'same')).code).toBe('POSTED');
  const tooMuch = legs({ kind: 'pay', from: from.id, to: to.id, amount: String(BigInt(posted) + 1n) });
  const twice = await Promise.all([ask(tooMuch, holder(0), 'much'), ask(tooMuch, holder(0), 'much')]);
  expect(twice.map(({ code, detail }) => [code, detail])).toEqual(
    Array(2).fill(['LIMIT', { leg: 0, account: from.id, available: posted, asked: String(BigInt(posted) + 1n) }]),
  );
  const other = legs({ kind: 'pay', from: from.id, to: to.id, amount: '1' });
  expect((await ask(other, holder(0), 'much')).code).toBe('KEY_REUSED');
  // The key of one organisation is not that of another.
  expect((await ask(other, holder(1), 'much')).code).toBe('NOT_YOURS');
  const [after] = await database.source.query('SELECT posted FROM ledger_account WHERE id = $1', [from.id]);
  expect(after.posted).toBe(posted);
});

it('two posters at once share the work and the chain stays one', async () => {
  const from = world.find('issuance', world.assets.money).id;
  const to = world.find('clearing', world.assets.money).id;
  await database.work.run(systemActor, (manager) =>
    ledger.submit(
      manager,
      systemActor,
      Array.from({ length: 400 }, (_, i) => ({
        route: 'many',
        key: `m${i}`,
        command: legs({ kind: 'issue', from, to, amount: '1' }),
      })),
    ),
  );
  const others = [new Poster(database.work), new Poster(database.work), poster];
  const counts = await Promise.all(
    others.map(async (one) => {
      let n = 0;
      for (let batch = await one.postWaiting(37, 2); batch.length; batch = await one.postWaiting(37, 2))
        n += batch.length;
      return n;
    }),
  );
  expect(counts.reduce((a, b) => a + b)).toBe(400);
  const [{ broken }] = await database.source.query(
    `SELECT count(*)::int AS broken FROM (SELECT prev_hash, lag(hash) OVER (ORDER BY pos) AS before FROM ledger_batch) x
     WHERE before IS NOT NULL AND before <> prev_hash`,
  );
  expect(broken).toBe(0);
});

it('a request that the database will not take is parked alone; those before, behind and beside it are posted', async () => {
  const from = world.find('issuance', world.assets.money).id;
  const to = world.find('clearing', world.assets.money).id;
  const asked = await database.work.run(systemActor, (manager) =>
    ledger.submit(
      manager,
      systemActor,
      Array.from({ length: 60 }, (_, i) => ({
        route: 'parked',
        key: `p${i}`,
        // No calendar has this day; only the database notices.
        command: { ...legs({ kind: 'issue', from, to, amount: '1' }), ...(i === 33 && { businessDate: '2024-02-30' }) },
      })),
    ),
  );
  const answers = new Map<string, string>();
  for (let batch = await poster.postWaiting(10, 4); batch.length; batch = await poster.postWaiting(10, 4))
    for (const { request, code } of batch) answers.set(request, code);
  expect(asked.map(({ request }) => answers.get(request))).toEqual(
    Array.from({ length: 60 }, (_, i) => (i === 33 ? 'PARKED' : 'POSTED')),
  );
});

it('a hold that runs out goes back by itself, once, with what was left of it', async () => {
  const available = world.find('available', world.assets.money, world.organisations[2]).id;
  const held = world.find('order_hold', world.assets.money, world.organisations[2]).id;
  const other = world.find('available', world.assets.money, world.organisations[3]).id;
  await ask(legs({ kind: 'issue', from: world.find('issuance', world.assets.money).id, to: available, amount: '100' }));
  const { request } = await ask(legs({ kind: 'hold', from: available, to: held, amount: '80', hold: { seconds: 0 } }));
  const [{ id }] = await database.source.query('SELECT id FROM ledger_transfer WHERE request_id = $1', [request]);
  expect((await ask(legs({ kind: 'fill', from: held, to: other, amount: '30', of: id }))).code).toBe('POSTED');
  expect((await ask(legs({ kind: 'fill', from: held, to: other, amount: '51', of: id }))).code).toBe('HOLD_EXCEEDED');
  const sweep = new SweepHandler(database.work, poster, ledger);
  await sweep.handle();
  await sweep.handle();
  const [{ kind, amount }] = await database.source.query(
    'SELECT kind, amount FROM ledger_transfer WHERE hold_of = $1 AND to_account = $2',
    [id, available],
  );
  expect([kind, amount]).toEqual(['expire', '50']);
});

it('the whole book can be recomputed, and a changed row or a cut tail is found', async () => {
  const check = () => database.source.transaction((manager) => verifyBook(manager));
  const { faults, transfers, head } = await check();
  expect(faults).toEqual([]);
  expect(transfers).toBeGreaterThan(400);
  const cheat = async (sql: string) => {
    const runner = database.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`SET LOCAL session_replication_role = replica`);
    await runner.query(sql);
    const found = await verifyBook(runner.manager);
    await runner.rollbackTransaction();
    await runner.release();
    return found;
  };
  const changed = await cheat('UPDATE ledger_transfer SET amount = amount + 1 WHERE id = 300');
  expect(changed.faults.map(({ code }) => code)).toEqual(['CHAIN_BROKEN', 'BALANCE_UNEXPLAINED']);
  const reworded = await cheat(
    `UPDATE ledger_request SET payload = payload || '{"reason": "another"}' WHERE id = (SELECT request_id FROM ledger_transfer WHERE id = 300)`,
  );
  expect(reworded.faults.map(({ code }) => code)).toEqual(['CHAIN_BROKEN']);
  // A cut tail leaves a chain that is sound in itself: the head kept elsewhere shows it.
  const cut = await cheat('DELETE FROM ledger_batch WHERE pos = (SELECT max(pos) FROM ledger_batch)');
  expect(cut.head).not.toBe(head);
});

describe('the database itself refuses', () => {
  const refuses = (sql: string, values: unknown[] = []) =>
    expect(database.source.query(sql, values)).rejects.toThrow(
      /append-only|transfers alone|do not continue|check_violation|never change|conflicting key|once and never/,
    );

  it.each([
    ['UPDATE ledger_transfer SET amount = amount + 1'],
    ['DELETE FROM ledger_batch'],
    ['TRUNCATE ledger_lot_event'],
    ['UPDATE ledger_account SET posted = posted + 1'],
    ['UPDATE ledger_asset SET scale = scale + 1'],
    [`UPDATE ledger_request SET payload_hash = ''`],
    [
      'INSERT INTO ledger_lot (asset_id, account_id, serials) SELECT asset_id, account_id, serials FROM ledger_lot LIMIT 1',
    ],
  ])('%s', (sql) => refuses(sql));

  it('a transfer that does not go on where the account ended, even from the owner of the tables', async () => {
    const to = world.find('clearing', world.assets.money).id;
    const from = world.find('issuance', world.assets.money).id;
    await refuses(
      `INSERT INTO ledger_transfer SELECT 999999, 1, 77, 1, $3, 5, a.id, a.seq + 2, a.posted - 5, b.id, b.seq + 1, b.posted + 5,
       'x', NULL, now() FROM ledger_account a, ledger_account b WHERE a.id = $1 AND b.id = $2`,
      [from, to, world.assets.money],
    );
  });

  it('posting by a tenant, and writing tables by the application', async () => {
    const tries = [
      `SELECT ledger_open_account(NULL, 1, 'issuance', 'mine')`,
      'UPDATE ledger_hold SET resolved = 0',
      `INSERT INTO ledger_batch VALUES (1, 1, 1, 1, 'a', 'b', 'c')`,
    ];
    for (const sql of tries)
      await expect(database.work.run(holder(0), (manager) => manager.query(sql))).rejects.toThrow(
        /permission|only the service/,
      );
    await expect(
      database.work.run(holder(0), (manager) =>
        manager.query(
          `INSERT INTO ledger_request (organisation_id, route, key, payload, payload_hash) VALUES (NULL, 'r', 'k', '{}', '')`,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('a tenant reading the accounts of another', async () => {
    const seen = await database.work.run(holder(0), (manager) =>
      manager.query('SELECT DISTINCT organisation_id AS id FROM ledger_account'),
    );
    expect(seen).toEqual([{ id: world.organisations[0] }]);
  });
});
