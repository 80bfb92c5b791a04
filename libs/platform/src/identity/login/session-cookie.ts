import type { Request, Response } from 'express';

const NAME = 'qh_session';

/** Read from the header itself, so that it works wherever the cookie parser is or is not mounted. */
export function cookieOf(request: Request, wanted: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === wanted && value) return value;
  }
  return undefined;
}

export function sessionCookie(request: Request): string | undefined {
  const value = cookieOf(request, NAME);
  return value && /^[\w-]{43}$/.test(value) ? value : undefined;
}

const options = (publicUrl: string) =>
  ({ httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), path: '/' }) as const;

/** Ends with the browser; the server decides how long it is good. */
export const setSessionCookie = (response: Response, token: string, publicUrl: string): void =>
  void response.cookie(NAME, token, options(publicUrl));

export const clearSessionCookie = (response: Response, publicUrl: string): void =>
  void response.clearCookie(NAME, options(publicUrl));
