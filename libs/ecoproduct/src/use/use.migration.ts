import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What accounts are used for. That nothing is used twice is the register's business (ledger_claim), written in the same transaction. */
export class EcoproductUse1700000007300 implements MigrationInterface {
  name = 'EcoproductUse1700000007300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE ecoproduct_use_number;
      GRANT USAGE ON SEQUENCE ecoproduct_use_number TO qh_app;
      CREATE TABLE ecoproduct_use (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL UNIQUE
          DEFAULT 'EU' || to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY') || '-' || lpad(nextval('ecoproduct_use_number')::text, 6, '0'),
        organisation_id uuid NOT NULL REFERENCES organisation,
        kind text NOT NULL CHECK (kind IN ('purchase', 'compensation', 'pledge', 'damage')),
        subject text NOT NULL,
        period daterange NOT NULL CHECK (NOT isempty(period)),
        services text[] NOT NULL CHECK (cardinality(services) > 0),
        -- The issued results it rests on, each with its hash.
        sources jsonb NOT NULL,
        base numeric(24, 2) NOT NULL CHECK (base > 0),
        amount numeric(24, 2) NOT NULL CHECK (amount > 0),
        terms jsonb NOT NULL,
        document text NOT NULL CHECK (document <> ''),
        claims text[] NOT NULL CHECK (cardinality(claims) > 0),
        status text NOT NULL DEFAULT 'standing' CHECK (status IN ('standing', 'released')),
        quality jsonb,
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        released_by jsonb,
        CHECK ((status = 'released') = (released_by IS NOT NULL)),
        CHECK (released_by ->> 'id' IS DISTINCT FROM created_by ->> 'id'),
        UNIQUE (id, organisation_id)
      );
      CREATE INDEX ecoproduct_use_of ON ecoproduct_use (organisation_id, id DESC);

      CREATE TABLE ecoproduct_instalment (
        use_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        n int NOT NULL CHECK (n > 0),
        amount numeric(24, 2) NOT NULL CHECK (amount >= 0),
        on_quality boolean NOT NULL,
        paid_on date,
        slip text,
        paid_by jsonb,
        PRIMARY KEY (use_id, n),
        CHECK ((paid_on IS NULL) = (slip IS NULL) AND (paid_on IS NULL) = (paid_by IS NULL)),
        FOREIGN KEY (use_id, organisation_id) REFERENCES ecoproduct_use (id, organisation_id)
      );
      CREATE UNIQUE INDEX ecoproduct_instalment_slip ON ecoproduct_instalment (organisation_id, slip) WHERE slip IS NOT NULL;

      -- Instalments are the amount, to the fen, and are paid in their order.
      CREATE FUNCTION ecoproduct_instalments_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT sum(amount) FROM ecoproduct_instalment WHERE use_id = NEW.use_id) IS DISTINCT FROM
           (SELECT amount FROM ecoproduct_use WHERE id = NEW.use_id) THEN
          RAISE EXCEPTION 'instalments do not add up to the amount' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT FROM ecoproduct_instalment a JOIN ecoproduct_instalment b ON b.use_id = a.use_id AND b.n > a.n
                   WHERE a.use_id = NEW.use_id AND a.paid_on IS NULL AND b.paid_on IS NOT NULL) THEN
          RAISE EXCEPTION 'an earlier instalment is not paid' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER ecoproduct_instalment_sum AFTER INSERT OR UPDATE ON ecoproduct_instalment
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ecoproduct_instalments_add_up();

      GRANT SELECT, INSERT ON ecoproduct_use, ecoproduct_instalment TO qh_app;
      GRANT UPDATE (status, quality, released_by) ON ecoproduct_use TO qh_app;
      GRANT UPDATE (paid_on, slip, paid_by) ON ecoproduct_instalment TO qh_app;
    `);
    await db.query(secure('ecoproduct_use', own()));
    await db.query(secure('ecoproduct_instalment', own()));
  }

  async down(): Promise<void> {
    throw new Error('uses and payments are not forgotten: restore a backup instead');
  }
}
