/** SEEA EA accounts: taken from an issued GEP account, completed by import, balanced, closed by a second person. */
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  assertOtherPerson,
  AuditService,
  type Page,
  pageOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { readFile } from '../../file/read-rows';
import { Services } from '../../service/services';
import { refuseAccount as refuse } from '../account.messages';
import { issuedAccount } from '../issued-account';
import { type BridgeSettings, tablesFromRun } from './from-run';
import { checkSeea } from './identities';
import { checkOpening } from './opening';
import { SeeaLayout } from './layout';
import { readSeea } from './read-seea';
import { readTables, storeTables } from './seea-store';
import type { SeeaTables } from './tables';

export interface NewSeea extends BridgeSettings {
  filing: string;
  title?: string;
}

export interface SeeaHead {
  id: string;
  number: string;
  organisationId: string;
  title: string;
  region: string;
  from: string;
  to: string;
  filing: string;
  statement: string;
  resultHash: string;
  status: 'draft' | 'closed';
  createdBy: { id: string; name: string };
  closedBy: { id: string; name: string } | null;
  createdAt: string;
  closedAt: string | null;
}

export interface SeeaView extends SeeaHead {
  tables: SeeaTables;
  /** Identities that do not hold. */
  faults: Fault[];
}

const HEAD = `SELECT id, number, organisation_id AS "organisationId", title, region, lower(period)::text AS "from",
  (upper(period) - 1)::text AS "to", filing_id AS filing, statement, result_hash AS "resultHash", status, created_by AS "createdBy",
  closed_by AS "closedBy", to_json(created_at)#>>'{}' AS "createdAt", to_json(closed_at)#>>'{}' AS "closedAt" FROM seea_account`;

@Injectable()
export class SeeaService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    readonly layout: SeeaLayout,
    private readonly services: Services,
  ) {}

  /** Supply and use in quantities and money from an issued result, which its hash fixes. */
  create(actor: Actor, { filing: id, title, ecosystems, use }: NewSeea): Promise<SeeaView> {
    return this.work.run(actor, async (manager) => {
      const { filing, runId, resultHash, statement, result } = await issuedAccount(manager, id);
      if (filing.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      const settings: BridgeSettings = { ecosystems: ecosystems ?? {}, use: use ?? [] };
      const { tables, faults } = tablesFromRun(result.tables.item ?? [], settings, {
        layout: this.layout,
        services: this.services,
      });
      if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
      const [{ id: accountId, number }] = await manager.query(
        `INSERT INTO seea_account (organisation_id, title, region, period, filing_id, run_id, statement, result_hash, settings, created_by)
         VALUES ($1, $2, $3, daterange($4, $5, '[]'), $6, $7, $8, $9, $10, $11) RETURNING id, number`,
        [
          actor.organisationId,
          title?.trim() || filing.title,
          filing.region,
          filing.periodStart,
          filing.periodEnd,
          ...[filing.id, runId, statement, resultHash, JSON.stringify(settings)],
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      await storeTables(manager, { accountId, organisationId: actor.organisationId }, tables);
      const view = await this.view(manager, accountId);
      await this.audit.record(manager, {
        actor,
        action: 'seea_account.taken',
        subject: { type: 'seea_account', id: accountId },
        details: { number, statement, resultHash },
      });
      return view;
    });
  }

  list(actor: Actor, { after, limit }: { after?: string; limit: number }): Promise<Page<SeeaHead>> {
    return this.work.run(actor, async (manager) => {
      const rows: SeeaHead[] = await manager.query(
        `${HEAD} WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
        [after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ id }) => [id]);
    });
  }

  one(actor: Actor, id: string): Promise<SeeaView> {
    return this.work.run(actor, (manager) => this.view(manager, id));
  }

  /** A workbook of several tables or, where `table` is named, a CSV of one; every bad cell is named and nothing is half taken. */
  import(actor: Actor, id: string, bytes: Buffer, table?: string): Promise<SeeaView> {
    return this.work.run(actor, async (manager) => {
      await this.lock(manager, actor, id);
      const { tables, faults } = readSeea(await readFile(bytes), this.layout, table);
      if (!faults.length && !Object.keys(tables).length) throw refuse('SEEA_FIXED_BY_RUN');
      if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
      await storeTables(manager, { accountId: id, organisationId: actor.organisationId }, tables);
      const view = await this.view(manager, id);
      await this.audit.record(manager, {
        actor,
        action: 'seea_account.imported',
        subject: { type: 'seea_account', id },
        details: { tables: Object.keys(tables), faults: view.faults.length },
      });
      return view;
    });
  }

  /** By somebody else than who took it, and only where every identity holds; the database checks it again. */
  close(actor: Actor, id: string): Promise<SeeaView> {
    return this.work.run(actor, async (manager) => {
      const before = await this.view(manager, id, { lock: true });
      if (before.status === 'closed') throw refuse('SEEA_ACCOUNT_CLOSED', { number: before.number });
      assertOtherPerson(actor, before.createdBy.id);
      if (!Object.keys(before.tables).length) throw refuse('SEEA_EMPTY');
      if (before.faults.length) throw refuse('SEEA_FAULTS', { count: before.faults.length }, before.faults);
      await manager.query(
        `UPDATE seea_account SET status = 'closed', closed_by = $2, closed_at = now() WHERE id = $1`,
        [id, JSON.stringify({ id: actor.userId, name: actor.name })],
      );
      const view = await this.view(manager, id);
      await this.audit.record(manager, {
        actor,
        action: 'seea_account.closed',
        subject: { type: 'seea_account', id },
        details: { number: view.number, resultHash: view.resultHash },
      });
      return view;
    });
  }

  private async view(manager: EntityManager, id: string, { lock = false } = {}): Promise<SeeaView> {
    const [head]: SeeaHead[] = await manager.query(`${HEAD} WHERE id = $1${lock ? ' FOR UPDATE' : ''}`, [id]);
    if (!head) throw refuseAny('NOT_FOUND');
    const tables = await readTables(manager, id);
    const before = await this.before(manager, head);
    return { ...head, tables, faults: [...checkSeea(tables), ...(before ? checkOpening(tables, before) : [])] };
  }

  /** The closed account of the same region that ends where this one begins; with its tables. */
  private async before(manager: EntityManager, { organisationId, region, from }: SeeaHead) {
    const [row]: Pick<SeeaHead, 'id' | 'number'>[] = await manager.query(
      `SELECT id, number FROM seea_account
       WHERE organisation_id = $1 AND region = $2 AND upper(period) = $3 AND status = 'closed'`,
      [organisationId, region, from],
    );
    return row && { number: row.number, tables: await readTables(manager, row.id) };
  }

  private async lock(manager: EntityManager, actor: Actor, id: string): Promise<void> {
    const [head] = await manager.query(
      'SELECT number, status FROM seea_account WHERE id = $1 AND organisation_id = $2 FOR UPDATE',
      [id, actor.organisationId],
    );
    if (!head) throw refuseAny('NOT_FOUND');
    if (head.status === 'closed') throw refuse('SEEA_ACCOUNT_CLOSED', { number: head.number });
  }
}
