import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CompensationDeadline1700000005800 implements MigrationInterface {
  name = 'CompensationDeadline1700000005800';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE compensation_deadline (
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        code text NOT NULL,
        -- which batch or decision; empty where it is the programme itself
        subject text NOT NULL,
        began date NOT NULL,
        due date NOT NULL,
        seen_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (programme_id, code, subject),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id)
      );
      -- What households got by a calculation that no longer counts and whose roster was taken out since: to compare with.
      CREATE TABLE compensation_former_allotment (
        organisation_id uuid NOT NULL,
        run_id uuid NOT NULL,
        banner text NOT NULL,
        number text NOT NULL,
        amount_fen bigint NOT NULL,
        PRIMARY KEY (run_id, number),
        FOREIGN KEY (run_id, organisation_id) REFERENCES compensation_run (id, organisation_id)
      );
      GRANT SELECT, INSERT, DELETE ON compensation_deadline, compensation_former_allotment TO qh_app;
    `);
    await db.query(secure('compensation_deadline', own()));
    await db.query(secure('compensation_former_allotment', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE compensation_deadline, compensation_former_allotment');
  }
}
