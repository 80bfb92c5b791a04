/** Closed unless opened: every route names its roles or says that it is public. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { refuse } from '../errors';
import { PUBLIC, ROLES } from './access.decorators';
import { Authenticator, setActor } from './authenticator';
import { requireCsrfHeader } from './csrf';
import type { Role } from './role';

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const places = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, places);
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES, places);
    // The nearer decorator wins: a public controller may hold a route with roles, and the other way round.
    const own = this.reflector.get<Role[] | undefined>(ROLES, context.getHandler());
    if (!isPublic && !roles?.length) throw refuse('FORBIDDEN');
    const who = await this.authenticator.authenticate(request, response);
    if (who) {
      if (who.by === 'cookie') requireCsrfHeader(request);
      setActor(request, who.actor);
    }
    if (isPublic && !own) return true;
    if (!who) throw refuse('NOT_SIGNED_IN');
    if (!roles?.some((role) => who.actor.roles.includes(role))) throw refuse('FORBIDDEN');
    return true;
  }
}
