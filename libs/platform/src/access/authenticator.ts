import type { Request, Response } from 'express';
import type { Actor } from './actor';

/** How a request proves who is asking; identity implements it with sessions and bearer tokens. */
export abstract class Authenticator {
  /** The actor, or undefined where the request carries no (valid) credentials. May renew a cookie on the response. */
  abstract authenticate(request: Request, response: Response): Promise<Authenticated | undefined>;
}

export interface Authenticated {
  actor: Actor;
  /** Browsers send cookies by themselves, so what a cookie authorises needs a header no foreign page can send. */
  by: 'cookie' | 'token';
}

const ACTOR = Symbol('actor');
type WithActor = Request & { [ACTOR]?: Actor; id?: unknown };

export const setActor = (request: Request, actor: Actor): void => {
  (request as WithActor)[ACTOR] = actor;
};

/** Who is asking; the public where nobody signed in. */
export const actorOf = (request: Request): Actor => (request as WithActor)[ACTOR] ?? publicActor(request);

export function requestIdOf(request: Request): string | undefined {
  const { id } = request as WithActor;
  return id === undefined ? undefined : String(id);
}

const publicActor = (request: Request): Actor => ({
  userId: '',
  name: 'public',
  organisationId: '',
  roles: [],
  scope: 'public',
  requestId: requestIdOf(request),
});
