/** Rule sets and the price book, read once from config; a fault in them stops the start and is named. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Confidence, Row, Text } from '@qingheng/sheet';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

export const CLASSES = ['material', 'regulating', 'cultural'] as const;

/** A price for all rows, or one for each value of a column. */
export type PriceOf = string | { by: string; of: Record<string, string> };

export interface Indicator {
  code: string;
  class: (typeof CLASSES)[number];
  title: Text;
  sheet: string;
  table: string;
  output: string;
  /** Code of the indicator whose rows it takes. */
  shares?: string;
  formula?: Row;
  parameters?: Record<string, string>;
  prices?: Record<string, PriceOf>;
}

export interface RuleSet {
  id: string;
  title: Text;
  default?: boolean;
  valid: { from: string };
  deducts_outside: boolean;
  price_year: number;
  source: { title: string; clause: string; confidence: Confidence };
  note: Text;
  indicators: Indicator[];
  /** SHA-256 of its file: a result names it. */
  hash: string;
}

export interface Price {
  key: string;
  year: number;
  value: string;
  unit: string;
  name: Text;
  source: string;
  confidence: Confidence;
  note: string;
}

export interface SampleData {
  id: string;
  title: Text;
  source: string;
  data: Record<string, Row[]>;
}

export interface RuleBook {
  sets: RuleSet[];
  prices: Price[];
  samples: SampleData[];
}

export function readRuleBook(configDir: string): RuleBook {
  const folder = join(configDir, 'rule-sets');
  const sets: RuleSet[] = [];
  const samples: SampleData[] = [];
  for (const name of readdirSync(folder).sort()) {
    const text = name.endsWith('.yaml') ? readFileSync(join(folder, name), 'utf8') : undefined;
    if (text === undefined) continue;
    if (name.endsWith('.data.yaml')) samples.push({ id: name.slice(0, -10), ...parseYaml(text) });
    else sets.push(checked(name, { ...parseYaml(text), hash: createHash('sha256').update(text).digest('hex') }));
  }
  const rows = parseCsv(readFileSync(join(configDir, 'prices', 'eco-products.csv')), { columns: true, bom: true });
  const prices = (rows as Record<string, string>[]).map(
    ({ key, year, value, unit, name_zh, name_en, source, confidence, note }): Price => {
      if (!/^\d+(\.\d+)?$/.test(value!))
        throw new Error(`prices/eco-products.csv: ${key} ${year} is not a price: ${value}`);
      return {
        ...{ key: key!, year: Number(year), value: value!, unit: unit!, name: { zh: name_zh!, en: name_en! } },
        ...{ source: source!, confidence: confidence as Confidence, note: note ?? '' },
      };
    },
  );
  const known = new Set(prices.map(({ key }) => key));
  for (const { id, indicators } of sets)
    for (const { code, prices: named = {} } of indicators)
      for (const price of Object.values(named))
        for (const key of typeof price === 'string' ? [price] : Object.values(price.of))
          if (!known.has(key)) throw new Error(`rule set ${id}, ${code}: no price is called ${key}`);
  return { sets, prices, samples };
}

function checked(name: string, set: RuleSet): RuleSet {
  const codes = new Set<string>();
  for (const indicator of set.indicators) {
    if (codes.has(indicator.code) || !CLASSES.includes(indicator.class))
      throw new Error(`rule-sets/${name}: ${indicator.code} occurs twice or has no class`);
    codes.add(indicator.code);
  }
  return set;
}

/** The last price not after the year. */
export function priceOf(prices: readonly Price[], key: string, year: number): Price | undefined {
  const rows = prices.filter((price) => price.key === key && price.year <= year);
  return rows.sort((a, b) => b.year - a.year)[0];
}
