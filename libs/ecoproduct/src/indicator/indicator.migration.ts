import { secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was observed of the barrier: published figures with their source, for everybody; added, never changed. */
export class EcoproductIndicator1700000007200 implements MigrationInterface {
  name = 'EcoproductIndicator1700000007200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE barrier_observation (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        indicator text NOT NULL CHECK (indicator <> ''),
        year int NOT NULL CHECK (year BETWEEN 1950 AND 2100),
        value numeric(20, 6) NOT NULL,
        unit text NOT NULL CHECK (unit <> ''),
        source text NOT NULL CHECK (source <> ''),
        url text,
        recorded_by jsonb NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX barrier_observation_of ON barrier_observation (indicator, year, id DESC);
      GRANT SELECT, INSERT ON barrier_observation TO qh_app;
    `);
    await db.query(secure('barrier_observation', 'true'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE barrier_observation');
  }
}
