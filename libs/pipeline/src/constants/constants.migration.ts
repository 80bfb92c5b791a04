import { everyone } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Constants of a method sheet, entered from the official text by one person and approved by another. They belong to no
 * organisation: everybody reads them, those who see everything enter and decide. What was entered never changes.
 */
export class MethodConstants1700000022000 implements MigrationInterface {
  name = 'MethodConstants1700000022000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE method_constants (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        method text COLLATE "C" NOT NULL,
        number int NOT NULL CHECK (number > 0),
        -- The sheet they were entered for; another text of the sheet needs them entered again.
        sheet_hash char(64) NOT NULL,
        sheet_version text NOT NULL,
        document jsonb NOT NULL,
        valid_from date NOT NULL,
        constants jsonb NOT NULL CHECK (jsonb_typeof(constants) = 'array'),
        formulas jsonb,
        status text NOT NULL DEFAULT 'entered' CHECK (status IN ('entered', 'approved', 'returned', 'withdrawn')),
        entered_by uuid NOT NULL,
        enterer text NOT NULL,
        entered_at timestamptz NOT NULL DEFAULT now(),
        decided_by uuid,
        decider text,
        decided_at timestamptz,
        remarks text NOT NULL DEFAULT '',
        UNIQUE (method, number),
        CONSTRAINT method_constants_second_person CHECK (decided_by <> entered_by),
        CHECK ((status IN ('approved', 'returned')) = (decided_by IS NOT NULL))
      );
      -- One entry at a time waits for a decision.
      CREATE UNIQUE INDEX method_constants_waiting ON method_constants (method) WHERE status = 'entered';
      CREATE INDEX method_constants_in_force ON method_constants (method, valid_from DESC, number DESC)
        WHERE status = 'approved';

      CREATE FUNCTION method_constants_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'entered' THEN
          RAISE EXCEPTION 'constants that were decided do not change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER method_constants_decided BEFORE UPDATE ON method_constants
        FOR EACH ROW EXECUTE FUNCTION method_constants_keep();

      GRANT SELECT, INSERT ON method_constants TO qh_app;
      GRANT UPDATE (status, decided_by, decider, decided_at, remarks) ON method_constants TO qh_app;
      ALTER TABLE method_constants ENABLE ROW LEVEL SECURITY;
      ALTER TABLE method_constants FORCE ROW LEVEL SECURITY;
      CREATE POLICY method_constants_owner ON method_constants TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY method_constants_read ON method_constants FOR SELECT TO qh_app USING (true);
      CREATE POLICY method_constants_enter ON method_constants FOR INSERT TO qh_app WITH CHECK (${everyone});
      CREATE POLICY method_constants_decide ON method_constants FOR UPDATE TO qh_app USING (${everyone});
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE method_constants; DROP FUNCTION method_constants_keep()');
  }
}
