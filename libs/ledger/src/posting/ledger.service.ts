/** Asking the book: in the transaction of whatever causes it, or at once with the answer. */
import { Injectable, Logger } from '@nestjs/common';
import { type Actor, systemActor, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { type Answer, hashOfCommand, type LedgerCommand } from '../book/command';
import { Poster } from './poster';

export interface Asked {
  /** Where the key is at home: the same key may come by different ways. */
  route: string;
  key: string;
  command: LedgerCommand;
}

interface Waiting extends Asked {
  organisationId: string | null;
  done: (answer: Answer) => void;
  failed: (error: unknown) => void;
}

interface Known {
  request: string;
  idem: string;
  hash: string;
  code?: string | null;
  detail?: object | null;
}

const ANSWER = `SELECT q.id AS request, q.idem, q.payload_hash AS hash, r.detail, COALESCE(r.code, CASE WHEN EXISTS
  (SELECT FROM ledger_transfer t WHERE t.request_id = q.id) THEN 'POSTED' END) AS code
  FROM ledger_request q LEFT JOIN ledger_refusal r ON r.request_id = q.id`;

@Injectable()
export class LedgerService {
  private readonly log = new Logger(LedgerService.name);
  private waiting: Waiting[] = [];
  private running = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly poster: Poster,
  ) {}

  /**
   * Puts commands into the inbox, in the caller's transaction; they are posted soon after it commits. The same key with the
   * same content is one request; with another content it is refused. Answers in the order asked; code absent: it waits.
   */
  async submit(
    manager: EntityManager,
    actor: Actor,
    asked: Asked[],
  ): Promise<{ request: string; code?: string; detail?: object }[]> {
    const organisation = actor.scope === 'all' ? null : actor.organisationId;
    return this.insert(
      manager,
      asked.map((one) => ({ ...one, organisationId: organisation })),
    );
  }

  /**
   * Asks and posts within the caller's transaction, which must be the system's: with what the book refuses, the caller can undo
   * everything else as well. PARKED where the book gave no answer.
   */
  async within(manager: EntityManager, asked: Asked): Promise<Answer> {
    const [row] = await this.submit(manager, systemActor, [asked]);
    const { request, code } = row!;
    if (code) return row as Answer;
    for (;;) {
      const answers = await this.poster.batches(manager);
      const answer = answers.find((one) => one.request === request);
      if (answer) return answer;
      if (!answers.length) return { request, code: 'PARKED' };
    }
  }

  /** Asks and waits for the answer. Those who ask at the same time share one batch: company makes it faster. */
  execute(actor: Actor, asked: Asked): Promise<Answer> {
    return new Promise((done, failed) => {
      const organisationId = actor.scope === 'all' ? null : actor.organisationId;
      this.waiting.push({ ...asked, organisationId, done, failed });
      if (!this.running) void this.drain();
    });
  }

  /** After a commit: posts what waits, without making anybody wait for it. The sweeper finds what this one misses. */
  wake(): void {
    this.poster.postAll().catch((error: Error) => this.log.warn(`posting waits for the sweeper: ${error.message}`));
  }

  private async drain(): Promise<void> {
    this.running = true;
    while (this.waiting.length) {
      const batch = this.waiting.splice(0, 1_000);
      try {
        await this.together(batch);
      } catch {
        // One that cannot even be written down must not take the others with it.
        for (const one of batch) await this.together([one]).catch((error: unknown) => one.failed(error));
      }
    }
    this.running = false;
  }

  private async together(batch: Waiting[]): Promise<void> {
    const rows = await this.work.run(systemActor, (manager) => this.insert(manager, batch));
    const answers = new Map<string, Answer>();
    while (rows.some(({ request, code }) => !code && !answers.has(request))) {
      const posted = await this.poster.postWaiting();
      for (const answer of posted) answers.set(answer.request, answer);
      if (!posted.length) break; // another process has answered them
    }
    const left = rows.filter(({ request, code }) => !code && !answers.has(request)).map(({ request }) => request);
    if (left.length) for (const answer of await this.answersOf(left)) answers.set(answer.request, answer);
    batch.forEach((one, i) => {
      const { request, code, detail } = rows[i]!;
      one.done(code ? ({ request, code, ...(detail && { detail }) } as Answer) : answers.get(request)!);
    });
  }

  private answersOf(requests: string[]): Promise<Answer[]> {
    return this.work.run(systemActor, (manager) => manager.query(`${ANSWER} WHERE q.id = ANY($1)`, [requests]));
  }

  private async insert(
    manager: EntityManager,
    asked: (Asked & { organisationId: string | null })[],
  ): Promise<{ request: string; code?: string; detail?: object }[]> {
    const hashes = asked.map(({ command }) => hashOfCommand(command));
    const idem = asked.map(({ organisationId, route, key }) => `${organisationId ?? '-'}|${route}|${key}`);
    // In the order asked: it is the order in which they are posted.
    const added: Known[] = await manager.query(
      `INSERT INTO ledger_request (organisation_id, route, key, payload, payload_hash)
       SELECT o, r, k, p, h FROM unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::text[]) WITH ORDINALITY
         AS x(o, r, k, p, h, n) ORDER BY n ON CONFLICT (idem) DO NOTHING
       RETURNING id AS request, idem, payload_hash AS hash`,
      [
        asked.map(({ organisationId }) => organisationId),
        asked.map(({ route }) => route),
        asked.map(({ key }) => key),
        asked.map(({ command }) => JSON.stringify(command)),
        hashes,
      ],
    );
    const known = new Map(added.map((row) => [row.idem, row]));
    const seen = idem.filter((key) => !known.has(key));
    // A statement of its own: only a later one sees what another transaction committed while the first one waited.
    const before: Known[] = seen.length ? await manager.query(`${ANSWER} WHERE q.idem = ANY($1)`, [seen]) : [];
    for (const row of before) known.set(row.idem, row);
    const rows = idem.map((key) => known.get(key)!);
    return rows.map(({ request, hash, code, detail }, i) => {
      if (hash !== hashes[i]) return { request, code: 'KEY_REUSED' };
      return { request, ...(code && { code }), ...(detail && { detail }) };
    });
  }
}
