/** Rules of the registry as data: config/registry, read once and checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig, type Role } from '@qingheng/platform';
import { parse } from 'yaml';

export type Confidence = 'official' | 'secondary' | 'provisional';

export interface AssetKind {
  kind: string;
  zh: string;
  en: string;
  unit: string;
  scale: number;
  serialised: boolean;
  operations: string[];
  /** What one unit carries that can be used once (config/registry/claims.yaml). */
  attribute?: string;
  confidence: Confidence;
  source: string;
}

export interface OperationRule {
  code: string;
  zh: string;
  en: string;
  from: string;
  to: string;
  /** The receiving account is the counterparty's. */
  other?: boolean;
  hold?: boolean;
  of?: boolean;
  roles: Role[];
  /** Who may approve, another person than who asked; absent: at once. */
  approve?: Role[];
  needs?: ('document' | 'reason' | 'counterparty' | 'lender' | 'year' | 'beneficiary' | 'into')[];
}

export interface ComplianceYear {
  year: number;
  vintages: number[];
  offset: string;
  /** Least and most multiple of the mean price of the month before the deadline, for each tonne short. */
  fine: [string, string];
  deadline: string;
  confidence: Confidence;
  source: string;
}

/** Which output of an issued account of a method is somebody's obligation or allocation. */
export interface VerifiedFigure {
  method: string;
  output: string;
  source: string;
  confidence: Confidence;
}

export interface CalendarTask {
  code: string;
  /** The compliance year it belongs to. */
  year: number;
  due: string;
  for: 'enterprise' | 'reviewer' | 'regulator';
  /** Done when nothing of the year is left to surrender. */
  settles?: boolean;
  zh: string;
  en: string;
  source: string;
  confidence: Confidence;
}

@Injectable()
export class RegistryRules {
  readonly assets: ReadonlyMap<string, AssetKind>;
  readonly operations: ReadonlyMap<string, OperationRule>;
  readonly years: ReadonlyMap<number, ComplianceYear>;
  readonly verified: Record<'obligation' | 'allocation', VerifiedFigure[]>;
  readonly calendar: readonly CalendarTask[];

  constructor({ configDir }: PlatformConfig) {
    const one = (name: string): unknown => parse(readFileSync(join(configDir, 'registry', name), 'utf8'));
    const read = <T>(name: string): T[] => one(name) as T[];
    this.verified = one('verified.yaml') as RegistryRules['verified'];
    this.calendar = read<CalendarTask>('calendar.yaml');
    this.assets = new Map(read<AssetKind>('assets.yaml').map((row) => [row.kind, row]));
    this.operations = new Map(read<OperationRule>('operations.yaml').map((row) => [row.code, row]));
    this.years = new Map(read<ComplianceYear>('compliance.yaml').map((row) => [row.year, row]));
    for (const { kind, operations } of this.assets.values())
      for (const code of operations)
        if (!this.operations.has(code))
          throw new Error(`config/registry: ${kind} allows ${code}, which is no operation`);
  }
}
