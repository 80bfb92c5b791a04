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
import { constantsOf, type Fault, faultsOfConstant, type Parameter, type Sheet, withOfficial } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { MethodsService } from '../methods/methods.service';
import { refuse } from './constants.messages';

export interface EnteredConstant {
  name: string;
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
    if (!constantsOf(sheet).length) return sheet;
    const [entry]: ConstantsEntry[] = await manager.query(
      `SELECT ${ENTRY} FROM method_constants WHERE method = $1 AND status = 'approved' AND sheet_hash = $2 AND valid_from <= $3
       ORDER BY valid_from DESC, number DESC LIMIT 1`,
      [sheet.id, sheet.hash, asOf],
    );
    return entry ? appliedTo(sheet, entry) : sheet;
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
      const now = await this.applied(manager, sheet, today);
      const inForce = entries.find(
        ({ status, sheetHash, validFrom }) => status === 'approved' && sheetHash === sheet.hash && validFrom <= today,
      );
      return {
        method,
        version: sheet.version,
        sheetHash: sheet.hash,
        formulas: sheet.source.confidence === 'provisional',
        needed: constantsOf(sheet),
        issuable: this.methods.standing(now).issuable,
        inForce: inForce?.number ?? null,
        entries,
      };
    });
  }

  enter(actor: Actor, method: string, entry: NewConstants): Promise<ConstantsEntry> {
    return this.work.run(actor, async (manager) => {
      const sheet = await this.methods.of(manager, method);
      const needed = constantsOf(sheet);
      if (!needed.length) throw refuse('NO_CONSTANTS', { method });
      const faults = faultsOf(sheet, needed, entry);
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

const appliedTo = (
  sheet: Sheet,
  { document, validFrom, constants, formulas, enterer, decider }: ConstantsEntry,
): Sheet => {
  const of = [document.number, document.title].filter(Boolean).join(' ');
  const people = `录入 ${enterer}，核准 ${decider}`;
  return withOfficial(sheet, {
    from: validFrom,
    values: constants.map(({ name, value, clause, page }) => ({
      name,
      value,
      source: `${of} ${clause}${page ? `，第 ${page} 页` : ''}（${people}）`,
    })),
    ...(formulas && { formulas: formulas.clause }),
  });
};

function faultsOf(sheet: Sheet, needed: Parameter[], { constants, formulas }: NewConstants): Fault[] {
  const byName = new Map(needed.map((parameter) => [parameter.name, parameter]));
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const { name, value, unit } of constants) {
    const place = { table: 'parameters', column: name };
    const parameter = byName.get(name);
    if (!parameter) faults.push(faultOf('CONSTANT_UNKNOWN', place, { name }));
    else if (seen.has(name)) faults.push(faultOf('CONSTANT_TWICE', place, { name }));
    else {
      if (unit.trim() !== parameter.unit)
        faults.push(faultOf('CONSTANT_UNIT', place, { title: parameter.title.zh, unit: parameter.unit, given: unit }));
      faults.push(...faultsOfConstant(parameter, value));
    }
    seen.add(name);
  }
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
