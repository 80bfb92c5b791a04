/** Everything that only all rows together show, and what is known already; a statement for each question. */
import type { EntityManager } from 'typeorm';
import type { Form } from './forms';
import { stagingOf } from './staging';

/** A permanent plot is where it was, to what two receivers differ by under trees. */
export const PLOT_METRES = 25;
/** Measuring error between two visits; more is a tree that shrank. */
const SHRINK_CM = 1;

/** Visits that forms may name: those of the project and those of this very file. */
export async function knownVisits(manager: EntityManager, project: string, withPlots: boolean): Promise<void> {
  await manager.query(
    `CREATE TEMP TABLE field_visit ON COMMIT DROP AS
     SELECT p.code AS plot, v.round, v.id AS visit_id FROM sink_visit v JOIN sink_plot p ON p.id = v.plot_id
     WHERE v.project_id = $1`,
    [project],
  );
  if (withPlots)
    await manager.query(
      `INSERT INTO field_visit SELECT DISTINCT plot, round, NULL::int FROM field_plot f
       WHERE plot IS NOT NULL AND round IS NOT NULL
         AND NOT EXISTS (SELECT FROM field_visit v WHERE v.plot = f.plot AND v.round = f.round)`,
    );
  await manager.query('ANALYZE field_visit');
}

export async function checkPlots(manager: EntityManager, project: string): Promise<void> {
  const fault = (text: string) => manager.query(`INSERT INTO field_fault ${text}`, [project]);
  await fault(`
    SELECT 'plot', line, 'round', 'VISIT_TWICE', jsonb_build_object('row', first) FROM (
      SELECT line, min(line) OVER (PARTITION BY plot, round) AS first FROM field_plot
      WHERE plot IS NOT NULL AND round IS NOT NULL AND $1::uuid IS NOT NULL) t WHERE line > first`);
  await fault(`
    SELECT 'plot', f.line, 'round', 'VISIT_KNOWN', jsonb_build_object('plot', f.plot, 'round', f.round)
    FROM field_plot f JOIN sink_plot p ON p.project_id = $1 AND p.code = f.plot
    JOIN sink_visit v ON v.plot_id = p.id AND v.round = f.round`);
  await fault(`
    WITH visit AS (
      SELECT p.code AS plot, v.round, v.visited_on FROM sink_visit v JOIN sink_plot p ON p.id = v.plot_id
      WHERE v.project_id = $1
      UNION ALL SELECT plot, round, visited_on FROM field_plot WHERE visited_on IS NOT NULL)
    SELECT DISTINCT ON (f.line) 'plot', f.line, 'visited_on', 'DATES_OUT_OF_ORDER',
      jsonb_build_object('round', v.round, 'day', v.visited_on)
    FROM field_plot f JOIN visit v ON v.plot = f.plot AND v.round <> f.round
    WHERE f.visited_on IS NOT NULL AND ((v.round < f.round) <> (v.visited_on < f.visited_on) OR v.visited_on = f.visited_on)
    ORDER BY f.line, v.round`);
  // The first line of a new plot says what it is; the others are compared with it.
  await manager.query(
    `CREATE TEMP TABLE field_known ON COMMIT DROP AS
     SELECT code AS plot, kind, form, laid_m2, laid, longitude, latitude,
       (SELECT min(round) FROM sink_visit v WHERE v.plot_id = p.id) AS round, 0 AS line
     FROM sink_plot p WHERE project_id = $1
     UNION ALL
     (SELECT DISTINCT ON (plot) plot, kind, form, laid_m2, laid, longitude, latitude, round, line FROM field_plot f
      WHERE NOT EXISTS (SELECT FROM sink_plot p WHERE p.project_id = $1 AND p.code = f.plot)
      ORDER BY plot, round, line)`,
    [project],
  );
  await fault(`
    SELECT 'plot', f.line, 'kind', 'PLOT_TEMPORARY', jsonb_build_object('plot', f.plot, 'round', k.round)
    FROM field_plot f JOIN field_known k USING (plot) WHERE k.kind = 'temporary' AND k.round <> f.round AND $1::uuid IS NOT NULL`);
  for (const column of ['kind', 'form', 'laid_m2', 'laid'])
    await fault(`
      SELECT 'plot', f.line, '${column}', 'PLOT_CHANGED',
        jsonb_build_object('plot', f.plot, 'known', k.${column}, 'found', f.${column})
      FROM field_plot f JOIN field_known k USING (plot)
      WHERE f.${column} <> k.${column} AND k.kind = 'permanent' AND $1::uuid IS NOT NULL`);
  await fault(`
    SELECT 'plot', f.line, 'stratum', 'PLOT_CHANGED', jsonb_build_object('plot', f.plot, 'known', s.code, 'found', f.stratum)
    FROM field_plot f JOIN sink_plot p ON p.project_id = $1 AND p.code = f.plot
    JOIN sink_stratification n ON n.project_id = $1 AND n.superseded_at IS NULL
    JOIN sink_plot_stratum a ON a.stratification_id = n.id AND a.plot_id = p.id
    JOIN sink_stratum s ON s.id = a.stratum_id WHERE s.code <> f.stratum`);
  await fault(`
    SELECT 'plot', line, 'longitude', 'PLOT_MOVED', jsonb_build_object('round', round, 'metres', metres) FROM (
      SELECT f.line, k.round, round(111320 * sqrt((f.latitude - k.latitude) ^ 2
        + ((f.longitude - k.longitude) * cos(radians(f.latitude::float8))::numeric) ^ 2)) AS metres
      FROM field_plot f JOIN field_known k USING (plot) WHERE k.kind = 'permanent' AND $1::uuid IS NOT NULL) t
    WHERE metres > ${PLOT_METRES}`);
}

