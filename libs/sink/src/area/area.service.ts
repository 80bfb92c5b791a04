/** Activity areas and the versions of their boundaries; land that another project counts is refused. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ClaimRegister } from '@qingheng/ledger';
import { type Actor, AuditService, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { sizeOf } from '../geometry/measure';
import { readArea } from '../geometry/read-area';
import { boundsOf, type MultiPolygon, verticesOf } from '../geometry/shapes';
import { placePlots } from '../plot/plot.service';
import { lockProject } from '../project/project.record';
import { refuse } from '../sink.messages';
import { Overlaps, requireUnshifted } from './overlaps';

/** One boundary is decided at a time: what the check saw cannot change before it is stored. */
const LOCK = 'SELECT pg_advisory_xact_lock(7141005)';

export interface NewBoundary {
  geometry: unknown;
  validFrom: string;
  reason?: string;
  /** The version that was changed; absent for a new area. */
  version?: number;
  /** File that the preview kept; the hash of the geometry where it was drawn by hand. */
  sourceSha256?: string;
  /** Codes of the repairs that somebody has seen and accepted. */
  repairs?: string[];
}

export interface BoundaryView {
  code: string;
  version: number;
  validFrom: string;
  squareMetres: string;
  hectares: string;
  perimeter: string;
  vertices: number;
  sourceSha256: string;
  reason: string | null;
  recordedAt: Date;
  supersededAt: Date | null;
}

const COLUMNS = `a.code, b.version, b.valid_from::text AS "validFrom", b.square_metres::text AS "squareMetres",
  (b.square_metres / 10000)::numeric(16, 4)::text AS hectares, b.perimeter::text AS perimeter, b.vertices,
  b.source_sha256 AS "sourceSha256", b.reason, b.recorded_at AS "recordedAt", b.superseded_at AS "supersededAt"`;

