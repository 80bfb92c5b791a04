import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A prospect may be planned by the stand model; without a stand it follows its growth curve as before. */
export class SinkProspectStand1700000017190 implements MigrationInterface {
  name = 'SinkProspectStand1700000017190';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sink_prospect ADD COLUMN stand jsonb CHECK (jsonb_typeof(stand) = 'object');
      GRANT UPDATE (stand) ON sink_prospect TO qh_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE sink_prospect DROP COLUMN stand');
  }
}
