import type { Claim } from '@qingheng/ledger';
import type { Explanation, ParameterUse, Row, RunResult, Sheet, Text } from '@qingheng/sheet';
import type { LabelView } from '../label/label.service';
import type { Readiness } from '../readiness/readiness.service';
import type { CertificateTemplate, KindRule } from '../label-kind/label-rules';

/** Everything that stands behind a label, as it is now. */
export interface Dossier {
  label: LabelView;
  jws: string;
  kind: KindRule;
  /** As printed, in the order of the template. */
  certificate: { title: Text; fields: (Text & { key: string; value: Text })[]; template: CertificateTemplate };
  surveillance: string[];
  organisation: { name: string; creditCode: string | null };
  filing: { id: string; number: string; title: string; region: string; createdBy: string; createdAt: string };
  run: { id: string; asOf: string; finishedAt: string | null } & Pick<RunResult, Hashes>;
  sheet: Sheet;
  /** As the expert wrote it, where the installation still has it. */
  sheetYaml?: string;
  /** As it went into the calculation. */
  input: RunResult['tables'];
  /** Parameters that the filing gave: a rerun needs them. */
  parametersGiven: Row;
  result: RunResult;
  factors: Factor[];
  parameters: ParameterUse[];
  references: { table: string; resultHash: string }[];
  explanation: Explanation;
  reviews: { at: string; by: string; decision: string; text: string }[];
  claims: Claim[];
  readiness: Readiness[];
  audit: AuditReference[];
  publicUrl: string;
}

type Hashes = 'sheetHash' | 'parameterHash' | 'inputHash' | 'resultHash';

export interface Factor {
  place: string;
  id: string;
  version: string;
  name: Text;
  source: string;
  confidence: string;
}

export interface AuditReference {
  seq: string;
  at: string;
  action: string;
  by: string | null;
  hash: string;
}
