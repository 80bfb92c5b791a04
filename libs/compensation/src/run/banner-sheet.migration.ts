import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A banner may have a version of the method of its own: its figures say by which sheet they were made. */
export class CompensationBannerSheet1700000006000 implements MigrationInterface {
  name = 'CompensationBannerSheet1700000006000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE compensation_result ADD COLUMN sheet_hash text REFERENCES method_sheet');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE compensation_result DROP COLUMN sheet_hash');
  }
}
