import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEFINER = `SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;
/** Units of one subject that have no numbers are one range without ends. */
const WHOLE = `int8range(NULL, NULL)`;
/** One subject is decided at a time: what the check saw cannot change before the claim is written. */
const lock = (attribute: string, subject: string): string =>
  `pg_advisory_xact_lock(7141011, hashtext(${attribute} || ' ' || ${subject}))`;

/**
 * The no-double-use register. `ledger_claim` takes claims and the counter-entries that release them, and nothing in it
 * changes; `ledger_claim_standing` is what stands, kept by the trigger alone. Overlap is refused by the database:
 * of whole subjects and numbered units by exclusion constraints, of parts by their sum under a lock.
 */
export class LedgerClaims1700000003400 implements MigrationInterface {
  name = 'LedgerClaims1700000003400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      -- What can be used in parts: how much there is of it.
      CREATE TABLE ledger_claimable (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        attribute text NOT NULL CHECK (attribute ~ '^[a-z][a-z0-9_]{1,39}$'),
        subject text NOT NULL CHECK (subject ~ '^[a-z]+:[^[:space:]].{0,199}$'),
        period daterange NOT NULL CHECK (NOT isempty(period)),
        quantity numeric(24, 6) NOT NULL CHECK (quantity > 0),
        unit text NOT NULL CHECK (unit <> ''),
        document text NOT NULL CHECK (document <> ''),
        registered_by text NOT NULL,
        registered_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ledger_claimable_apart EXCLUDE USING gist (attribute WITH =, subject WITH =, period WITH &&)
      );

      CREATE TABLE ledger_claim (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        number text GENERATED ALWAYS AS ('NU' || lpad(id::text, 8, '0')) STORED UNIQUE,
        organisation_id uuid NOT NULL REFERENCES organisation,
        attribute text NOT NULL CHECK (attribute ~ '^[a-z][a-z0-9_]{1,39}$'),
        subject text NOT NULL CHECK (subject ~ '^[a-z]+:[^[:space:]].{0,199}$'),
        period daterange NOT NULL CHECK (NOT isempty(period)),
        -- Numbered units of the subject, such as certificates; without ends: the whole subject.
        units int8range NOT NULL DEFAULT ${WHOLE} CHECK (NOT isempty(units) AND lower_inf(units) = upper_inf(units)),
        -- Of a subject that can be used in parts; the whole of the subject otherwise.
        quantity numeric(24, 6) CHECK (quantity > 0),
        unit text,
        use text NOT NULL CHECK (use ~ '^[a-z][a-z0-9_]{1,39}$'),
        document text NOT NULL CHECK (document <> ''),
        releases bigint UNIQUE REFERENCES ledger_claim,
        reason text CHECK (btrim(reason) <> ''),
        jws text,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((quantity IS NULL) = (unit IS NULL)),
        CHECK (quantity IS NULL OR lower_inf(units)),
        CHECK ((releases IS NULL) = (reason IS NULL) AND (releases IS NULL) = (jws IS NULL))
      );
      CREATE INDEX ledger_claim_holder ON ledger_claim (organisation_id, id DESC);
      CREATE INDEX ledger_claim_document ON ledger_claim (document);

      CREATE TABLE ledger_claim_standing (
        claim_id bigint PRIMARY KEY,
        organisation_id uuid NOT NULL,
        attribute text NOT NULL,
        subject text NOT NULL,
        period daterange NOT NULL,
        units int8range NOT NULL DEFAULT ${WHOLE},
        quantity numeric(24, 6),
        pool_id bigint REFERENCES ledger_claimable,
        CHECK ((quantity IS NULL) = (pool_id IS NULL)),
        CONSTRAINT ledger_claim_once EXCLUDE USING gist (attribute WITH =, subject WITH =, period WITH &&, units WITH &&)
          WHERE (quantity IS NULL),
        CONSTRAINT ledger_claim_unit_once EXCLUDE USING gist (attribute WITH =, subject WITH =, units WITH &&)
          WHERE (NOT lower_inf(units))
      );
      CREATE INDEX ledger_claim_standing_pool ON ledger_claim_standing (pool_id) INCLUDE (quantity) WHERE pool_id IS NOT NULL;
      CREATE INDEX ledger_claim_standing_subject ON ledger_claim_standing (attribute, subject);

      -- The first claim in the way; of somebody else's it says what, when and its number, but not who.
      -- No row: nothing is in the way. "left": what can still be used in parts.
      CREATE FUNCTION ledger_claim_conflict(p_attribute text, p_subject text, p_period daterange, p_units int8range, p_quantity numeric, p_unit text)
      RETURNS TABLE (problem text, number text, use text, made_on date, holder text, document text, available numeric, unit text)
      LANGUAGE plpgsql ${DEFINER} AS $$
      #variable_conflict use_column
      DECLARE pool public.ledger_claimable; first bigint; used numeric;
      BEGIN
        SELECT s.claim_id INTO first FROM public.ledger_claim_standing s
        WHERE s.attribute = p_attribute AND s.subject = p_subject AND s.units && p_units
          AND (s.period && p_period OR NOT lower_inf(s.units) AND NOT lower_inf(p_units))
          AND NOT (s.quantity IS NOT NULL AND p_quantity IS NOT NULL)
        ORDER BY s.claim_id LIMIT 1;
        IF first IS NULL AND p_quantity IS NOT NULL THEN
          SELECT * INTO pool FROM public.ledger_claimable c
          WHERE c.attribute = p_attribute AND c.subject = p_subject AND c.period @> p_period;
          IF pool.id IS NULL OR pool.unit <> p_unit THEN
            RETURN QUERY SELECT CASE WHEN pool.id IS NULL THEN 'not_registered' ELSE 'unit' END,
              NULL::text, NULL::text, NULL::date, NULL::text, NULL::text, pool.quantity, pool.unit;
            RETURN;
          END IF;
          SELECT COALESCE(sum(s.quantity), 0), min(s.claim_id) INTO used, first
          FROM public.ledger_claim_standing s WHERE s.pool_id = pool.id;
          IF used + p_quantity <= pool.quantity THEN RETURN; END IF;
          IF first IS NULL THEN
            RETURN QUERY SELECT 'exceeds', NULL::text, NULL::text, NULL::date, NULL::text, NULL::text, pool.quantity, pool.unit;
            RETURN;
          END IF;
        END IF;
        IF first IS NULL THEN RETURN; END IF;
        RETURN QUERY SELECT CASE WHEN pool.id IS NULL THEN 'claimed' ELSE 'exceeds' END,
          c.number, c.use, (c.made_at AT TIME ZONE 'Asia/Shanghai')::date,
          CASE WHEN seen THEN o.name END, CASE WHEN seen THEN c.document END, pool.quantity - used, pool.unit
        FROM public.ledger_claim c JOIN public.organisation o ON o.id = c.organisation_id,
          LATERAL (SELECT COALESCE(current_setting('qh.scope', true) = 'all' OR current_setting('qh.scope', true) = 'tenant'
            AND c.organisation_id = NULLIF(current_setting('qh.organisation', true), '')::uuid, false) AS seen) sight
        WHERE c.id = first;
      END $$;

      CREATE FUNCTION ledger_check_claim() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
      DECLARE was public.ledger_claim; pool bigint; clash record;
      BEGIN
        PERFORM ${lock('NEW.attribute', 'NEW.subject')};
        IF NEW.releases IS NOT NULL THEN
          SELECT * INTO was FROM public.ledger_claim WHERE id = NEW.releases;
          IF (NEW.organisation_id, NEW.attribute, NEW.subject, NEW.period, NEW.units, NEW.quantity, NEW.unit, NEW.use) IS DISTINCT FROM
             (was.organisation_id, was.attribute, was.subject, was.period, was.units, was.quantity, was.unit, was.use)
          THEN RAISE EXCEPTION 'a release repeats the claim it releases' USING ERRCODE = 'check_violation';
          END IF;
          DELETE FROM public.ledger_claim_standing WHERE claim_id = NEW.releases;
          IF NOT FOUND THEN RAISE EXCEPTION 'claim % does not stand', was.number USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END IF;
        SELECT * INTO clash FROM public.ledger_claim_conflict(NEW.attribute, NEW.subject, NEW.period, NEW.units, NEW.quantity, NEW.unit);
        IF FOUND THEN
          RAISE EXCEPTION 'already used: % %', clash.problem, COALESCE(clash.number, '') USING ERRCODE = 'exclusion_violation';
        END IF;
        IF NEW.quantity IS NOT NULL THEN
          SELECT id INTO pool FROM public.ledger_claimable c
          WHERE c.attribute = NEW.attribute AND c.subject = NEW.subject AND c.period @> NEW.period;
        END IF;
        INSERT INTO public.ledger_claim_standing (claim_id, organisation_id, attribute, subject, period, units, quantity, pool_id)
        VALUES (NEW.id, NEW.organisation_id, NEW.attribute, NEW.subject, NEW.period, NEW.units, NEW.quantity, pool);
        RETURN NEW;
      END $$;
      CREATE TRIGGER ledger_claim_check BEFORE INSERT ON ledger_claim FOR EACH ROW EXECUTE FUNCTION ledger_check_claim();
      ${['ledger_claim', 'ledger_claimable']
        .map(
          (table) => `
      CREATE TRIGGER ${table}_rows BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
      CREATE TRIGGER ${table}_truncate BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();`,
        )
        .join('')}

      -- Claims of one command, as the caller: all that are free are written, the others come back with what is in their way.
      CREATE FUNCTION ledger_claim_all(wanted jsonb)
      RETURNS TABLE (place int, id bigint, claimed_as text, problem text, number text, use text, made_on date, holder text,
        document text, available numeric, unit text)
      LANGUAGE plpgsql AS $$
      #variable_conflict use_column
      DECLARE w record;
      BEGIN
        PERFORM pg_advisory_xact_lock(7141011, key) FROM (
          SELECT DISTINCT hashtext((x ->> 'attribute') || ' ' || (x ->> 'subject')) AS key
          FROM jsonb_array_elements(wanted) x ORDER BY 1) keys;
        FOR w IN
          SELECT x.ordinality::int AS place, r.* FROM jsonb_array_elements(wanted) WITH ORDINALITY x,
            jsonb_to_record(x.value) AS r(organisation uuid, attribute text, subject text, period daterange, units int8range,
              quantity numeric, unit text, use text, document text, made_by text)
        LOOP
          place := w.place; id := NULL; claimed_as := NULL; problem := NULL;
          SELECT c.problem, c.number, c.use, c.made_on, c.holder, c.document, c.available, c.unit
            INTO problem, number, use, made_on, holder, document, available, unit
          FROM ledger_claim_conflict(w.attribute, w.subject, w.period, COALESCE(w.units, ${WHOLE}), w.quantity, w.unit) c;
          IF problem IS NULL THEN
            INSERT INTO ledger_claim (organisation_id, attribute, subject, period, units, quantity, unit, use, document, made_by)
            VALUES (w.organisation, w.attribute, w.subject, w.period, COALESCE(w.units, ${WHOLE}), w.quantity, w.unit, w.use,
              w.document, w.made_by)
            RETURNING ledger_claim.id, ledger_claim.number INTO id, claimed_as;
          END IF;
          RETURN NEXT;
        END LOOP;
      END $$;

      REVOKE ALL ON FUNCTION ledger_claim_conflict(text, text, daterange, int8range, numeric, text), ledger_claim_all(jsonb) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ledger_claim_conflict(text, text, daterange, int8range, numeric, text), ledger_claim_all(jsonb) TO qh_app;
      GRANT SELECT ON ledger_claimable, ledger_claim, ledger_claim_standing TO qh_app;
      GRANT INSERT (organisation_id, attribute, subject, period, quantity, unit, document, registered_by) ON ledger_claimable TO qh_app;
      GRANT INSERT (organisation_id, attribute, subject, period, units, quantity, unit, use, document, releases, reason, jws, made_by)
        ON ledger_claim TO qh_app;
    `);
    await db.query(secure('ledger_claimable', own()));
    await db.query(secure('ledger_claim', own()));
    await db.query(secure('ledger_claim_standing', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION ledger_claim_all(jsonb);
      DROP TABLE ledger_claim_standing, ledger_claim, ledger_claimable;
      DROP FUNCTION ledger_check_claim(), ledger_claim_conflict(text, text, daterange, int8range, numeric, text);
    `);
  }
}
