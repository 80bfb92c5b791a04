/** Price indices from config/prices/deflators.csv: chained from year to year, exact. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { type Confidence, Rational } from '@qingheng/sheet';
import { parse } from 'csv-parse/sync';

export interface Deflator {
  key: string;
  year: number;
  /** The year before is 100. */
  index: string;
  source: string;
  confidence: Confidence;
}

@Injectable()
export class Deflators {
  readonly all: readonly Deflator[];

  constructor({ configDir }: PlatformConfig) {
    const file = join(configDir, 'prices', 'deflators.csv');
    const rows = parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[];
    this.all = rows.map(({ key, year, index, source, confidence }) => {
      if (!/^[1-9]\d{0,3}(\.\d{1,4})?$/.test(index!) || !/^\d{4}$/.test(year!) || !source)
        throw new Error(`${file}: ${key} ${year} is no index with a source: ${index}`);
      return { key: key!, year: Number(year), index: index!, source, confidence: confidence as Confidence };
    });
  }

  /** What a price of one year is in another; undefined where a year between them has no index. */
  factor(from: number, to: number, key = 'cpi'): { factor: Rational; used: Deflator[] } | undefined {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const used = this.all.filter((one) => one.key === key && one.year > low && one.year <= high);
    if (used.length !== high - low) return undefined;
    const chain = used.reduce((all, { index }) => all.mul(Rational.parse(index)).div(HUNDRED), Rational.ONE);
    return { factor: from < to ? chain : Rational.ONE.div(chain), used };
  }
}

const HUNDRED = Rational.of(100);
