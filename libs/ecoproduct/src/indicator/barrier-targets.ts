/** Targets of the plan for the ecological barrier as data: config/ecoproduct/barrier-targets.yaml, read once and checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import type { Confidence, Text } from '@qingheng/sheet';
import { parse } from 'yaml';

export interface Target {
  year: number;
  /** Decimal, in the unit of the indicator. */
  value: string;
}

export interface BarrierIndicator extends Text {
  code: string;
  unit: string;
  better: 'more' | 'less';
  /** The target itself is not enough: it has to be passed. */
  strict?: boolean;
  targets: Target[];
  note?: Text;
}

export interface TargetSource {
  title: string;
  document: string;
  url: string;
  confidence: Confidence;
}

@Injectable()
export class BarrierTargets {
  readonly source: TargetSource;
  readonly all: readonly BarrierIndicator[];

  constructor({ configDir }: PlatformConfig) {
    const file = join(configDir, 'ecoproduct', 'barrier-targets.yaml');
    const { source, indicators } = parse(readFileSync(file, 'utf8')) as {
      source: TargetSource;
      indicators: BarrierIndicator[];
    };
    const wrong = indicators.filter(
      ({ code, zh, en, unit, better, targets }, i) =>
        !code ||
        indicators.findIndex((one) => one.code === code) !== i ||
        !zh ||
        !en ||
        !unit ||
        !['more', 'less'].includes(better) ||
        !targets?.length ||
        targets.some(({ year, value }) => !Number.isInteger(year) || !/^\d+(\.\d+)?$/.test(value)),
    );
    if (!source?.title || wrong.length)
      throw new Error(`${file} is not usable: ${wrong.map(({ code }) => code).join(', ')}`);
    this.source = source;
    this.all = indicators;
  }

  get(code: string): BarrierIndicator | undefined {
    return this.all.find((indicator) => indicator.code === code);
  }
}
