/** The frame of every act of administration: who may, in one transaction, with an audit entry at its end. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, Role } from '../../access';
import { AuditService } from '../../audit';
import { UnitOfWork } from '../../database';
import type { OrganisationKind } from '../entities';
import { refuse } from '../identity.messages';

export interface Act<T> {
  result: T;
  action: string;
  subject: { type: 'organisation' | 'user' | 'api_client'; id: string };
  details?: Record<string, unknown>;
}

/** They see or decide beyond their own organisation, so an enterprise has none of them. */
const OVERSEEING: Role[] = [Role.Reviewer, Role.Regulator, Role.MethodAdmin];

@Injectable()
export class Administration {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  look<T>(actor: Actor, read: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.work.run(actor, async (manager) => {
      await requireOperator(manager, actor);
      return read(manager);
    });
  }

  do<T>(actor: Actor, act: (manager: EntityManager) => Promise<Act<T>>): Promise<T> {
    return this.look(actor, async (manager) => {
      const { result, ...entry } = await act(manager);
      await this.audit.record(manager, { actor, ...entry });
      return result;
    });
  }
}

/** A person, not a machine: whoever can make people must be somebody. */
async function requireOperator(manager: EntityManager, actor: Actor): Promise<void> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM user_account u JOIN organisation o ON o.id = u.organisation_id
     WHERE u.id::text = $1 AND u.disabled_at IS NULL AND o.kind = 'operator'`,
    [actor.userId],
  );
  if (!rows.length || !actor.roles.includes(Role.MethodAdmin)) throw refuse('NOT_THE_OPERATOR');
}

export async function requireFitting(manager: EntityManager, organisationId: string, roles: Role[]): Promise<void> {
  const text = 'SELECT kind FROM organisation WHERE id = $1';
  const [organisation]: { kind: OrganisationKind }[] = await manager.query(text, [organisationId]);
  if (!organisation) throw refuse('UNKNOWN_ORGANISATION');
  const role = organisation.kind === 'enterprise' && roles.find((one) => OVERSEEING.includes(one));
  if (role) throw refuse('ROLE_NOT_FOR_KIND', { role });
}
