/** The strata of a project as one whole: a new division takes the place of the last, plots keep their identity. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, faultOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { Fault } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { sizeOf } from '../geometry/measure';
import { overlapOf } from '../geometry/overlap';
import { readArea } from '../geometry/read-area';
import type { MultiPolygon } from '../geometry/shapes';
import { Places } from '../plot/places';
import { lockProject } from '../project/project.record';
import { refuse } from '../sink.messages';
import { AREA_TOLERANCE } from './tolerance';
import './stratum.messages';

export interface NewStratum {
  code: string;
  /** Hectares; worked out where the stratum is drawn. */
  areaHa?: string;
  species?: string;
  ageClass?: string;
  density?: string;
  soil?: string;
  climate?: string;
  geometry?: object;
}

export interface NewDivision {
  /** The version that is replaced; 0 for the first. */
  version: number;
  validFrom: string;
  reason?: string;
  strata: NewStratum[];
  /** Plot → stratum, where neither place nor code says it. */
  plots?: Record<string, string>;
}

interface Read extends NewStratum {
  areaHa: string;
  shape: MultiPolygon | null;
}

export const STRATUM_COLUMNS = `s.code, s.area_ha::text AS "areaHa", s.species, s.age_class AS "ageClass", s.density, s.soil,
  s.climate, CASE WHEN s.shape IS NULL THEN NULL ELSE jsonb_build_object('type', 'MultiPolygon', 'coordinates', s.shape) END AS geometry,
  (SELECT count(*)::int FROM sink_plot_stratum a WHERE a.stratum_id = s.id) AS plots`;

