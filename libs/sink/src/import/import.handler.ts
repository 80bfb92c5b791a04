/** Takes field forms in whole or not at all: every cell is checked as it streams, all rows together by the database. */
import { type Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { UnreadableWorkbook } from '@qingheng/pipeline';
import {
  AuditService,
  FaultLines,
  faultOf,
  FileStore,
  type Handler,
  type JobContext,
  JobHandler,
  markedFile,
  type MarkedSheet,
  markedWorkbook,
  Refusal,
  UnitOfWork,
} from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import type { MultiPolygon } from '../geometry/shapes';
import { Places } from '../plot/places';
import { acceptForm, acceptPlots } from './accept';
import { type RowRules, rowCheck } from './check-row';
import { checkForm, checkPlots, knownVisits } from './check-set';
import { csvSheet, type FormSheet, headerFaults, workbookSheets } from './form-sheets';
import type { FormName } from './forms';
import './import.messages';
import { type FieldImport, importForms, importOf } from './import.record';
import { SpeciesList } from './species';
import { FormStaging, openStaging } from './staging';

/** Faults told over HTTP; the file has all of them. */
const MOST_TOLD = 100;
const MOST_BYTES = 4 * 1024 ** 3;
const READING = 0.7;

interface Accepted {
  rows: Partial<Record<FormName, number>>;
  warnings: Fault[];
  warningCount: number;
}

interface Refused {
  faults: Fault[];
  count: number;
  file?: { sha256: string; kind: 'csv' | 'xlsx' };
}

@JobHandler(importForms)
@Injectable()
export class ImportHandler implements Handler<{ importId: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly species: SpeciesList,
    private readonly audit: AuditService,
  ) {}

  async handle({ importId }: { importId: string }, context: JobContext): Promise<void> {
    const { actor } = context;
    const known = await this.work.run(actor, async (manager) => {
      const found = await importOf(manager, importId, { lock: true });
      if (!['waiting', 'importing'].includes(found.status)) return undefined; // an earlier attempt ended it
      await manager.query(`UPDATE sink_import SET status = 'importing' WHERE id = $1`, [importId]);
      return found;
    });
    if (!known) return;
    await this.work
      .run(actor, async (manager) => {
        const outcome = await this.import(manager, known, context);
        // What was staged must not be kept where a row of it was refused; the end is told by another transaction.
        if ('faults' in outcome) throw new Undone(outcome);
        await this.end(manager, known, outcome, context);
      })
      .catch((error: unknown) => {
        const refused = refusedBy(error);
        return this.work.run(actor, (manager) => this.end(manager, known, refused, context));
      });
  }

  private async import(manager: EntityManager, known: FieldImport, context: JobContext): Promise<Accepted | Refused> {
    const { projectId } = known;
    const rules = await this.rulesOf(manager, projectId);
    // Forms of one project come in one after the other: two at once could record the same visit unseen.
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7141007))', [projectId]);
    await openStaging(manager);
    const { sheets, faults } = await this.sheetsOf(known);
    const wrong = [...faults, ...sheets.flatMap(headerFaults)];
    if (!sheets.length) wrong.push(faultOf('FORM_UNKNOWN', { table: known.form }));
    if (wrong.length) return { faults: wrong, count: wrong.length };
    const rows: Accepted['rows'] = {};
    for (const sheet of sheets) rows[sheet.form.name] = await this.stage(manager, known, sheet, rules, context);
    const read = sheets.filter(({ form }) => rows[form.name]);
    if (!read.length) return { faults: [faultOf('FORM_EMPTY', { table: sheets[0]!.form.name })], count: 1 };
    const withPlots = read.some(({ form }) => form.name === 'plot');
    await context.progress(READING, { zh: '正在整体校验', en: 'Checking all rows together' });
    if (withPlots) await checkPlots(manager, projectId);
    await knownVisits(manager, projectId, withPlots);
    for (const { form } of read) if (form.name !== 'plot') await checkForm(manager, projectId, form);
    const [{ count }] = await manager.query('SELECT count(*)::int AS count FROM field_fault');
    if (count) return this.marked(manager, read, rows, count, context);
    context.signal.throwIfAborted();
    await context.progress(READING + 0.15, { zh: '正在写入', en: 'Taking in' });
    if (withPlots) await acceptPlots(manager, known);
    for (const { form } of read) if (form.name !== 'plot') await acceptForm(manager, form, known);
    const [{ count: warningCount }] = await manager.query('SELECT count(*)::int AS count FROM field_warning');
    return { rows, warningCount, warnings: await told(manager, 'field_warning') };
  }

  private async rulesOf(manager: EntityManager, project: string): Promise<RowRules> {
    const areas: { id: string; shape: MultiPolygon }[] = await manager.query(
      `SELECT a.id, b.shape FROM sink_area a JOIN sink_boundary b ON b.area_id = a.id AND b.superseded_at IS NULL
       WHERE a.project_id = $1`,
      [project],
    );
    const strata: { code: string; shape: MultiPolygon | null }[] = await manager.query(
      `SELECT s.code, s.shape FROM sink_stratum s JOIN sink_stratification n ON n.id = s.stratification_id
       WHERE n.project_id = $1 AND n.superseded_at IS NULL`,
      [project],
    );
    const [{ today }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
    return { species: this.species, places: new Places(areas, strata), today };
  }

  private async sheetsOf(known: FieldImport, through?: Transform) {
    if (known.form === 'workbook') return workbookSheets(await buffer(await this.files.get(known.file)));
    const open = async (): Promise<Readable> => {
      const content = await this.files.get(known.file);
      if (!through) return content;
      content.on('error', (error) => through.destroy(error));
      return content.pipe(through);
    };
    return { sheets: [await csvSheet(known.form, open)], faults: [] as Fault[] };
  }

  private async stage(
    manager: EntityManager,
    { bytes }: FieldImport,
    sheet: FormSheet,
    rules: RowRules,
    { signal, progress }: JobContext,
  ): Promise<number> {
    const staging = await FormStaging.open(manager, sheet.form);
    const check = rowCheck(sheet, rules);
    let line = sheet.firstLine - 1;
    let rows = 0;
    let seen = 0;
    try {
      for await (const record of sheet.records()) {
        if (++line === sheet.firstLine) continue;
        for (const cell of record) seen += cell.length + 1;
        const row = check(record);
        if (!row) continue;
        await staging.add(line, row);
        if (++rows % 20_000) continue;
        signal.throwIfAborted();
        await progress(Math.min(READING, (READING * seen) / Number(bytes)), {
          zh: `${sheet.form.zh}：已读 ${rows} 行`,
          en: `${sheet.form.en}: ${rows} rows read`,
        });
      }
    } catch (error) {
      await staging.abandon();
      throw error;
    }
    await staging.end();
    return rows;
  }

  /** The very file, its bad cells marked. */
  private async marked(
    manager: EntityManager,
    sheets: FormSheet[],
    rows: Accepted['rows'],
    count: number,
    { progress }: JobContext,
  ): Promise<Refused> {
    await progress(READING + 0.15, { zh: `发现 ${count} 处错误，正在标注`, en: `${count} faults, marking them` });
    const faults = await told(manager, 'field_fault');
    const cursors: FaultLines[] = [];
    const markedSheets = async function* (): AsyncGenerator<MarkedSheet> {
      for (const { form, title, firstLine, columns, records } of sheets) {
        const name = form.name;
        const lines = await FaultLines.open(
          manager,
          `SELECT line, place, code, params FROM field_fault WHERE form = '${name}'`,
          `faults_of_${name}`,
        );
        cursors.push(lines);
        yield { title, firstLine, names: columns.map((column) => column?.name), records: records(), faults: lines };
      }
    };
    const one = sheets.length === 1 ? (await markedSheets().next()).value : undefined;
    const marked = one ? markedFile(one as MarkedSheet, rows[sheets[0]!.form.name]!) : markedWorkbook(markedSheets());
    const { sha256 } = await this.files.put(marked.content, { maxBytes: MOST_BYTES });
    for (const cursor of cursors) await cursor.close();
    return { faults, count, file: { sha256, kind: marked.kind } };
  }

  private async end(
    manager: EntityManager,
    { id, projectId }: FieldImport,
    outcome: Accepted | Refused,
    { actor }: JobContext,
  ): Promise<void> {
    const refused = 'faults' in outcome ? outcome : undefined;
    const accepted = 'faults' in outcome ? undefined : outcome;
    const [rows] = await manager.query(
      `UPDATE sink_import SET status = $2, rows = $3, fault_count = $4, faults = $5, fault_file = $6, fault_kind = $7,
         warning_count = $8, warnings = $9, finished_at = now() WHERE id = $1 AND status = 'importing' RETURNING id`,
      [
        id,
        accepted ? 'accepted' : 'refused',
        JSON.stringify(accepted?.rows ?? {}),
        refused?.count ?? null,
        JSON.stringify(refused?.faults ?? []),
        refused?.file?.sha256 ?? null,
        refused?.file?.kind ?? null,
        accepted?.warningCount ?? 0,
        JSON.stringify(accepted?.warnings ?? []),
      ],
    );
    if (!rows.length) throw new Error('somebody else ended the import');
    await this.audit.record(manager, {
      actor,
      action: accepted ? 'sink_import.accepted' : 'sink_import.refused',
      subject: { type: 'sink_import', id },
      details: accepted ? { projectId, ...accepted.rows } : { projectId, faults: refused!.count },
    });
  }
}

/** Carries the refusal out of the transaction that staged it. */
class Undone extends Error {
  constructor(readonly outcome: Refused) {
    super('refused');
  }
}

function refusedBy(error: unknown): Refused {
  if (error instanceof Undone) return error.outcome;
  if (error instanceof UnreadableWorkbook) return { faults: [error.fault], count: 1 };
  if (error instanceof Refusal) return { faults: [faultOf(error.code, { table: 'form' }, error.params)], count: 1 };
  throw error;
}

async function told(manager: EntityManager, table: 'field_fault' | 'field_warning'): Promise<Fault[]> {
  const rows: { form: string; line: number; place: string; code: string; params: Record<string, string> }[] =
    await manager.query(`SELECT * FROM ${table} ORDER BY form, line, place, code LIMIT ${MOST_TOLD}`);
  return rows.map(({ form, line, place, code, params }) =>
    faultOf(code, { table: form, row: String(line), ...(place && { column: place }) }, params),
  );
}
