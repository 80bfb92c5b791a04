export { type Actor, type ActorScope, systemActor } from './actor';
export { ALL_ROLES, Role } from './role';
export { AnyRole, CurrentActor, Public, Roles } from './access.decorators';
export { type Authenticated, Authenticator, actorOf, requestIdOf } from './authenticator';
export { requireCsrfHeader } from './csrf';
export { assertOtherPerson } from './duties';
export { AccessModule } from './access.module';
