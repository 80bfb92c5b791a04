/**
 * Constants from the official text: one person enters them, another approves, and from then on runs are given a sheet that
 * carries them. Until then the sheet's own provisional values calculate, and nothing on them can be issued.
 */
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  assertOtherPerson,
  AuditService,
  faultOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import {
  constantKey,
  constantsOf,
  type Fault,
  faultsOfConstant,
  faultsOfRow,
  type OfficialValue,
  type Parameter,
  type ProvisionalRow,
  provisionalRowsOf,
  type Sheet,
  withOfficial,
} from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { MethodsService } from '../methods/methods.service';
import { refuse } from './constants.messages';

export interface EnteredConstant {
  /** A parameter; or, with keys, a look-up table. */
  name: string;
  keys?: string[];
  value: string;
  unit: string;
  clause: string;
  page?: string;
}

export interface OfficialDocument {
  title: string;
  number?: string;
  publishedOn?: string;
  url?: string;
}

export interface NewConstants {
  document: OfficialDocument;
  validFrom: string;
  constants: EnteredConstant[];
  /** Needed where the sheet's text as a whole is provisional. */
  formulas?: { clause: string };
}

export interface ConstantsEntry extends NewConstants {
  id: string;
  number: number;
  status: 'entered' | 'approved' | 'returned' | 'withdrawn';
  sheetHash: string;
  sheetVersion: string;
  enteredBy: string;
  enterer: string;
  enteredAt: string;
  decider: string | null;
  decidedAt: string | null;
  remarks: string;
}

const ENTRY = `id, number, status, sheet_hash AS "sheetHash", sheet_version AS "sheetVersion", document,
  valid_from::text AS "validFrom", constants, formulas, entered_by AS "enteredBy", enterer, entered_at AS "enteredAt",
  decider, decided_at AS "decidedAt", remarks`;

@Injectable()
export class ConstantsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly audit: AuditService,
  ) {}

  /** The sheet as runs of the day get it: with the constants that are approved for it, else as it stands. */
  async applied(manager: EntityManager, sheet: Sheet, asOf: string): Promise<Sheet> {
    return (await this.inForce(manager, sheet, asOf)).sheet;
  }

  /** Of each constant the value that was approved last; parameters are entered all together, rows one by one. */
  private async inForce(manager: EntityManager, sheet: Sheet, asOf: string) {
    const none = { sheet, numbers: [] as number[] };
    if (!constantsOf(sheet).length && !provisionalRowsOf(sheet).length) return none;
    const entries: ConstantsEntry[] = await manager.query(
      `SELECT ${ENTRY} FROM method_constants WHERE method = $1 AND status = 'approved' AND sheet_hash = $2 AND valid_from <= $3
       ORDER BY valid_from DESC, number DESC`,
      [sheet.id, sheet.hash, asOf],
    );
    const values = new Map<string, OfficialValue>();
    const numbers = new Set<number>();
    for (const entry of entries)
      for (const constant of entry.constants)
        if (!values.has(constantKey(constant))) {
          values.set(constantKey(constant), officialOf(entry, constant));
          numbers.add(entry.number);
        }
    const compared = entries.find(({ formulas }) => formulas);
    if (compared) numbers.add(compared.number);
    if (!numbers.size) return none;
    const official = { values: [...values.values()], ...(compared && { formulas: compared.formulas!.clause }) };
    return { sheet: withOfficial(sheet, official), numbers: [...numbers].sort((a, b) => b - a) };
  }

  /** What has to be entered, what was, and whether results of today may be issued. */
  view(actor: Actor, method: string) {
    return this.work.run(actor, async (manager) => {
      const sheet = await this.methods.of(manager, method);
      const entries: ConstantsEntry[] = await manager.query(
        `SELECT ${ENTRY} FROM method_constants WHERE method = $1 ORDER BY number DESC LIMIT 50`,
        [method],
      );
      const today = new Date().toISOString().slice(0, 10);
      const now = await this.inForce(manager, sheet, today);
      const open = new Set(provisionalRowsOf(now.sheet).map(keyOfRow));
      return {
        method,
        version: sheet.version,
        sheetHash: sheet.hash,
        formulas: sheet.source.confidence === 'provisional',
        needed: constantsOf(sheet),
        rows: provisionalRowsOf(sheet).map((row) => ({
          ...{ name: row.table.name, title: row.table.title, keyNames: row.table.keys, keys: row.keys },
          ...{ type: row.table.type, unit: row.table.unit, values: row.values, provisional: open.has(keyOfRow(row)) },
        })),
        issuable: this.methods.standing(now.sheet).issuable,
        inForce: now.numbers,
        entries,
      };
    });
  }

  enter(actor: Actor, method: string, entry: NewConstants): Promise<ConstantsEntry> {
    return this.work.run(actor, async (manager) => {
      const sheet = await this.methods.of(manager, method);
      const needed = constantsOf(sheet);
      const rows = provisionalRowsOf(sheet);
      if (!needed.length && !rows.length) throw refuse('NO_CONSTANTS', { method });
      const faults = faultsOf(sheet, needed, rows, entry);
      if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 22))', [method]);
      const [waiting] = await manager.query(
        `SELECT number FROM method_constants WHERE method = $1 AND status = 'entered'`,
        [method],
      );
      if (waiting) throw refuse('CONSTANTS_WAITING', { number: waiting.number });
      const [{ id }] = await manager.query(
        `INSERT INTO method_constants (method, number, sheet_hash, sheet_version, document, valid_from, constants, formulas,
           entered_by, enterer)
         SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 FROM method_constants WHERE method = $1
         RETURNING id`,
        [
          ...[method, sheet.hash, sheet.version, JSON.stringify(entry.document), entry.validFrom],
          ...[JSON.stringify(entry.constants), entry.formulas ? JSON.stringify(entry.formulas) : null],
          ...[actor.userId, actor.name],
        ],
      );
      await this.note(manager, actor, 'entered', id as string, { method, sheetHash: sheet.hash });
      return entryOf(manager, method, id as string);
    });
  }

  /** Never by whoever entered them. */
  decide(actor: Actor, method: string, number: number, decision: 'approve' | 'return', remarks: string) {
    const text = remarks.trim();
    if (decision === 'return' && !text)
      throw refuse('CONSTANTS_REMARKS', {}, [faultOf('CONSTANTS_REMARKS', { column: 'remarks' })]);
    return this.work.run(actor, async (manager) => {
      const sheet = await this.methods.of(manager, method);
      const entry = await lockWaiting(manager, method, number);
      assertOtherPerson(actor, entry.enteredBy);
      if (decision === 'approve' && entry.sheetHash !== sheet.hash) throw refuse('CONSTANTS_STALE');
      const status = decision === 'approve' ? 'approved' : 'returned';
      await manager.query(
        `UPDATE method_constants SET status = $2, decided_by = $3, decider = $4, decided_at = now(), remarks = $5 WHERE id = $1`,
        [entry.id, status, actor.userId, actor.name, text],
      );
      await this.note(manager, actor, status, entry.id, { method, number: String(number) });
      return entryOf(manager, method, entry.id);
    });
  }

  withdraw(actor: Actor, method: string, number: number): Promise<void> {
    return this.work.run(actor, async (manager) => {
      const entry = await lockWaiting(manager, method, number);
      if (entry.enteredBy !== actor.userId) throw refuseAny('FORBIDDEN');
      await manager.query(`UPDATE method_constants SET status = 'withdrawn' WHERE id = $1`, [entry.id]);
      await this.note(manager, actor, 'withdrawn', entry.id, { method, number: String(number) });
    });
  }

  private note(manager: EntityManager, actor: Actor, what: string, id: string, details: Record<string, string>) {
    const subject = { type: 'method_constants', id };
    return this.audit.record(manager, { actor, action: `method_constants.${what}`, subject, details });
  }
}

