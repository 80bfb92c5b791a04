/** Shapes of what somebody has to look after: jobs, obligations, programmes. */
type Answer<T> = { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } };
type Paged<T> = { items: T[]; nextCursor?: string };
type List<Q, T> = {
  parameters: { query?: Q & { cursor?: string; limit?: number }; path?: never; header?: never; cookie?: never };
  requestBody?: never;
  responses: Answer<Paged<T>>;
};

export type JobStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'dead' | 'cancelled';

export interface Job {
  id: string;
  name: string;
  key: string;
  status: JobStatus;
  attempts: number;
  progress: string;
  note: { zh: string; en: string } | null;
  error: { code: string; params?: Record<string, string | number> } | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface Obligation {
  organisationId: string;
  organisation: string;
  year: number;
  due: string;
  basis: string;
  surrendered: string;
  offset: string;
  offsetLimit: string;
  left: string;
  holding: string;
  shortfall: string;
  deadline: string;
  confidence: string;
}

export interface NewProgramme {
  title: string;
  legalBasis: { title: string; document?: string; clause?: string }[];
  parties: { role: 'payer'; name: string }[];
  year: number;
  periodStart: string;
  periodEnd: string;
  region: string;
  method: string;
  poolCode: string;
  pool: string;
  fundsReceivedOn?: string;
  noticeDays: number;
}

export interface ProgrammeSummary {
  id: string;
  number: string;
  title: string;
  year: number;
  method: string;
  pool: string;
  stage: string;
}

export interface WorkPaths {
  '/api/v1/jobs': { get: List<{ status?: JobStatus }, Job> };
  '/api/v1/jobs/{id}/revive': {
    post: {
      parameters: { query?: never; path: { id: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: Answer<never>;
    };
  };
  '/api/v1/registry/obligations': { get: List<{ year?: number }, Obligation> };
  '/api/v1/compensation/programmes': {
    get: List<{ year?: number; stage?: string }, ProgrammeSummary>;
    post: {
      parameters: { query?: never; path?: never; header?: { 'Idempotency-Key'?: string }; cookie?: never };
      requestBody: { content: { 'application/json': NewProgramme } };
      responses: Answer<ProgrammeSummary>;
    };
  };
}
