/** Monitoring periods of a registered project; the database keeps them apart. */
import { Injectable } from '@nestjs/common';
import { type Actor, AuditService, faultOf, UnitOfWork } from '@qingheng/platform';
import { lockProject } from '../project/project.record';
import { refuse } from '../sink.messages';

export interface PeriodView {
  id: string;
  start: string;
  end: string;
}

@Injectable()
export class MonitoringService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  async open(actor: Actor, project: string, { start, end }: { start: string; end: string }): Promise<PeriodView> {
    if (end < start) throw refuse('PERIOD_REVERSED', {}, [faultOf('PERIOD_REVERSED', { column: 'end' })]);
    try {
      return await this.work.run(actor, async (manager) => {
        const { status, creditingStart, creditingEnd } = await lockProject(manager, actor, project);
        if (status !== 'registered') throw refuse('PROJECT_STATE', { status, wanted: 'monitoring' });
        if (start < creditingStart || end > creditingEnd)
          throw refuse('OUTSIDE_CREDITING', { start: creditingStart, end: creditingEnd });
        const [{ id }] = await manager.query(
          `INSERT INTO sink_monitoring_period (organisation_id, project_id, during, created_by)
           VALUES ($1, $2, daterange($3, $4, '[]'), $5) RETURNING id`,
          [actor.organisationId, project, start, end, actor.userId],
        );
        await this.audit.record(manager, {
          actor,
          action: 'sink_monitoring.opened',
          subject: { type: 'sink_monitoring_period', id: id as string },
          details: { project, start, end },
        });
        return { id: id as string, start, end };
      });
    } catch (error) {
      const { driverError } = error as { driverError?: { constraint?: string } };
      if (driverError?.constraint === 'sink_monitoring_apart') throw refuse('MONITORING_OVERLAPS');
      throw error;
    }
  }

  list(actor: Actor, project: string): Promise<PeriodView[]> {
    return this.work.run(actor, (manager) =>
      manager.query(
        `SELECT id, lower(during)::text AS start, (upper(during) - 1)::text AS "end"
         FROM sink_monitoring_period WHERE project_id = $1 ORDER BY during`,
        [project],
      ),
    );
  }
}
