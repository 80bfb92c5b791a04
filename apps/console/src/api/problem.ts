import type { Fault, Text } from './types';

/** A refusal of the service (RFC 9457), or that it could not be reached at all (`code` NETWORK). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly faults: Fault[] = [],
    readonly requestId?: string,
  ) {
    super(message);
    this.name = 'Problem';
  }
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  faults?: Fault[];
  requestId?: string;
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: ProblemBody = await response
    .clone()
    .json()
    .catch(() => ({}));
  return new Problem(
    response.status,
    body.code ?? (response.status >= 500 ? 'SERVER' : 'UNKNOWN'),
    body.detail ?? body.title ?? response.statusText,
    body.faults ?? [],
    body.requestId ?? response.headers.get('x-request-id') ?? undefined,
  );
}

export const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  return new Problem(0, 'UNEXPECTED', error instanceof Error ? error.message : String(error));
};

export const pick = (text: Text | string | undefined, language: string): string => {
  if (!text) return '';
  if (typeof text === 'string') return text;
  return (language === 'en' ? text.en || text.zh : text.zh || text.en) ?? '';
};
