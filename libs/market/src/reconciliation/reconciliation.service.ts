/** The trading centre's day: books handed in, matched, closed and signed. Its differences are in break.service.ts. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { canonical } from '@qingheng/ledger';
import {
  type Actor,
  AuditService,
  FileStore,
  KeyStore,
  type Page,
  pageOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import { type Claims, reconcile, type Reconciliation, ReconciliationFaults } from '@qingheng/reconciliation';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import { keepLines, putStakes } from './day-lines';
import { keepMatches } from './day-matches';
import type { DayDto, UploadDto } from './reconciliation.dto';
import { ReconciliationRules } from './reconciliation-rules';
import { type BookName, BOOKS, CONTROLLED, controlTotal, readStatement } from './statement-file';

/** Bytes of one book; a day of a million lines is a tenth of it. */
export const MOST_STATEMENT = 1024 * 1024 * 1024;

interface Day {
  id: string;
  status: string;
  totals: Record<string, string | number> | null;
  inputs: string | null;
}

const DAY = `SELECT d.id, d.trade_date::text AS "tradeDate", d.status, d.totals, d.report, d.jws, d.closed_at AS "closedAt",
  COALESCE((SELECT json_agg(json_build_object('book', f.book, 'name', f.name, 'lines', f.lines, 'total', f.total,
    'uploadedAt', f.uploaded_at) ORDER BY f.book) FROM recon_file f WHERE f.day_id = d.id AND NOT f.replaced), '[]') AS files,
  (SELECT count(*)::int FROM recon_break b WHERE b.day_id = d.id AND b.status = 'open') AS open,
  (SELECT count(*)::int FROM recon_break b WHERE b.day_id = d.id AND b.status = 'explained') AS explained,
  (SELECT count(*)::int FROM recon_break b WHERE b.day_id = d.id AND b.status = 'resolved') AS resolved
  FROM recon_day d`;

