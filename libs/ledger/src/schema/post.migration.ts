import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEFINER = `SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;
const OVERSEER = `
  IF current_setting('qh.scope', true) IS DISTINCT FROM 'all' THEN
    RAISE EXCEPTION 'only the service posts' USING ERRCODE = 'insufficient_privilege';
  END IF;`;

/** The few ways in which the application writes the book. It has no other right to write than asking (ledger_request). */
export class LedgerPost1700000003200 implements MigrationInterface {
  name = 'LedgerPost1700000003200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION ledger_open_asset(the_code text, the_kind text, the_unit text, the_scale int, has_serials boolean,
        the_vintage int, begins date, ends date, more jsonb) RETURNS int LANGUAGE plpgsql ${DEFINER} AS $$
      DECLARE found int;
      BEGIN ${OVERSEER}
        INSERT INTO public.ledger_asset (code, kind, unit, scale, serialised, vintage, valid_from, valid_to, details)
          VALUES (the_code, the_kind, the_unit, the_scale, has_serials, the_vintage, begins, ends, COALESCE(more, '{}'))
          ON CONFLICT (code) DO NOTHING RETURNING id INTO found;
        IF found IS NULL THEN
          SELECT id INTO found FROM public.ledger_asset WHERE code = the_code AND kind = the_kind AND unit = the_unit
            AND scale = the_scale AND serialised = has_serials;
        END IF;
        RETURN found;
      END $$;

      CREATE FUNCTION ledger_open_account(owner uuid, asset int, the_purpose text, the_ref text) RETURNS bigint
        LANGUAGE plpgsql ${DEFINER} AS $$
      DECLARE found bigint;
      BEGIN ${OVERSEER}
        INSERT INTO public.ledger_account (organisation_id, asset_id, purpose, ref, floor)
          VALUES (owner, asset, the_purpose, the_ref, CASE WHEN the_purpose IN ('issuance', 'external') THEN NULL ELSE 0 END)
          ON CONFLICT DO NOTHING RETURNING id INTO found;
        IF found IS NULL THEN
          SELECT id INTO found FROM public.ledger_account WHERE organisation_id IS NOT DISTINCT FROM owner
            AND asset_id = asset AND purpose = the_purpose AND ref = the_ref;
        END IF;
        RETURN found;
      END $$;

      -- False where something is left on it. The lock is the poster's: nothing is posted meanwhile.
      CREATE FUNCTION ledger_close_account(account bigint) RETURNS boolean LANGUAGE plpgsql ${DEFINER} AS $$
      BEGIN ${OVERSEER}
        PERFORM pg_advisory_xact_lock(7141001);
        UPDATE public.ledger_account SET status = 'closed' WHERE id = account AND posted = 0;
        RETURN FOUND;
      END $$;

      -- One batch: transfers, holds, lots, answers and the link of the chain, all or nothing.
      CREATE FUNCTION ledger_post(pos bigint, first bigint, prev text, the_digest text, the_hash text,
        request bigint[], leg int[], asset int[], amount bigint[], from_a bigint[], from_s bigint[], from_b bigint[],
        to_a bigint[], to_s bigint[], to_b bigint[], kind text[], hold bigint[], day date[],
        new_holds jsonb, resolutions jsonb, gone bigint[], lots jsonb, lot_events jsonb,
        answered bigint[], codes text[], details jsonb) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
      DECLARE n int := COALESCE(array_length(request, 1), 0); wrong bigint;
      BEGIN ${OVERSEER}
        IF n > 0 THEN
          INSERT INTO public.ledger_batch (pos, first_transfer, last_transfer, version, prev_hash, digest, hash)
            VALUES (pos, first, first + n - 1, 1, prev, the_digest, the_hash);
          INSERT INTO public.ledger_transfer (id, request_id, leg, batch_pos, asset_id, amount, from_account, from_seq,
            from_balance, to_account, to_seq, to_balance, kind, hold_of, business_date)
          SELECT first + o - 1, r, l, pos, s, m, fa, fs, fb, ta, ts, tb, k, h, d
          FROM unnest(request, leg, asset, amount, from_a, from_s, from_b, to_a, to_s, to_b, kind, hold, day)
            WITH ORDINALITY AS x(r, l, s, m, fa, fs, fb, ta, ts, tb, k, h, d, o);
          INSERT INTO public.ledger_hold (id, account_id, origin_account, amount, expires_at)
          SELECT x.id, x.account, x.origin, x.amount, clock_timestamp() + x.seconds * interval '1 second'
          FROM jsonb_to_recordset(new_holds) AS x(id bigint, account bigint, origin bigint, amount bigint, seconds int);
          UPDATE public.ledger_hold h SET resolved = x.resolved
          FROM jsonb_to_recordset(resolutions) AS x(id bigint, resolved bigint) WHERE h.id = x.id;
          DELETE FROM public.ledger_lot WHERE id = ANY(gone);
          INSERT INTO public.ledger_lot (asset_id, account_id, serials)
          SELECT x.asset, x.account, int8range(x.first, x.past)
          FROM jsonb_to_recordset(lots) AS x(asset int, account bigint, first bigint, past bigint);
          INSERT INTO public.ledger_lot_event (transfer_id, asset_id, serials, from_account, to_account)
          SELECT x.id, x.asset, int8range(x.first, x.past), x.origin, x.target
          FROM jsonb_to_recordset(lot_events) AS x(id bigint, asset int, first bigint, past bigint, origin bigint, target bigint);
          -- Every unit on an account with serials has one: no more, no fewer.
          SELECT count(*) INTO wrong FROM public.ledger_account a JOIN public.ledger_asset s ON s.id = a.asset_id
          WHERE s.serialised AND a.floor IS NOT NULL AND s.id = ANY(asset) AND a.id = ANY(from_a || to_a)
            AND a.posted <> (SELECT COALESCE(sum(upper(l.serials) - lower(l.serials)), 0)
              FROM public.ledger_lot l WHERE l.account_id = a.id);
          IF wrong > 0 THEN
            RAISE EXCEPTION 'serials and balance differ on % accounts', wrong USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        INSERT INTO public.ledger_refusal (request_id, code, detail)
          SELECT i, c, details -> i::text FROM unnest(answered, codes) AS x(i, c) WHERE c <> 'POSTED';
        DELETE FROM public.ledger_waiting WHERE request_id = ANY(answered);
      END $$;

      CREATE FUNCTION ledger_park(request bigint, why text) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
      BEGIN ${OVERSEER}
        DELETE FROM public.ledger_waiting WHERE request_id = request;
        IF FOUND THEN
          INSERT INTO public.ledger_refusal VALUES (request, 'PARKED', jsonb_build_object('error', why));
        END IF;
      END $$;

      -- Adjacent lots of one account become one, so that splitting does not grow without end.
      CREATE FUNCTION ledger_merge_lots() RETURNS bigint LANGUAGE plpgsql ${DEFINER} AS $$
      DECLARE merged bigint;
      BEGIN ${OVERSEER}
        PERFORM pg_advisory_xact_lock(7141001);
        CREATE TEMP TABLE lot_islands ON COMMIT DROP AS
          SELECT asset_id, account_id, unnest(range_agg(serials)) AS serials, count(*) AS n FROM public.ledger_lot
          GROUP BY asset_id, account_id;
        SELECT (SELECT count(*) FROM public.ledger_lot) - (SELECT count(*) FROM lot_islands) INTO merged;
        IF merged > 0 THEN
          DELETE FROM public.ledger_lot;
          INSERT INTO public.ledger_lot (asset_id, account_id, serials) SELECT asset_id, account_id, serials FROM lot_islands;
        END IF;
        RETURN merged;
      END $$;

      REVOKE ALL ON FUNCTION ledger_open_asset, ledger_open_account, ledger_close_account, ledger_post, ledger_park,
        ledger_merge_lots FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ledger_open_asset, ledger_open_account, ledger_close_account, ledger_post, ledger_park,
        ledger_merge_lots TO qh_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION ledger_merge_lots, ledger_park, ledger_post, ledger_close_account, ledger_open_account,
      ledger_open_asset`);
  }
}
