/** Plots and what was measured on them. Where exactly a plot lies is known to those who work on it or check it. */
import { Injectable } from '@nestjs/common';
import { type Actor, type Page, pageOf, refuse as refuseAny, Role, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import type { MultiPolygon } from '../geometry/shapes';
import { type FormName, formOf } from '../import/forms';
import { Places } from './places';

/** A plot whose place is known can be treated better than the forest around it: others see it to some kilometres. */
const ENTITLED: readonly Role[] = [Role.Filer, Role.Reviewer, Role.Regulator, Role.Auditor];
export const COARSE_DEGREES = 0.05;

export const seesPositions = ({ roles }: Actor): boolean => roles.some((role) => ENTITLED.includes(role));

const position = (name: string, true_: boolean): string =>
  true_
    ? `p.${name}::text AS ${name}`
    : `(floor(p.${name} / ${COARSE_DEGREES}) * ${COARSE_DEGREES} + ${COARSE_DEGREES / 2})::numeric(9, 3)::text AS ${name}`;

@Injectable()
export class PlotService {
  constructor(private readonly work: UnitOfWork) {}

  list(actor: Actor, project: string, { after, limit }: { after?: string; limit: number }): Promise<Page<object>> {
    const exact = seesPositions(actor);
    return this.work.run(actor, async (manager) => {
      await requireProject(manager, project);
      const rows: { code: string }[] = await manager.query(
        `SELECT p.code, p.kind, p.form, p.laid_m2::text AS "laidM2", p.laid, p.slope_degrees::text AS "slopeDegrees",
           p.area_ha::text AS "areaHa", ${position('longitude', exact)}, ${position('latitude', exact)},
           ${exact} AS exact, ${exact ? 'p.accuracy_m::text' : 'NULL'} AS "accuracyM", s.code AS stratum, a.code AS area,
           p.established_on::text AS "establishedOn",
           (SELECT coalesce(json_agg(json_build_object('round', v.round, 'visitedOn', v.visited_on) ORDER BY v.round), '[]')
            FROM sink_visit v WHERE v.plot_id = p.id) AS visits
         FROM sink_plot p LEFT JOIN sink_area a ON a.id = p.area_id
         LEFT JOIN sink_stratification n ON n.project_id = p.project_id AND n.superseded_at IS NULL
         LEFT JOIN sink_plot_stratum h ON h.plot_id = p.id AND h.stratification_id = n.id
         LEFT JOIN sink_stratum s ON s.id = h.stratum_id
         WHERE p.project_id = $1 AND ($2::text IS NULL OR p.code > $2) ORDER BY p.code LIMIT $3`,
        [project, after ?? null, limit + 1],
      );
      return pageOf(rows, limit, ({ code }) => [code]);
    });
  }

  /** The rows of a form, of one plot and round or of all. */
  rows(
    actor: Actor,
    project: string,
    form: FormName,
    { plot, round, after, limit }: { plot?: string; round?: number; after?: string[]; limit: number },
  ): Promise<Page<object>> {
    const { table, key, columns } = formOf(form);
    return this.work.run(actor, async (manager) => {
      await requireProject(manager, project);
      if (form === 'plot') return this.visits(manager, project, { plot, round, after, limit });
      const own = columns.filter(({ name }) => name !== 'plot' && name !== 'round');
      const order = ['p.code', 'v.round', ...key.map((name) => `t.${name}`)];
      const rows: Record<string, string>[] = await manager.query(
        `SELECT p.code AS plot, v.round, ${own.map(({ name }) => `t.${name}::text`).join(', ')}
         FROM sink_plot p JOIN sink_visit v ON v.plot_id = p.id JOIN ${table} t ON t.visit_id = v.id
         WHERE p.project_id = $1 AND ($2::text IS NULL OR p.code = $2) AND ($3::int IS NULL OR v.round = $3)
           ${after ? `AND (${order.join(', ')}) > (${order.map((_, i) => `$${5 + i}`).join(', ')})` : ''}
         ORDER BY ${order.join(', ')} LIMIT $4`,
        [project, plot ?? null, round ?? null, limit + 1, ...(after ?? [])],
      );
      return pageOf(rows, limit, (row) => ['plot', 'round', ...key].map((name) => String(row[name])));
    });
  }

  private async visits(
    manager: EntityManager,
    project: string,
    { plot, round, after, limit }: { plot?: string; round?: number; after?: string[]; limit: number },
  ): Promise<Page<object>> {
    const rows: { plot: string; round: number }[] = await manager.query(
      `SELECT p.code AS plot, v.round, v.visited_on::text, p.kind, s.code AS stratum, p.form, p.laid_m2::text, p.laid,
         p.slope_degrees::text, v.crown_cover::text, v.crew, v.instruments, v.note,
         (SELECT count(*)::int FROM sink_tree t WHERE t.visit_id = v.id) AS trees
       FROM sink_plot p JOIN sink_visit v ON v.plot_id = p.id
       LEFT JOIN sink_stratification n ON n.project_id = p.project_id AND n.superseded_at IS NULL
       LEFT JOIN sink_plot_stratum h ON h.plot_id = p.id AND h.stratification_id = n.id
       LEFT JOIN sink_stratum s ON s.id = h.stratum_id
       WHERE p.project_id = $1 AND ($2::text IS NULL OR p.code = $2) AND ($3::int IS NULL OR v.round = $3)
         AND ($4::text IS NULL OR (p.code, v.round) > ($4::text, $5::int))
       ORDER BY p.code, v.round LIMIT $6`,
      [project, plot ?? null, round ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.plot, String(row.round)]);
  }
}

async function requireProject(manager: EntityManager, id: string): Promise<void> {
  const [found] = await manager.query('SELECT FROM sink_project WHERE id = $1', [id]);
  if (!found) throw refuseAny('NOT_FOUND');
}

/** After a boundary was drawn: plots keep their identity, and which area they lie in is found anew. */
export async function placePlots(manager: EntityManager, project: string): Promise<void> {
  const plots: { id: string; x: number; y: number; area: string | null }[] = await manager.query(
    `SELECT id, longitude::float8 AS x, latitude::float8 AS y, area_id AS area FROM sink_plot WHERE project_id = $1`,
    [project],
  );
  if (!plots.length) return;
  const areas: { id: string; shape: MultiPolygon }[] = await manager.query(
    `SELECT a.id, b.shape FROM sink_area a JOIN sink_boundary b ON b.area_id = a.id AND b.superseded_at IS NULL
     WHERE a.project_id = $1`,
    [project],
  );
  const places = new Places(areas, []);
  const moved = plots.flatMap(({ id, x, y, area }) => {
    const now = places.areaOf([x, y]) ?? null;
    return now === area ? [] : [{ id, area: now }];
  });
  if (moved.length)
    await manager.query(
      `UPDATE sink_plot p SET area_id = m.area FROM jsonb_to_recordset($1) AS m(id uuid, area uuid) WHERE p.id = m.id`,
      [JSON.stringify(moved)],
    );
}
