/** Activity areas and the versions of their boundaries; land that another project counts is refused. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, faultOf, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { sizeOf } from '../geometry/measure';
import { overlapOf } from '../geometry/overlap';
import { readArea } from '../geometry/read-area';
import { boundsOf, type MultiPolygon, verticesOf } from '../geometry/shapes';
import { lockProject } from '../project/project.service';
import { refuse } from '../sink.messages';

/** One boundary is decided at a time: what the check saw cannot change before it is stored. */
const LOCK = 'SELECT pg_advisory_xact_lock(7141005)';

export interface NewBoundary {
  geometry: unknown;
  validFrom: string;
  reason?: string;
  /** The version that was changed; absent for a new area. */
  version?: number;
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
  ) {}

  /** Stores the first or the next boundary of an area, all or nothing. */
  draw(
    actor: Actor,
    project: string,
    code: string,
    { geometry, validFrom, reason, version = 0 }: NewBoundary,
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
      await refuseOverlaps(manager, area, areaId, project);
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
          createHash('sha256').update(JSON.stringify(geometry)).digest('hex'),
          reason?.trim() || null,
          actor.userId,
        ],
      );
      const [drawn] = await manager.query(
        `SELECT ${COLUMNS} FROM sink_area a JOIN sink_boundary b ON b.area_id = a.id
         WHERE a.id = $1 AND b.superseded_at IS NULL`,
        [areaId],
      );
      await this.audit.record(manager, {
        actor,
        action: 'sink_boundary.drawn',
        subject: { type: 'sink_area', id: areaId },
        details: { project, code, version: version + 1, squareMetres: squareMetres.toFixed(2) },
      });
      return drawn as BoundaryView;
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

async function refuseOverlaps(
  manager: EntityManager,
  area: MultiPolygon,
  areaId: string,
  project: string,
): Promise<void> {
  const [west, south, east, north] = boundsOf(area);
  const near: { project: string; area: string; shape: MultiPolygon }[] = await manager.query(
    'SELECT project, area, shape FROM sink_neighbours(box(point($1, $2), point($3, $4)), $5, $6)',
    [west, south, east, north, areaId, project],
  );
  const faults = near.flatMap(({ shape, ...other }) => {
    const squareMetres = overlapOf(area, shape);
    return squareMetres > 0
      ? [faultOf('OVERLAPS_AREA', { column: 'geometry' }, { ...other, squareMetres: squareMetres.toFixed(1) })]
      : [];
  });
  if (faults.length) throw refuse('AREA_OVERLAPS', { count: faults.length }, faults);
}
