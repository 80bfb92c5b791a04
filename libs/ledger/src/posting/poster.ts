/** Takes what waits in the inbox, works it out and posts it: one transaction, one writer at a time, as many as there are. */
import { Injectable, Logger } from '@nestjs/common';
import { systemActor, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { type AccountState, Book, type Request } from '../book/book';
import type { Answer } from '../book/command';
import { GENESIS } from './chain';
import { accountsOf, type Ask, loadAccounts, loadEnds, loadHolds, loadLots, parseWaiting, readWaiting } from './load';
import { type Head, POST, writeOut } from './write-out';

/** Most requests of one batch. */
export const BATCH = 5_000;
/** Most batches of one transaction when nobody waits for a certain answer. */
const TOGETHER = 8;
/** Requests worked out before others get a turn in this process. */
const TURN = 500;
export const LOCK = 7141001;

@Injectable()
export class Poster {
  private readonly log = new Logger(Poster.name);

  constructor(private readonly work: UnitOfWork) {}

  /** Posts until nothing waits; returns how many requests were answered. */
  async postAll(): Promise<number> {
    for (let sum = 0; ;) {
      const answers = await this.postWaiting(BATCH, TOGETHER);
      sum += answers.length;
      if (!answers.length) return sum;
    }
  }

  /** One transaction. A request that the database will not take is found by halving and parked; the others go on. */
  async postWaiting(limit = BATCH, batches = 1): Promise<Answer[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.work.run(systemActor, (manager) => this.batches(manager, limit, batches));
      } catch (error) {
        if (isPassing(error) && attempt < 4) continue;
        if (isPassing(error)) throw error;
        this.log.error(`${batches} batches of up to ${limit} failed`, (error as Error).stack);
        if (batches > 1) return this.postWaiting(limit);
        if (limit === 1) return this.park(error as Error);
        return this.postWaiting(Math.ceil(limit / 2));
      }
    }
  }

  /**
   * Within a transaction of somebody who oversees: asks and answers in one go. While the database writes one batch, the next is
   * worked out here on the accounts as this one leaves them; whatever is not known yet is asked after the writing.
   */
  async batches(manager: EntityManager, limit = BATCH, most = 1): Promise<Answer[]> {
    // A statement of its own: only a later one sees what the holder before us committed.
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    let writing: Promise<unknown> = Promise.resolve();
    // One statement at a time on a connection: what is asked waits for what is being written.
    const ask: Ask = async (sql, parameters) => {
      await writing;
      return manager.query(sql, parameters);
    };
    const answers: Answer[] = [];
    const accounts = new Map<string, AccountState>();
    let waiting = await readWaiting(ask, limit);
    let head: Head | undefined;
    for (let left = most; ; left--) {
      const requests = parseWaiting(waiting);
      if (!requests.length) break;
      head ??= await this.head(ask);
      const book = await this.workOut(ask, requests, accounts, head);
      const batch = writeOut(book, head);
      answers.push(...book.answers);
      head = batch.head;
      const last = left === 1 || requests.length < limit;
      // Read before this batch is written, so that it lies here while that goes on.
      waiting = last ? '[]' : await readWaiting(ask, limit, requests.at(-1)!.id);
      await writing;
      writing = manager.query(POST, batch.parameters);
      // It is awaited below or by whoever asks next; a failure in between has its listener already.
      writing.catch(() => undefined);
      await turn();
    }
    await writing;
    return answers;
  }

  private async head(ask: Ask): Promise<Head> {
    const [row] = await ask('SELECT pos, hash, last_transfer AS last FROM ledger_batch ORDER BY pos DESC LIMIT 1');
    if (!row) return { pos: 0n, hash: GENESIS, last: 0n };
    return { pos: BigInt(row.pos as string), hash: row.hash as string, last: BigInt(row.last as string) };
  }

  private async workOut(
    ask: Ask,
    requests: Request[],
    accounts: Map<string, AccountState>,
    { last }: Head,
  ): Promise<Book> {
    const touched = accountsOf(requests);
    await loadAccounts(ask, touched, accounts);
    const book = new Book(
      accounts,
      await loadHolds(ask, requests),
      await loadLots(ask, touched, accounts),
      await loadEnds(ask, touched, accounts),
      last + 1n,
    );
    for (const [i, request] of requests.entries()) {
      book.perform(request);
      if (i % TURN === TURN - 1) await turn();
    }
    return book;
  }

  private park(error: Error): Promise<Answer[]> {
    return this.work.run(systemActor, async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const [oldest] = await manager.query('SELECT min(request_id) AS id FROM ledger_waiting');
      if (!oldest.id) return [];
      await manager.query('SELECT ledger_park($1, $2)', [oldest.id, error.message]);
      return [{ request: oldest.id, code: 'PARKED' }];
    });
  }
}

/** Lets others go on, and lets a statement go out: a socket takes no more than its buffer at once. */
const turn = (): Promise<void> => new Promise(setImmediate);

/** Lost connections, restarts and races end; asking again is right. */
function isPassing(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(08|40|57P|53)/.test(code) || /terminat|ECONN|closed|timeout/i.test(`${code} ${message}`);
}
