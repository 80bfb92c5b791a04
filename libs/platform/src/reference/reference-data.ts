/** Reference data as it stands in config/, row by row, under the names of the database's columns. */
import type { Confidence, Fault } from '@qingheng/sheet';

export interface Sourced {
  source_title: string;
  source_clause: string | null;
  source_url: string | null;
  confidence: Confidence;
}

export interface FactorRow extends Sourced {
  id: string;
  category: string;
  name_zh: string;
  name_en: string;
  /** Decimal as printed. Null where the source gives a range: then `low` and `high` are there. */
  value: string | null;
  unit: string;
  low: string | null;
  high: string | null;
  gas: string | null;
  stage: string | null;
  /** Code of a region or prefix of one; null = not stated. */
  region: string | null;
  valid_from: string | null;
  valid_to: string | null;
  year_label: string | null;
  unit_note: string | null;
}

export interface GwpRow extends Sourced {
  set_id: string;
  report: string;
  table_title: string;
  gas: string;
  horizon: string;
  value: string;
  unit: string;
  factor_id: string | null;
}

export interface RegionRow {
  code: string;
  name_zh: string;
  name_en: string;
  level: string;
  kind: string;
  parent: string | null;
}

/** One file of config/: its path below that folder, with forward slashes. */
export interface ReferenceFile {
  path: string;
  bytes: Buffer;
}

export interface ReferenceData {
  factors: FactorRow[];
  gwpValues: GwpRow[];
  regions: RegionRow[];
}

/** Every fault of the reference data: `table` is the file, `row` the line in it. */
export class ReferenceFaults extends Error {
  constructor(readonly faults: Fault[]) {
    super(faults.map((f) => `${f.table}:${f.row ?? '-'} ${f.column ?? '-'}: ${f.message.en}`).join('\n'));
    this.name = 'ReferenceFaults';
  }
}
