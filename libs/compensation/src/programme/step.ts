/** One step of a programme: its stage, the log that people read, and the audit entry, in one transaction. */
import { type Actor, AuditService } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import type { Programme } from './programme.record';
import type { Stage } from './stage';

export interface Step {
  act: string;
  stage?: Stage;
  remarks?: string;
  details?: Record<string, unknown>;
}

export async function step(
  manager: EntityManager,
  audit: AuditService,
  actor: Actor,
  programme: Pick<Programme, 'id' | 'organisationId' | 'stage'>,
  { act, stage = programme.stage, remarks = '', details }: Step,
): Promise<void> {
  await manager.query('UPDATE compensation_programme SET stage = $2, updated_at = now() WHERE id = $1', [
    programme.id,
    stage,
  ]);
  await manager.query(
    `INSERT INTO compensation_act (organisation_id, programme_id, by, act, stage, remarks) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      programme.organisationId,
      programme.id,
      JSON.stringify({ id: actor.userId, name: actor.name }),
      act,
      stage,
      remarks,
    ],
  );
  await audit.record(manager, {
    actor,
    action: `programme.${act}`,
    subject: { type: 'programme', id: programme.id },
    details: { stage, ...(remarks && { remarks }), ...details },
  });
}
