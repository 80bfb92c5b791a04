/** The build leaves packed copies beside the console's files: they go out as they are, to whoever takes them. */
import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import type { RequestHandler } from 'express';

const KINDS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Before the handler of the folder's files; looks into it once, as what is built does not change under a running service. */
export function packedFiles(folder: string): RequestHandler {
  const files = new Set(readdirSync(folder));
  return (request, response, next) => {
    const name = request.path.slice(1);
    if (KINDS.some(([, suffix]) => files.has(name + suffix))) {
      response.vary('Accept-Encoding');
      const kind = KINDS.find(([encoding, suffix]) => files.has(name + suffix) && request.acceptsEncodings(encoding));
      if (kind) {
        response.type(extname(name)).setHeader('Content-Encoding', kind[0]);
        request.url = `/${name}${kind[1]}`;
      }
    }
    next();
  };
}
