import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money and its book: no step without its transfers, no closing that the book does not show. */
export class CompensationBook1700000005500 implements MigrationInterface {
  name = 'CompensationBook1700000005500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Tables that fill in one go are planned by what they hold now, not by what the last autovacuum saw.
      GRANT MAINTAIN ON compensation_household, compensation_allotment, compensation_payment, compensation_payment_result
        TO qh_app;

      -- What the legs of the request under this key add up to, over some kinds; null where nothing was asked.
      CREATE FUNCTION compensation_asked(the_key text, kinds text[]) RETURNS numeric LANGUAGE sql STABLE AS $$
        SELECT sum((leg ->> 'amount')::numeric) FROM ledger_request q, jsonb_array_elements(q.payload -> 'legs') AS leg
        WHERE q.route = 'compensation' AND q.key = the_key AND leg ->> 'kind' = ANY(kinds)
      $$;
      CREATE INDEX ledger_request_compensation ON ledger_request (key) WHERE route = 'compensation';
      CREATE INDEX ledger_request_programme ON ledger_request ((payload ->> 'reference')) WHERE route = 'compensation';

      CREATE FUNCTION compensation_approval_booked() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM compensation_run r WHERE r.id = NEW.run_id
            AND (compensation_asked('approval/' || r.id, '{fund}') IS DISTINCT FROM r.pool_fen::numeric
              OR coalesce(compensation_asked('approval/' || r.id, '{allot}'), 0) <> r.total_fen)) THEN
          RAISE EXCEPTION 'the approval is not booked' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER compensation_approval_booked AFTER UPDATE ON compensation_programme
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.stage = 'notice' AND NEW.stage = 'approved')
        EXECUTE FUNCTION compensation_approval_booked();

      CREATE FUNCTION compensation_batch_posted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF compensation_asked('batch/' || NEW.id, '{instruct}') IS DISTINCT FROM NEW.total_fen::numeric THEN
          RAISE EXCEPTION 'the batch is not booked' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER compensation_batch_posted AFTER INSERT ON compensation_batch
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION compensation_batch_posted();

      CREATE FUNCTION compensation_return_posted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF coalesce(compensation_asked('return/' || NEW.id, '{pay,pay_back}'), 0) <>
          (SELECT coalesce(sum(p.amount_fen), 0) FROM compensation_payment_result r
           JOIN compensation_payment p ON p.id = r.payment_id WHERE r.return_id = NEW.id) THEN
          RAISE EXCEPTION 'the return is not booked' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE INDEX compensation_payment_result_return ON compensation_payment_result (return_id);
      CREATE CONSTRAINT TRIGGER compensation_return_posted AFTER INSERT ON compensation_return
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION compensation_return_posted();

      CREATE FUNCTION compensation_closing_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE paid numeric; elsewhere numeric; pool numeric;
      BEGIN
        SELECT coalesce(sum(posted) FILTER (WHERE purpose = 'paid_out'), 0),
          coalesce(sum(posted) FILTER (WHERE purpose IN ('allotted', 'in_payment')), 0),
          coalesce(sum(posted) FILTER (WHERE purpose = 'fund_pool'), 0) INTO paid, elsewhere, pool
        FROM ledger_account WHERE organisation_id = NEW.organisation_id
          AND purpose IN ('fund_pool', 'allotted', 'in_payment', 'paid_out') AND split_part(ref, '/', 1) = NEW.id::text;
        IF EXISTS (SELECT FROM compensation_run r WHERE r.id = NEW.run_id
            AND (paid, elsewhere, pool) IS DISTINCT FROM (r.total_fen::numeric, 0::numeric, r.unallotted_fen::numeric)) THEN
          RAISE EXCEPTION 'the book does not show what was paid' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER compensation_closing BEFORE UPDATE ON compensation_programme
        FOR EACH ROW WHEN (OLD.stage = 'paid' AND NEW.stage = 'closed') EXECUTE FUNCTION compensation_closing_guard();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      REVOKE MAINTAIN ON compensation_household, compensation_allotment, compensation_payment, compensation_payment_result
        FROM qh_app;
      DROP TRIGGER compensation_closing ON compensation_programme;
      DROP TRIGGER compensation_return_posted ON compensation_return;
      DROP TRIGGER compensation_batch_posted ON compensation_batch;
      DROP TRIGGER compensation_approval_booked ON compensation_programme;
      DROP INDEX compensation_payment_result_return, ledger_request_compensation, ledger_request_programme;
      DROP FUNCTION compensation_closing_guard(), compensation_return_posted(), compensation_batch_posted(),
        compensation_approval_booked(), compensation_asked(text, text[]);`);
  }
}
