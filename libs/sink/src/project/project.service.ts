/** Sink projects: drafted under one version of a method; their stages are in ../stage. */
import { Injectable } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { type Actor, AuditService, faultOf, type Page, pageOf, UnitOfWork } from '@qingheng/platform';
import { refuse } from '../sink.messages';
import { type NewProject, type ProjectView, VIEW, viewOfProject } from './project.record';

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
    return this.work.run(actor, async (manager) => {
      const sheet = await this.methods.of(manager, method, { asOf: creditingStart, region });
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
      const project = await viewOfProject(manager, id as string);
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
    return this.work.run(actor, (manager) => viewOfProject(manager, id));
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
}