export async function checkForm(manager: EntityManager, project: string, form: Form): Promise<void> {
  const table = stagingOf(form);
  const key = ['plot', 'round', ...form.key].join(', ');
  const place = form.key[0]!;
  await manager.query(
    `INSERT INTO field_fault SELECT $1, f.line, 'plot', 'UNKNOWN_VISIT', jsonb_build_object('plot', f.plot, 'round', f.round)
     FROM ${table} f WHERE plot IS NOT NULL AND round IS NOT NULL
       AND NOT EXISTS (SELECT FROM field_visit v WHERE v.plot = f.plot AND v.round = f.round)`,
    [form.name],
  );
  await manager.query(
    `INSERT INTO field_fault
     SELECT $1, f.line, '${place}', 'ROW_TWICE', jsonb_build_object('row', CASE WHEN f.line = d.first THEN d.last ELSE d.first END)
     FROM (SELECT ${key}, min(line) AS first, max(line) AS last FROM ${table} WHERE ${place} IS NOT NULL
           GROUP BY ${key} HAVING count(*) > 1) d JOIN ${table} f USING (${key})`,
    [form.name],
  );
  const [{ some }] = await manager.query(
    `SELECT EXISTS (SELECT FROM field_visit v WHERE EXISTS (SELECT FROM ${form.table} t WHERE t.visit_id = v.visit_id)) AS some`,
  );
  if (!some) return;
  const same = form.key.map((name) => `t.${name} = f.${name}`).join(' AND ');
  await manager.query(
    `INSERT INTO field_fault SELECT $1, f.line, '${place}', 'ROW_KNOWN', '{}'
     FROM ${table} f JOIN field_visit v USING (plot, round) JOIN ${form.table} t ON t.visit_id = v.visit_id AND ${same}`,
    [form.name],
  );
  if (form.name === 'tree') await compareTrees(manager, project);
}

/** Trees of permanent plots keep tag and species and do not shrink: told, not refused. */
async function compareTrees(manager: EntityManager, project: string): Promise<void> {
  await manager.query(
    `WITH before AS (
       SELECT f.line, f.tag, f.species AS now, f.dbh_cm AS d, t.species, t.dbh_cm,
         row_number() OVER (PARTITION BY f.line ORDER BY v.round DESC) AS latest
       FROM field_tree f JOIN sink_plot p ON p.project_id = $1 AND p.code = f.plot AND p.kind = 'permanent'
       JOIN sink_visit v ON v.plot_id = p.id AND v.round < f.round
       JOIN sink_tree t ON t.visit_id = v.id AND t.tag = f.tag)
     INSERT INTO field_warning
     SELECT 'tree', line, 'species', 'SPECIES_CHANGED', jsonb_build_object('tag', tag, 'before', species, 'now', now)
     FROM before WHERE latest = 1 AND species <> now
     UNION ALL
     SELECT 'tree', line, 'dbh_cm', 'TREE_SHRANK', jsonb_build_object('tag', tag, 'before', dbh_cm, 'now', d)
     FROM before WHERE latest = 1 AND d < dbh_cm - ${SHRINK_CM}`,
    [project],
  );
}