@Injectable()
export class AreaService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly claims: ClaimRegister,
    private readonly overlaps: Overlaps,
  ) {}

  /** Stores the first or the next boundary of an area, all or nothing. */
  draw(
    actor: Actor,
    project: string,
    code: string,
    { geometry, validFrom, reason, version = 0, sourceSha256, repairs = [] }: NewBoundary,
  ): Promise<BoundaryView> {
    const { area, faults } = readArea(geometry);
    if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
    const { squareMetres, perimeter } = sizeOf(area);
    const [west, south, east, north] = boundsOf(area);
    return this.work.run(actor, async (manager) => {
      const { status } = await lockProject(manager, actor, project);
      if (status === 'withdrawn') throw refuse('PROJECT_STATE', { status, wanted: 'boundary' });
      const areaId = await areaOf(manager, actor, project, code, version);
      await manager.query(LOCK);
      await requireUnshifted(manager, area, areaId);
      await this.overlaps.refuse(manager, area, areaId, project);
      await manager.query(
        'UPDATE sink_boundary SET superseded_at = now() WHERE area_id = $1 AND superseded_at IS NULL',
        [areaId],
      );
      await manager.query(
        `INSERT INTO sink_boundary (organisation_id, area_id, version, valid_from, shape, bounds, square_metres, perimeter,
           vertices, source_sha256, reason, recorded_by)
         VALUES ($1, $2, $3, $4, $5, box(point($6, $7), point($8, $9)), $10, $11, $12, $13, $14, $15)`,
        [
          actor.organisationId,
          areaId,
          version + 1,
          validFrom,
          JSON.stringify(area),
          ...[west, south, east, north],
          squareMetres.toFixed(2),
          perimeter.toFixed(2),
          verticesOf(area),
          sourceSha256 ?? createHash('sha256').update(JSON.stringify(geometry)).digest('hex'),
          reason?.trim() || null,
          actor.userId,
        ],
      );
      await placePlots(manager, project);
      const [drawn] = await manager.query(
        `SELECT ${COLUMNS} FROM sink_area a JOIN sink_boundary b ON b.area_id = a.id
         WHERE a.id = $1 AND b.superseded_at IS NULL`,
        [areaId],
      );
      await this.audit.record(manager, {
        actor,
        action: 'sink_boundary.drawn',
        subject: { type: 'sink_area', id: areaId },
        details: {
          project,
          code,
          version: version + 1,
          squareMetres: squareMetres.toFixed(2),
          ...(repairs.length && { repairs: repairs.join(' ') }),
        },
      });
      return drawn as BoundaryView;
    });
  }

  /** Which contracted parcels it lies on, for the register of what is used once. Answers those that were not known yet. */
  liesOn(
    actor: Actor,
    project: string,
    code: string,
    { parcels, document }: { parcels: string[]; document: string },
  ): Promise<string[]> {
    return this.work.run(actor, async (manager) => {
      await lockProject(manager, actor, project);
      const [area] = await manager.query('SELECT id FROM sink_area WHERE project_id = $1 AND code = $2', [
        project,
        code,
      ]);
      if (!area) throw refuseAny('NOT_FOUND');
      return this.claims.registerLand(manager, actor, { area: `area:${area.id}`, parcels, document });
    });
  }

  /** Every version of every boundary, the current ones first. */
  list(actor: Actor, project: string): Promise<BoundaryView[]> {
    return this.work.run(actor, (manager) =>
      manager.query(
        `SELECT ${COLUMNS} FROM sink_area a JOIN sink_boundary b ON b.area_id = a.id
         WHERE a.project_id = $1 ORDER BY a.code, b.version DESC`,
        [project],
      ),
    );
  }

  /** All present boundaries as one GeoJSON, for a map. */
  map(actor: Actor, project: string) {
    return this.work.run(actor, async (manager) => {
      const rows: { code: string; version: number; hectares: string; shape: MultiPolygon }[] = await manager.query(
        `SELECT a.code, b.version, (b.square_metres / 10000)::numeric(16, 4)::text AS hectares, b.shape
         FROM sink_area a JOIN sink_boundary b ON b.area_id = a.id AND b.superseded_at IS NULL
         WHERE a.project_id = $1 ORDER BY a.code`,
        [project],
      );
      return {
        type: 'FeatureCollection',
        features: rows.map(({ shape, ...properties }) => ({
          type: 'Feature',
          properties,
          geometry: { type: 'MultiPolygon', coordinates: shape },
        })),
      };
    });
  }

  shape(actor: Actor, project: string, code: string, version?: number) {
    return this.work.run(actor, async (manager) => {
      const [found] = await manager.query(
        `SELECT b.shape FROM sink_area a JOIN sink_boundary b ON b.area_id = a.id
         WHERE a.project_id = $1 AND a.code = $2 AND CASE WHEN $3::int IS NULL THEN b.superseded_at IS NULL ELSE b.version = $3 END`,
        [project, code, version ?? null],
      );
      if (!found) throw refuseAny('NOT_FOUND');
      return { type: 'MultiPolygon', coordinates: found.shape as MultiPolygon };
    });
  }
}

/** The area's id; it is made where the first version is drawn. A stale version is refused. */
async function areaOf(
  manager: EntityManager,
  actor: Actor,
  project: string,
  code: string,
  version: number,
): Promise<string> {
  const [known] = await manager.query(
    `SELECT a.id, (SELECT max(b.version) FROM sink_boundary b WHERE b.area_id = a.id) AS current
     FROM sink_area a WHERE a.project_id = $1 AND a.code = $2`,
    [project, code],
  );
  const current = (known?.current as number | undefined) ?? 0;
  if (current !== version) throw refuse('STALE_VERSION', { current });
  if (known) return known.id as string;
  const [made] = await manager.query(
    'INSERT INTO sink_area (organisation_id, project_id, code) VALUES ($1, $2, $3) RETURNING id',
    [actor.organisationId, project, code],
  );
  return made.id as string;
}
