import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['ecoproduct_product', 'ecoproduct_observation', 'ecoproduct_event'];
const SIGNED_IN = `current_setting('qh.scope', true) = 'tenant'`;

/** The catalogue: what is published is seen by everybody who is signed in, all else by its own organisation. */
export class EcoproductCatalogue1700000007000 implements MigrationInterface {
  name = 'EcoproductCatalogue1700000007000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE TABLE ecoproduct_product (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        code text NOT NULL CHECK (code <> ''),
        name text NOT NULL CHECK (name <> ''),
        service text NOT NULL,
        class text NOT NULL CHECK (class IN ('provisioning', 'regulating', 'cultural')),
        owner text NOT NULL CHECK (owner <> ''),
        owner_kind text NOT NULL CHECK (owner_kind IN ('state', 'collective', 'household', 'enterprise')),
        region text NOT NULL,
        parcel text,
        shape jsonb,
        bounds box,
        square_metres numeric(16, 2) CHECK (square_metres > 0),
        quantity numeric(24, 6) NOT NULL CHECK (quantity > 0),
        unit text NOT NULL CHECK (unit <> ''),
        period daterange NOT NULL CHECK (NOT isempty(period)),
        mark text CHECK (mark IN ('meng', 'geographical', 'green', 'organic')),
        certificate text,
        asset text,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'published', 'suspended', 'retired')),
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (organisation_id, code),
        UNIQUE (id, organisation_id),
        CHECK ((mark IS NULL) = (certificate IS NULL)),
        CHECK ((shape IS NULL) = (bounds IS NULL) AND (shape IS NULL) = (square_metres IS NULL))
      );
      CREATE INDEX ecoproduct_product_region ON ecoproduct_product (region text_pattern_ops, service);
      CREATE INDEX ecoproduct_product_asset ON ecoproduct_product (asset) WHERE asset IS NOT NULL;
      CREATE INDEX ecoproduct_product_words ON ecoproduct_product USING gin ((code || ' ' || name || ' ' || owner) gin_trgm_ops);

      CREATE TABLE ecoproduct_observation (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        product_id uuid NOT NULL,
        day date NOT NULL,
        value numeric(24, 6) NOT NULL,
        unit text NOT NULL CHECK (unit <> ''),
        source text NOT NULL CHECK (source <> ''),
        recorded_by jsonb NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (product_id, day, source),
        FOREIGN KEY (product_id, organisation_id) REFERENCES ecoproduct_product (id, organisation_id)
      );
      CREATE TABLE ecoproduct_event (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        product_id uuid NOT NULL,
        status text NOT NULL,
        reason text NOT NULL DEFAULT '',
        by jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (product_id, organisation_id) REFERENCES ecoproduct_product (id, organisation_id)
      );
      CREATE INDEX ecoproduct_event_of ON ecoproduct_event (product_id, id);

      -- Only these steps, whoever takes them; what is retired stays so.
      CREATE FUNCTION ecoproduct_step() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status <> OLD.status AND (OLD.status || '>' || NEW.status) <> ALL (ARRAY['draft>submitted', 'submitted>draft',
          'submitted>published', 'published>suspended', 'suspended>published', 'draft>retired', 'published>retired', 'suspended>retired'])
        THEN RAISE EXCEPTION 'a product does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ecoproduct_product_step BEFORE UPDATE ON ecoproduct_product FOR EACH ROW EXECUTE FUNCTION ecoproduct_step();

      GRANT SELECT, INSERT ON ${TABLES.join(', ')} TO qh_app;
      GRANT UPDATE (status) ON ecoproduct_product TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
    await db.query(`
      CREATE POLICY ecoproduct_product_seen ON ecoproduct_product FOR SELECT TO qh_app
        USING (${SIGNED_IN} AND status = 'published');
      CREATE POLICY ecoproduct_observation_seen ON ecoproduct_observation FOR SELECT TO qh_app
        USING (${SIGNED_IN} AND EXISTS (SELECT FROM ecoproduct_product p WHERE p.id = product_id AND p.status = 'published'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP TABLE ecoproduct_event, ecoproduct_observation, ecoproduct_product; DROP FUNCTION ecoproduct_step()`,
    );
  }
}
