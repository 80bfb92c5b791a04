/** Beneath /pact faults are `{code, message}` as the specification has them, whatever threw them and wherever. */
import { type ArgumentsHost, Catch, Logger } from '@nestjs/common';
import { ProblemFilter, toRefusal } from '@qingheng/platform';
import type { Request, Response } from 'express';

const STATUS = {
  BadRequest: 400,
  Unauthorized: 401,
  TokenExpired: 401,
  AccessDenied: 403,
  NotFound: 404,
  NoSuchFootprint: 404,
  InternalError: 500,
  NotImplemented: 501,
} as const;

export type PactCode = keyof typeof STATUS;

export class PactFault extends Error {
  constructor(
    readonly code: PactCode,
    message: string,
    readonly status: number = STATUS[code],
  ) {
    super(message);
  }
}

const ofStatus = (status: number): PactCode =>
  status === 403 ? 'AccessDenied' : status === 404 ? 'NotFound' : status < 500 ? 'BadRequest' : 'InternalError';

@Catch()
export class PactFilter extends ProblemFilter {
  private readonly pactLog = new Logger('Pact');

  override catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    if (!/^\/pact\//.test(request.path)) return super.catch(error, host);
    const response = http.getResponse<Response>();
    const known = error instanceof PactFault ? error : undefined;
    const refusal = known ? undefined : toRefusal(error);
    const status = known?.status ?? refusal?.status ?? 500;
    if (status >= 500 && status !== 501) this.pactLog.error(error instanceof Error ? error.stack : error);
    if (response.headersSent) return void response.destroy();
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="pact"');
    if (refusal?.params.retryAfter !== undefined) response.setHeader('Retry-After', String(refusal.params.retryAfter));
    // The v2 contract has no code of its own for a token that does not hold: it is BadRequest there.
    const code = known?.code === 'Unauthorized' ? 'BadRequest' : (known?.code ?? ofStatus(status));
    response
      .status(status)
      .setHeader('Cache-Control', 'no-store')
      .json({ code, message: known?.message ?? messageOf(status) });
  }
}

function messageOf(status: number): string {
  if (status === 404) return 'There is nothing at this address';
  if (status === 413) return 'The body is too large';
  if (status === 429) return 'Too many requests';
  return status < 500 ? 'The request cannot be understood' : 'Internal error';
}