const keyOfRow = ({ table, keys }: ProvisionalRow): string => constantKey({ name: table.name, keys });

function officialOf(entry: ConstantsEntry, { name, keys, value, clause, page }: EnteredConstant): OfficialValue {
  const { document, validFrom, enterer, decider } = entry;
  const of = [document.number, document.title].filter(Boolean).join(' ');
  const source = `${of} ${clause}${page ? `，第 ${page} 页` : ''}（录入 ${enterer}，核准 ${decider}）`;
  return { name, ...(keys && { keys }), value, from: validFrom, source };
}

/** Rows may be entered alone; whoever enters a parameter enters all of them, since they stand in one text. */
function faultsOf(sheet: Sheet, needed: Parameter[], rows: ProvisionalRow[], entry: NewConstants): Fault[] {
  const { constants, formulas } = entry;
  const parameters = new Map(needed.map((parameter) => [parameter.name, parameter]));
  const byKey = new Map(rows.map((row) => [keyOfRow(row), row]));
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const constant of constants) {
    const { name, keys, value, unit } = constant;
    const key = constantKey(constant);
    const place = keys ? { table: name, row: keys.join('/'), column: 'value' } : { table: 'parameters', column: name };
    const shown = { name: [name, ...(keys ?? [])].join('/') };
    const row = keys && byKey.get(key);
    const wanted = keys ? row?.table : parameters.get(name);
    if (!wanted) faults.push(faultOf('CONSTANT_UNKNOWN', place, shown));
    else if (seen.has(key)) faults.push(faultOf('CONSTANT_TWICE', place, shown));
    else {
      if (unit.trim() !== wanted.unit)
        faults.push(faultOf('CONSTANT_UNIT', place, { title: wanted.title.zh, unit: wanted.unit, given: unit }));
      faults.push(...(row ? faultsOfRow(row, value) : faultsOfConstant(wanted as Parameter, value)));
    }
    seen.add(key);
  }
  if (constants.length && constants.every(({ keys }) => keys)) return faults;
  for (const { name, title } of needed)
    if (!seen.has(name))
      faults.push(faultOf('CONSTANT_MISSING', { table: 'parameters', column: name }, { title: title.zh }));
  if (sheet.source.confidence === 'provisional' && !formulas)
    faults.push(faultOf('FORMULAS_NOT_COMPARED', { column: 'formulas' }));
  return faults;
}

async function lockWaiting(manager: EntityManager, method: string, number: number): Promise<ConstantsEntry> {
  const [entry]: ConstantsEntry[] = await manager.query(
    `SELECT ${ENTRY} FROM method_constants WHERE method = $1 AND number = $2 FOR UPDATE`,
    [method, number],
  );
  if (!entry) throw refuseAny('NOT_FOUND');
  if (entry.status !== 'entered') throw refuse('CONSTANTS_DECIDED', { status: entry.status });
  return entry;
}

async function entryOf(manager: EntityManager, method: string, id: string): Promise<ConstantsEntry> {
  const [entry] = await manager.query(`SELECT ${ENTRY} FROM method_constants WHERE method = $1 AND id = $2`, [
    method,
    id,
  ]);
  return entry as ConstantsEntry;
}
