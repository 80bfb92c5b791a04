/** Postgres and posters killed with SIGKILL in the middle of batches: nothing acknowledged is lost or doubled. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ledgerMigrations, type LedgerCommand, LedgerService, Poster, verifyBook } from '@qingheng/ledger';
import { makeDataSource, migrate, platformMigrations, systemActor, UnitOfWork } from '@qingheng/platform';
import type { DataSource } from 'typeorm';
import { Auditor } from '../ledger/auditor';
import { makeWorld } from '../ledger/world';

const support = join(__dirname, '../support');
const ROUNDS = 20;
let postgres: ChildProcess;
let lines: AsyncIterator<string>;
const posters: ChildProcess[] = [];

beforeAll(() => {
  postgres = spawn(process.execPath, [join(support, 'crashing-postgres.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  lines = createInterface({ input: postgres.stdout! })[Symbol.asyncIterator]();
});
afterAll(async () => {
  for (const poster of posters) poster.kill('SIGKILL');
  const gone = new Promise((resolve) => postgres.once('exit', resolve));
  postgres.stdin!.end();
  await gone;
});

const address = async (): Promise<string> => (JSON.parse((await lines.next()).value as string) as { url: string }).url;

async function startPoster(url: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ['-r', join(support, 'typescript.cjs'), join(support, 'posting-process.ts'), url],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  posters.push(child);
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the poster ended with ${code}`)));
  });
}

async function killPosters(): Promise<void> {
  for (const child of posters.splice(0)) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}

const connect = (url: string): Promise<DataSource> => makeDataSource(url, { pool: 3 }).initialize();

it('twenty kills, a third of the requests sent twice', async () => {
  let url = await address();
  await migrate({ owner: url, app: url }, [...platformMigrations, ...ledgerMigrations]);
  let source = await connect(url);
  const world = await makeWorld(source, new UnitOfWork(source));
  const random = mulberry(7);
  const pick = <T>(from: T[]): T => from[Math.floor(random() * from.length)]!;
  const draw = (): LedgerCommand => {
    const asset = pick([world.assets.credit, world.assets.money]);
    const available = world.accounts.filter((account) => account.purpose === 'available' && account.asset === asset);
    const from = random() < 0.3 ? world.find('issuance', asset) : pick(available);
    const to = pick(available.filter(({ id }) => id !== from.id));
    return {
      businessDate: '2024-12-24',
      legs: [
        { kind: 'move', from: from.id, to: to.id, amount: String(1 + Math.floor(random() * 30)) },
        ...(random() < 0.3 ? [{ kind: 'back', from: to.id, to: from.id, amount: '1' }] : []),
      ],
    };
  };
  const sent: { key: string; command: LedgerCommand }[] = [];
  /** As a client does: keeps the key, and sends it again until somebody says that it is there. */
  const send = async (batch: typeof sent): Promise<void> => {
    for (;;) {
      try {
        const work = new UnitOfWork(source);
        const ledger = new LedgerService(work, new Poster(work));
        await work.run(systemActor, (manager) =>
          ledger.submit(
            manager,
            systemActor,
            batch.map((one) => ({ route: 'crash', ...one })),
          ),
        );
        return;
      } catch {
        await source.destroy().catch(() => {});
        for (;;) {
          const again = await connect(url).catch(() => undefined);
          if (again) {
            source = again;
            break;
          }
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    }
  };

  for (let round = 0; round < ROUNDS; round++) {
    await startPoster(url);
    await startPoster(url);
    const stop = { now: false };
    const client = (async () => {
      while (!stop.now) {
        const fresh = Array.from({ length: 20 }, (_, i) => ({ key: `c${sent.length + i}`, command: draw() }));
        const repeated = sent.length ? Array.from({ length: 10 }, () => pick(sent)) : [];
        await send([...fresh, ...new Map(repeated.map((one) => [one.key, one])).values()]);
        sent.push(...fresh);
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 150 + random() * 250));
    if (round % 2) {
      await killPosters();
    } else {
      postgres.stdin!.write('kill\n');
      url = await address();
      await killPosters();
    }
    stop.now = true;
    await client;
  }
  await send(sent.slice(-50));
  const work = new UnitOfWork(source);
  await new Poster(work).postAll();

  const rows: { idem: string; code: string | null; transfers: number }[] = await source.query(
    `SELECT q.key AS idem, r.code, (SELECT count(*)::int FROM ledger_transfer t WHERE t.request_id = q.id) AS transfers
     FROM ledger_request q LEFT JOIN ledger_refusal r ON r.request_id = q.id WHERE q.route = 'crash' ORDER BY q.id`,
  );
  expect(rows.map(({ idem }) => idem)).toEqual(sent.map(({ key }) => key));
  expect(sent.length).toBeGreaterThan(500);
  const auditor = new Auditor(world.accounts);
  const said = sent.map(({ command }) => auditor.replay(null, command));
  expect(rows.map(({ code, transfers }) => code ?? (transfers ? 'POSTED' : 'NONE'))).toEqual(said);
  const balances: { id: string; posted: string }[] = await source.query('SELECT id, posted FROM ledger_account');
  for (const { id, posted } of balances) expect([id, BigInt(posted)]).toEqual([id, auditor.balances.get(id)]);
  const book = await source.transaction((manager) => verifyBook(manager));
  expect(book.faults).toEqual([]);
  expect(book.transfers).toBe(auditor.transfers);
  await source.destroy();
}, 240_000);

function mulberry(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
