/** How an obligation can be met with what is held: offsets within their limit, then the oldest allowances that count; what is missing. */
import { Injectable } from '@nestjs/common';
import { fromMinor } from '@qingheng/ledger';
import { type Actor, refuse as refuseAny, UnitOfWork } from '@qingheng/platform';
import { Prices } from '../history/prices';
import { RegistryRules } from '../registry/rules';
import type { SurrenderPlanDto } from './obligation.dto';
import { shareOf } from './surrender';

interface Holding {
  id: number;
  asset: string;
  kind: string;
  vintage: number | null;
  scale: number;
  posted: string;
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);

@Injectable()
export class PlanService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: RegistryRules,
    private readonly prices: Prices,
  ) {}

  /** All in whole tonnes and yuan. Prices are the last before today, with their day. */
  plan(actor: Actor, organisation: string, year: number): Promise<SurrenderPlanDto> {
    return this.work.run(actor, async (manager) => {
      const rule = this.rules.years.get(year);
      const [row] = await manager.query(
        `SELECT due::text, (SELECT COALESCE(sum(amount::bigint), 0)::text FROM registry_operation p
             WHERE p.organisation_id = b.organisation_id AND p.year = b.year AND p.operation IN ('surrender', 'offset')
               AND p.status IN ('proposed', 'approved', 'posted')) AS used,
           (SELECT COALESCE(sum(amount::bigint), 0)::text FROM registry_operation p
             WHERE p.organisation_id = b.organisation_id AND p.year = b.year AND p.operation = 'offset'
               AND p.status IN ('proposed', 'approved', 'posted')) AS offset,
           (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today
         FROM obligation b WHERE organisation_id = $1 AND year = $2`,
        [organisation, year],
      );
      if (!row || !rule) throw refuseAny('NOT_FOUND');
      const holdings: Holding[] = await manager.query(
        `SELECT s.id, s.code AS asset, s.kind, s.vintage, s.scale, sum(a.posted)::text AS posted FROM ledger_account a
         JOIN ledger_asset s ON s.id = a.asset_id
         WHERE a.organisation_id = $1 AND a.purpose = 'available' AND a.posted > 0 AND s.kind IN ('allowance', 'ccer')
         GROUP BY s.id ORDER BY s.vintage NULLS LAST, s.code`,
        [organisation],
      );
      const due = BigInt(row.due);
      let left = due - BigInt(row.used);
      let room = min(shareOf(due, rule.offset) - BigInt(row.offset), left);
      const steps: SurrenderPlanDto['steps'] = [];
      const use = (operation: 'offset' | 'surrender', { asset, posted }: Holding, most: bigint): bigint => {
        const amount = min(BigInt(posted), most);
        if (amount > 0n)
          steps.push({ operation, asset, amount: String(amount), remains: String(BigInt(posted) - amount) });
        left -= amount;
        return amount;
      };
      for (const held of holdings.filter(({ kind }) => kind === 'ccer')) room -= use('offset', held, room);
      for (const held of holdings.filter(
        ({ kind, vintage }) => kind === 'allowance' && rule.vintages.includes(vintage!),
      ))
        use('surrender', held, left);
      const code = `CEA${String(rule.vintages.at(-1)).slice(2)}`;
      const price = await this.prices.closeBefore(manager, { code, scale: 0 } as never, row.today);
      const cost = price && left > 0n ? fromMinor(price.fen * left, 2) : null;
      const fine = (times: string) => (price && left > 0n ? fromMinor(price.fen * left * BigInt(times), 2) : null);
      return {
        due: row.due,
        used: row.used,
        steps,
        offsetRoom: String(room > 0n ? room : 0n),
        shortfall: String(left),
        price: price ? { asset: code, yuan: fromMinor(price.fen, 2), on: price.day } : null,
        cost,
        fineFrom: fine(rule.fine[0]),
        fineTo: fine(rule.fine[1]),
        deadline: rule.deadline,
        source: rule.source,
        confidence: rule.confidence,
      };
    });
  }
}
