import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was solved last of every product in a joint run. Each run keeps all of its own figures (supplier_round). */
export class SupplierFootprint1700000016200 implements MigrationInterface {
  name = 'SupplierFootprint1700000016200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE supplier_footprint (
        organisation_id uuid NOT NULL REFERENCES organisation,
        product text NOT NULL CHECK (product <> ''),
        unit text NOT NULL CHECK (unit <> ''),
        -- By gas, decimals as text, in kg of it (co2e: kg CO2e) for one unit of the product.
        gases jsonb NOT NULL CHECK (jsonb_typeof(gases) = 'object' AND gases <> '{}'),
        round_id uuid NOT NULL,
        solved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organisation_id, product)
        -- No other index and room in every page, so that a row that moves is rewritten where it lies.
      ) WITH (fillfactor = 50);
      GRANT SELECT, INSERT ON supplier_footprint TO qh_app;
      GRANT UPDATE (unit, gases, round_id, solved_at) ON supplier_footprint TO qh_app;
    `);
    await db.query(secure('supplier_footprint', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE supplier_footprint');
  }
}
