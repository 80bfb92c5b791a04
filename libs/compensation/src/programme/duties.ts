/** Clerk, reviewer, approver: nobody is two of them on one programme. The primary key of the table says so. */
import { type Actor } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../compensation.messages';

export type Duty = 'clerk' | 'reviewer' | 'approver';

export async function takeDuty(
  manager: EntityManager,
  actor: Actor,
  programme: { id: string; organisationId: string },
  duty: Duty,
): Promise<void> {
  await manager.query(
    `INSERT INTO compensation_duty (programme_id, user_id, organisation_id, duty) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [programme.id, actor.userId, programme.organisationId, duty],
  );
  const [held] = await manager.query('SELECT duty FROM compensation_duty WHERE programme_id = $1 AND user_id = $2', [
    programme.id,
    actor.userId,
  ]);
  if (held.duty !== duty) throw refuse('DUTY_TAKEN', { duty: held.duty });
}