@Injectable()
export class ReconciliationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly keys: KeyStore,
    private readonly audit: AuditService,
    private readonly rules: ReconciliationRules,
  ) {}

  days(actor: Actor, { limit, before }: { limit: number; before?: string }): Promise<Page<DayDto>> {
    return this.work.run(actor, async (manager) => {
      const rows = await manager.query(
        `${DAY} WHERE ($1::date IS NULL OR d.trade_date < $1) ORDER BY d.trade_date DESC LIMIT $2`,
        [before ?? null, limit + 1],
      );
      return pageOf<DayDto>(rows, limit, ({ tradeDate }) => [tradeDate]);
    });
  }

  day(actor: Actor, date: string): Promise<DayDto> {
    return this.work.run(actor, (manager) => this.read(manager, actor, date));
  }

  /** Takes one of the three books. Its lines and total must be what its sender says; the same file is taken once. */
  async upload(
    actor: Actor,
    date: string,
    book: BookName,
    file: { path: string; originalname: string },
    { lines, total, mapping }: UploadDto,
  ): Promise<DayDto> {
    const columns = await this.work.run(actor, (manager) => this.mapping(manager, actor, book, mapping));
    return inFolder(async (folder) => {
      const plain = join(folder, `${book}.csv`);
      const statement = await readStatement(file.path, plain, book, columns);
      if (lines !== undefined && lines !== statement.lines)
        throw refuse('CONTROL_TOTAL', { what: 'lines', said: lines, found: statement.lines });
      if (total !== undefined && controlTotal(total) !== statement.total)
        throw refuse('CONTROL_TOTAL', { what: CONTROLLED[book], said: total, found: statement.total });
      return this.work.run(actor, async (manager) => {
        const day = await this.open(manager, actor, date);
        // Twins by content are the same statement; genuine twins differ in their line numbers.
        const [known] = await manager.query(
          `SELECT d.trade_date::text AS date FROM recon_file f JOIN recon_day d ON d.id = f.day_id
           WHERE f.organisation_id = $1 AND f.book = $2 AND f.sha256 = $3 AND NOT f.replaced`,
          [actor.organisationId, book, statement.sha256],
        );
        if (known) throw refuse('STATEMENT_TWICE', { date: known.date });
        const maxBytes = MOST_STATEMENT;
        const stored = await this.files.put(createReadStream(plain), { maxBytes });
        await this.files.put(createReadStream(file.path), { maxBytes });
        if (mapping !== undefined) await this.saveMapping(manager, actor, book, columns);
        await manager.query('UPDATE recon_file SET replaced = true WHERE day_id = $1 AND book = $2 AND NOT replaced', [
          day.id,
          book,
        ]);
        await manager.query(
          `INSERT INTO recon_file (day_id, organisation_id, book, name, sha256, content, lines, total, uploaded_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            ...[day.id, actor.organisationId, book, file.originalname.slice(0, 200), statement.sha256, stored.sha256],
            ...[statement.lines, statement.total, actor.userId],
          ],
        );
        await this.record(manager, actor, 'uploaded', date, { book, ...statement });
        return this.read(manager, actor, date);
      });
    });
  }

  /** Matches the books of the day. Differences that are no more are marked gone; those that stay keep their history. */
  async match(actor: Actor, date: string): Promise<DayDto> {
    const { day, files } = await this.work.run(actor, async (manager) => {
      const open = await this.open(manager, actor, date);
      const books: { book: BookName; content: string }[] = await manager.query(
        'SELECT book, content FROM recon_file WHERE day_id = $1 AND NOT replaced ORDER BY book',
        [open.id],
      );
      return { day: open, files: books };
    });
    const missing = (Object.keys(BOOKS) as BookName[]).filter((book) => !files.some((file) => file.book === book));
    if (missing.length) throw refuse('BOOKS_MISSING', { books: missing.join(' ') });
    const inputs = createHash('sha256')
      .update(files.map(({ content }) => content).join())
      .digest('hex');
    return inFolder(async (folder) => {
      const { result, claims } = await this.reconcile(folder, files);
      return this.work.run(actor, async (manager) => {
        const [now] = await manager.query(`SELECT status FROM recon_day WHERE id = $1 FOR UPDATE`, [day.id]);
        if (now.status !== 'open') throw refuse('DAY_CLOSED', { date });
        await keepMatches(manager, actor, day.id, result);
        await keepLines(manager, { day: day.id, organisation: actor.organisationId, folder, claims });
        await putStakes(manager, day.id);
        await manager.query('UPDATE recon_day SET totals = $2, inputs = $3, rules = $4 WHERE id = $1', [
          ...[day.id, JSON.stringify(result.totals), inputs, JSON.stringify(this.rules.matching)],
        ]);
        await this.record(manager, actor, 'matched', date, { ...result.totals, inputs });
        return this.read(manager, actor, date);
      });
    });
  }

  /** Signs the day. Not while a difference is open or unsettled, nor while a book came after the last matching. */
  async close(actor: Actor, date: string): Promise<DayDto> {
    return this.work.run(actor, async (manager) => {
      const day = await this.open(manager, actor, date);
      const now = await this.read(manager, actor, date);
      const contents: { content: string }[] = await manager.query(
        'SELECT content FROM recon_file WHERE day_id = $1 AND NOT replaced ORDER BY book',
        [day.id],
      );
      const inputs = createHash('sha256')
        .update(contents.map(({ content }) => content).join())
        .digest('hex');
      if (day.inputs !== inputs) throw refuse('DAY_NOT_MATCHED', { date });
      if (now.open + now.explained) throw refuse('DAY_HAS_BREAKS', { open: now.open, explained: now.explained });
      const [head] = await manager.query('SELECT pos, hash FROM ledger_batch ORDER BY pos DESC LIMIT 1');
      const report = {
        date,
        totals: day.totals,
        resolved: now.resolved,
        files: now.files.map(({ book, name, lines, total }) => ({ book, name, lines, total })),
        inputs,
        ledger: head ? { batch: head.pos, hash: head.hash } : null,
      };
      const jws = await this.keys.sign(JSON.parse(canonical(report)), { purpose: 'label', typ: 'qingheng-day+jwt' });
      await manager.query(
        `UPDATE recon_day SET status = 'closed', report = $2, jws = $3, closed_by = $4, closed_at = now() WHERE id = $1`,
        [day.id, JSON.stringify(report), jws, actor.userId],
      );
      await this.record(manager, actor, 'closed', date, { inputs, resolved: now.resolved });
      return this.read(manager, actor, date);
    });
  }

  private async reconcile(
    folder: string,
    files: { book: string; content: string }[],
  ): Promise<{ result: Reconciliation; claims: Claims }> {
    for (const { book, content } of files)
      await pipeline(await this.files.get(content), createWriteStream(join(folder, `${book}.csv`)));
    await writeFile(join(folder, 'rules.yaml'), JSON.stringify(this.rules.matching));
    let claims: Claims | undefined;
    try {
      const result = await reconcile(folder, { onClaims: (found) => (claims = found) });
      return { result, claims: claims! };
    } catch (error) {
      if (!(error instanceof ReconciliationFaults)) throw error;
      throw refuseAny(
        'INVALID_INPUT',
        { count: error.faults.length },
        error.faults.map(({ message, remedy, ...fault }) => ({ ...fault, message, remedy })) as never,
      );
    }
  }

  private async open(manager: EntityManager, actor: Actor, date: string): Promise<Day> {
    await manager.query(
      'INSERT INTO recon_day (organisation_id, trade_date) VALUES ($1, $2) ON CONFLICT (organisation_id, trade_date) DO NOTHING',
      [actor.organisationId, date],
    );
    const [day]: Day[] = await manager.query(
      'SELECT id, status, totals, inputs FROM recon_day WHERE organisation_id = $1 AND trade_date = $2 FOR UPDATE',
      [actor.organisationId, date],
    );
    if (day!.status !== 'open') throw refuse('DAY_CLOSED', { date });
    return day!;
  }

  private async mapping(
    manager: EntityManager,
    actor: Actor,
    book: BookName,
    given?: string,
  ): Promise<Record<string, string>> {
    if (given === undefined) {
      const [saved] = await manager.query(
        'SELECT columns FROM recon_mapping WHERE organisation_id = $1 AND book = $2',
        [actor.organisationId, book],
      );
      return saved?.columns ?? {};
    }
    return readMapping(given, book);
  }

  /** Kept for the next time, once a file was taken with it. */
  private async saveMapping(
    manager: EntityManager,
    actor: Actor,
    book: BookName,
    columns: Record<string, string>,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO recon_mapping (organisation_id, book, columns) VALUES ($1, $2, $3)
       ON CONFLICT (organisation_id, book) DO UPDATE SET columns = EXCLUDED.columns`,
      [actor.organisationId, book, JSON.stringify(columns)],
    );
  }

  private async read(manager: EntityManager, actor: Actor, date: string): Promise<DayDto> {
    const [row] = await manager.query(`${DAY} WHERE d.organisation_id = $1 AND d.trade_date = $2`, [
      actor.organisationId,
      date,
    ]);
    if (!row) throw refuseAny('NOT_FOUND');
    return row;
  }

  private record(manager: EntityManager, actor: Actor, step: string, date: string, details: object): Promise<void> {
    return this.audit.record(manager, {
      actor,
      action: `reconciliation.${step}`,
      subject: { type: 'trading_day', id: date },
      details: details as Record<string, unknown>,
    });
  }
}

/** A folder for the time of the work. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'qh-recon-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readMapping(text: string, book: BookName): Record<string, string> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    given = undefined;
  }
  const columns = BOOKS[book] as readonly string[];
  const fits =
    given !== null &&
    typeof given === 'object' &&
    Object.entries(given).every(
      ([ours, theirs]) => columns.includes(ours) && typeof theirs === 'string' && theirs.length < 200,
    );
  if (!fits) throw refuse('MAPPING_INVALID', { columns: columns.join(' ') });
  return given as Record<string, string>;
}
