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
  deadline: string;
  confidence: Confidence;
  source: string;
}

@Injectable()
export class RegistryRules {
  readonly assets: ReadonlyMap<string, AssetKind>;
  readonly operations: ReadonlyMap<string, OperationRule>;
  readonly years: ReadonlyMap<number, ComplianceYear>;

  constructor({ configDir }: PlatformConfig) {
    const read = <T>(name: string): T[] => parse(readFileSync(join(configDir, 'registry', name), 'utf8')) as T[];
    this.assets = new Map(read<AssetKind>('assets.yaml').map((row) => [row.kind, row]));
    this.operations = new Map(read<OperationRule>('operations.yaml').map((row) => [row.code, row]));
    this.years = new Map(read<ComplianceYear>('compliance.yaml').map((row) => [row.year, row]));
    for (const { kind, operations } of this.assets.values())
      for (const code of operations)
        if (!this.operations.has(code))
          throw new Error(`config/registry: ${kind} allows ${code}, which is no operation`);
  }
}
