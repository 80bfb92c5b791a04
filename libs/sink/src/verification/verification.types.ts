export interface NewVerification {
  tolerance: string;
  materiality: string;
  basis: string;
  bufferShare: string;
  bufferBasis: string;
  /** Share of the plots of each stratum to measure again. */
  sample?: number;
}

export interface NewMeasurement {
  plot: string;
  value: string;
  measuredOn: string;
  note?: string;
}

export const FINDING_KINDS = ['corrective', 'clarification', 'forward'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface NewFinding {
  kind: FindingKind;
  plot?: string;
  text: string;
}

interface Person {
  id: string;
  name: string;
}

export interface VerificationRow {
  id: string;
  number: string;
  organisationId: string;
  projectId: string;
  periodId: string;
  filingId: string;
  runId: string;
  resultHash: string;
  verifier: Person;
  tolerance: string;
  materiality: string;
  basis: string;
  bufferShare: string;
  bufferBasis: string;
  sample: string[];
  status: 'open' | 'passed' | 'failed';
  statement: string | null;
  openedAt: Date;
  decidedAt: Date | null;
}

export interface PlotView {
  plot: string;
  stratum: string;
  ownerValue: string;
  verifierValue: string;
  within: boolean;
  measuredOn: string;
  note: string | null;
}

export interface FindingView {
  number: number;
  kind: FindingKind;
  plot: string | null;
  text: string;
  status: 'open' | 'answered' | 'closed';
  answer: string | null;
  conclusion: string | null;
  raisedBy: Person;
  raisedAt: Date;
  answeredBy: Person | null;
  answeredAt: Date | null;
  closedBy: Person | null;
  closedAt: Date | null;
}

export interface VerificationView extends VerificationRow {
  method: string;
  unit: string;
  candidates: { plot: string; stratum: string; value: string }[];
  plots: PlotView[];
  findings: FindingView[];
  /** Of all plots measured again together, relative; null while there are none. */
  error: string | null;
}

export const SELECT_VERIFICATION = `SELECT v.id, v.number, v.organisation_id AS "organisationId", v.project_id AS "projectId",
  v.period_id AS "periodId", v.filing_id AS "filingId", v.run_id AS "runId", v.result_hash AS "resultHash", v.verifier,
  trim_scale(v.tolerance)::text AS tolerance, trim_scale(v.materiality)::text AS materiality, v.basis,
  trim_scale(v.buffer_share)::text AS "bufferShare", v.buffer_basis AS "bufferBasis", v.sample, v.status, v.statement,
  v.opened_at AS "openedAt", v.decided_at AS "decidedAt" FROM sink_verification v`;

export const SELECT_PLOT = `SELECT plot, stratum, owner_value::text AS "ownerValue", verifier_value::text AS "verifierValue", within,
  measured_on::text AS "measuredOn", note FROM sink_verification_plot WHERE verification_id = $1 ORDER BY stratum, plot`;

export const SELECT_FINDING = `SELECT number, kind, plot, text, status, answer, conclusion, raised_by AS "raisedBy",
  raised_at AS "raisedAt", answered_by AS "answeredBy", answered_at AS "answeredAt", closed_by AS "closedBy",
  closed_at AS "closedAt" FROM sink_finding WHERE verification_id = $1 ORDER BY number`;
