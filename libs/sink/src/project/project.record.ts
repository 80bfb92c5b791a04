/** A project as it is kept and shown. */
import { type Actor, refuse as refuseAny } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { STAGES, type StageView } from '../stage/stage.record';

/** Stages of the voluntary reduction registry: in preparation, 项目公示, 已登记项目; reductions have their own in each period. */
export const STATUSES = ['draft', 'publicity', 'registered', 'withdrawn'] as const;
export type ProjectStatus = (typeof STATUSES)[number];

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
  /** Taken so far, in their order. */
  stages: StageView[];
}

/** The end of a range is the day after its last. */
export const VIEW = `
  SELECT p.id, p.number, p.name, p.region, p.method, p.method_version AS "methodVersion", p.sheet_hash AS "sheetHash",
    p.pools, lower(p.crediting)::text AS "creditingStart", (upper(p.crediting) - 1)::text AS "creditingEnd", p.status,
    (SELECT count(*)::int FROM sink_area a WHERE a.project_id = p.id) AS areas,
    (SELECT (COALESCE(sum(b.square_metres), 0) / 10000)::numeric(16, 4)::text FROM sink_area a
       JOIN sink_boundary b ON b.area_id = a.id AND b.superseded_at IS NULL WHERE a.project_id = p.id) AS hectares,
    ${STAGES('g.project_id = p.id AND g.period_id IS NULL')} AS stages
  FROM sink_project p`;

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

export async function viewOfProject(manager: EntityManager, id: string): Promise<ProjectView> {
  const [project] = await manager.query(`${VIEW} WHERE p.id = $1`, [id]);
  if (!project) throw refuseAny('NOT_FOUND');
  return project as ProjectView;
}
