/** RFC 9457 problem documents in the language of the request. What nobody foresaw becomes INTERNAL and is logged. */
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Fault } from '@qingheng/sheet';
import type { Request, Response } from 'express';
import { type Language, languageOf } from './language';
import { sentence } from './messages';
import { refuse, titles } from './platform.messages';
import type { Refusal } from './refusal';
import { toRefusal } from './to-refusal';

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  params?: Record<string, string | number>;
  faults?: Fault[];
  requestId?: string;
}

export function problemOf(refusal: Refusal, language: Language, requestId?: string): Problem {
  const { status, code, params, faults } = refusal;
  const title = titles[status] ?? titles[status < 500 ? 400 : 500];
  return {
    type: `urn:qingheng:problem:${code}`,
    title: title![language],
    status,
    code,
    detail: sentence(code, params)[language],
    ...(Object.keys(params).length > 0 && { params: { ...params } }),
    ...(faults.length > 0 && { faults }),
    ...(requestId && { requestId }),
  };
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request & { id?: unknown }>();
    const response = http.getResponse<Response>();
    const requestId = request.id === undefined ? undefined : String(request.id);
    const known = toRefusal(error);
    const refusal = known ?? refuse('INTERNAL');
    if (refusal.status >= 500)
      this.log.error({ err: error, requestId }, error instanceof Error ? error.stack : undefined);
    // A stream that has begun (events, a download) cannot turn into a problem any more.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (refusal.params.retryAfter !== undefined) response.setHeader('Retry-After', String(refusal.params.retryAfter));
    const language = languageOf(request.headers['accept-language']);
    response
      .status(refusal.status)
      .setHeader('Content-Language', language)
      .setHeader('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(refusal, language, requestId)));
  }
}
