import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names that GBK lacks are known from the import on: a bank file is refused without opening every sealed name first. */
export class CompensationPlainNames1700000005600 implements MigrationInterface {
  name = 'CompensationPlainNames1700000005600';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE compensation_household ADD COLUMN beyond_gbk boolean NOT NULL DEFAULT false;
      CREATE INDEX compensation_household_beyond_gbk ON compensation_household (id) WHERE beyond_gbk`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE compensation_household DROP COLUMN beyond_gbk');
  }
}
