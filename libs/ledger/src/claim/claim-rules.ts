/** What can be used once only and for what, as data: config/registry/claims.yaml, read once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PlatformConfig } from '@qingheng/platform';
import type { Text } from '@qingheng/sheet';
import { parse } from 'yaml';

export interface ClaimAttribute extends Text {
  code: string;
  /** Where it is always the same. */
  unit?: string;
  confidence: 'official' | 'secondary' | 'provisional';
  source: string;
}

export interface ClaimUse extends Text {
  code: string;
}

@Injectable()
export class ClaimRules {
  readonly attributes: ReadonlyMap<string, ClaimAttribute>;
  readonly uses: ReadonlyMap<string, ClaimUse>;

  constructor({ configDir }: PlatformConfig) {
    const file = join(configDir, 'registry', 'claims.yaml');
    const { attributes, uses } = parse(readFileSync(file, 'utf8')) as {
      attributes: ClaimAttribute[];
      uses: ClaimUse[];
    };
    this.attributes = new Map(attributes.map((row) => [row.code, row]));
    this.uses = new Map(uses.map((row) => [row.code, row]));
  }
}
