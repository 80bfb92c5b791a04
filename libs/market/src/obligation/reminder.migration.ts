import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ObligationReminder1700000004400 implements MigrationInterface {
  name = 'ObligationReminder1700000004400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE obligation_reminder (
        organisation_id uuid NOT NULL,
        year smallint NOT NULL,
        stage text NOT NULL CHECK (stage IN ('d60', 'd30', 'd7', 'overdue')),
        deadline date NOT NULL,
        seen_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organisation_id, year, stage),
        FOREIGN KEY (organisation_id, year) REFERENCES obligation
      );
      GRANT SELECT, INSERT, DELETE ON obligation_reminder TO qh_app;
    `);
    await db.query(secure('obligation_reminder', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE obligation_reminder');
  }
}
