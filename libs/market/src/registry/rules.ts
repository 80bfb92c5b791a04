/** Rules of the registry as data: config/registry, read once and checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig, type Role } from '@qingheng/platform';
import { parse } from 'yaml';
import { refuse } from '../market.messages';

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
  /** Whether a series of it runs from a day to a day: it must say so, or it may. */
  term?: 'required' | 'optional';
  /** What a series of it stands on: the name of who answers for that (libs/ledger/src/account/backings.ts). */
  behind?: string;
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
  needs?: ('document' | 'reason' | 'counterparty' | 'lender' | 'loan' | 'year' | 'beneficiary' | 'into')[];
  /** With units whose term is over: `also`, or `only` then; absent: not any more. */
  ended?: 'also' | 'only';
}

/** How a lender's security in units of a kind is valued. */
export interface PledgeRule {
  kind: string;
  /** Least share by which the value is lowered before it is lent on; a lender may take more. */
  haircut: string;
  /** How old a price may be, in days. */
  price_age: number;
  confidence: Confidence;
  source: string;
}

/** E26: floor(base + max(net sales, 0) × multiple), and not more than was held. All dates inclusive. */
export interface CarryOverRule {
  /** Vintages that are carried, and into which. */
  from: number[];
  into: number[];
  base: string;
  multiple: string;
  /** First and last day of the sales and purchases that count. */
  sales: [string, string];
  holding_on: string;
  /** Last day of applications, and on which the last of them is booked. */
  apply_until: string;
  book_until: string;
  /** Years whose surrender must have been in time. */
  settled: number[];
  confidence: Confidence;
  source: string;
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
  readonly verified: Record<'obligation' | 'allocation' | 'carry_over', VerifiedFigure[]>;
  readonly calendar: readonly CalendarTask[];
  readonly pledges: ReadonlyMap<string, PledgeRule>;
  readonly carryOvers: readonly CarryOverRule[];

  constructor({ configDir }: PlatformConfig) {
    const one = (name: string): unknown => parse(readFileSync(join(configDir, 'registry', name), 'utf8'));
    const read = <T>(name: string): T[] => one(name) as T[];
    this.verified = one('verified.yaml') as RegistryRules['verified'];
    this.calendar = read<CalendarTask>('calendar.yaml');
    this.carryOvers = read<CarryOverRule>('carry-over.yaml');
    this.pledges = new Map(read<PledgeRule>('pledge.yaml').map((row) => [row.kind, row]));
    this.assets = new Map(read<AssetKind>('assets.yaml').map((row) => [row.kind, row]));
    this.operations = new Map(read<OperationRule>('operations.yaml').map((row) => [row.code, row]));
    this.years = new Map(read<ComplianceYear>('compliance.yaml').map((row) => [row.year, row]));
    for (const { kind, operations } of this.assets.values())
      for (const code of operations)
        if (!this.operations.has(code))
          throw new Error(`config/registry: ${kind} allows ${code}, which is no operation`);
    for (const { kind, operations } of this.assets.values())
      if (operations.includes('pledge') && !this.pledges.has(kind))
        throw new Error(`config/registry/pledge.yaml says nothing of ${kind}, which may be pledged`);
  }

  operation(code: string): OperationRule {
    const rule = this.operations.get(code);
    if (!rule)
      throw refuse('OPERATION_NOT_ALLOWED', {
        kind: '-',
        operation: code,
        allowed: [...this.operations.keys()].join(' '),
      });
    return rule;
  }
}
