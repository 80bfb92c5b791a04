import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const me = `NULLIF(current_setting('qh.organisation', true), '')::uuid`;

export class SupplierLink1700000002400 implements MigrationInterface {
  name = 'SupplierLink1700000002400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One run for all members of a circle of companies; its figures are kept as they were found.
      CREATE TABLE supplier_round (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        links uuid[] NOT NULL CHECK (cardinality(links) > 1),
        input jsonb NOT NULL,
        result jsonb NOT NULL,
        sha256 text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        by uuid NOT NULL,
        UNIQUE (id, organisation_id)
      );
      GRANT SELECT, INSERT ON supplier_round TO qh_app;

      -- A taker's product takes a supplier's product, whatever its current version: the supplier consents, the taker
      -- accepts each new version.
      CREATE TABLE supplier_link (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        taker_name text NOT NULL,
        taker_product text NOT NULL CHECK (taker_product <> ''),
        taker_filing uuid REFERENCES filing,
        supplier_id uuid NOT NULL REFERENCES organisation CHECK (supplier_id <> organisation_id),
        supplier_name text NOT NULL,
        product text NOT NULL CHECK (product <> ''),
        reason text,
        state text NOT NULL DEFAULT 'requested' CHECK (state IN ('requested', 'consented', 'refused', 'withdrawn')),
        disclosure text CHECK (disclosure IN ('aggregate', 'stages', 'full')),
        joint boolean NOT NULL DEFAULT false,
        label_number text REFERENCES label,
        proposed_label text REFERENCES label,
        round_id uuid REFERENCES supplier_round,
        round_value text,
        round_unit text,
        round_sha256 text,
        note text,
        requested_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        ended_at timestamptz,
        CHECK (state <> 'consented' OR disclosure IS NOT NULL),
        CHECK ((round_id IS NULL) = (round_value IS NULL))
      );
      CREATE UNIQUE INDEX supplier_link_open ON supplier_link (organisation_id, taker_product, supplier_id, product)
        WHERE state IN ('requested', 'consented');
      CREATE INDEX supplier_link_supplier ON supplier_link (supplier_id, product);
      GRANT SELECT, INSERT ON supplier_link TO qh_app;
      GRANT UPDATE (taker_filing, state, disclosure, joint, label_number, proposed_label, round_id, round_value,
        round_unit, round_sha256, note, decided_at, ended_at) ON supplier_link TO qh_app;
    `);
    await db.query(secure('supplier_round', own()) + secure('supplier_link', own()));
    await db.query(`
      -- The supplier reads and decides what it is asked; it asks nothing in the taker's name.
      CREATE POLICY supplier_link_read ON supplier_link FOR SELECT TO qh_app
        USING (current_setting('qh.scope', true) = 'tenant' AND supplier_id = ${me});
      CREATE POLICY supplier_link_decide ON supplier_link FOR UPDATE TO qh_app
        USING (current_setting('qh.scope', true) = 'tenant' AND supplier_id = ${me})
        WITH CHECK (current_setting('qh.scope', true) = 'tenant' AND supplier_id = ${me});

      -- Circles go through organisations that see nothing of each other: the walk sees all, its caller only the circle.
      CREATE FUNCTION supplier_circle(taker uuid, taker_of text, supplier uuid, product_of text)
      RETURNS TABLE (link uuid, company text, product text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH RECURSIVE walk AS (
          SELECT ARRAY[]::uuid[] AS links, supplier AS at_company, product_of AS at_product
          UNION ALL
          SELECT w.links || l.id, l.supplier_id, l.product
          FROM walk w JOIN public.supplier_link l
            ON l.organisation_id = w.at_company AND l.taker_product = w.at_product
          WHERE l.state IN ('requested', 'consented') AND NOT l.id = ANY (w.links) AND cardinality(w.links) < 20
            AND NOT (w.at_company = taker AND w.at_product = taker_of)
        ), shortest AS (
          SELECT links FROM walk WHERE at_company = taker AND at_product = taker_of AND cardinality(links) > 0
          ORDER BY cardinality(links), links LIMIT 1
        )
        SELECT l.id, l.taker_name, l.taker_product
        FROM shortest s, unnest(s.links) WITH ORDINALITY AS u (id, place) JOIN public.supplier_link l ON l.id = u.id
        ORDER BY u.place
      $$;
      REVOKE ALL ON FUNCTION supplier_circle(uuid, text, uuid, text) FROM PUBLIC;

      -- Every link between products that need each other, directly or in a circle, with this product among them.
      CREATE FUNCTION supplier_component(company uuid, product_of text) RETURNS SETOF uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH RECURSIVE needed AS (
          SELECT company AS at_company, product_of AS at_product
          UNION
          SELECT l.supplier_id, l.product FROM needed n JOIN public.supplier_link l
            ON l.organisation_id = n.at_company AND l.taker_product = n.at_product
          WHERE l.state IN ('requested', 'consented')
        ), needing AS (
          SELECT company AS at_company, product_of AS at_product
          UNION
          SELECT l.organisation_id, l.taker_product FROM needing n JOIN public.supplier_link l
            ON l.supplier_id = n.at_company AND l.product = n.at_product
          WHERE l.state IN ('requested', 'consented')
        ), members AS (SELECT * FROM needed INTERSECT SELECT * FROM needing)
        SELECT l.id FROM public.supplier_link l
        JOIN members t ON t.at_company = l.organisation_id AND t.at_product = l.taker_product
        JOIN members s ON s.at_company = l.supplier_id AND s.at_product = l.product
        WHERE l.state IN ('requested', 'consented') ORDER BY l.id
      $$;
      REVOKE ALL ON FUNCTION supplier_component(uuid, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION supplier_component(uuid, text) TO qh_app;
      GRANT EXECUTE ON FUNCTION supplier_circle(uuid, text, uuid, text) TO qh_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP FUNCTION supplier_circle(uuid, text, uuid, text); DROP FUNCTION supplier_component(uuid, text);
       DROP TABLE supplier_link, supplier_round`,
    );
  }
}
