/** Sink projects: drafted under one version of a method, then moved through the stages of the official registry. */
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import {
  type Actor,
  AuditService,
  faultOf,
  type Page,
  pageOf,
  refuse as refuseAny,
  UnitOfWork,
} from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../sink.messages';

/** Stages of the voluntary reduction registry: in preparation, 项目公示, 已登记项目; reductions have their own in each period. */
export const STATUSES = ['draft', 'publicity', 'registered', 'withdrawn'] as const;
export type ProjectStatus = (typeof STATUSES)[number];

const NEXT: Record<ProjectStatus, readonly ProjectStatus[]> = {
  draft: ['publicity', 'withdrawn'],
  publicity: ['registered', 'draft', 'withdrawn'],
  registered: ['withdrawn'],
  withdrawn: [],
};

export const POOLS = ['tree', 'shrub', 'bamboo', 'grass', 'dead-wood', 'litter', 'soil', 'wetland'] as const;
export type Pool = (typeof POOLS)[number];

export interface NewProject {
  name: string;
  region: string;
  method: string;
  pools: Pool[];
  creditingStart: string;
  creditingEnd: string;
}

export interface ProjectView extends NewProject {
  id: string;
  number: string;
  methodVersion: string;
  sheetHash: string;
  status: ProjectStatus;
  areas: number;
  /** Hectares of the current boundaries. */
  hectares: string;
}

/** The end of a range is the day after its last. */
const VIEW = `
  SELECT p.id, p.number, p.name, p.region, p.method, p.method_version AS "methodVersion", p.sheet_hash AS "sheetHash",
    p.pools, lower(p.crediting)::text AS "creditingStart", (upper(p.crediting) - 1)::text AS "creditingEnd", p.status,
    (SELECT count(*)::int FROM sink_area a WHERE a.project_id = p.id) AS areas,
    (SELECT (COALESCE(sum(b.square_metres), 0) / 10000)::numeric(16, 4)::text FROM sink_area a
       JOIN sink_boundary b ON b.area_id = a.id AND b.superseded_at IS NULL WHERE a.project_id = p.id) AS hectares
  FROM sink_project p`;

@Injectable()
export class ProjectService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly methods: MethodsService,
    private readonly audit: AuditService,
  ) {}

  create(
    actor: Actor,
    { name, region, method, pools, creditingStart, creditingEnd }: NewProject,
  ): Promise<ProjectView> {
    if (creditingEnd < creditingStart)
      throw refuse('PERIOD_REVERSED', {}, [faultOf('PERIOD_REVERSED', { column: 'creditingEnd' })]);
    if (!method.startsWith('sink/'))
      throw refuse('UNKNOWN_METHOD_VERSION', { method }, [
        faultOf('UNKNOWN_METHOD_VERSION', { column: 'method' }, { method }),
      ]);
    const sheet = this.methods.get(method, { asOf: creditingStart, region });
    return this.work.run(actor, async (manager) => {
      const [{ id }] = await manager.query(
        `INSERT INTO sink_project (organisation_id, number, name, region, method, method_version, sheet_hash, pools,
           crediting, status, created_by)
         VALUES ($1, 'S' || to_char(now(), 'YYYY') || '-' || lpad(nextval('sink_project_number')::text, 6, '0'),
           $2, $3, $4, $5, $6, $7, daterange($8, $9, '[]'), 'draft', $10) RETURNING id`,
        [
          actor.organisationId,
          name.trim(),
          region,
          method,
          sheet.version,
          sheet.hash,
          pools,
          creditingStart,
          creditingEnd,
          actor.userId,
        ],
      );
      const project = await view(manager, id as string);
      await this.audit.record(manager, {
        actor,
        action: 'sink_project.created',
        subject: { type: 'sink_project', id: project.id },
        details: { number: project.number, method, version: sheet.version },
      });
      return project;
    });
  }

  one(actor: Actor, id: string): Promise<ProjectView> {
    return this.work.run(actor, (manager) => view(manager, id));
  }

  list(actor: Actor, { limit, after }: { limit: number; after?: string }): Promise<Page<ProjectView>> {
    return this.work.run(actor, async (manager) => {
      const rows: ProjectView[] = await manager.query(
        `${VIEW} WHERE $1::text IS NULL OR p.number < $1 ORDER BY p.number DESC LIMIT $2`,
        [after ?? null, limit + 1],
      );
      return pageOf(rows, limit, (row) => [row.number]);
    });
  }

  move(actor: Actor, id: string, status: ProjectStatus): Promise<ProjectView> {
    return this.work.run(actor, async (manager) => {
      const project = await lockProject(manager, actor, id);
      if (!NEXT[project.status].includes(status))
        throw refuse('PROJECT_STATE', { status: project.status, wanted: status });
      const before = await view(manager, id);
      if (status === 'publicity' && !before.areas) throw refuse('NO_AREA');
      await manager.query('UPDATE sink_project SET status = $2 WHERE id = $1', [id, status]);
      await this.audit.record(manager, {
        actor,
        action: `sink_project.${status}`,
        subject: { type: 'sink_project', id },
        details: { from: project.status },
      });
      return { ...before, status };
    });
  }
}

export interface LockedProject {
  status: ProjectStatus;
  creditingStart: string;
  creditingEnd: string;
}

/** Those who oversee see every project; only its own organisation works on it. */
export async function lockProject(manager: EntityManager, actor: Actor, id: string): Promise<LockedProject> {
  const [project] = await manager.query(
    `SELECT status, lower(crediting)::text AS "creditingStart", (upper(crediting) - 1)::text AS "creditingEnd"
     FROM sink_project WHERE id = $1 AND organisation_id = $2 FOR UPDATE`,
    [id, actor.organisationId],
  );
  if (!project) throw refuseAny('NOT_FOUND');
  return project as LockedProject;
}

async function view(manager: EntityManager, id: string): Promise<ProjectView> {
  const [project] = await manager.query(`${VIEW} WHERE p.id = $1`, [id]);
  if (!project) throw refuseAny('NOT_FOUND');
  return project as ProjectView;
}
