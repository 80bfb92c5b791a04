/** Takes checked forms in: plots get their identity once, visits their place in the order, rows their visit. */
import type { EntityManager } from 'typeorm';
import type { Form } from './forms';
import { stagingOf } from './staging';

export interface Owner {
  number: number;
  projectId: string;
  organisationId: string;
}

export async function acceptPlots(
  manager: EntityManager,
  { number, projectId, organisationId }: Owner,
): Promise<number> {
  await manager.query(
    `INSERT INTO sink_plot (organisation_id, project_id, code, kind, form, laid_m2, laid, slope_degrees, longitude, latitude,
       accuracy_m, area_id, established_on)
     SELECT DISTINCT ON (plot) $1::uuid, $2::uuid, plot, kind, f.form, laid_m2, laid, slope_degrees, longitude, latitude,
       accuracy_m, area_id, visited_on
     FROM field_plot f WHERE NOT EXISTS (SELECT FROM sink_plot p WHERE p.project_id = $2 AND p.code = f.plot)
     ORDER BY plot, round, line`,
    [organisationId, projectId],
  );
  await manager.query(
    `INSERT INTO sink_plot_stratum (stratification_id, plot_id, organisation_id, project_id, stratum_id)
     SELECT DISTINCT ON (p.id) s.stratification_id, p.id, $1::uuid, $2::uuid, s.id
     FROM field_plot f JOIN sink_plot p ON p.project_id = $2 AND p.code = f.plot
     JOIN sink_stratification n ON n.project_id = $2 AND n.superseded_at IS NULL
     JOIN sink_stratum s ON s.stratification_id = n.id AND s.code = f.stratum
     ORDER BY p.id, f.round ON CONFLICT DO NOTHING`,
    [organisationId, projectId],
  );
  const [{ count }] = await manager.query(
    `WITH added AS (
       INSERT INTO sink_visit (organisation_id, project_id, plot_id, round, visited_on, crew, crown_cover, instruments, note,
         import_number)
       SELECT $1::uuid, $2::uuid, p.id, f.round, f.visited_on, f.crew, f.crown_cover, f.instruments, f.note, $3::int
       FROM field_plot f JOIN sink_plot p ON p.project_id = $2 AND p.code = f.plot ORDER BY f.plot, f.round RETURNING 1)
     SELECT count(*)::int AS count FROM added`,
    [organisationId, projectId, number],
  );
  await manager.query('ANALYZE sink_plot, sink_visit');
  return count as number;
}

export async function acceptForm(
  manager: EntityManager,
  form: Form,
  { number, projectId, organisationId }: Owner,
): Promise<number> {
  const columns = form.columns.map(({ name }) => name).filter((name) => name !== 'plot' && name !== 'round');
  await manager.query(
    `INSERT INTO ${form.table} (visit_id, import_number, organisation_id, ${columns.join(', ')})
     SELECT v.id, $1, $2, ${columns.map((name) => `f.${name}`).join(', ')}
     FROM ${stagingOf(form)} f JOIN (
       SELECT p.code AS plot, v.round, v.id FROM sink_visit v JOIN sink_plot p ON p.id = v.plot_id WHERE v.project_id = $3) v
     USING (plot, round)`,
    [number, organisationId, projectId],
  );
  const [{ count }] = await manager.query(`SELECT count(*)::int AS count FROM ${stagingOf(form)}`);
  await manager.query(`ANALYZE ${form.table}`);
  return count as number;
}
