import { type ActorScope, Role } from '../../access';
import type { OrganisationKind } from '../entities';

const OVERSEEING_KINDS: OrganisationKind[] = ['reviewing_body', 'regulator', 'operator'];
const OVERSEEING_ROLES: Role[] = [Role.Reviewer, Role.Regulator, Role.Auditor, Role.MethodAdmin];

/** How far somebody sees: every organisation only for overseeing roles in an overseeing body, else their own. */
export const scopeOf = (kind: OrganisationKind, roles: Role[]): ActorScope =>
  OVERSEEING_KINDS.includes(kind) && roles.some((role) => OVERSEEING_ROLES.includes(role)) ? 'all' : 'tenant';
