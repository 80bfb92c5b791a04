import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Partner } from '../partner/partner';
import { PactTokens } from './pact-tokens';

const PARTNER = Symbol('partner');
type WithPartner = Request & { [PARTNER]?: Partner };

/** Every action of the exchange is a partner's. */
@Injectable()
export class PactGuard implements CanActivate {
  constructor(private readonly tokens: PactTokens) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WithPartner>();
    request[PARTNER] = await this.tokens.partnerOf(request.headers.authorization);
    return true;
  }
}

export const CurrentPartner = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<WithPartner>()[PARTNER],
);
