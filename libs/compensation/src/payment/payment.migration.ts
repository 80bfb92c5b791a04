import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['compensation_batch', 'compensation_payment', 'compensation_return', 'compensation_payment_result'];

export class CompensationPayment1700000005400 implements MigrationInterface {
  name = 'CompensationPayment1700000005400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE compensation_batch_number;
      GRANT USAGE ON SEQUENCE compensation_batch_number TO qh_app;
      CREATE TABLE compensation_batch (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'P' || to_char(now(), 'YYYYMMDD') || '-' || lpad(nextval('compensation_batch_number')::text, 6, '0'),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('allotment', 'reissue')),
        template jsonb NOT NULL,
        banner text,
        payments int NOT NULL CHECK (payments > 0),
        total_fen bigint NOT NULL CHECK (total_fen > 0),
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, programme_id, organisation_id),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id)
      );
      CREATE INDEX compensation_batch_of ON compensation_batch (programme_id, id);

      -- Never changed: what failed is issued again as a new payment that points to the old one, once.
      CREATE TABLE compensation_payment (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        batch_id uuid NOT NULL,
        serial int NOT NULL CHECK (serial > 0),
        household_id uuid NOT NULL REFERENCES compensation_household,
        amount_fen bigint NOT NULL CHECK (amount_fen > 0),
        reissue_of uuid UNIQUE REFERENCES compensation_payment,
        sealed bytea NOT NULL,
        UNIQUE (batch_id, serial),
        FOREIGN KEY (batch_id, programme_id, organisation_id)
          REFERENCES compensation_batch (id, programme_id, organisation_id)
      );
      CREATE UNIQUE INDEX compensation_payment_once ON compensation_payment (household_id) WHERE reissue_of IS NULL;

      CREATE TABLE compensation_return (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        batch_id uuid NOT NULL,
        success int NOT NULL,
        failed int NOT NULL,
        pending int NOT NULL,
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, organisation_id),
        FOREIGN KEY (batch_id, programme_id, organisation_id)
          REFERENCES compensation_batch (id, programme_id, organisation_id)
      );

      -- Final answers of the bank; without one a payment is pending.
      CREATE TABLE compensation_payment_result (
        payment_id uuid PRIMARY KEY REFERENCES compensation_payment,
        organisation_id uuid NOT NULL,
        return_id uuid NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('success', 'failed')),
        code text NOT NULL,
        cause text NOT NULL,
        FOREIGN KEY (return_id, organisation_id) REFERENCES compensation_return (id, organisation_id)
      );

      -- A batch is what its payments add up to, and pays what was approved.
      CREATE FUNCTION compensation_batch_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT (count(*), sum(amount_fen)) IS DISTINCT FROM (NEW.payments::bigint, NEW.total_fen::numeric)
            FROM compensation_payment WHERE batch_id = NEW.id) THEN
          RAISE EXCEPTION 'the payments do not add up to their batch' USING ERRCODE = 'check_violation';
        END IF;
        IF NOT EXISTS (SELECT FROM compensation_programme WHERE id = NEW.programme_id AND stage = 'approved') THEN
          RAISE EXCEPTION 'nothing is paid that was not approved' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.kind = 'allotment' AND EXISTS (
          SELECT FROM compensation_payment p JOIN compensation_programme g ON g.id = p.programme_id
          LEFT JOIN compensation_allotment a ON a.household_id = p.household_id AND a.run_id = g.run_id
          WHERE p.batch_id = NEW.id AND a.amount_fen IS DISTINCT FROM p.amount_fen) THEN
          RAISE EXCEPTION 'a payment differs from its allotment' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.kind = 'reissue' AND EXISTS (
          SELECT FROM compensation_payment p LEFT JOIN compensation_payment o ON o.id = p.reissue_of
          LEFT JOIN compensation_payment_result r ON r.payment_id = o.id AND r.outcome = 'failed'
          WHERE p.batch_id = NEW.id AND (r.payment_id IS NULL
            OR (o.household_id, o.amount_fen) IS DISTINCT FROM (p.household_id, p.amount_fen))) THEN
          RAISE EXCEPTION 'only what failed is issued again' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER compensation_batch_guard AFTER INSERT ON compensation_batch
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION compensation_batch_guard();

      -- Paid means: every household that is due something has a payment that the bank reports as done.
      CREATE FUNCTION compensation_paid_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT coalesce(sum(p.amount_fen), 0) FROM compensation_payment p
            JOIN compensation_payment_result r ON r.payment_id = p.id AND r.outcome = 'success'
            WHERE p.programme_id = NEW.id) <> (SELECT total_fen FROM compensation_run WHERE id = NEW.run_id) THEN
          RAISE EXCEPTION 'not everything is paid' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER compensation_paid BEFORE UPDATE ON compensation_programme
        FOR EACH ROW WHEN (OLD.stage = 'approved' AND NEW.stage = 'paid') EXECUTE FUNCTION compensation_paid_guard();
      CREATE INDEX compensation_payment_programme ON compensation_payment (programme_id);

      GRANT SELECT, INSERT ON ${TABLES.join(', ')} TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER compensation_paid ON compensation_programme;
      DROP TABLE ${[...TABLES].reverse().join(', ')}; DROP SEQUENCE compensation_batch_number;
      DROP FUNCTION compensation_batch_guard(), compensation_paid_guard()`);
  }
}
