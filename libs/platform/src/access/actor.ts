import type { Role } from './role';

/** How far somebody sees: nothing that belongs to an organisation, their own organisation, or everything. */
export type ActorScope = 'public' | 'tenant' | 'all';

/** Who does something. The scope and the organisation decide what the database shows. */
export interface Actor {
  userId: string;
  name: string;
  organisationId: string;
  roles: Role[];
  scope: ActorScope;
  requestId?: string;
}

/** The service itself: schedules, signing in, migrations of data. */
export const systemActor: Actor = { userId: '', name: 'system', organisationId: '', roles: [], scope: 'all' };
