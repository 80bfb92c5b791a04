/** What has to hold before an ID token says who somebody is (OpenID Connect Core 1.0, §3.1.3.7). */
import type { Jws } from '../keys/jws';

/** Why a login with the provider failed. */
export type OidcFault =
  | ('AUDIENCE' | 'DENIED' | 'EXPIRED' | 'ISSUER' | 'NONCE' | 'NOT_OF_NOW')
  | ('PROVIDER' | 'SIGNATURE' | 'STATE' | 'SUBJECT');

export interface Identity {
  issuer: string;
  subject: string;
  username?: string;
}

const SKEW_SECONDS = 60;
/** A token that was made long ago answers no question of now. */
const OLDEST_SECONDS = 600;

/** The identity, or the first thing that is wrong. The signature is checked elsewhere. */
export function identityIn(
  { payload }: Jws,
  expected: { issuer: string; clientId: string; nonce: string },
  now = Date.now() / 1000,
): Identity | OidcFault {
  const { iss, sub, aud, azp, exp, iat, nonce, preferred_username, email, email_verified } = payload;
  const audience = Array.isArray(aud) ? aud : [aud];
  if (iss !== expected.issuer) return 'ISSUER';
  if (!audience.includes(expected.clientId)) return 'AUDIENCE';
  if (azp === undefined ? audience.length > 1 : azp !== expected.clientId) return 'AUDIENCE';
  if (typeof exp !== 'number' || exp < now - SKEW_SECONDS) return 'EXPIRED';
  if (typeof iat !== 'number' || iat > now + SKEW_SECONDS || iat < now - OLDEST_SECONDS) return 'NOT_OF_NOW';
  if (nonce !== expected.nonce) return 'NONCE';
  if (typeof sub !== 'string' || !sub || sub.length > 255) return 'SUBJECT';
  // An address counts only where the provider has seen that it is the person's own.
  const username = [preferred_username, email_verified === true ? email : undefined].find(
    (name): name is string => typeof name === 'string' && name !== '',
  );
  return { issuer: expected.issuer, subject: sub, ...(username && { username }) };
}
