import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEFINER = `SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;

/** Which contracted parcels an area of a sink project lies on: the same land under both its names. */
export class LedgerLand1700000016300 implements MigrationInterface {
  name = 'LedgerLand1700000016300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ledger_land (
        area text NOT NULL CHECK (area ~ '^area:[^[:space:]]+$'),
        parcel text NOT NULL CHECK (parcel ~ '^parcel:[^[:space:]]+$'),
        organisation_id uuid NOT NULL REFERENCES organisation,
        document text NOT NULL CHECK (btrim(document) <> ''),
        registered_by text NOT NULL,
        registered_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (area, parcel)
      );
      GRANT SELECT, INSERT ON ledger_land TO qh_app;
      CREATE TRIGGER ledger_land_rows BEFORE UPDATE OR DELETE ON ledger_land
        FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
      CREATE TRIGGER ledger_land_truncate BEFORE TRUNCATE ON ledger_land
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

      -- Whoever claims an area claims its parcels, whoever registered them.
      CREATE FUNCTION ledger_land_parcels(areas text[]) RETURNS TABLE (area text, parcel text)
        LANGUAGE sql STABLE ${DEFINER} AS $$
        SELECT l.area, l.parcel FROM public.ledger_land l WHERE l.area = ANY (areas) ORDER BY 1, 2 $$;
      -- A parcel of these that is claimed, if there is one; who claims it is said where claims are said.
      CREATE FUNCTION ledger_claimed_parcel(p_attribute text, stem text, p_period daterange) RETURNS text
        LANGUAGE sql STABLE ${DEFINER} AS $$
        SELECT s.subject FROM public.ledger_claim_standing s WHERE s.attribute = p_attribute AND s.period && p_period
          AND starts_with(s.subject, 'parcel:' || stem) ORDER BY s.claim_id LIMIT 1 $$;
      REVOKE ALL ON FUNCTION ledger_land_parcels(text[]), ledger_claimed_parcel(text, text, daterange) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ledger_land_parcels(text[]), ledger_claimed_parcel(text, text, daterange) TO qh_app;
    `);
    await db.query(secure('ledger_land', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION ledger_claimed_parcel(text, text, daterange), ledger_land_parcels(text[]);
      DROP TABLE ledger_land`);
  }
}
