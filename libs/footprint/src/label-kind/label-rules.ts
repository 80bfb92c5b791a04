/** Rules of labels as data: config/labels, read once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import type { Text } from '@qingheng/sheet';
import { parse } from 'yaml';

export type Confidence = 'official' | 'secondary' | 'provisional';
export const LABEL_KINDS = ['footprint', 'reduced', 'neutral'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

interface Sourced {
  confidence: Confidence;
  source: string;
}

export interface KindRule extends Text, Sourced {
  code: LabelKind;
  statement: Text;
  rules: Text[];
}

export interface CertificateTemplate extends Sourced {
  title: Text;
  valid_years: Sourced & { value: number };
  surveillance_months: Sourced & { value: number[] };
  fields: (Text & { key: string })[];
}

export interface ReadinessItem extends Text, Sourced {
  code: string;
  kind: 'computed' | 'declared';
}

@Injectable()
export class LabelRules {
  readonly kinds: ReadonlyMap<LabelKind, KindRule>;
  readonly certificate: CertificateTemplate;
  readonly readiness: readonly ReadinessItem[];

  constructor({ configDir }: PlatformConfig) {
    const read = <T>(name: string): T => parse(readFileSync(join(configDir, 'labels', name), 'utf8')) as T;
    this.kinds = new Map(read<KindRule[]>('kinds.yaml').map((rule) => [rule.code, rule]));
    this.certificate = read('certificate.yaml');
    this.readiness = read('readiness.yaml');
    for (const kind of LABEL_KINDS) if (!this.kinds.has(kind)) throw new Error(`config/labels: no rule for ${kind}`);
  }

  /** Days on which a label issued on `day` is due for surveillance, before it expires. */
  surveillance(day: string): string[] {
    return this.certificate.surveillance_months.value.map((months) => monthsAfter(day, months));
  }
}

/** The same day of a later month, or its last where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
