/** Operations as they are read: one's own, those that one's office decides on, all for those who oversee. */
import { Injectable } from '@nestjs/common';
import { type Actor, type Page, pageOf, refuse as refuseAny, systemActor, UnitOfWork } from '@qingheng/platform';
import type { OperationDto, OperationStatus } from './operation.dto';
import { isOfficeOf } from './operation-access';
import { OPERATION, type OperationRead, viewOf } from './operation.record';
import { RegistryRules } from './rules';

@Injectable()
export class OperationsBoard {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: RegistryRules,
  ) {}

  list(
    actor: Actor,
    { limit, after, status }: { limit: number; after?: string; status?: OperationStatus },
  ): Promise<Page<OperationDto>> {
    // The trading centre also sees what it does for others; of all else, what the database shows.
    const offices = [...this.rules.operations.values()]
      .filter((rule) => isOfficeOf(actor, rule))
      .map(({ code }) => code);
    const own = actor.scope === 'all' || !offices.length ? null : actor.organisationId;
    return this.work.run(own === null ? actor : systemActor, async (manager) => {
      const rows = await manager.query(
        `${OPERATION} WHERE ($1::bigint IS NULL OR p.number < $1) AND ($2::text IS NULL OR p.status = $2)
           AND ($4::uuid IS NULL OR p.organisation_id = $4 OR p.operation = ANY($5)) ORDER BY p.number DESC LIMIT $3`,
        [after ?? null, status ?? null, limit + 1, own, offices],
      );
      const page = pageOf<OperationRead>(rows, limit, (row) => [row.number]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  one(actor: Actor, id: string): Promise<OperationDto> {
    return this.work.run(actor, async (manager) => {
      const [row]: OperationRead[] = await manager.query(`${OPERATION} WHERE p.id = $1`, [id]);
      if (!row) throw refuseAny('NOT_FOUND');
      return viewOf(row);
    });
  }

  /** As whom the operation is decided on: what somebody may not see does not exist. */
  async sight(actor: Actor, id: string): Promise<Actor> {
    const row = await this.work.run(systemActor, async (manager) => {
      const [found] = await manager.query('SELECT operation FROM registry_operation WHERE id = $1', [id]);
      return found as { operation: string } | undefined;
    });
    if (!row) throw refuseAny('NOT_FOUND');
    return isOfficeOf(actor, this.rules.operation(row.operation)) ? systemActor : actor;
  }
}
