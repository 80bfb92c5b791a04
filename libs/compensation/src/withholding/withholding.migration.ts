import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['compensation_decision', 'compensation_line'];

/** What a household is due is its allotment and the signed lines that decisions put beside it; neither is ever changed. */
export class CompensationWithholding1700000005700 implements MigrationInterface {
  name = 'CompensationWithholding1700000005700';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE compensation_decision_number;
      GRANT USAGE ON SEQUENCE compensation_decision_number TO qh_app;
      CREATE TABLE compensation_decision (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'D' || to_char(now(), 'YYYY') || '-' || lpad(nextval('compensation_decision_number')::text, 6, '0'),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        household_id uuid NOT NULL REFERENCES compensation_household,
        kind text NOT NULL CHECK (kind IN ('hold', 'release', 'reduce', 'stop', 'restore', 'recover')),
        amount_fen bigint CHECK (amount_fen > 0),
        -- reduce: the claim of an earlier programme that it settles; restore: the decision that it takes back
        settles uuid REFERENCES compensation_decision,
        reason text NOT NULL CHECK (reason <> ''),
        document jsonb NOT NULL,
        clause text NOT NULL DEFAULT '',
        status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'confirmed', 'rejected')),
        proposed_by jsonb NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        decided_by jsonb,
        decided_at timestamptz,
        remarks text NOT NULL DEFAULT '',
        UNIQUE (id, organisation_id),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id),
        CHECK ((status = 'proposed') = (decided_by IS NULL) AND (status = 'proposed') = (decided_at IS NULL)),
        CHECK (decided_by ->> 'id' IS DISTINCT FROM proposed_by ->> 'id'),
        CHECK ((kind IN ('reduce', 'recover')) = (amount_fen IS NOT NULL)),
        CHECK (kind IN ('reduce', 'restore') OR settles IS NULL)
      );
      CREATE UNIQUE INDEX compensation_decision_open ON compensation_decision (household_id) WHERE status = 'proposed';
      CREATE INDEX compensation_decision_of ON compensation_decision (programme_id, id);

      CREATE TABLE compensation_line (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        household_id uuid NOT NULL REFERENCES compensation_household,
        decision_id uuid NOT NULL,
        -- withheld and restored change what is due; recovered and offset count against a claim
        kind text NOT NULL CHECK (kind IN ('withheld', 'restored', 'recovered', 'offset')),
        amount_fen bigint NOT NULL CHECK (CASE kind WHEN 'restored' THEN amount_fen > 0 ELSE amount_fen < 0 END),
        reference text NOT NULL DEFAULT '',
        booked_on date NOT NULL DEFAULT (now() AT TIME ZONE 'Asia/Shanghai')::date,
        by jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id),
        FOREIGN KEY (decision_id, organisation_id) REFERENCES compensation_decision (id, organisation_id)
      );
      CREATE INDEX compensation_line_household ON compensation_line (household_id);
      CREATE INDEX compensation_line_decision ON compensation_line (decision_id);
      -- One receipt of a bank slip: entered twice it would count twice.
      CREATE UNIQUE INDEX compensation_line_once ON compensation_line (decision_id, kind, reference);

      CREATE VIEW compensation_due WITH (security_invoker = true) AS
        SELECT a.run_id, a.household_id, a.banner, a.amount_fen AS allotted_fen,
          a.amount_fen + coalesce(l.fen, 0)::bigint AS amount_fen, coalesce(d.held, false) AS held
        FROM compensation_allotment a
        LEFT JOIN (SELECT household_id, sum(amount_fen) AS fen FROM compensation_line
                   WHERE kind IN ('withheld', 'restored') GROUP BY household_id) l ON l.household_id = a.household_id
        LEFT JOIN (SELECT DISTINCT ON (household_id) household_id, kind = 'hold' AS held FROM compensation_decision
                   WHERE status = 'confirmed' AND kind IN ('hold', 'release')
                   ORDER BY household_id, decided_at DESC, id DESC) d ON d.household_id = a.household_id;

      -- Nobody is due less than nothing, and no more is taken back than was claimed or paid.
      CREATE FUNCTION compensation_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.kind IN ('withheld', 'restored') AND EXISTS (
          SELECT FROM compensation_programme p JOIN compensation_due d ON d.run_id = p.run_id
          WHERE p.id = NEW.programme_id AND d.household_id = NEW.household_id
            AND d.amount_fen NOT BETWEEN 0 AND d.allotted_fen) THEN
          RAISE EXCEPTION 'more is withheld than was allotted' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.kind IN ('recovered', 'offset') AND EXISTS (
          SELECT FROM compensation_decision d WHERE d.id = NEW.decision_id AND (d.kind <> 'recover' OR d.status <> 'confirmed'
            OR d.amount_fen < (SELECT -sum(amount_fen) FROM compensation_line WHERE decision_id = d.id))) THEN
          RAISE EXCEPTION 'more is recovered than was claimed' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER compensation_line_guard AFTER INSERT ON compensation_line
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION compensation_line_guard();

      CREATE OR REPLACE FUNCTION compensation_batch_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT (count(*), sum(amount_fen)) IS DISTINCT FROM (NEW.payments::bigint, NEW.total_fen::numeric)
            FROM compensation_payment WHERE batch_id = NEW.id) THEN
          RAISE EXCEPTION 'the payments do not add up to their batch' USING ERRCODE = 'check_violation';
        END IF;
        IF NOT EXISTS (SELECT FROM compensation_programme WHERE id = NEW.programme_id AND stage = 'approved') THEN
          RAISE EXCEPTION 'nothing is paid that was not approved' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (
          SELECT FROM compensation_payment p JOIN compensation_programme g ON g.id = p.programme_id
          LEFT JOIN compensation_due a ON a.household_id = p.household_id AND a.run_id = g.run_id
          WHERE p.batch_id = NEW.id AND (a.amount_fen IS DISTINCT FROM p.amount_fen OR a.held)) THEN
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

      CREATE OR REPLACE FUNCTION compensation_paid_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT coalesce(sum(p.amount_fen), 0) FROM compensation_payment p
            JOIN compensation_payment_result r ON r.payment_id = p.id AND r.outcome = 'success'
            WHERE p.programme_id = NEW.id)
          <> (SELECT r.total_fen + coalesce((SELECT sum(amount_fen) FROM compensation_line
                WHERE programme_id = NEW.id AND kind IN ('withheld', 'restored')), 0)
              FROM compensation_run r WHERE r.id = NEW.run_id) THEN
          RAISE EXCEPTION 'not everything is paid' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;

      CREATE OR REPLACE FUNCTION compensation_closing_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE paid numeric; elsewhere numeric; pool numeric; withheld numeric; recovered numeric;
      BEGIN
        SELECT coalesce(sum(posted) FILTER (WHERE purpose = 'paid_out'), 0),
          coalesce(sum(posted) FILTER (WHERE purpose IN ('allotted', 'in_payment')), 0),
          coalesce(sum(posted) FILTER (WHERE purpose = 'fund_pool'), 0) INTO paid, elsewhere, pool
        FROM ledger_account WHERE organisation_id = NEW.organisation_id
          AND purpose IN ('fund_pool', 'allotted', 'in_payment', 'paid_out') AND split_part(ref, '/', 1) = NEW.id::text;
        SELECT -coalesce(sum(amount_fen) FILTER (WHERE kind IN ('withheld', 'restored')), 0),
          -coalesce(sum(amount_fen) FILTER (WHERE kind = 'recovered'), 0) INTO withheld, recovered
        FROM compensation_line WHERE programme_id = NEW.id;
        IF EXISTS (SELECT FROM compensation_run r WHERE r.id = NEW.run_id AND (paid, elsewhere, pool) IS DISTINCT FROM
            (r.total_fen - withheld - recovered, 0::numeric, r.unallotted_fen + withheld + recovered)) THEN
          RAISE EXCEPTION 'the book does not show what was paid' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;

      GRANT SELECT ON compensation_due TO qh_app;
      GRANT SELECT, INSERT ON compensation_decision, compensation_line TO qh_app;
      GRANT UPDATE (status, decided_by, decided_at, remarks) ON compensation_decision TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(): Promise<void> {
    throw new Error('what was withheld or recovered is not forgotten: restore a backup instead');
  }
}
