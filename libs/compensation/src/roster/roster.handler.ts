/** Takes a roster in whole or not at all: every row is checked as it streams, all rows together by the database. */
import { Readable, Transform } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import {
  AuditService,
  FaultLines,
  faultOf,
  FileStore,
  type Handler,
  type JobContext,
  JobHandler,
  type LineFault,
  markedFile,
  readRecords,
  Refusal,
  UnitOfWork,
} from '@qingheng/platform';
import type { Fault, Sheet } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { FileCipher } from '../privacy/file-cipher';
import { HouseholdSeal } from '../privacy/household-seal';
import { type Programme, readProgramme, requireStage } from '../programme/programme.record';
import { requireIdle } from '../run/calculation.service';
import { checkRow, type RowRules } from './check/check-row';
import { readHeader } from './check/layout';
import { importRoster } from './roster.job';
import { type Roster, rosterOf } from './roster.record';
import { Staging } from './staging';

/** Faults told over HTTP; the file has all of them. */
const MOST_TOLD = 100;
const MOST_BYTES = 4 * 1024 ** 3;
/** Reading is most of the work; taking in and indexing the rest. */
const READING = 0.7;

interface Refused {
  faults: Fault[];
  count: number;
  file?: { sha256: string; kind: 'csv' | 'xlsx' };
}

