import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-way auctions: one seller, sealed bids until the end, then the best prices first. A bid is seen by its bidder alone. */
export class Auction1700000004500 implements MigrationInterface {
  name = 'Auction1700000004500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE market_auction_number;
      GRANT USAGE ON SEQUENCE market_auction_number TO qh_app;
      CREATE TABLE market_auction (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'A' || to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(nextval('market_auction_number')::text, 6, '0'),
        organisation_id uuid NOT NULL REFERENCES organisation,
        asset text NOT NULL,
        quantity bigint NOT NULL CHECK (quantity > 0),
        floor_fen bigint NOT NULL CHECK (floor_fen > 0),
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL CHECK (closes_at > opens_at),
        hold bigint NOT NULL,
        rule jsonb NOT NULL,
        note text NOT NULL DEFAULT '',
        status text NOT NULL DEFAULT 'announced' CHECK (status IN ('announced', 'settled', 'cancelled')),
        sold bigint NOT NULL DEFAULT 0 CHECK (sold BETWEEN 0 AND quantity),
        created_by jsonb NOT NULL,
        settled_at timestamptz
      );
      CREATE INDEX market_auction_due ON market_auction (closes_at) WHERE status = 'announced';
      CREATE TABLE market_bid (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        auction_id uuid NOT NULL REFERENCES market_auction,
        organisation_id uuid NOT NULL REFERENCES organisation,
        price_fen bigint NOT NULL CHECK (price_fen > 0),
        quantity bigint NOT NULL CHECK (quantity > 0),
        hold bigint NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'withdrawn', 'won', 'lost')),
        won bigint NOT NULL DEFAULT 0 CHECK (won BETWEEN 0 AND quantity),
        created_by jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK ((status = 'won') = (won > 0))
      );
      -- Best price first; of equal ones the earlier.
      CREATE INDEX market_bid_rank ON market_bid (auction_id, price_fen DESC, at, id);

      -- By the database's clock: no bid and no withdrawal after the end.
      CREATE FUNCTION market_bid_in_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE a public.market_auction;
      BEGIN
        SELECT * INTO a FROM public.market_auction WHERE id = NEW.auction_id FOR SHARE;
        IF TG_OP = 'INSERT' OR NEW.status = 'withdrawn' THEN
          IF a.status <> 'announced' OR clock_timestamp() NOT BETWEEN a.opens_at AND a.closes_at THEN
            RAISE EXCEPTION 'the auction is not open' USING ERRCODE = 'check_violation';
          END IF;
        ELSIF a.status = 'announced' AND clock_timestamp() <= a.closes_at THEN
          RAISE EXCEPTION 'the auction is not over' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER market_bid_in_time BEFORE INSERT OR UPDATE ON market_bid
        FOR EACH ROW EXECUTE FUNCTION market_bid_in_time();

      ALTER TABLE market_deal ALTER listing_id DROP NOT NULL, ADD auction_id uuid REFERENCES market_auction,
        ADD CONSTRAINT market_deal_from CHECK ((listing_id IS NULL) <> (auction_id IS NULL));

      GRANT SELECT, INSERT ON market_auction, market_bid TO qh_app;
      GRANT UPDATE (status, sold, settled_at) ON market_auction TO qh_app;
      GRANT UPDATE (status, won) ON market_bid TO qh_app;
    `);
    await db.query(secure('market_auction', own()));
    await db.query(secure('market_bid', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE market_deal DROP COLUMN auction_id;
      DROP TABLE market_bid, market_auction; DROP FUNCTION market_bid_in_time(); DROP SEQUENCE market_auction_number`);
  }
}
