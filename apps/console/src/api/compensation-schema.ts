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
type Browse<Q, T> = {
  get: {
    parameters: { query?: Q; path?: never; header?: never; cookie?: never };
    requestBody?: never;
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
  /** What is left of it after decisions. */
  due: string;
  decisions: Pick<Decision, 'number' | 'kind' | 'reason' | 'document' | 'clause' | 'lines'>[];
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
  held: string;
  withheld: string;
  recovered: string;
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

export const decisionKinds = ['hold', 'release', 'reduce', 'stop', 'restore', 'recover'] as const;
export type DecisionKind = (typeof decisionKinds)[number];
export interface Decision {
  id: string;
  number: string;
  household: string;
  banner: string;
  kind: DecisionKind;
  amount: string | null;
  outstanding: string | null;
  reason: string;
  document: { title: string; number?: string; date?: string };
  clause: string;
  status: 'proposed' | 'confirmed' | 'rejected';
  proposedBy: { id: string; name: string };
  remarks: string;
  lines: { kind: string; amount: string; reference: string; on: string }[];
}

export interface BannerChange {
  banner: string;
  before: string;
  after: string;
  change: string;
  joined: number;
  left: number;
  raised: number;
  lowered: number;
  same: number;
}

export interface ProgrammeParameter {
  id: string;
  name: string;
  region: string;
  value: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  confidence: 'official' | 'secondary' | 'provisional';
}
type NewParameter = Omit<ProgrammeParameter, 'id' | 'validTo'> & { validTo?: string };

export interface Deadline {
  programmeId: string;
  number: string;
  title: string;
  code: string;
  subject: string;
  due: string;
  daysLate: number;
  rule: { title: Text; source: string; confidence: 'official' | 'secondary' | 'provisional' };
}

export interface Parcel {
  id: string;
  contract: string;
  household: string;
  banner: string;
  code: string;
  kind: 'ban' | 'balance';
  areaMu: string;
  from: string;
  to: string;
  claims: { scheme: string; from: string; to: string }[];
}

export interface Fine {
  id: string;
  number: string;
  household: string;
  banner: string;
  amount: string;
  reason: string;
  document: { title: string; number?: string; date?: string };
  status: 'proposed' | 'imposed' | 'rejected' | 'paid';
  slip: string;
  proposedBy: { id: string; name: string };
}

export interface Finding {
  id: string;
  household: string;
  banner: string;
  overstock: string;
  mayWithhold: boolean;
  fine: string;
  decisions: Pick<Decision, 'number' | 'kind' | 'status'>[] | null;
}

interface ParcelCheck {
  differences: { household: string; banner: string; kind: 'ban' | 'balance'; roster: string; register: string }[];
  claimed: { code: string; household: string; scheme: string; from: string; to: string; count: number }[];
}

type Verdict = { decision: 'approve' | 'return'; remarks?: string };

export interface CompensationPaths {
  '/api/v1/compensation/programmes/{id}': Get<Id, never, Programme>;
  '/api/v1/compensation/programmes/{id}/calculate': Post<Id, object, unknown>;
  '/api/v1/compensation/programmes/{id}/review': Post<Id, Verdict, Programme>;
  '/api/v1/compensation/programmes/{id}/notice': Post<Id, { from: string; contact: string }, unknown>;
  '/api/v1/compensation/programmes/{id}/approve': Post<Id, Verdict, Programme>;
  '/api/v1/compensation/programmes/{id}/close': Post<Id, { remarks?: string }, Programme>;
  '/api/v1/compensation/programmes/{id}/runs/{run}': Get<Id & { run: string }, never, CompensationRun>;
  '/api/v1/compensation/programmes/{id}/allotments': Get<Id, Page & { banner: string }, Paged<Allotment>>;
  '/api/v1/compensation/allotments/{id}/explanation': Get<Id, never, Why>;
  '/api/v1/compensation/programmes/{id}/rosters': Get<Id, Page, Paged<Roster>>;
  '/api/v1/compensation/programmes/{id}/arrears': Get<Id, never, Arrears>;
  '/api/v1/compensation/programmes/{id}/decisions': Get<Id, Page & { status?: string }, Paged<Decision>> &
    Post<
      Id,
      Pick<Decision, 'household' | 'kind' | 'reason' | 'document'> & { amount?: string; clause?: string },
      Decision
    >;
  '/api/v1/compensation/decisions/{id}/confirm': Post<Id, object, Decision>;
  '/api/v1/compensation/decisions/{id}/reject': Post<Id, { remarks: string }, Decision>;
  '/api/v1/compensation/programmes/{id}/runs/{run}/changes': Get<
    Id & { run: string },
    never,
    { before: string | null; banners: BannerChange[] }
  >;
  '/api/v1/compensation/programmes/{id}/runs/{run}/changed-households': Get<
    Id & { run: string },
    Page & { banner: string },
    { items: { number: string; before: string | null; after: string | null; change: string }[] }
  >;
  '/api/v1/compensation/programmes/{id}/parameters': Get<Id, never, ProgrammeParameter[]> &
    Post<Id, NewParameter, ProgrammeParameter>;
  '/api/v1/compensation/programmes/{id}/parameters/{parameter}': {
    delete: {
      parameters: { query?: never; path: Id & { parameter: string }; header?: never; cookie?: never };
      requestBody?: never;
      responses: { 204: { headers: Record<string, unknown>; content?: never } };
    };
  };
  '/api/v1/compensation/programmes/{id}/parcel-check': Get<Id, never, ParcelCheck>;
  '/api/v1/compensation/programmes/{id}/findings': Get<Id, Page, Paged<Finding>>;
  '/api/v1/compensation/grassland/parcels': Browse<Page & { household?: string }, Paged<Parcel>>;
  '/api/v1/compensation/grassland/fines': Browse<Page, Paged<Fine>> &
    Post<never, Pick<Fine, 'household' | 'banner' | 'amount' | 'reason' | 'document'>, Fine>;
  '/api/v1/compensation/grassland/fines/{id}/decide': Post<Id, { impose: boolean }, Fine>;
  '/api/v1/compensation/grassland/fines/{id}/payment': Post<Id, { slip: string }, Fine>;
  '/api/v1/compensation/deadlines': Browse<never, { items: Deadline[] }>;
  '/api/v1/compensation/programmes/{id}/book': Get<Id, never, ProgrammeBook>;
  '/api/v1/compensation/bank-templates': Browse<
    never,
    { id: string; title: Text; confidence: 'official' | 'secondary' | 'provisional' }[]
  >;
  '/api/v1/compensation/programmes/{id}/batches': Get<Id, never, { items: Batch[] }> &
    Post<Id, { template: string }, unknown>;
}