@JobHandler(importRoster)
@Injectable()
export class RosterHandler implements Handler<{ rosterId: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly files: FileStore,
    private readonly cipher: FileCipher,
    private readonly seal: HouseholdSeal,
    private readonly audit: AuditService,
  ) {}

  async handle({ rosterId }: { rosterId: string }, context: JobContext): Promise<void> {
    const { actor } = context;
    const roster = await this.work.run(actor, async (manager) => {
      const found = await rosterOf(manager, rosterId, { lock: true });
      if (!['waiting', 'importing'].includes(found.status)) return undefined; // an earlier attempt ended it
      await manager.query(`UPDATE compensation_roster SET status = 'importing' WHERE id = $1`, [rosterId]);
      return found;
    });
    if (!roster) return;
    const accepted = await this.work
      .run(actor, async (manager) => {
        const outcome = await this.import(manager, roster, context);
        await this.end(manager, roster, outcome, context);
        return typeof outcome === 'number';
      })
      .catch(async (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        const { code, params } = error;
        const refused = { faults: [faultOf(code, { table: 'roster' }, params)], count: 1 };
        await this.work.run(actor, (manager) => this.end(manager, roster, refused, context));
        return false;
      });
    // What was taken in stands sealed in its table; the file is no longer needed.
    if (accepted) await this.files.delete(roster.file!);
  }

  private async import(manager: EntityManager, roster: Roster, context: JobContext): Promise<number | Refused> {
    const programme = await readProgramme(manager, roster.programmeId);
    const sheet = await this.methods.of(manager, programme.method, {
      asOf: programme.periodEnd,
      region: programme.region,
    });
    const banners = await bannersOf(manager, programme);
    // From here on the connection takes rows and nothing else.
    const staging = await Staging.open(manager, this.seal, roster);
    const read = await this.read(roster, programme, sheet, staging, banners, context).catch(async (error: unknown) => {
      await staging.abandon();
      throw error;
    });
    const count = await staging.check();
    if ('faults' in read) return { faults: read.faults, count: read.faults.length };
    if (count) return this.marked(manager, roster, read, count, context);
    await context.progress(READING + 0.1, { zh: '正在写入', en: 'Taking in' });
    const [{ stage }] = await manager.query('SELECT stage FROM compensation_programme WHERE id = $1 FOR SHARE', [
      programme.id,
    ]);
    requireStage({ ...programme, stage }, 'draft');
    await requireIdle(manager, programme.id);
    return staging.accept();
  }

  private async read(
    roster: Roster,
    programme: Programme,
    sheet: Sheet,
    staging: Staging,
    banners: ReadonlySet<string>,
    { progress, signal }: JobContext,
  ): Promise<{ rows: number; names: string[] } | { faults: Fault[] }> {
    let rules: RowRules | undefined;
    let rows = 0;
    let seen = 0;
    const counted = new Transform({
      transform: (chunk: Buffer, _, next) => ((seen += chunk.length), next(null, chunk)),
    });
    for await (const record of readRecords(await this.open(roster, counted))) {
      if (!rules) {
        const { layout, faults } = readHeader(sheet, record);
        if (!layout) return { faults };
        rules = { layout, year: programme.year, banners };
        continue;
      }
      rows++;
      await staging.add(rows + 1, checkRow(record, rules));
      if (rows % 10_000 === 0) {
        signal.throwIfAborted();
        const note = { zh: `已读 ${rows} 户`, en: `${rows} households read` };
        await progress((READING * seen) / Number(roster.bytes), note);
      }
    }
    if (!rules || !rows) return { faults: [faultOf('ROSTER_EMPTY', { table: 'roster' })] };
    await progress(READING, { zh: '正在查重', en: 'Looking for duplicates' });
    return { rows, names: rules.layout.names };
  }

  /** Reads the file a second time, its faults beside it. */
  private async marked(
    manager: EntityManager,
    roster: Roster,
    { rows, names }: { rows: number; names: string[] },
    count: number,
    { progress }: JobContext,
  ): Promise<Refused> {
    await progress(READING + 0.1, { zh: `发现 ${count} 处错误，正在标注`, en: `${count} faults, marking them` });
    const first: LineFault[] = await manager.query(
      `SELECT line, place AS "column", code, params FROM roster_fault ORDER BY line, place, code LIMIT ${MOST_TOLD}`,
    );
    const faults = await FaultLines.open(manager, 'SELECT * FROM roster_fault');
    const records = readRecords(await this.open(roster));
    const { kind, content } = markedFile({ title: '名册 Roster', records, names, faults }, rows);
    const sealed = content.pipe(this.cipher.sealing());
    content.on('error', (error) => sealed.destroy(error));
    const { sha256 } = await this.files.put(sealed, { maxBytes: MOST_BYTES });
    await faults.close();
    return {
      faults: first.map(({ line, column, code, params }) =>
        faultOf(code, { table: 'roster', row: String(line), ...(column && { column }) }, params),
      ),
      count,
      file: { sha256, kind },
    };
  }

  private async open({ file }: Roster, through?: Transform): Promise<Readable> {
    const stages = [await this.files.get(file!), ...(through ? [through] : []), this.cipher.opening()];
    return stages.reduce((from, to) => {
      from.on('error', (error) => to.destroy(error));
      return from.pipe(to as Transform);
    });
  }

  private async end(
    manager: EntityManager,
    { id }: Roster,
    outcome: number | Refused,
    { actor }: JobContext,
  ): Promise<void> {
    const accepted = typeof outcome === 'number';
    const [rows] = await manager.query(
      `UPDATE compensation_roster SET status = $2, households = $3, fault_count = $4, faults = $5, fault_file = $6,
         fault_kind = $7, finished_at = now(), file = CASE WHEN $2 = 'accepted' THEN NULL ELSE file END
       WHERE id = $1 AND status = 'importing' RETURNING id`,
      [
        id,
        accepted ? 'accepted' : 'refused',
        accepted ? outcome : null,
        accepted ? null : outcome.count,
        JSON.stringify(accepted ? [] : outcome.faults),
        accepted ? null : (outcome.file?.sha256 ?? null),
        accepted ? null : (outcome.file?.kind ?? null),
      ],
    );
    if (!rows.length) throw new Error('somebody else ended the roster');
    await this.audit.record(manager, {
      actor,
      action: accepted ? 'roster.accepted' : 'roster.refused',
      subject: { type: 'roster', id },
      details: accepted ? { households: outcome } : { faults: outcome.count },
    });
  }
}

async function bannersOf(manager: EntityManager, { region }: Programme): Promise<ReadonlySet<string>> {
  const rows: { code: string }[] = await manager.query(
    `SELECT code FROM region_current WHERE level = 'banner' AND starts_with(code, $1)`,
    [region.replace(/(00){1,2}$/, '')],
  );
  return new Set(rows.map(({ code }) => code));
}
