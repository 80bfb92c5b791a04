import { everyone, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An asset of the book names the product behind it; until now a product named some asset. */
export class EcoproductAsset1700000007110 implements MigrationInterface {
  name = 'EcoproductAsset1700000007110';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ecoproduct_asset (
        asset text PRIMARY KEY REFERENCES ledger_asset (code),
        product_id uuid NOT NULL UNIQUE REFERENCES ecoproduct_product,
        -- How much of the product one unit of the asset is, in the unit of the product.
        share numeric(24, 6) NOT NULL CHECK (share > 0),
        bound_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT ON ecoproduct_asset TO qh_app;
      INSERT INTO ecoproduct_asset (asset, product_id, share)
        SELECT a.code, (array_agg(p.id))[1], 1 FROM ecoproduct_product p JOIN ledger_asset a ON a.code = p.asset
        WHERE a.kind = 'eco_product' GROUP BY a.code HAVING count(*) = 1;
      ALTER TABLE ecoproduct_product DROP COLUMN asset;

      -- Whoever deals in it has to know whether it stands, also of a product that is not published any more and hence not seen. With
      -- a lock it stays as it is until the transaction ends; 'alone' keeps out others who would issue on it too.
      CREATE FUNCTION ecoproduct_behind(the_asset text, locking text DEFAULT NULL)
      RETURNS TABLE (product_id uuid, code text, name text, organisation_id uuid, status text, quantity numeric, unit text, share numeric)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF locking = 'alone' THEN
          PERFORM FROM public.ecoproduct_product p JOIN public.ecoproduct_asset a ON a.product_id = p.id
            WHERE a.asset = the_asset FOR NO KEY UPDATE OF p;
        ELSIF locking = 'shared' THEN
          PERFORM FROM public.ecoproduct_product p JOIN public.ecoproduct_asset a ON a.product_id = p.id
            WHERE a.asset = the_asset FOR SHARE OF p;
        END IF;
        RETURN QUERY SELECT p.id, p.code, p.name, p.organisation_id, p.status, p.quantity, p.unit, a.share
          FROM public.ecoproduct_asset a JOIN public.ecoproduct_product p ON p.id = a.product_id WHERE a.asset = the_asset;
      END $$;
      REVOKE EXECUTE ON FUNCTION ecoproduct_behind FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ecoproduct_behind TO qh_app;
    `);
    await db.query(secure('ecoproduct_asset', everyone));
    await db.query(`CREATE POLICY ecoproduct_asset_seen ON ecoproduct_asset FOR SELECT TO qh_app
      USING (EXISTS (SELECT FROM ecoproduct_product p WHERE p.id = product_id))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE ecoproduct_product ADD COLUMN asset text;
      UPDATE ecoproduct_product p SET asset = a.asset FROM ecoproduct_asset a WHERE a.product_id = p.id;
      CREATE INDEX ecoproduct_product_asset ON ecoproduct_product (asset) WHERE asset IS NOT NULL;
      DROP FUNCTION ecoproduct_behind;
      DROP TABLE ecoproduct_asset`);
  }
}
