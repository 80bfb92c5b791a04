/** The one way in which an obligation is recorded: anew where it was there, both values in the audit trail. */
import type { Actor, AuditService } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import type { RegistryRules } from '../registry/rules';

export interface Recorded {
  organisation: string;
  year: number;
  /** Whole tonnes. */
  due: string;
  /** The report or the issued account that it rests on. */
  basis: string;
  resultHash?: string;
}

export async function recordObligation(
  manager: EntityManager,
  actor: Actor,
  { rules, audit }: { rules: RegistryRules; audit: AuditService },
  { organisation, year, due, basis, resultHash }: Recorded,
): Promise<void> {
  if (!rules.years.has(year)) throw refuse('NO_COMPLIANCE_RULE', { year });
  const [before] = await manager.query(
    'SELECT due, basis FROM obligation WHERE organisation_id = $1 AND year = $2 FOR UPDATE',
    [organisation, year],
  );
  await manager.query(
    `INSERT INTO obligation (organisation_id, year, due, basis, recorded_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organisation_id, year) DO UPDATE SET due = EXCLUDED.due, basis = EXCLUDED.basis,
       recorded_by = EXCLUDED.recorded_by, recorded_at = now()`,
    [organisation, year, due, basis, actor.userId],
  );
  await audit.record(manager, {
    actor,
    action: 'obligation.recorded',
    subject: { type: 'obligation', id: `${organisation}/${year}` },
    details: { due, basis, ...(resultHash && { resultHash }), before: before ?? null },
  });
}
