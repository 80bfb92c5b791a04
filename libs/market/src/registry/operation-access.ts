/** Who may ask for what, for whom, and as whom the database is asked. */
import { type Actor, Role, systemActor } from '@qingheng/platform';
import { refuse } from '../market.messages';
import type { OperationRule } from './rules';

/** What the trading centre alone does for others, such as taking in their money: no holder does it, so no holder's sight limits it. */
export const isOfficeOf = ({ roles }: Actor, rule: OperationRule): boolean =>
  roles.includes(Role.Trader) && rule.roles.includes(Role.Trader) && !rule.roles.includes(Role.Filer);

export function sightOf(actor: Actor, rule: OperationRule, holder: string): Actor {
  if (holder === actor.organisationId || actor.scope === 'all') return actor;
  if (isOfficeOf(actor, rule)) return systemActor;
  throw refuse('HOLDER_NOT_YOURS');
}

export function assertRole(actor: Actor, rule: OperationRule, roles: string[], step: { zh: string; en: string }): void {
  if (!actor.roles.some((role) => roles.includes(role)))
    throw refuse('OPERATION_ROLE', { operation: rule.code, step: step.en, roles: roles.join(' ') });
}
