/** What a day's reconciliation allows: config/market/reconciliation.yaml, read once and checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { toMinor } from '@qingheng/ledger';
import { PlatformConfig } from '@qingheng/platform';
import type { Rules } from '@qingheng/reconciliation';
import { parse } from 'yaml';

@Injectable()
export class ReconciliationRules {
  readonly matching: Rules;
  /** Fen. */
  readonly writeOff: { each: bigint; day: bigint };
  /** Trading days. */
  readonly escalateAfter: number;

  constructor({ configDir }: PlatformConfig) {
    const { write_off, escalate_after, source, confidence, ...matching } = parse(
      readFileSync(join(configDir, 'market', 'reconciliation.yaml'), 'utf8'),
    );
    if (!source || !confidence || !Number.isInteger(escalate_after))
      throw new Error('config/market/reconciliation.yaml is not usable');
    this.matching = matching;
    this.writeOff = { each: BigInt(toMinor(write_off.each, 2)), day: BigInt(toMinor(write_off.day, 2)) };
    this.escalateAfter = escalate_after;
  }
}
