import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two rooms meet: the market neither registers, offers nor deals in a product's shares beyond what the catalogue publishes. */
export class ProductAssetRules1700000007120 implements MigrationInterface {
  name = 'ProductAssetRules1700000007120';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Shares stand on a published product, which stays so until the transaction ends.
      CREATE FUNCTION product_asset_published() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT FROM public.ledger_asset WHERE code = NEW.asset AND kind = 'eco_product')
          AND NOT EXISTS (SELECT FROM public.ecoproduct_behind(NEW.asset, 'shared') b WHERE b.status = 'published') THEN
          RAISE EXCEPTION 'no published product stands behind %', NEW.asset USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER market_listing_published BEFORE INSERT ON market_listing FOR EACH ROW EXECUTE FUNCTION product_asset_published();
      CREATE TRIGGER market_deal_published BEFORE INSERT ON market_deal FOR EACH ROW EXECUTE FUNCTION product_asset_published();

      -- Registered to the product's holder, and never more than its quantity yields. Two who decide at once wait for each other.
      CREATE FUNCTION product_asset_covered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE places int; issued numeric;
      BEGIN
        SELECT scale INTO places FROM public.ledger_asset WHERE code = NEW.asset AND kind = 'eco_product';
        IF NOT FOUND THEN RETURN NEW; END IF;
        IF NOT EXISTS (SELECT FROM public.ecoproduct_behind(NEW.asset, 'alone') b
          WHERE b.status = 'published' AND b.organisation_id = NEW.organisation_id) THEN
          RAISE EXCEPTION 'no published product of the holder stands behind %', NEW.asset USING ERRCODE = 'check_violation';
        END IF;
        SELECT COALESCE(sum(amount::numeric), 0) INTO issued FROM public.registry_operation
          WHERE asset = NEW.asset AND operation = NEW.operation AND status IN ('approved', 'posted') AND id <> NEW.id;
        IF EXISTS (SELECT FROM public.ecoproduct_behind(NEW.asset) b
          WHERE issued + NEW.amount::numeric > div(b.quantity * 10::numeric ^ places, b.share)) THEN
          RAISE EXCEPTION 'more of % than its product has', NEW.asset USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER registry_operation_covered BEFORE INSERT OR UPDATE OF status ON registry_operation FOR EACH ROW
        WHEN (NEW.operation = 'register' AND NEW.status = 'approved') EXECUTE FUNCTION product_asset_covered();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER registry_operation_covered ON registry_operation;
      DROP TRIGGER market_deal_published ON market_deal;
      DROP TRIGGER market_listing_published ON market_listing;
      DROP FUNCTION product_asset_covered, product_asset_published`);
  }
}
