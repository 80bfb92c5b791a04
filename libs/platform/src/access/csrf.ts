import type { Request } from 'express';
import { refuse } from '../errors';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A foreign page can make a browser send our cookie but not this header (that would need our CORS consent). */
export function requireCsrfHeader(request: Request): void {
  if (READING.has(request.method)) return;
  if (request.headers['x-requested-with'] !== 'qingheng') throw refuse('CSRF_HEADER_MISSING');
}
