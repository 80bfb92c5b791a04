/** What may settle an obligation: eligible vintages, offsets up to their limit, never more than is due. */
import { Injectable } from '@nestjs/common';
import type { AssetRow } from '@qingheng/ledger';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import { type OperationRule, RegistryRules } from '../registry/rules';

interface Wish {
  rule: OperationRule;
  asset: AssetRow;
  holder: string;
  year: number | null;
  /** Tonnes, whole. */
  amount: string;
  /** The operation itself, when it is checked a second time. */
  except?: string;
}

/** Whole tonnes: what is beyond is cut off. `share` is a decimal such as 0.05. */
export function shareOf(amount: bigint, share: string): bigint {
  const [whole = '0', decimals = ''] = share.split('.');
  return (amount * BigInt(whole + decimals)) / 10n ** BigInt(decimals.length);
}

@Injectable()
export class Surrender {
  constructor(private readonly rules: RegistryRules) {}

  /** The obligation stays locked until the transaction ends: two operations cannot both fit into the same remainder. */
  async check(manager: EntityManager, { rule, asset, holder, year, amount, except }: Wish): Promise<void> {
    if (rule.code !== 'surrender' && rule.code !== 'offset') return;
    const compliance = this.rules.years.get(year!);
    if (!compliance) throw refuse('NO_COMPLIANCE_RULE', { year: year! });
    const [obligation] = await manager.query(
      'SELECT due FROM obligation WHERE organisation_id = $1 AND year = $2 FOR UPDATE',
      [holder, year],
    );
    if (!obligation) throw refuse('NO_OBLIGATION', { year: year! });
    if (rule.code === 'surrender' && !compliance.vintages.includes(asset.vintage ?? 0))
      throw refuse('VINTAGE_NOT_ELIGIBLE', {
        asset: asset.code,
        year: year!,
        vintages: compliance.vintages.join(' '),
      });
    const [{ used, offset }] = await manager.query(
      `SELECT COALESCE(sum(amount::bigint), 0)::text AS used,
         COALESCE(sum(amount::bigint) FILTER (WHERE operation = 'offset'), 0)::text AS offset
       FROM registry_operation WHERE organisation_id = $1 AND year = $2 AND operation IN ('surrender', 'offset')
         AND status IN ('proposed', 'approved', 'posted') AND id IS DISTINCT FROM $3`,
      [holder, year, except ?? null],
    );
    const due = BigInt(obligation.due);
    const asked = BigInt(amount);
    if (BigInt(used) + asked > due)
      throw refuse('SURRENDER_OVER_DUE', { year: year!, left: String(due - BigInt(used)), asked: amount });
    const most = shareOf(due, compliance.offset);
    if (rule.code === 'offset' && BigInt(offset) + asked > most)
      throw refuse('OFFSET_OVER_LIMIT', {
        year: year!,
        share: compliance.offset,
        most: String(most),
        used: offset,
        asked: amount,
      });
  }
}
