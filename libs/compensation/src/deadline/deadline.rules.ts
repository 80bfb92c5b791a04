/** Deadlines as data: config/compensation/deadlines.yaml, read once and checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { parse } from 'yaml';

export const CODES = ['funds_unpaid', 'approval_due', 'answer_missing', 'decision_waiting'] as const;
export type DeadlineCode = (typeof CODES)[number];

export interface DeadlineRule {
  code: DeadlineCode;
  title: { zh: string; en: string };
  /** Calendar days after which it is late. */
  days: number;
  source: string;
  confidence: 'official' | 'secondary' | 'provisional';
}

@Injectable()
export class DeadlineRules {
  readonly all: readonly DeadlineRule[];

  constructor({ configDir }: PlatformConfig) {
    this.all = readRules(parse(readFileSync(join(configDir, 'compensation', 'deadlines.yaml'), 'utf8')));
  }
}

export function readRules(rules: DeadlineRule[]): DeadlineRule[] {
  const wrong = CODES.filter((code) => {
    const [rule, ...more] = rules.filter((one) => one.code === code);
    return !rule || more.length || !(Number.isInteger(rule.days) && rule.days >= 0 && rule.source && rule.title?.zh);
  });
  if (wrong.length || rules.length !== CODES.length)
    throw new Error(`config/compensation/deadlines.yaml is not usable: ${wrong.join(', ') || 'unknown codes'}`);
  return rules;
}
