import { everyone, own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version leaves the library by two people, for a reason; what was calculated with it keeps it. */
export class FactorWithdrawal1700000016100 implements MigrationInterface {
  name = 'FactorWithdrawal1700000016100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE factor_withdrawal (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        factor_id text COLLATE "C" NOT NULL,
        version int NOT NULL,
        reason text NOT NULL CHECK (btrim(reason) <> ''),
        status text NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'passed', 'returned', 'taken_back')),
        proposed_by uuid NOT NULL,
        proposer text NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        reviewed_by uuid,
        reviewer text,
        reviewed_at timestamptz,
        remarks text NOT NULL DEFAULT '',
        FOREIGN KEY (factor_id, version) REFERENCES factor (id, version),
        CHECK (reviewed_by <> proposed_by),
        CHECK ((status IN ('passed', 'returned')) = (reviewed_by IS NOT NULL))
      );
      CREATE UNIQUE INDEX factor_withdrawal_once ON factor_withdrawal (factor_id, version)
        WHERE status IN ('proposed', 'passed');
      GRANT SELECT, INSERT ON factor_withdrawal TO qh_app;
      GRANT UPDATE (status, reviewed_by, reviewer, reviewed_at, remarks) ON factor_withdrawal TO qh_app;

      CREATE FUNCTION factor_withdrawal_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'proposed' THEN
          RAISE EXCEPTION 'a withdrawal that was decided does not change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.status = 'passed' AND current_setting('qh.publishing', true) IS DISTINCT FROM NEW.id::text THEN
          RAISE EXCEPTION 'a factor is withdrawn by factor_withdraw' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER factor_withdrawal_decided BEFORE UPDATE ON factor_withdrawal
        FOR EACH ROW EXECUTE FUNCTION factor_withdrawal_keep();

      -- The mark on the version and the decision in one step.
      CREATE FUNCTION factor_withdraw(which uuid, by_id uuid, by_name text, said text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE asked record;
      BEGIN
        IF by_id::text IS DISTINCT FROM current_setting('qh.user', true) OR NOT (${everyone}) THEN
          RAISE EXCEPTION 'a factor is withdrawn by whoever asks' USING ERRCODE = 'insufficient_privilege';
        END IF;
        SELECT * INTO asked FROM factor_withdrawal w WHERE w.id = which AND w.status = 'proposed' FOR UPDATE;
        IF NOT FOUND THEN RAISE EXCEPTION 'no such withdrawal waits' USING ERRCODE = 'no_data_found'; END IF;
        UPDATE factor SET withdrawn_at = now()
          WHERE id = asked.factor_id AND version = asked.version AND withdrawn_at IS NULL;
        IF NOT FOUND THEN RAISE EXCEPTION 'it is withdrawn already' USING ERRCODE = 'serialization_failure'; END IF;
        PERFORM set_config('qh.publishing', which::text, true);
        UPDATE factor_withdrawal SET status = 'passed', reviewed_by = by_id, reviewer = by_name, reviewed_at = now(),
          remarks = said WHERE id = which;
        PERFORM set_config('qh.publishing', '', true);
      END $$;
      REVOKE ALL ON FUNCTION factor_withdraw(uuid, uuid, text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION factor_withdraw(uuid, uuid, text, text) TO qh_app;
    `);
    await db.query(secure('factor_withdrawal', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION factor_withdraw(uuid, uuid, text, text); DROP TABLE factor_withdrawal;
      DROP FUNCTION factor_withdrawal_keep()`);
  }
}
