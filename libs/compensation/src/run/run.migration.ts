import { own, secure } from '@qingheng/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['compensation_run', 'compensation_result', 'compensation_allotment'];

export class CompensationRun1700000005200 implements MigrationInterface {
  name = 'CompensationRun1700000005200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE compensation_run (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        revision int NOT NULL,
        method text NOT NULL,
        method_version text NOT NULL,
        sheet_hash text NOT NULL REFERENCES method_sheet,
        as_of date NOT NULL,
        region text NOT NULL,
        pool_fen bigint NOT NULL,
        status text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'succeeded', 'failed', 'superseded')),
        households int,
        total_fen bigint,
        unallotted_fen bigint CHECK (unallotted_fen >= 0),
        result_hash text,
        blocked jsonb NOT NULL DEFAULT '[]',
        faults jsonb NOT NULL DEFAULT '[]',
        requested_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        UNIQUE (id, organisation_id),
        FOREIGN KEY (programme_id, organisation_id) REFERENCES compensation_programme (id, organisation_id),
        CHECK (status <> 'succeeded' OR (total_fen IS NOT NULL AND total_fen + unallotted_fen = pool_fen))
      );
      CREATE UNIQUE INDEX compensation_run_once ON compensation_run (programme_id) WHERE status = 'running';

      -- The region, its leagues, their banners: each with its sum. A banner keeps what its figures were made with.
      CREATE TABLE compensation_result (
        run_id uuid NOT NULL,
        code text NOT NULL,
        organisation_id uuid NOT NULL,
        level text NOT NULL CHECK (level IN ('region', 'league', 'banner')),
        parent text,
        done boolean NOT NULL DEFAULT false,
        households int,
        amount_fen bigint,
        settings jsonb NOT NULL DEFAULT '[]',
        parameters jsonb NOT NULL DEFAULT '[]',
        blocked jsonb NOT NULL DEFAULT '[]',
        result_hash text,
        PRIMARY KEY (run_id, code),
        FOREIGN KEY (run_id, organisation_id) REFERENCES compensation_run (id, organisation_id)
      );

      CREATE TABLE compensation_allotment (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        run_id uuid NOT NULL,
        banner text NOT NULL,
        household_id uuid NOT NULL REFERENCES compensation_household,
        figures jsonb NOT NULL,
        amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
        UNIQUE (run_id, household_id),
        FOREIGN KEY (run_id, banner) REFERENCES compensation_result (run_id, code)
      );
      CREATE INDEX compensation_allotment_banner ON compensation_allotment (run_id, banner, id);
      CREATE INDEX compensation_allotment_household ON compensation_allotment (household_id);

      -- A run is over when everything adds up at every level, or it is not over.
      CREATE FUNCTION compensation_run_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE wrong text;
      BEGIN
        IF OLD.status = 'failed' OR OLD.status = 'superseded'
          OR (OLD.status = 'succeeded' AND (NEW.status <> 'superseded'
              OR to_jsonb(NEW) - 'status' <> to_jsonb(OLD) - 'status')) THEN
          RAISE EXCEPTION 'a run that is over does not change' USING ERRCODE = 'check_violation';
        END IF;
        IF OLD.status = 'running' AND NEW.status = 'succeeded' THEN
          SELECT string_agg(code, ', ' ORDER BY code) INTO wrong FROM (
            SELECT r.code FROM compensation_result r
            LEFT JOIN (SELECT banner, sum(amount_fen) AS amount, count(*) AS households FROM compensation_allotment
                       WHERE run_id = NEW.id GROUP BY banner) a ON a.banner = r.code
            WHERE r.run_id = NEW.id AND r.level = 'banner' AND (NOT r.done
              OR (r.amount_fen, r.households) IS DISTINCT FROM (coalesce(a.amount, 0), coalesce(a.households, 0)))
            UNION ALL
            SELECT r.code FROM compensation_result r
            LEFT JOIN (SELECT parent, sum(amount_fen) AS amount, sum(households) AS households FROM compensation_result
                       WHERE run_id = NEW.id GROUP BY parent) c ON c.parent = r.code
            WHERE r.run_id = NEW.id AND r.level <> 'banner'
              AND (r.amount_fen, r.households) IS DISTINCT FROM (c.amount, c.households)
            UNION ALL
            SELECT 'total' FROM (SELECT sum(amount_fen) AS amount, sum(households) AS households FROM compensation_result
                                 WHERE run_id = NEW.id AND parent IS NULL) t
            WHERE (t.amount, t.households) IS DISTINCT FROM (NEW.total_fen::numeric, NEW.households::bigint)
            UNION ALL
            SELECT 'pool' FROM compensation_programme p WHERE p.id = NEW.programme_id AND p.pool_fen <> NEW.pool_fen
          ) w;
          IF wrong IS NOT NULL THEN
            RAISE EXCEPTION 'sums do not agree: %', wrong USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER compensation_run_guard BEFORE UPDATE ON compensation_run
        FOR EACH ROW EXECUTE FUNCTION compensation_run_guard();

      -- Figures are written while their run runs, and go only where it counts no longer.
      CREATE FUNCTION compensation_figures_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM compensation_run r WHERE r.id IN (SELECT DISTINCT run_id FROM touched)
                   AND (CASE WHEN TG_OP = 'DELETE' THEN r.status NOT IN ('failed', 'superseded')
                             ELSE r.status <> 'running' END)) THEN
          RAISE EXCEPTION 'figures of a run that is over do not change' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER compensation_allotment_added AFTER INSERT ON compensation_allotment
        REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION compensation_figures_guard();
      CREATE TRIGGER compensation_allotment_changed AFTER UPDATE ON compensation_allotment
        REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION compensation_figures_guard();
      CREATE TRIGGER compensation_allotment_removed AFTER DELETE ON compensation_allotment
        REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION compensation_figures_guard();
      CREATE TRIGGER compensation_result_added AFTER INSERT ON compensation_result
        REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION compensation_figures_guard();
      CREATE TRIGGER compensation_result_changed AFTER UPDATE ON compensation_result
        REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION compensation_figures_guard();

      -- Only a run whose sums agree takes a programme on.
      CREATE FUNCTION compensation_calculated_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM compensation_run WHERE id = NEW.run_id AND programme_id = NEW.id
                       AND status = 'succeeded') THEN
          RAISE EXCEPTION 'the programme has no run that succeeded' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER compensation_calculated BEFORE UPDATE ON compensation_programme
        FOR EACH ROW WHEN (NEW.stage <> 'draft') EXECUTE FUNCTION compensation_calculated_guard();

      GRANT SELECT, INSERT ON compensation_run, compensation_result, compensation_allotment TO qh_app;
      GRANT UPDATE (status, households, total_fen, unallotted_fen, result_hash, blocked, faults, finished_at)
        ON compensation_run TO qh_app;
      GRANT UPDATE (done, households, amount_fen, parameters, blocked, result_hash) ON compensation_result TO qh_app;
      GRANT DELETE ON compensation_allotment TO qh_app;
    `);
    await db.query(TABLES.map((table) => secure(table, own())).join('\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER compensation_calculated ON compensation_programme;
      DROP TABLE ${[...TABLES].reverse().join(', ')};
      DROP FUNCTION compensation_run_guard(), compensation_figures_guard(), compensation_calculated_guard()`);
  }
}
