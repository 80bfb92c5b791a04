import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['pact_partner', 'pact_footprint', 'pact_message', 'pact_attempt', 'pact_event', 'pact_received'];

export class Pact1700000002300 implements MigrationInterface {
  name = 'Pact1700000002300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Its id is the client id it signs in with here; client_id and the sealed secret are ours at its host.
      CREATE TABLE pact_partner (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        name text NOT NULL CHECK (name <> ''),
        version text NOT NULL DEFAULT '3' CHECK (version IN ('2', '3')),
        base_url text,
        auth_url text,
        client_id text,
        sealed_secret text,
        secret_hash text NOT NULL,
        products text[] CHECK (cardinality(products) > 0),
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (id, organisation_id),
        UNIQUE (organisation_id, name),
        CHECK ((client_id IS NULL) = (sealed_secret IS NULL)),
        CHECK (client_id IS NULL OR base_url IS NOT NULL)
      );
      GRANT SELECT, INSERT ON pact_partner TO qh_app;
      GRANT UPDATE (name, version, base_url, auth_url, client_id, sealed_secret, secret_hash, products, disabled_at)
        ON pact_partner TO qh_app;

      -- A published footprint never changes, except that it is deprecated once.
      CREATE TABLE pact_footprint (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        label_number text NOT NULL REFERENCES label,
        body jsonb NOT NULL,
        sha256 text NOT NULL,
        status text NOT NULL DEFAULT 'Active' CHECK (status IN ('Active', 'Deprecated')),
        product_ids text[] NOT NULL,
        company_ids text[] NOT NULL,
        classifications text[] NOT NULL,
        geography text[] NOT NULL,
        valid_from timestamptz NOT NULL,
        valid_to timestamptz NOT NULL,
        created timestamptz(3) NOT NULL,
        published_by uuid NOT NULL,
        deprecated_at timestamptz,
        deprecate_reason text,
        UNIQUE (id, organisation_id),
        CHECK (NOT body ? 'status'),
        CHECK ((status = 'Deprecated') = (deprecated_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX pact_footprint_of_label ON pact_footprint (label_number) WHERE status = 'Active';
      CREATE INDEX pact_footprint_page ON pact_footprint (organisation_id, created, id);
      CREATE INDEX pact_footprint_products ON pact_footprint USING gin (product_ids);
      CREATE INDEX pact_footprint_classes ON pact_footprint USING gin (classifications);
      CREATE INDEX pact_footprint_validity ON pact_footprint (organisation_id, valid_from, valid_to);
      CREATE FUNCTION pact_footprint_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'Deprecated' THEN
          RAISE EXCEPTION 'a deprecated footprint does not change' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER pact_footprint_over BEFORE UPDATE ON pact_footprint
        FOR EACH ROW EXECUTE FUNCTION pact_footprint_keep();
      GRANT SELECT, INSERT ON pact_footprint TO qh_app;
      GRANT UPDATE (status, deprecated_at, deprecate_reason) ON pact_footprint TO qh_app;

      -- The outbox of events: one row is one event, its id the id of the event.
      CREATE TABLE pact_message (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        partner_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('created', 'fulfilled', 'rejected', 'published')),
        subject text NOT NULL,
        data jsonb NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
        attempts int NOT NULL DEFAULT 0,
        next_at timestamptz,
        deadline timestamptz NOT NULL DEFAULT now() + interval '72 hours',
        last_error text,
        delivered_at timestamptz,
        answer text CHECK (answer IN ('open', 'fulfilled', 'rejected')),
        answer_note text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        created_by uuid,
        UNIQUE (partner_id, subject),
        UNIQUE (id, organisation_id),
        FOREIGN KEY (partner_id, organisation_id) REFERENCES pact_partner (id, organisation_id),
        CHECK ((kind = 'created') = (answer IS NOT NULL))
      );
      CREATE INDEX pact_message_of_organisation ON pact_message (organisation_id, id DESC);
      GRANT SELECT, INSERT ON pact_message TO qh_app;
      GRANT UPDATE (state, attempts, next_at, deadline, last_error, delivered_at, answer, answer_note)
        ON pact_message TO qh_app;

      CREATE TABLE pact_attempt (
        message_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        number int NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        ok boolean NOT NULL,
        status int,
        note text,
        ms int NOT NULL,
        PRIMARY KEY (message_id, number),
        FOREIGN KEY (message_id, organisation_id) REFERENCES pact_message (id, organisation_id)
      );
      GRANT SELECT, INSERT ON pact_attempt TO qh_app;

      CREATE TABLE pact_event (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        partner_id uuid NOT NULL,
        source text NOT NULL,
        event_id text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('created', 'fulfilled', 'rejected', 'published')),
        data jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('received', 'done', 'failed')),
        note text,
        received_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (partner_id, source, event_id),
        FOREIGN KEY (partner_id, organisation_id) REFERENCES pact_partner (id, organisation_id)
      );
      CREATE INDEX pact_event_of_organisation ON pact_event (organisation_id, id DESC);
      GRANT SELECT, INSERT ON pact_event TO qh_app;
      GRANT UPDATE (state, note) ON pact_event TO qh_app;

