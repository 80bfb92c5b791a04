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
      ${['ledger_request', 'ledger_refusal', 'ledger_transfer', 'ledger_batch', 'ledger_lot_event']
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
          SELECT account, min(seq) AS first, max(seq) AS last, sum(delta) AS total,
            max(balance - delta) FILTER (WHERE seq_before IS NULL) AS opening,
            bool_and(seq_before IS NULL OR seq = seq_before + 1 AND balance = balance_before + delta) AS linked,
            min(asset_id) AS asset, min(asset_id) = max(asset_id) AS alike,
            min(balance) FILTER (WHERE delta < 0) AS lowest, max(balance) FILTER (WHERE delta > 0) AS highest,
            bool_or(delta < 0 AND hold_of IS NULL) AS free
          FROM linked GROUP BY account
        ), changed AS (
          UPDATE public.ledger_account a SET posted = a.posted + s.total, seq = s.last FROM sums s
          WHERE a.id = s.account AND a.seq = s.first - 1 AND a.posted = s.opening AND s.linked
            AND a.asset_id = s.asset AND s.alike AND a.status = 'open'
            AND (a.floor IS NULL OR s.lowest IS NULL OR s.lowest >= a.floor)
            AND (a.ceiling IS NULL OR s.highest IS NULL OR s.highest <= a.ceiling)
            AND (s.lowest IS NULL OR a.purpose NOT IN ('surrendered', 'retired'))
            AND NOT (s.free AND a.purpose IN ('order_hold', 'pledge', 'judicial'))
          RETURNING 1
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

      -- Whoever asks is queued, and cannot forget to be.
      CREATE FUNCTION ledger_queue() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
      BEGIN
        INSERT INTO public.ledger_waiting (request_id) SELECT id FROM added ORDER BY id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ledger_request_queue AFTER INSERT ON ledger_request REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_queue();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER ledger_request_queue ON ledger_request;
      DROP TRIGGER ledger_batch_link ON ledger_batch;
      DROP TRIGGER ledger_account_moves ON ledger_account;
      DROP TRIGGER ledger_transfer_check ON ledger_transfer;
      DROP TRIGGER ledger_asset_fixed ON ledger_asset;
      DROP FUNCTION ledger_queue(), ledger_check_batch(), ledger_check_account(), ledger_check_transfers(),
        ledger_check_asset();
      DROP FUNCTION ledger_refuse_change() CASCADE;
    `);
  }
}
