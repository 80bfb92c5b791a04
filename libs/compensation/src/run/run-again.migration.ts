import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A calculation after the first. Sums over the households of a run are made once: with statistics from before the run the
 * planner expects none of them and would sum them again for every banner. And a household's figures have one index by
 * household, whatever the run, since each index more is written in random order a million times.
 */
export class CompensationRunAgain1700000006100 implements MigrationInterface {
  name = 'CompensationRunAgain1700000006100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE compensation_allotment ADD CONSTRAINT compensation_allotment_once UNIQUE (household_id, run_id);
      ALTER TABLE compensation_allotment DROP CONSTRAINT compensation_allotment_run_id_household_id_key;
      DROP INDEX compensation_allotment_household;
      ${guard('MATERIALIZED')}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE compensation_allotment ADD UNIQUE (run_id, household_id);
      ALTER TABLE compensation_allotment DROP CONSTRAINT compensation_allotment_once;
      CREATE INDEX compensation_allotment_household ON compensation_allotment (household_id);
      ${guard('NOT MATERIALIZED')}`);
  }
}

const guard = (once: 'MATERIALIZED' | 'NOT MATERIALIZED'): string => `
  CREATE OR REPLACE FUNCTION compensation_run_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE wrong text;
  BEGIN
    IF OLD.status = 'failed' OR OLD.status = 'superseded'
      OR (OLD.status = 'succeeded' AND (NEW.status <> 'superseded'
          OR to_jsonb(NEW) - 'status' <> to_jsonb(OLD) - 'status')) THEN
      RAISE EXCEPTION 'a run that is over does not change' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.status = 'running' AND NEW.status = 'succeeded' THEN
      WITH of_banner AS ${once} (
        SELECT banner, sum(amount_fen) AS amount, count(*) AS households FROM compensation_allotment
        WHERE run_id = NEW.id GROUP BY banner),
      of_parent AS ${once} (
        SELECT parent, sum(amount_fen) AS amount, sum(households) AS households FROM compensation_result
        WHERE run_id = NEW.id GROUP BY parent)
      SELECT string_agg(code, ', ' ORDER BY code) INTO wrong FROM (
        SELECT r.code FROM compensation_result r LEFT JOIN of_banner a ON a.banner = r.code
        WHERE r.run_id = NEW.id AND r.level = 'banner' AND (NOT r.done
          OR (r.amount_fen, r.households) IS DISTINCT FROM (coalesce(a.amount, 0), coalesce(a.households, 0)))
        UNION ALL
        SELECT r.code FROM compensation_result r LEFT JOIN of_parent c ON c.parent = r.code
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
  END $$;`;
