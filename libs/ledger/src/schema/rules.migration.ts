import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEFINER = `SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;

/** What the database itself enforces: who may post, how balances move, that nothing is changed afterwards. */
export class LedgerRules1700000003100 implements MigrationInterface {
  name = 'LedgerRules1700000003100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$;
      ${['ledger_transfer', 'ledger_batch', 'ledger_lot_event']
        .map(
          (table) => `
      CREATE TRIGGER ${table}_rows BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
      CREATE TRIGGER ${table}_truncate BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();`,
        )
        .join('')}

      -- An asset's scale gives its balances their meaning: it stays.
      CREATE FUNCTION ledger_check_asset() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.scale, NEW.serialised, NEW.unit, NEW.code) IS DISTINCT FROM (OLD.scale, OLD.serialised, OLD.unit, OLD.code)
        THEN RAISE EXCEPTION 'scale, unit, serials and code of an asset never change' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ledger_asset_fixed BEFORE UPDATE ON ledger_asset
        FOR EACH ROW EXECUTE FUNCTION ledger_check_asset();

      -- Adding transfers is the only thing that moves balances. Each side must continue its account's numbering and balance
      -- and keep to its limits at every step, not only at the end of a batch.
      CREATE FUNCTION ledger_check_transfers() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
      DECLARE touched bigint; moved bigint;
      BEGIN
        WITH side AS (
          SELECT from_account AS account, from_seq AS seq, -amount AS delta, from_balance AS balance, asset_id, hold_of FROM added
          UNION ALL SELECT to_account, to_seq, amount, to_balance, asset_id, hold_of FROM added
        ), linked AS (
          SELECT *, lag(seq) OVER w AS seq_before, lag(balance) OVER w AS balance_before
          FROM side WINDOW w AS (PARTITION BY account ORDER BY seq)
        ), sums AS (
          SELECT l.account, min(l.seq) AS first, max(l.seq) AS last, sum(l.delta) AS total, bool_and(
            CASE WHEN l.seq_before IS NULL THEN l.seq = a.seq + 1 AND l.balance = a.posted + l.delta
              ELSE l.seq = l.seq_before + 1 AND l.balance = l.balance_before + l.delta END
            AND l.asset_id = a.asset_id AND a.status = 'open'
            AND (l.delta > 0 OR a.floor IS NULL OR l.balance >= a.floor)
            AND (l.delta < 0 OR a.ceiling IS NULL OR l.balance <= a.ceiling)
            AND (l.delta > 0 OR a.purpose NOT IN ('surrendered', 'retired'))
            AND (l.delta > 0 OR a.purpose NOT IN ('order_hold', 'pledge', 'judicial') OR l.hold_of IS NOT NULL)) AS sound
          FROM linked l LEFT JOIN public.ledger_account a ON a.id = l.account GROUP BY l.account
        ), changed AS (
          UPDATE public.ledger_account a SET posted = a.posted + s.total, seq = s.last FROM sums s
          WHERE a.id = s.account AND s.sound AND a.seq = s.first - 1 RETURNING 1
        )
        SELECT (SELECT count(*) FROM sums), (SELECT count(*) FROM changed) INTO touched, moved;
        IF touched <> moved THEN
          RAISE EXCEPTION 'transfers do not continue % of % accounts', touched - moved, touched USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ledger_transfer_check AFTER INSERT ON ledger_transfer REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_check_transfers();

      -- A balance written by hand would be one that no transfer explains.
      CREATE FUNCTION ledger_check_account() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' AND (NEW.posted, NEW.seq) IS DISTINCT FROM (0, 0)
          OR TG_OP = 'UPDATE' AND ((NEW.posted, NEW.seq) IS DISTINCT FROM (OLD.posted, OLD.seq) AND pg_trigger_depth() < 2
            OR (NEW.asset_id, NEW.organisation_id, NEW.purpose) IS DISTINCT FROM (OLD.asset_id, OLD.organisation_id, OLD.purpose))
        THEN RAISE EXCEPTION 'balances move by transfers alone' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ledger_account_moves BEFORE INSERT OR UPDATE ON ledger_account
        FOR EACH ROW EXECUTE FUNCTION ledger_check_account();

      CREATE FUNCTION ledger_check_batch() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
      DECLARE last record;
      BEGIN
        SELECT pos, hash, last_transfer INTO last FROM public.ledger_batch ORDER BY pos DESC LIMIT 1;
        IF NEW.pos <> COALESCE(last.pos, 0) + 1 OR NEW.prev_hash <> COALESCE(last.hash, repeat('0', 64))
          OR NEW.first_transfer <> COALESCE(last.last_transfer, 0) + 1
        THEN RAISE EXCEPTION 'the batch does not continue the chain' USING ERRCODE = 'serialization_failure';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ledger_batch_link BEFORE INSERT ON ledger_batch FOR EACH ROW EXECUTE FUNCTION ledger_check_batch();

      -- An answer is given once; what was asked is never altered.
      CREATE FUNCTION ledger_check_answer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.code IS NOT NULL AND OLD.code <> 'PARKED'
          OR (NEW.payload, NEW.payload_hash, NEW.key, NEW.route, NEW.organisation_id) IS DISTINCT FROM
             (OLD.payload, OLD.payload_hash, OLD.key, OLD.route, OLD.organisation_id)
        THEN RAISE EXCEPTION 'a request is answered once and never altered' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ledger_request_once BEFORE UPDATE ON ledger_request FOR EACH ROW EXECUTE FUNCTION ledger_check_answer();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER ledger_request_once ON ledger_request;
      DROP TRIGGER ledger_batch_link ON ledger_batch;
      DROP TRIGGER ledger_account_moves ON ledger_account;
      DROP TRIGGER ledger_transfer_check ON ledger_transfer;
      DROP TRIGGER ledger_asset_fixed ON ledger_asset;
      DROP TRIGGER ledger_lot_event_rows ON ledger_lot_event; DROP TRIGGER ledger_lot_event_truncate ON ledger_lot_event;
      DROP TRIGGER ledger_batch_rows ON ledger_batch; DROP TRIGGER ledger_batch_truncate ON ledger_batch;
      DROP TRIGGER ledger_transfer_rows ON ledger_transfer; DROP TRIGGER ledger_transfer_truncate ON ledger_transfer;
      DROP FUNCTION ledger_check_answer(), ledger_check_batch(), ledger_check_account(), ledger_check_transfers(),
        ledger_check_asset(), ledger_refuse_change();
    `);
  }
}
