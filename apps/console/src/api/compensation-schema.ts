/** Shapes of compensation programmes as the console relies on them. Money is yuan with two decimals. */
import type { Explanation, Fault, Text } from './types';

type Answer<T> = { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } };
type Paged<T> = { items: T[]; nextCursor?: string };
type Get<P, Q, T> = {
  get: {
    parameters: { query?: Q; path: P; header?: never; cookie?: never };
    requestBody?: never;
    responses: Answer<T>;
  };
};
type Post<P, B, T> = {
  post: {
    parameters: { query?: never; path: P; header?: never; cookie?: never };
    requestBody: { content: { 'application/json': B } };
    responses: Answer<T>;
  };
};
type Id = { id: string };
type Page = { cursor?: string; limit?: number };

export type Stage = 'draft' | 'calculated' | 'reviewed' | 'notice' | 'approved' | 'paid' | 'closed';

export interface Programme {
  id: string;
  number: string;
  title: string;
  year: number;
  periodStart: string;
  periodEnd: string;
  region: string;
  method: string;
  poolCode: string;
  pool: string;
  fundsReceivedOn: string | null;
  noticeDays: number;
  stage: Stage;
  revision: number;
  runId: string | null;
  legalBasis: { title: string; document?: string; clause?: string }[];
  parties: { role: string; name: string; account?: string }[];
  acts?: { at: string; by: { id: string; name: string }; act: string; stage: Stage; remarks: string }[];
}

export interface Result {
  code: string;
  level: string;
  parent: string | null;
  done: boolean;
  households: number | null;
  amount: string | null;
}

export interface CompensationRun {
  id: string;
  status: string;
  asOf: string;
  pool: string;
  total: string | null;
  unallotted: string | null;
  households: number | null;
  blocked: { code: string; message?: Text }[];
  faults: Fault[];
  results: Result[];
}

export interface Allotment {
  id: string;
  number: string;
  name: string;
  amount: string;
  figures: Record<string, string>;
}

export interface Why {
  programme: { id: string; number: string; title: string; year: number };
  legalBasis: { title: string; document?: string; clause?: string }[];
  method: { id: string; version: string; title: Text };
  household: { number: string; name: string; quantities: Record<string, string> };
  amount: string;
  sentences: Text[];
  explanation: Explanation;
  above: {
    code: string;
    level: string;
    households: number;
    amount: string;
    nameZh: string | null;
    nameEn: string | null;
  }[];
  pool: { code: string; amount: string; unallotted: string };
}

export interface Roster {
  id: string;
  status: 'waiting' | 'importing' | 'accepted' | 'refused' | 'withdrawn';
  households: number | null;
  faultCount: number | null;
  faults: Fault[];
  faultFile: string | null;
  progress?: string | null;
}

export interface Batch {
  id: string;
  number: string;
  kind: 'allotment' | 'reissue';
  template: string;
  payments: number;
  total: string;
  success: number;
  failed: number;
  createdBy: string;
  createdAt: string;
}

export interface Amounts {
  due: string;
  paid: string;
  failed: string;
  pending: string;
  unissued: string;
}

export interface Arrears {
  fundsReceivedOn: string | null;
  daysSinceReceipt: number | null;
  total: Amounts;
  banners: (Amounts & { banner: string; households: number; unpaidHouseholds: number })[];
}

/** The programme's money in the ledger; `agrees` with its payments, unless transfers still wait to be posted. */
export interface ProgrammeBook {
  total: { pool: string; allotted: string; inPayment: string; paid: string };
  waiting: number;
  agrees: boolean;
  banners: { banner: string; allotted: string; inPayment: string; agrees: boolean }[];
}

type Decision = { decision: 'approve' | 'return'; remarks?: string };

export interface CompensationPaths {
  '/api/v1/compensation/programmes/{id}': Get<Id, never, Programme>;
  '/api/v1/compensation/programmes/{id}/calculate': Post<Id, object, unknown>;
  '/api/v1/compensation/programmes/{id}/review': Post<Id, Decision, Programme>;
  '/api/v1/compensation/programmes/{id}/notice': Post<Id, { from: string; contact: string }, unknown>;
  '/api/v1/compensation/programmes/{id}/approve': Post<Id, Decision, Programme>;
  '/api/v1/compensation/programmes/{id}/close': Post<Id, { remarks?: string }, Programme>;
  '/api/v1/compensation/programmes/{id}/runs/{run}': Get<Id & { run: string }, never, CompensationRun>;
  '/api/v1/compensation/programmes/{id}/allotments': Get<Id, Page & { banner: string }, Paged<Allotment>>;
  '/api/v1/compensation/allotments/{id}/explanation': Get<Id, never, Why>;
  '/api/v1/compensation/programmes/{id}/rosters': Get<Id, Page, Paged<Roster>>;
  '/api/v1/compensation/programmes/{id}/arrears': Get<Id, never, Arrears>;
  '/api/v1/compensation/programmes/{id}/book': Get<Id, never, ProgrammeBook>;
  '/api/v1/compensation/bank-templates': Get<never, never, { code: string; name?: Text }[]>;
  '/api/v1/compensation/programmes/{id}/batches': Get<Id, never, { items: Batch[] }> &
    Post<Id, { template: string }, unknown>;
}
