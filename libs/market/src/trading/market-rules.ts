/** What may be offered, in which sizes, within which band, at what fee: config/market/rules.yaml, read once and checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { parse } from 'yaml';
import type { Confidence } from '../registry/rules';

export type Mode = 'listed' | 'block' | 'auction';

export interface MarketRule {
  kind: string;
  mode: Mode;
  /** First day on which it holds. */
  from: string;
  /** Smallest and largest quantity of an order, in the unit of the asset. */
  least: string;
  most?: string;
  /** Largest move against the previous close, as a share of it. */
  band?: string;
  /** Share of the amount that each side pays. */
  fee: string;
  source: string;
  confidence: Confidence;
}

const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;

@Injectable()
export class MarketRules {
  readonly all: readonly MarketRule[];

  constructor({ configDir }: PlatformConfig) {
    this.all = readMarketRules(
      parse(readFileSync(join(configDir, 'market', 'rules.yaml'), 'utf8'), { schema: 'failsafe' }),
    );
  }

  /** The rule of the day; undefined where the kind is not traded that way. */
  on(day: string, kind: string, mode: Mode): MarketRule | undefined {
    return this.all
      .filter((rule) => rule.kind === kind && rule.mode === mode && rule.from <= day)
      .reduce<MarketRule | undefined>((last, rule) => (last && last.from > rule.from ? last : rule), undefined);
  }
}

export function readMarketRules(rules: MarketRule[]): MarketRule[] {
  const wrong = rules.flatMap((rule, i) => {
    const amounts = [rule.least, rule.fee, rule.most ?? '0', rule.band ?? '0'];
    const sound =
      ['listed', 'block', 'auction'].includes(rule.mode) &&
      /^\d{4}-\d{2}-\d{2}$/.test(rule.from) &&
      amounts.every((amount) => DECIMAL.test(amount)) &&
      rule.source;
    return sound ? [] : [`${i + 1} (${rule.kind} ${rule.mode})`];
  });
  if (wrong.length) throw new Error(`config/market/rules.yaml is not usable at entry ${wrong.join(', ')}`);
  return rules;
}
