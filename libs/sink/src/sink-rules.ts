/** Rules of the room as data: config/sink, read once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { parse } from 'yaml';
import { checkStands, type StandRules } from './reserve/stand/stand-rules';
import type { RegistryRules } from './stage/stage-rules';
import type { Confidence, DiscountRule } from './uncertainty/discount';
import { readEquations, type TreeEquation } from './uncertainty/equations';
import type { ErrorSource } from './uncertainty/monte-carlo';

interface Sourced {
  confidence: Confidence;
  source: string;
}

export interface ComparedMethod {
  method: string;
  /** Where the run keeps what is measured on a plot. */
  table: string;
  stratum: string;
  column: string;
  unit: string;
  /** Only rows of this visit. */
  visit?: string;
  /** Outputs that are the stock at the end and at the beginning, t CO2e. */
  stock?: string;
  before?: string;
}

export interface VerificationRules {
  start: Sourced & { tolerance: string; materiality: string; sample: number };
  methods: ComparedMethod[];
  buffers: (Sourced & { method: string; least: string })[];
}

export interface GrowthCurve extends Sourced {
  code: string;
  zh: string;
  en: string;
  /** t CO2e per hectare and year of the stand's age: straight lines between the points. */
  points: { age: number; stock: string }[];
}

@Injectable()
export class SinkRules {
  readonly verification: VerificationRules;
  readonly discounts: DiscountRule[];
  readonly simulation: { draws: number; sources: (Sourced & ErrorSource & { zh: string; en: string })[] };
  readonly equations: TreeEquation[];
  readonly registry: RegistryRules;
  readonly curves: ReadonlyMap<string, GrowthCurve>;
  readonly stands: StandRules;

  constructor({ configDir }: PlatformConfig) {
    const read = <T>(name: string): T => parse(readFileSync(join(configDir, 'sink', name), 'utf8')) as T;
    this.verification = read('verification.yaml');
    this.discounts = read('discount-rules.yaml');
    this.simulation = read('simulation.yaml');
    this.registry = read('registry.yaml');
    this.equations = readEquations(configDir);
    this.curves = new Map(read<GrowthCurve[]>('growth.yaml').map((curve) => [curve.code, curve]));
    this.stands = checkStands(read('stands.yaml'), this.curves, this.equations);
  }

  compared(method: string): ComparedMethod | undefined {
    return this.verification.methods.find((one) => one.method === method);
  }
}
