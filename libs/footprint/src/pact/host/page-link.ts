import type { Request } from 'express';

/** As the caller addressed us: its Host header, and the scheme in front of a proxy. */
export const baseOf = (request: Request): string => `${request.protocol}://${request.headers.host ?? 'localhost'}`;

/** The address of the next page: the same question, from a later place (RFC 8288). */
export function nextLink(request: Request, cursor: string): string {
  const url = new URL(request.originalUrl, baseOf(request));
  url.searchParams.set('cursor', cursor);
  return `<${url.href}>; rel="next"`;
}
