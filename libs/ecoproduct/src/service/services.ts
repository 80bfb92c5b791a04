/** Indicators of eco-product accounts as data: config/ecoproduct/services.yaml, read once and checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import { parse } from 'yaml';

export const CLASSES = ['provisioning', 'regulating', 'cultural'] as const;
export type ServiceClass = (typeof CLASSES)[number];
export type Limit = 'precipitation' | 'potential' | 'emission';

export interface Service {
  code: string;
  class: ServiceClass;
  /** Row of the SEEA EA supply and use tables. */
  seea: string;
  /** Attribute under which the no-double-use register knows it (config/registry/claims.yaml). */
  claim: string;
  /** Unit of the physical quantity. */
  unit: string;
  /** What its quantity cannot exceed. */
  limit?: Limit;
  zh: string;
  en: string;
  /** How published tables write it. */
  words: string[];
}

@Injectable()
export class Services {
  readonly all: readonly Service[];

  constructor({ configDir }: PlatformConfig) {
    this.all = readServices(parse(readFileSync(join(configDir, 'ecoproduct', 'services.yaml'), 'utf8')));
  }

  get(code: string): Service | undefined {
    return this.all.find((service) => service.code === code);
  }

  /** The service that a text names: its code, or the longest of the words that occur in it. */
  named(text: string): Service | undefined {
    const plain = text.trim().toLowerCase();
    let best: { service: Service; length: number } | undefined;
    for (const service of this.all) {
      if (service.code === plain) return service;
      for (const word of [service.zh, service.en, ...service.words]) {
        if (word.length > (best?.length ?? 0) && plain.includes(word.toLowerCase()))
          best = { service, length: word.length };
      }
    }
    return best?.service;
  }
}

export function readServices(rows: Service[]): Service[] {
  const codes = new Set<string>();
  const wrong = rows.filter(({ code, class: type, seea, claim, unit, zh, en, words }) => {
    const twice = codes.has(code) || codes.has(seea);
    codes.add(code).add(seea);
    return (
      twice || !/^[a-z-]+$/.test(code) || !CLASSES.includes(type) || !unit || !claim || !zh || !en || !words?.length
    );
  });
  if (wrong.length)
    throw new Error(`config/ecoproduct/services.yaml is not usable: ${wrong.map(({ code }) => code).join(', ')}`);
  return rows;
}
