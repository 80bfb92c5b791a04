import { everyone, own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The book. One row of `ledger_transfer` holds both sides of a transfer, so that it cannot fail to add up to zero; amounts are
 * whole minor units of the asset (fen, t, kg). Rows are added and never changed.
 */
export class LedgerTables1700000003000 implements MigrationInterface {
  name = 'LedgerTables1700000003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ledger_asset (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9./-]{0,63}$'),
        kind text NOT NULL,
        unit text NOT NULL,
        scale smallint NOT NULL CHECK (scale BETWEEN 0 AND 6),
        serialised boolean NOT NULL DEFAULT false,
        vintage smallint,
        valid_from date,
        valid_to date,
        details jsonb NOT NULL DEFAULT '{}',
        CHECK (valid_to >= valid_from)
      );

      CREATE TABLE ledger_account (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organisation_id uuid REFERENCES organisation,
        asset_id int NOT NULL REFERENCES ledger_asset,
        purpose text NOT NULL CHECK (purpose IN ('available', 'order_hold', 'pledge', 'judicial', 'clearing', 'buffer',
          'fee', 'rounding', 'surrendered', 'retired', 'carried_over', 'issuance', 'external')),
        ref text NOT NULL DEFAULT '',
        floor bigint,
        ceiling bigint,
        posted bigint NOT NULL DEFAULT 0,
        seq bigint NOT NULL DEFAULT 0,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
        opened_at timestamptz NOT NULL DEFAULT now(),
        -- Only where units enter or leave the book may a balance be below zero.
        CHECK ((floor IS NULL) = (purpose IN ('issuance', 'external'))),
        CHECK (posted >= floor), CHECK (posted <= ceiling),
        CHECK (status = 'open' OR posted = 0),
        UNIQUE NULLS NOT DISTINCT (organisation_id, asset_id, purpose, ref)
      ) WITH (fillfactor = 50);
      CREATE INDEX ledger_account_asset ON ledger_account (asset_id, purpose);

      CREATE TABLE ledger_request (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organisation_id uuid REFERENCES organisation,
        route text NOT NULL,
        key text NOT NULL CHECK (key <> ''),
        -- One column to look a request up by: what is missing in one of three would hide it from an index.
        idem text GENERATED ALWAYS AS (COALESCE(organisation_id::text, '-') || '|' || route || '|' || key) STORED UNIQUE,
        payload jsonb NOT NULL,
        payload_hash text NOT NULL,
        received_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      -- The queue: a row for each request without an answer. Requests themselves never change, which spares rewriting them.
      CREATE TABLE ledger_waiting (request_id bigint PRIMARY KEY)
        WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
      -- The answer of requests that were not posted; those that were have transfers.
      CREATE TABLE ledger_refusal (
        request_id bigint PRIMARY KEY,
        code text NOT NULL,
        detail jsonb,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );

      CREATE TABLE ledger_batch (
        pos bigint PRIMARY KEY CHECK (pos > 0),
        first_transfer bigint NOT NULL,
        last_transfer bigint NOT NULL CHECK (last_transfer >= first_transfer),
        version smallint NOT NULL,
        prev_hash text NOT NULL UNIQUE,
        digest text NOT NULL,
        hash text NOT NULL UNIQUE,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );

      -- Foreign keys would be checked row by row; the trigger ledger_check_transfers sees to accounts and assets by set.
      CREATE TABLE ledger_transfer (
        id bigint PRIMARY KEY,
        request_id bigint NOT NULL,
        leg smallint NOT NULL,
        batch_pos bigint NOT NULL,
        asset_id int NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        from_account bigint NOT NULL,
        from_seq bigint NOT NULL,
        from_balance bigint NOT NULL,
        to_account bigint NOT NULL CHECK (to_account <> from_account),
        to_seq bigint NOT NULL,
        to_balance bigint NOT NULL,
        kind text NOT NULL,
        hold_of bigint,
        business_date date NOT NULL
      );
      CREATE UNIQUE INDEX ledger_transfer_request ON ledger_transfer (request_id, leg);
      CREATE UNIQUE INDEX ledger_transfer_from ON ledger_transfer (from_account, from_seq);
      CREATE UNIQUE INDEX ledger_transfer_to ON ledger_transfer (to_account, to_seq);

      -- What a pending transfer put aside, and how much of it is still open.
      CREATE TABLE ledger_hold (
        id bigint PRIMARY KEY,
        account_id bigint NOT NULL REFERENCES ledger_account,
        origin_account bigint NOT NULL REFERENCES ledger_account,
        amount bigint NOT NULL CHECK (amount > 0),
        resolved bigint NOT NULL DEFAULT 0 CHECK (resolved BETWEEN 0 AND amount),
        expires_at timestamptz
      );
      CREATE INDEX ledger_hold_due ON ledger_hold (expires_at) WHERE resolved < amount AND expires_at IS NOT NULL;

      -- Serial numbers, half open. Ranges of one asset never overlap: no unit has two owners.
      CREATE TABLE ledger_lot (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        asset_id int NOT NULL REFERENCES ledger_asset,
        account_id bigint NOT NULL REFERENCES ledger_account,
        serials int8range NOT NULL CHECK (NOT isempty(serials) AND lower(serials) > 0 AND NOT upper_inf(serials)),
        CONSTRAINT ledger_lot_apart EXCLUDE USING gist (int4range(asset_id, asset_id, '[]') WITH =, serials WITH &&)
      );
      CREATE INDEX ledger_lot_account ON ledger_lot (account_id, lower(serials));
      CREATE TABLE ledger_lot_event (
        transfer_id bigint NOT NULL,
        asset_id int NOT NULL,
        serials int8range NOT NULL,
        from_account bigint NOT NULL,
        to_account bigint NOT NULL
      );
      CREATE INDEX ledger_lot_event_transfer ON ledger_lot_event (transfer_id);
      CREATE INDEX ledger_lot_event_end ON ledger_lot_event (asset_id, upper(serials));
      CREATE INDEX ledger_lot_event_serials ON ledger_lot_event USING gist (serials);

      GRANT SELECT ON ledger_asset, ledger_account, ledger_request, ledger_waiting, ledger_refusal, ledger_batch, ledger_transfer, ledger_hold, ledger_lot,
        ledger_lot_event TO qh_app;
      GRANT INSERT (organisation_id, route, key, payload, payload_hash) ON ledger_request TO qh_app;
    `);
    const mine = (account: string) => `EXISTS (SELECT FROM ledger_account a WHERE a.id = ${account})`;
    await db.query(secure('ledger_account', own()));
    await db.query(secure('ledger_request', own()));
    await db.query(secure('ledger_waiting', everyone));
    await db.query(secure('ledger_refusal', 'EXISTS (SELECT FROM ledger_request q WHERE q.id = request_id)'));
    // What concerns an account is seen by whoever sees the account.
    await db.query(secure('ledger_transfer', `${mine('from_account')} OR ${mine('to_account')}`));
    await db.query(secure('ledger_hold', mine('account_id')));
    await db.query(secure('ledger_lot', mine('account_id')));
    await db.query(secure('ledger_lot_event', `${mine('from_account')} OR ${mine('to_account')}`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ledger_lot_event, ledger_lot, ledger_hold, ledger_transfer, ledger_batch, ledger_refusal, ledger_waiting, ledger_request,
      ledger_account, ledger_asset`);
  }
}
