import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const party = (column: string): string =>
  `current_setting('qh.scope', true) = 'tenant' AND ${column} = NULLIF(current_setting('qh.organisation', true), '')::uuid`;

/** Offers and what came of them. An open offer to all is seen by all; a deal by its two parties and those who oversee. */
export class Trading1700000004200 implements MigrationInterface {
  name = 'Trading1700000004200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE market_listing_number;
      CREATE SEQUENCE market_deal_number;
      GRANT USAGE ON SEQUENCE market_listing_number, market_deal_number TO qh_app;
      CREATE TABLE market_listing (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'L' || to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(nextval('market_listing_number')::text, 6, '0'),
        organisation_id uuid NOT NULL REFERENCES organisation,
        side text NOT NULL CHECK (side IN ('supply', 'demand')),
        mode text NOT NULL CHECK (mode IN ('listed', 'block')),
        asset text NOT NULL,
        price_fen bigint NOT NULL CHECK (price_fen > 0),
        quantity bigint NOT NULL CHECK (quantity > 0),
        remaining bigint NOT NULL CHECK (remaining BETWEEN 0 AND quantity),
        counterparty_id uuid REFERENCES organisation,
        hold bigint NOT NULL,
        rule jsonb NOT NULL,
        note text NOT NULL DEFAULT '',
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'filled', 'cancelled')),
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (counterparty_id IS DISTINCT FROM organisation_id),
        CHECK ((mode = 'block') = (counterparty_id IS NOT NULL)),
        CHECK ((status = 'filled') = (remaining = 0))
      );
      CREATE INDEX market_listing_open ON market_listing (asset, price_fen) WHERE status = 'open';

      CREATE TABLE market_deal (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'T' || to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(nextval('market_deal_number')::text, 6, '0'),
        listing_id uuid NOT NULL REFERENCES market_listing,
        mode text NOT NULL,
        asset text NOT NULL,
        seller_id uuid NOT NULL REFERENCES organisation,
        buyer_id uuid NOT NULL REFERENCES organisation,
        quantity bigint NOT NULL CHECK (quantity > 0),
        price_fen bigint NOT NULL CHECK (price_fen > 0),
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        buyer_fee_fen bigint NOT NULL CHECK (buyer_fee_fen >= 0),
        seller_fee_fen bigint NOT NULL CHECK (seller_fee_fen >= 0),
        trade_date date NOT NULL,
        request_id bigint NOT NULL UNIQUE,
        taken_by jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK (seller_id <> buyer_id)
      );
      CREATE INDEX market_deal_day ON market_deal (trade_date, asset);
      CREATE INDEX market_deal_seller ON market_deal (seller_id, id);
      CREATE INDEX market_deal_buyer ON market_deal (buyer_id, id);

      -- A deal stands only with its settlement: units one way, money the other, in one request that was posted.
      CREATE FUNCTION market_deal_settled() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM ledger_transfer u JOIN ledger_transfer m ON m.request_id = u.request_id
          JOIN ledger_asset a ON a.id = u.asset_id AND a.code = NEW.asset
          JOIN ledger_asset c ON c.id = m.asset_id AND c.kind = 'money'
          WHERE u.request_id = NEW.request_id AND u.amount = NEW.quantity AND m.amount = NEW.amount_fen) THEN
          RAISE EXCEPTION 'the deal is not settled' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER market_deal_settled AFTER INSERT ON market_deal
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION market_deal_settled();

      GRANT SELECT, INSERT ON market_listing, market_deal TO qh_app;
      GRANT UPDATE (remaining, status) ON market_listing TO qh_app;
    `);
    await db.query(secure('market_listing', own()));
    await db.query(`CREATE POLICY market_listing_seen ON market_listing FOR SELECT TO qh_app USING (
      (mode = 'listed' AND status = 'open' AND current_setting('qh.scope', true) = 'tenant') OR ${party('counterparty_id')})`);
    await db.query(secure('market_deal', `current_setting('qh.scope', true) = 'all'`));
    await db.query(`CREATE POLICY market_deal_seen ON market_deal FOR SELECT TO qh_app USING (
      ${party('seller_id')} OR ${party('buyer_id')})`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE market_deal, market_listing; DROP FUNCTION market_deal_settled();
      DROP SEQUENCE market_deal_number, market_listing_number`);
  }
}