@Injectable()
export class StratumService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  divide(actor: Actor, project: string, division: NewDivision) {
    const { strata, faults } = readStrata(division.strata);
    if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
    return this.work.run(actor, async (manager) => {
      const { status } = await lockProject(manager, actor, project);
      if (status === 'withdrawn') throw refuse('PROJECT_STATE', { status, wanted: 'strata' });
      const [last] = await manager.query(
        'SELECT id, version FROM sink_stratification WHERE project_id = $1 AND superseded_at IS NULL',
        [project],
      );
      const current = (last?.version as number | undefined) ?? 0;
      if (current !== division.version) throw refuse('STALE_VERSION', { current });
      await requireArea(manager, project, strata);
      await manager.query('UPDATE sink_stratification SET superseded_at = now() WHERE id = $1', [last?.id ?? null]);
      const [{ id }] = await manager.query(
        `INSERT INTO sink_stratification (organisation_id, project_id, version, valid_from, reason, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [actor.organisationId, project, current + 1, division.validFrom, division.reason?.trim() || null, actor.userId],
      );
      await manager.query(
        `INSERT INTO sink_stratum (organisation_id, project_id, stratification_id, code, area_ha, species, age_class, density,
           soil, climate, shape)
         SELECT $1, $2, $3, code, "areaHa", nullif(species, ''), nullif("ageClass", ''), nullif(density, ''), nullif(soil, ''),
           nullif(climate, ''), nullif(shape, 'null'::jsonb)
         FROM jsonb_to_recordset($4) AS s(code text, "areaHa" numeric, species text, "ageClass" text, density text, soil text,
           climate text, shape jsonb)`,
        [actor.organisationId, project, id, JSON.stringify(strata.map(({ geometry: _, ...rest }) => rest))],
      );
      await this.carryPlots(manager, actor, { project, id, last: last?.id ?? null }, strata, division.plots ?? {});
      await this.audit.record(manager, {
        actor,
        action: 'sink_strata.divided',
        subject: { type: 'sink_project', id: project },
        details: { version: current + 1, strata: strata.length },
      });
      return divisionOf(manager, project);
    });
  }

  /** The current division, or one of the earlier ones. */
  list(actor: Actor, project: string, version?: number) {
    return this.work.run(actor, (manager) => divisionOf(manager, project, version));
  }

  /** By the place of the plot where strata are drawn, else by the code of its last stratum, else as told. */
  private async carryPlots(
    manager: EntityManager,
    actor: Actor,
    { project, id, last }: { project: string; id: string; last: string | null },
    strata: Read[],
    told: Record<string, string>,
  ): Promise<void> {
    const plots: { id: string; code: string; x: number; y: number; before: string | null }[] = await manager.query(
      `SELECT p.id, p.code, p.longitude::float8 AS x, p.latitude::float8 AS y, s.code AS before FROM sink_plot p
       LEFT JOIN sink_plot_stratum a ON a.plot_id = p.id AND a.stratification_id = $2
       LEFT JOIN sink_stratum s ON s.id = a.stratum_id
       WHERE p.project_id = $1 AND p.retired_on IS NULL ORDER BY p.code`,
      [project, last],
    );
    const drawn = strata.filter(({ shape }) => shape);
    const places = new Places(
      drawn.map(({ code, shape }) => ({ id: code, shape: shape! })),
      [],
    );
    const known = new Set(strata.map(({ code }) => code));
    const homes: { plot: string; code: string }[] = [];
    const lost: Fault[] = [];
    for (const plot of plots) {
      const code = told[plot.code] ?? places.areaOf([plot.x, plot.y]) ?? plot.before;
      if (code && known.has(code)) homes.push({ plot: plot.id, code });
      else lost.push(faultOf('PLOT_LOST', { table: 'plots', row: plot.code }, { plot: plot.code, before: code ?? '' }));
    }
    if (lost.length) throw refuseAny('INVALID_INPUT', { count: lost.length }, lost.slice(0, 100));
    await manager.query(
      `INSERT INTO sink_plot_stratum (stratification_id, plot_id, organisation_id, project_id, stratum_id)
       SELECT $1, h.plot, $2, $3, s.id FROM jsonb_to_recordset($4) AS h(plot uuid, code text)
       JOIN sink_stratum s ON s.stratification_id = $1 AND s.code = h.code`,
      [id, actor.organisationId, project, JSON.stringify(homes)],
    );
  }
}

function readStrata(given: NewStratum[]): { strata: Read[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const strata = given.map((stratum, i): Read => {
    const row = stratum.code || `#${i + 1}`;
    if (given.findIndex(({ code }) => code === stratum.code) < i)
      faults.push(faultOf('STRATUM_TWICE', { table: 'strata', row, column: 'code' }, { code: stratum.code }));
    if (!stratum.geometry) {
      if (!stratum.areaHa) faults.push(faultOf('REQUIRED', { table: 'strata', row, column: 'areaHa' }));
      return { ...stratum, areaHa: stratum.areaHa ?? '0', shape: null };
    }
    const { area, faults: wrong } = readArea(stratum.geometry);
    faults.push(...wrong.map((fault) => ({ ...fault, table: 'strata', row })));
    const areaHa = wrong.length ? '0' : (sizeOf(area).squareMetres / 10_000).toFixed(4);
    return { ...stratum, areaHa, shape: area };
  });
  strata.forEach(({ code, shape }, i) =>
    strata.slice(0, i).forEach((other) => {
      if (faults.length || !shape || !other.shape) return;
      const squareMetres = overlapOf(shape, other.shape);
      if (squareMetres > 0)
        faults.push(
          faultOf(
            'STRATA_OVERLAP',
            { table: 'strata', row: code, column: 'geometry' },
            { other: other.code, squareMetres: squareMetres.toFixed(1) },
          ),
        );
    }),
  );
  return { strata, faults };
}

async function requireArea(manager: EntityManager, project: string, strata: Read[]): Promise<void> {
  const boundaries: { shape: MultiPolygon; squareMetres: string }[] = await manager.query(
    `SELECT b.shape, b.square_metres::text AS "squareMetres" FROM sink_area a
     JOIN sink_boundary b ON b.area_id = a.id AND b.superseded_at IS NULL WHERE a.project_id = $1`,
    [project],
  );
  if (!boundaries.length) throw refuse('NO_AREA');
  const faults: Fault[] = [];
  for (const { code, shape, areaHa } of strata) {
    if (!shape) continue;
    const inside = boundaries.reduce((sum, { shape: area }) => sum + overlapOf(shape, area), 0);
    const outside = Number(areaHa) * 10_000 - inside;
    if (outside > AREA_TOLERANCE * Number(areaHa) * 10_000)
      faults.push(
        faultOf(
          'STRATUM_OUTSIDE',
          { table: 'strata', row: code, column: 'geometry' },
          { squareMetres: outside.toFixed(1) },
        ),
      );
  }
  const areas = boundaries.reduce((sum, { squareMetres }) => sum + Number(squareMetres) / 10_000, 0);
  const all = strata.reduce((sum, { areaHa }) => sum + Number(areaHa), 0);
  if (Math.abs(all - areas) > AREA_TOLERANCE * areas)
    faults.push(
      faultOf(
        'STRATA_DIFFER',
        { table: 'strata', column: 'areaHa' },
        { strata: all.toFixed(4), areas: areas.toFixed(4), tolerance: `${AREA_TOLERANCE * 100} %` },
      ),
    );
  if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
}

async function divisionOf(manager: EntityManager, project: string, version?: number) {
  const [division] = await manager.query(
    `SELECT n.id, n.version, n.valid_from::text AS "validFrom", n.reason, n.recorded_at AS "recordedAt",
       n.superseded_at AS "supersededAt",
       (SELECT sum(area_ha)::text FROM sink_stratum WHERE stratification_id = n.id) AS hectares,
       (SELECT (sum(b.square_metres) / 10000)::numeric(16, 4)::text FROM sink_area a
        JOIN sink_boundary b ON b.area_id = a.id AND b.superseded_at IS NULL WHERE a.project_id = $1) AS "areaHectares"
     FROM sink_stratification n WHERE n.project_id = $1
       AND CASE WHEN $2::int IS NULL THEN n.superseded_at IS NULL ELSE n.version = $2 END`,
    [project, version ?? null],
  );
  if (!division) return { version: 0, strata: [], fits: false };
  const strata = await manager.query(
    `SELECT ${STRATUM_COLUMNS} FROM sink_stratum s WHERE s.stratification_id = $1 ORDER BY s.code`,
    [division.id],
  );
  const { id: _, ...rest } = division;
  const fits =
    Math.abs(Number(division.hectares) - Number(division.areaHectares)) <=
    AREA_TOLERANCE * Number(division.areaHectares);
  return { ...rest, strata, fits };
}
