/** How a request proves who is asking: the session cookie of a browser or the bearer token of a machine. */
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Authenticated, type Authenticator, requestIdOf } from '../../access';
import { AccessTokens } from '../clients/access-tokens';
import { IdentitySettings } from '../identity.settings';
import { sessionCookie, setSessionCookie } from './session-cookie';
import { SessionStore } from './session-store';

@Injectable()
export class RequestAuthenticator implements Authenticator {
  constructor(
    private readonly sessions: SessionStore,
    private readonly tokens: AccessTokens,
    private readonly settings: IdentitySettings,
  ) {}

  async authenticate(request: Request, response: Response): Promise<Authenticated | undefined> {
    const requestId = requestIdOf(request);
    const bearer = /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) {
      const actor = await this.tokens.actorOf(bearer);
      return actor && { actor: { ...actor, requestId }, by: 'token' };
    }
    const token = sessionCookie(request);
    const session = token && (await this.sessions.find(token));
    if (!session) return undefined;
    if (session.newToken) setSessionCookie(response, session.newToken, this.settings.publicUrl);
    return { actor: { ...session.actor, requestId }, by: 'cookie' };
  }
}
