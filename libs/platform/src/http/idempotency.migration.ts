import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Idempotency1700000000400 implements MigrationInterface {
  name = 'Idempotency1700000000400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE idempotency_key (
        key text NOT NULL CHECK (length(key) <= 255),
        actor_id text NOT NULL,
        route text NOT NULL,
        organisation_id uuid NOT NULL,
        request_hash char(64) NOT NULL,
        attempt uuid NOT NULL,
        busy_until timestamptz,
        status smallint,
        body json,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor_id, route, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
      ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
      ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
      CREATE POLICY idempotency_key_owner ON idempotency_key TO CURRENT_USER USING (true) WITH CHECK (true);
      CREATE POLICY idempotency_key_app ON idempotency_key TO qh_app
        USING (current_setting('qh.scope', true) = 'all'
          OR organisation_id = NULLIF(current_setting('qh.organisation', true), '')::uuid)
        WITH CHECK (current_setting('qh.scope', true) = 'all'
          OR organisation_id = NULLIF(current_setting('qh.organisation', true), '')::uuid);
      GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO qh_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE idempotency_key');
  }
}
