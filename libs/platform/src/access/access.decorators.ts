import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth } from '@nestjs/swagger';
import { ALL_ROLES, type Role } from './role';
import { actorOf } from './authenticator';

export const PUBLIC = 'qh:public';
export const ROLES = 'qh:roles';

/** Open to everyone. A route that says neither this nor its roles does not start. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Open to whoever has one of the roles. */
export const Roles = (...roles: [Role, ...Role[]]) =>
  applyDecorators(SetMetadata(ROLES, roles), ApiBearerAuth(), ApiCookieAuth());

/** Open to everyone who is signed in. */
export const AnyRole = () => Roles(...(ALL_ROLES as [Role, ...Role[]]));

/** Who is asking. On a public route: the signed-in person if there is one, else the public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest()),
);
