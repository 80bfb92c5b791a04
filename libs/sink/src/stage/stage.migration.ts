import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was taken when and by whom of the registry's stages: of a project, and of the reductions of a period. */
export class SinkStage1700000022100 implements MigrationInterface {
  name = 'SinkStage1700000022100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sink_stage (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        project_id uuid NOT NULL,
        -- None: a stage of the project itself.
        period_id uuid,
        stage text NOT NULL,
        public_from date,
        public_to date,
        registry_number text CHECK (registry_number <> ''),
        -- Of reductions: the run whose result it is about, and its whole tonnes.
        run_id uuid REFERENCES run,
        tonnes bigint CHECK (tonnes >= 0),
        note text,
        taken_by jsonb NOT NULL,
        taken_at timestamptz NOT NULL DEFAULT now(),
        CHECK (public_to >= public_from),
        CHECK ((period_id IS NULL) = (run_id IS NULL)),
        FOREIGN KEY (project_id, organisation_id) REFERENCES sink_project (id, organisation_id),
        FOREIGN KEY (period_id, project_id, organisation_id)
          REFERENCES sink_monitoring_period (id, project_id, organisation_id)
      );
      CREATE INDEX sink_stage_of ON sink_stage (project_id, id);
      CREATE UNIQUE INDEX sink_stage_once ON sink_stage (run_id, stage) WHERE period_id IS NOT NULL;
      GRANT SELECT, INSERT ON sink_stage TO qh_app;
    `);
    await db.query(secure('sink_stage', own()));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sink_stage');
  }
}
