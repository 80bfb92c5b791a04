/**
 * The book against the naive transfer (begin, two updates, an insert, commit; eight clients) on the same server in the same
 * run, with synchronous commit. The yardstick keeps no entries, keys, limits or chain; ours keeps them all.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerService, Poster, verifyBook } from '@qingheng/ledger';
import { systemActor, UnitOfWork } from '@qingheng/platform';
import type { DataSource } from 'typeorm';
import { type Measured, peakRssMb } from './measured';
import { withScratchDatabase } from './scratch-database';

const TRANSFERS = 100_000;
const CLIENTS = 8;
const SECONDS = 6;

export const bench = (n = TRANSFERS): Promise<Measured> =>
  withScratchDatabase(async ({ owner, application, ownerUrl }) => {
    const book = new Measuring(owner, new UnitOfWork(application));
    const wide = await book.compare(n, 1_000, ownerUrl);
    const hot = await book.compare(n, 10, ownerUrl);
    const online = await book.online(32, Math.min(n, 20_000));
    const { faults } = await owner.transaction((manager) => verifyBook(manager));
    return {
      name: 'ledger',
      ours: wide.posting,
      yardstick: wide.naive,
      ratio: round(wide.posting / wide.naive),
      unit: 'transfers/s',
      n,
      more: {
        withInbox: { accounts1000: round(wide.whole / wide.naive), accounts10: round(hot.whole / hot.naive) },
        hot: { ours: hot.posting, yardstick: hot.naive, ratio: round(hot.posting / hot.naive) },
        online,
        yardstick: pgbench ? 'pgbench' : 'own driver in its own process',
      },
      peakRssMb: peakRssMb(),
      differences: faults.length,
    };
  });

class Measuring {
  private readonly poster: Poster;
  private readonly ledger: LedgerService;
  private run = 0;

  constructor(
    private readonly source: DataSource,
    private readonly work: UnitOfWork,
  ) {
    this.poster = new Poster(work);
    this.ledger = new LedgerService(work, this.poster);
  }

  /** Transfers a second: posting what waits, asking and posting together, and the naive way. Best of two. */
  async compare(n: number, accounts: number, url: string): Promise<{ posting: number; whole: number; naive: number }> {
    const best = { posting: 0, whole: 0, naive: 0 };
    const ids = await this.accounts(accounts);
    for (let i = 0; i < 2; i++) {
      const asked = Array.from({ length: n }, (_, j) => this.transfer(ids, j));
      await this.source.query('CHECKPOINT');
      const started = performance.now();
      for (let from = 0; from < n; from += 5_000)
        await this.work.run(systemActor, (manager) =>
          this.ledger.submit(manager, systemActor, asked.slice(from, from + 5_000)),
        );
      const waiting = performance.now();
      await this.poster.postAll();
      const ended = performance.now();
      best.posting = Math.max(best.posting, (n / (ended - waiting)) * 1000);
      best.whole = Math.max(best.whole, (n / (ended - started)) * 1000);
      best.naive = Math.max(best.naive, await naive(this.source, url, accounts));
    }
    return { posting: Math.round(best.posting), whole: Math.round(best.whole), naive: Math.round(best.naive) };
  }

  /** Single transfers that wait for their answer, so many at a time. */
  async online(clients: number, n: number): Promise<Record<string, number>> {
    const ids = await this.accounts(1_000);
    const times: number[] = [];
    let left = n;
    const started = performance.now();
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (left-- > 0) {
          const from = performance.now();
          const { code } = await this.ledger.execute(systemActor, this.transfer(ids, left));
          if (code !== 'POSTED') throw new Error(`refused: ${code}`);
          times.push(performance.now() - from);
        }
      }),
    );
    const perSecond = Math.round((times.length / (performance.now() - started)) * 1000);
    times.sort((a, b) => a - b);
    const at = (share: number): number => round(times[Math.floor(times.length * share)]!);
    return { clients, transfersPerSecond: perSecond, p50ms: at(0.5), p99ms: at(0.99) };
  }

  private async accounts(n: number): Promise<string[]> {
    this.run++;
    const code = `BENCH-${this.run}`;
    return this.work.run(systemActor, async (manager) => {
      const [{ id }] = await manager.query(
        `SELECT ledger_open_asset($1, 'bench', 't', 0, false, NULL, NULL, NULL, NULL) AS id`,
        [code],
      );
      const rows: { id: string }[] = await manager.query(
        `SELECT ledger_open_account(NULL, $1, 'available', i::text) AS id FROM generate_series(1, $2::int) i`,
        [id, n],
      );
      const [{ source }] = await manager.query(`SELECT ledger_open_account(NULL, $1, 'issuance', '') AS source`, [id]);
      const fund = rows.map((row) => ({ kind: 'issue', from: source, to: row.id, amount: '1000000' }));
      await this.ledger.submit(manager, systemActor, [
        { route: 'bench', key: code, command: { businessDate: '2024-12-24', legs: fund } },
      ]);
      return rows.map((row) => row.id);
    });
  }

  private transfer(ids: string[], i: number) {
    const from = Math.floor(Math.random() * ids.length);
    const to = (from + 1 + Math.floor(Math.random() * (ids.length - 1))) % ids.length;
    return {
      route: 'bench',
      key: `${this.run}-${i}-${randomBytes(6).toString('hex')}`,
      command: {
        businessDate: '2024-12-24',
        legs: [{ kind: 'transfer', from: ids[from]!, to: ids[to]!, amount: '1' }],
      },
    };
  }
}

const pgbench = spawnSync('pgbench', ['--version']).status === 0;

/** Rows are updated in the order of their numbers: otherwise the yardstick would spend its time in deadlocks. */
async function naive(source: DataSource, url: string, accounts: number): Promise<number> {
  await source.query(`
    DROP TABLE IF EXISTS naive_account, naive_transfer;
    CREATE TABLE naive_account (id int PRIMARY KEY, balance bigint NOT NULL) WITH (fillfactor = 50);
    CREATE TABLE naive_transfer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int, b int, amount bigint,
      at timestamptz DEFAULT now());
    INSERT INTO naive_account SELECT i, 0 FROM generate_series(1, ${accounts}) i;
    ANALYZE naive_account; CHECKPOINT;`);
  return pgbench ? withPgbench(url, accounts) : withDriver(url, accounts);
}

function withPgbench(url: string, accounts: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'qh-bench-'));
  const script = join(folder, 'naive.sql');
  writeFileSync(
    script,
    `\\set x random(1, ${accounts})
\\set y random(1, ${accounts})
\\set a least(:x, :y)
\\set b greatest(:x, :y)
BEGIN;
UPDATE naive_account SET balance = balance - 1 WHERE id = :a;
UPDATE naive_account SET balance = balance + 1 WHERE id = :b;
INSERT INTO naive_transfer (a, b, amount) VALUES (:a, :b, 1);
END;
`,
  );
  const args = ['-n', '-c', `${CLIENTS}`, '-j', '2', '-T', `${SECONDS}`, '-M', 'prepared', '-f', script, url];
  const { stdout, stderr } = spawnSync('pgbench', args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (!tps) throw new Error(`pgbench: ${stderr}`);
  return Number(tps);
}

function withDriver(url: string, accounts: number): number {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, 'naive-driver.js'), url, `${accounts}`, `${CLIENTS}`, `${SECONDS}`],
    { encoding: 'utf8' },
  );
  if (!Number(stdout)) throw new Error(stderr);
  return Number(stdout);
}

const round = (x: number): number => Math.round(x * 100) / 100;