      CREATE TABLE pact_received (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        partner_id uuid NOT NULL,
        pf_id uuid NOT NULL,
        body jsonb NOT NULL,
        sha256 text NOT NULL,
        status text NOT NULL CHECK (status IN ('Active', 'Deprecated')),
        errors int NOT NULL,
        findings jsonb NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (partner_id, pf_id),
        UNIQUE (id, organisation_id),
        FOREIGN KEY (partner_id, organisation_id) REFERENCES pact_partner (id, organisation_id)
      );
      CREATE INDEX pact_received_of_organisation ON pact_received (organisation_id, id DESC);
      GRANT SELECT, INSERT ON pact_received TO qh_app;
      GRANT UPDATE (status) ON pact_received TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
    // Row-level security keeps filters on arrays from their indexes (&& may leak), so the page is read beneath it: for
    // the organisation that asks, and no other. Only the conditions that are given stand in the statement.
    await db.query(`
      CREATE FUNCTION pact_page(seen text[], product text[], company text[], classification text[], place text[],
        wanted text[], valid_on timestamptz, valid_after timestamptz, valid_before timestamptz,
        after_created timestamptz, after_id uuid, most int)
      RETURNS TABLE (id uuid, created timestamptz, footprint text)
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        RETURN QUERY EXECUTE
          'SELECT p.id, p.created::timestamptz, (p.body || jsonb_build_object(''status'', p.status))::text
           FROM public.pact_footprint p
           WHERE p.organisation_id = NULLIF(current_setting(''qh.organisation'', true), '''')::uuid'
          || CASE WHEN seen IS NULL THEN '' ELSE ' AND p.product_ids && $1' END
          || CASE WHEN product IS NULL THEN '' ELSE ' AND p.product_ids && $2' END
          || CASE WHEN company IS NULL THEN '' ELSE ' AND p.company_ids && $3' END
          || CASE WHEN classification IS NULL THEN '' ELSE ' AND p.classifications && $4' END
          || CASE WHEN place IS NULL THEN '' ELSE ' AND p.geography && $5' END
          || CASE WHEN wanted IS NULL THEN '' ELSE ' AND lower(p.status) = ANY ($6)' END
          || CASE WHEN valid_on IS NULL THEN '' ELSE ' AND p.valid_from <= $7 AND p.valid_to >= $7' END
          || CASE WHEN valid_after IS NULL THEN '' ELSE ' AND p.valid_from > $8' END
          || CASE WHEN valid_before IS NULL THEN '' ELSE ' AND p.valid_to < $9' END
          || CASE WHEN after_id IS NULL THEN '' ELSE ' AND (p.created, p.id) > ($10, $11)' END
          || ' ORDER BY p.created, p.id LIMIT $12'
        USING seen, product, company, classification, place, wanted, valid_on, valid_after, valid_before,
          after_created, after_id, most;
      END $$;
      REVOKE ALL ON FUNCTION pact_page FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION pact_page TO qh_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP FUNCTION pact_page; DROP TABLE ${[...TABLES].reverse().join(', ')}; DROP FUNCTION pact_footprint_keep()`,
    );
  }
}
