/** Takes what waits in the inbox, works it out and posts it: one transaction, one writer at a time, as many as there are. */
import { Injectable, Logger } from '@nestjs/common';
import { systemActor, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { Book, type Posted, type Request } from '../book/book';
import type { Answer } from '../book/command';
import { Digest, GENESIS, linkHash } from './chain';
import { loadAccounts, loadEnds, loadHolds, loadLots } from './load';

/** Most requests of one batch. */
export const BATCH = 5_000;
export const LOCK = 7141001;

@Injectable()
export class Poster {
  private readonly log = new Logger(Poster.name);

  constructor(private readonly work: UnitOfWork) {}

  /** Posts until nothing waits; returns how many requests were answered. */
  async postAll(): Promise<number> {
    for (let sum = 0; ;) {
      const answers = await this.postWaiting();
      sum += answers.length;
      if (!answers.length) return sum;
    }
  }

  /** One batch. A request that the database will not take is found by halving and parked; the others go on. */
  async postWaiting(limit = BATCH): Promise<Answer[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.work.run(systemActor, (manager) => this.batch(manager, limit));
      } catch (error) {
        if (isPassing(error) && attempt < 4) continue;
        if (isPassing(error)) throw error;
        this.log.error(`a batch of up to ${limit} failed`, (error as Error).stack);
        if (limit === 1) return this.park(error as Error);
        return this.postWaiting(Math.ceil(limit / 2));
      }
    }
  }

  /** Within a transaction of somebody who oversees: asks and answers in one go. */
  async batch(manager: EntityManager, limit = BATCH): Promise<Answer[]> {
    // A statement of its own: only a later one sees what the holder before us committed.
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    // By their numbers: a join would be planned as a scan of every request there ever was.
    const waiting: { id: string; organisation: string | null; hash: string; command: Request['command'] }[] =
      await manager.query(
        `SELECT q.id, q.organisation_id AS organisation, q.payload_hash AS hash, q.payload AS command
         FROM ledger_request q
         WHERE q.id = ANY(ARRAY(SELECT request_id FROM ledger_waiting ORDER BY request_id LIMIT $1)) ORDER BY q.id`,
        [limit],
      );
    if (!waiting.length) return [];
    const requests = waiting.map(({ id, organisation, hash, command }) => ({
      id,
      organisationId: organisation,
      payloadHash: hash,
      command,
    }));
    const [head] = await manager.query(
      'SELECT pos, hash, last_transfer AS last FROM ledger_batch ORDER BY pos DESC LIMIT 1',
    );
    const accounts = await loadAccounts(manager, requests);
    const book = new Book(
      accounts,
      await loadHolds(manager, requests),
      await loadLots(manager, requests, accounts),
      await loadEnds(manager, accounts),
      BigInt(head?.last ?? 0) + 1n,
    );
    for (const request of requests) book.perform(request);
    await this.write(manager, book, head);
    return book.answers;
  }

  private async write(
    manager: EntityManager,
    book: Book,
    head?: { pos: string; hash: string; last: string },
  ): Promise<void> {
    const { posted, answers } = book;
    const pos = BigInt(head?.pos ?? 0) + 1n;
    const first = BigInt(head?.last ?? 0) + 1n;
    const prevHash = head?.hash ?? GENESIS;
    const rows = posted.map(hashed);
    const digest = rows.reduce((sum, row) => sum.add(row), new Digest()).hex();
    const hash = linkHash({ pos, first, last: first + BigInt(posted.length) - 1n, prevHash, digest });
    const { gone, added } = book.lots.changes();
    const assetOf = new Map(posted.flatMap(({ from, to, assetId }) => [from, to].map((id) => [id, assetId] as const)));
    const digits = (column: number): string => asDigits(rows, (row) => row[column]);
    await manager.query(`SELECT ledger_post(${Array.from({ length: 26 }, (_, i) => `$${i + 1}`).join(', ')})`, [
      pos,
      first,
      prevHash,
      digest,
      hash,
      digits(1),
      digits(2),
      digits(3),
      digits(4),
      digits(5),
      digits(6),
      digits(7),
      digits(8),
      digits(9),
      digits(10),
      asArray(posted, ({ kind }) => kind),
      digits(12),
      asArray(posted, ({ request }) => request.command.businessDate),
      json(
        posted
          .filter(({ hold }) => hold)
          .map(({ id, to, from, amount, hold }) => ({ id, account: to, origin: from, amount, seconds: hold!.seconds })),
      ),
      json([...book.changedHolds.values()].map(({ id, resolved }) => ({ id, resolved }))),
      gone,
      json(added.map((lot) => ({ ...lot, asset: assetOf.get(lot.account) }))),
      json(
        posted.flatMap(({ id, assetId, from, to, serials = [] }) =>
          serials.map((range) => ({ id, asset: assetId, ...range, origin: from, target: to })),
        ),
      ),
      asDigits(answers, ({ request }) => request),
      asArray(answers, ({ code }) => code),
      json(Object.fromEntries(answers.filter(({ detail }) => detail).map(({ request, detail }) => [request, detail]))),
    ]);
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

/** Arrays as Postgres reads them. Written out here: the driver would look for quotes in every one of sixty thousand numbers. */
const asDigits = <T>(rows: readonly T[], pick: (row: T) => string | null | undefined): string =>
  `{${rows.map((row) => pick(row) ?? 'NULL').join(',')}}`;
const asArray = <T>(rows: readonly T[], pick: (row: T) => string): string =>
  asDigits(rows, (row) => {
    const text = pick(row);
    return BARE.test(text) ? text : quoted(text);
  });

/** Needs no quotes in an array. */
const BARE = /^(?!null$)[\w.-]+$/i;
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const json = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? inner.toString() : inner));

/** Version 1: every business column, and the hash of the command that asked for it. */
export const hashed = (row: Posted): (string | null)[] => [
  `${row.id}`,
  row.request.id,
  `${row.leg}`,
  `${row.assetId}`,
  `${row.amount}`,
  row.from,
  `${row.fromSeq}`,
  `${row.fromBalance}`,
  row.to,
  `${row.toSeq}`,
  `${row.toBalance}`,
  row.kind,
  row.holdOf,
  row.request.command.businessDate,
  row.request.payloadHash,
];

/** Lost connections, restarts and races end; asking again is right. */
function isPassing(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(08|40|57P|53)/.test(code) || /terminat|ECONN|closed|timeout/i.test(`${code} ${message}`);
}
