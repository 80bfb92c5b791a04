/** Accounts: opened when first needed, read with their balance now, on a day, and entry by entry. */
import { Injectable } from '@nestjs/common';
import { type Actor, type Page, pageOf, refuse as refuseAny, systemActor, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../ledger.messages';
import { fromMinor } from './assets';

export interface AssetRow {
  id: number;
  code: string;
  kind: string;
  unit: string;
  scale: number;
  serialised: boolean;
  vintage: number | null;
}

export interface NewAsset {
  code: string;
  kind: string;
  unit: string;
  scale: number;
  serialised?: boolean;
  vintage?: number;
  validFrom?: string;
  validTo?: string;
  details?: object;
}

export interface AccountView {
  id: string;
  organisationId: string | null;
  organisation: string | null;
  asset: string;
  unit: string;
  purpose: string;
  ref: string;
  balance: string;
  entries: string;
  status: string;
}

export interface EntryView {
  seq: string;
  transfer: string;
  kind: string;
  amount: string;
  balance: string;
  counter: string;
  businessDate: string;
  at: Date;
  reference: string | null;
  document: string | null;
  reason: string | null;
  serials: string[];
}

const ACCOUNT = `SELECT a.id, a.organisation_id AS "organisationId", o.name AS organisation, s.code AS asset, s.unit, s.scale,
  a.purpose, a.ref, a.posted, a.seq AS entries, a.status
  FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id LEFT JOIN organisation o ON o.id = a.organisation_id`;

@Injectable()
export class AccountsService {
  constructor(private readonly work: UnitOfWork) {}

  assets(actor: Actor): Promise<AssetRow[]> {
    return this.work.run(actor, (manager) =>
      manager.query('SELECT id, code, kind, unit, scale, serialised, vintage FROM ledger_asset ORDER BY code'),
    );
  }

  async asset(manager: EntityManager, code: string): Promise<AssetRow> {
    const [row] = await manager.query(
      'SELECT id, code, kind, unit, scale, serialised, vintage FROM ledger_asset WHERE code = $1',
      [code],
    );
    if (!row) throw refuse('LEDGER_UNKNOWN_ASSET', { asset: code });
    return row;
  }

  /** Makes it known; the same again changes nothing, another unit or scale under the same code is refused. */
  async openAsset(manager: EntityManager, asset: NewAsset): Promise<number> {
    const [{ id }] = await manager.query('SELECT ledger_open_asset($1, $2, $3, $4, $5, $6, $7, $8, $9) AS id', [
      asset.code,
      asset.kind,
      asset.unit,
      asset.scale,
      asset.serialised ?? false,
      asset.vintage ?? null,
      asset.validFrom ?? null,
      asset.validTo ?? null,
      JSON.stringify(asset.details ?? {}),
    ]);
    if (id === null) throw refuseAny('CONFLICT');
    return id;
  }

  /** The account of an owner (null: the book's own) for an asset and a purpose; opened if it is not there yet. */
  async ensure(
    manager: EntityManager,
    { owner, asset, purpose, ref = '' }: { owner: string | null; asset: number; purpose: string; ref?: string },
  ): Promise<string> {
    const [{ id }] = await manager.query('SELECT ledger_open_account($1, $2, $3, $4) AS id', [
      owner,
      asset,
      purpose,
      ref,
    ]);
    return id;
  }

  /** Many of one owner at once; those that are there already stay as they are. */
  async ensureAll(
    manager: EntityManager,
    { owner, asset }: { owner: string | null; asset: number },
    wanted: { purpose: string; ref: string }[],
  ): Promise<void> {
    await manager.query('SELECT ledger_open_account($1, $2, p, r) FROM unnest($3::text[], $4::text[]) AS x(p, r)', [
      owner,
      asset,
      wanted.map(({ purpose }) => purpose),
      wanted.map(({ ref }) => ref),
    ]);
  }

  list(
    actor: Actor,
    { limit, after, organisation, asset }: { limit: number; after?: string; organisation?: string; asset?: string },
  ): Promise<Page<AccountView>> {
    return this.work.run(actor, async (manager) => {
      const rows = await manager.query(
        `${ACCOUNT} WHERE ($1::bigint IS NULL OR a.id > $1) AND ($2::uuid IS NULL OR a.organisation_id = $2)
           AND ($3::text IS NULL OR s.code = $3) ORDER BY a.id LIMIT $4`,
        [after ?? null, organisation ?? null, asset ?? null, limit + 1],
      );
      const page = pageOf<Parameters<typeof viewOf>[0]>(rows, limit, (row) => [row.id]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  one(actor: Actor, id: string): Promise<AccountView> {
    return this.work.run(actor, async (manager) => {
      const [row] = await manager.query(`${ACCOUNT} WHERE a.id = $1`, [id]);
      if (!row) throw refuseAny('NOT_FOUND');
      return viewOf(row);
    });
  }

  /** Newest first. The counterparty's account is named by its number alone: whose it is, is not the reader's business. */
  entries(
    actor: Actor,
    id: string,
    { limit, before, from, to }: { limit: number; before?: string; from?: string; to?: string },
  ): Promise<Page<EntryView>> {
    return this.work.run(actor, async (manager) => {
      const [account] = await manager.query(
        `SELECT s.scale FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id WHERE a.id = $1`,
        [id],
      );
      if (!account) throw refuseAny('NOT_FOUND');
      const side = (mine: string, other: string, sign: string) => `(
        SELECT id, ${mine}_seq AS seq, ${sign}amount AS delta, ${mine}_balance AS balance, ${other}_account AS counter, kind,
          business_date, batch_pos, request_id FROM ledger_transfer
        WHERE ${mine}_account = $1 AND ($2::bigint IS NULL OR ${mine}_seq < $2)
          AND ($3::date IS NULL OR business_date >= $3) AND ($4::date IS NULL OR business_date <= $4)
        ORDER BY ${mine}_seq DESC LIMIT $5)`;
      // The account was seen above, so its transfers may be: row security would ask again for each of a million rows.
      const rows = await this.work.run(systemActor, (all) =>
        all.query(
          `SELECT e.seq, e.id AS transfer, e.kind, e.delta, e.balance, e.counter, e.business_date::text AS "businessDate", b.at,
             q.payload->>'reference' AS reference, q.payload->>'document' AS document, q.payload->>'reason' AS reason,
             ARRAY(SELECT lower(v.serials) || '-' || upper(v.serials) - 1 FROM ledger_lot_event v
               WHERE v.transfer_id = e.id ORDER BY v.serials) AS serials
           FROM (${side('from', 'to', '-')} UNION ALL ${side('to', 'from', '')} ORDER BY seq DESC LIMIT $5) e
           JOIN ledger_batch b ON b.pos = e.batch_pos JOIN ledger_request q ON q.id = e.request_id ORDER BY e.seq DESC`,
          [id, before ?? null, from ?? null, to ?? null, limit + 1],
        ),
      );
      const page = pageOf<EntryView & { delta: string }>(rows, limit, (row) => [row.seq]);
      return {
        ...page,
        items: page.items.map(({ delta, balance, ...row }) => ({
          ...row,
          amount: fromMinor(delta, account.scale),
          balance: fromMinor(balance, account.scale),
        })),
      };
    });
  }

  /** As the book stood when the day's business ended: what counts for later days is left out. */
  balanceOn(actor: Actor, id: string, day: string): Promise<string> {
    return this.work.run(actor, async (manager) => {
      const [row] = await manager.query(
        `SELECT s.scale, a.posted
           - COALESCE((SELECT sum(amount) FROM ledger_transfer WHERE to_account = a.id AND business_date > $2), 0)
           + COALESCE((SELECT sum(amount) FROM ledger_transfer WHERE from_account = a.id AND business_date > $2), 0) AS balance
         FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id WHERE a.id = $1`,
        [id, day],
      );
      if (!row) throw refuseAny('NOT_FOUND');
      return fromMinor(row.balance, row.scale);
    });
  }

  /** Every asset by purpose, with its sum, which is zero. */
  async trialBalance(
    actor: Actor,
  ): Promise<{ asset: string; unit: string; purposes: Record<string, string>; sum: string }[]> {
    const rows: { asset: string; unit: string; scale: number; purposes: Record<string, string>; sum: string }[] =
      await this.work.run(actor, (manager) =>
        manager.query(
          `SELECT s.code AS asset, s.unit, s.scale, json_object_agg(p.purpose, p.posted::text ORDER BY p.purpose) AS purposes,
             sum(p.posted)::text AS sum
           FROM (SELECT asset_id, purpose, sum(posted) AS posted FROM ledger_account GROUP BY asset_id, purpose) p
           JOIN ledger_asset s ON s.id = p.asset_id GROUP BY s.id ORDER BY s.code`,
        ),
      );
    return rows.map(({ asset, unit, scale, purposes, sum }) => ({
      asset,
      unit,
      purposes: Object.fromEntries(Object.entries(purposes).map(([name, minor]) => [name, fromMinor(minor, scale)])),
      sum: fromMinor(sum, scale),
    }));
  }
}

const viewOf = ({
  scale,
  posted,
  ...row
}: Omit<AccountView, 'balance'> & { scale: number; posted: string }): AccountView => ({
  ...row,
  balance: fromMinor(posted, scale),
});
