/** Posters whose clocks are an hour behind and an hour ahead, Redis emptied all the while: order and expiry are the database's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  ledgerMigrations,
  type LedgerCommand,
  LedgerService,
  Poster,
  SweepHandler,
  verifyBook,
} from '@qingheng/ledger';
import { platformMigrations, systemActor } from '@qingheng/platform';
import { Redis } from 'ioredis';
import { makeWorld, type World } from '../ledger/world';
import { withDatabase } from '../support/database';

const support = join(__dirname, '../support');
const database = withDatabase([...platformMigrations, ...ledgerMigrations]);
const posters: ChildProcess[] = [];
let world: World;
let ledger: LedgerService;

async function startPoster(shift: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      ...['-r', join(support, 'shift-clock.cjs'), '-r', join(support, 'typescript.cjs')],
      ...[join(support, 'posting-process.ts'), database.config.databaseUrl],
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, QH_CLOCK_SHIFT_MS: String(shift) } },
  );
  posters.push(child);
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the poster ended with ${code}`)));
  });
}

beforeAll(async () => {
  world = await makeWorld(database.source, database.work);
  ledger = new LedgerService(database.work, new Poster(database.work));
}, 120_000);
afterAll(() => posters.forEach((poster) => poster.kill('SIGKILL')));

const submit = (key: string, command: LedgerCommand) =>
  database.work.run(systemActor, (manager) => ledger.submit(manager, systemActor, [{ route: 'clock', key, command }]));

it('posts in one order, keeps the chain, and ends holds when the database says so', async () => {
  const redis = new Redis(database.config.redisUrl);
  const emptying = setInterval(() => void redis.flushall(), 50);
  await Promise.all([startPoster(-3_600_000), startPoster(3_600_000)]);
  const { money } = world.assets;
  const [first, second] = world.organisations;
  const issuance = world.find('issuance', money).id;
  const available = world.find('available', money, first).id;
  const other = world.find('available', money, second).id;
  const held = world.find('order_hold', money, first).id;
  const one = (leg: object): LedgerCommand => ({ businessDate: '2024-12-24', legs: [leg as never] });
  await submit('issue', one({ kind: 'issue', from: issuance, to: available, amount: '1000' }));
  // A minute: whoever went by a clock an hour ahead would end it at once.
  const [{ request }] = (await submit(
    'hold',
    one({ kind: 'hold', from: available, to: held, amount: '100', hold: { seconds: 60 } }),
  )) as [{ request: string }];
  for (let i = 0; i < 300; i++)
    await submit(`move ${i}`, one({ kind: 'move', from: available, to: other, amount: '1' }));
  const waiting = async () =>
    Number((await database.source.query('SELECT count(*) AS n FROM ledger_waiting'))[0].n as string);
  for (const deadline = Date.now() + 60_000; (await waiting()) && Date.now() < deadline;)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const sweep = new SweepHandler(database.work, new Poster(database.work), ledger);
  await sweep.handle();
  const open = async () =>
    (
      await database.source.query(
        `SELECT h.amount - h.resolved AS open FROM ledger_hold h JOIN ledger_transfer t ON t.id = h.id WHERE t.request_id = $1`,
        [request],
      )
    )[0].open as string;
  expect(await open()).toBe('100');
  await database.source.query(`UPDATE ledger_hold SET expires_at = now() - interval '1 second'`);
  await sweep.handle();
  expect(await open()).toBe('0');
  clearInterval(emptying);
  await redis.quit();

  const [{ n, ordered, posted }] = await database.source.query(
    `SELECT count(*)::int AS n, bool_and(at >= before OR before IS NULL) AS ordered, sum(moved)::int AS posted FROM (
       SELECT at, lag(at) OVER (ORDER BY pos) AS before, (SELECT count(*) FROM ledger_transfer t JOIN ledger_request q ON q.id = t.request_id
         WHERE t.batch_pos = b.pos AND q.route = 'clock') AS moved FROM ledger_batch b) x`,
  );
  expect([ordered, posted, n > 1]).toEqual([true, 302, true]);
  const [{ balance }] = await database.source.query('SELECT posted AS balance FROM ledger_account WHERE id = $1', [
    available,
  ]);
  expect(balance).toBe('700');
  expect((await database.source.transaction((manager) => verifyBook(manager))).faults).toEqual([]);
}, 240_000);
