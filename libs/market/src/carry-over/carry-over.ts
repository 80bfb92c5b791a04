/** How much of old vintages may be carried over: floor(B + max(sold − bought, 0) × R), and not more than was held. */
import { Injectable } from '@nestjs/common';
import { AccountsService, type AssetRow } from '@qingheng/ledger';
import type { EntityManager } from 'typeorm';
import { refuse } from '../market.messages';
import { type CarryOverRule, type OperationRule, RegistryRules } from '../registry/rules';
import { formulaOf } from './formula';

interface Asked {
  rule: OperationRule;
  asset: AssetRow;
  holder: string;
  /** Tonnes, whole. */
  amount: string;
  into?: string;
  day: string;
  /** The operation itself, when it is checked a second time. */
  except?: string;
}

export interface CarryOverLimit {
  rule: CarryOverRule;
  sold: string;
  bought: string;
  /** What the formula gives, what was held on the day, and what an issued account says, if there is one. */
  formula: string;
  holding: string;
  issued: { number: string; tonnes: string } | null;
  limit: string;
  used: string;
  /** Years that were not settled in time: with one of them nothing is carried over. */
  late: { year: number; due: string; inTime: string; deadline: string }[];
}

const least = (figures: bigint[]): bigint => figures.reduce((a, b) => (b < a ? b : a));

@Injectable()
export class CarryOver {
  constructor(
    private readonly rules: RegistryRules,
    private readonly accounts: AccountsService,
  ) {}

  /** The holder stays locked until the transaction ends: two operations cannot both fit into the same limit. */
  async check(manager: EntityManager, { rule, asset, holder, amount, into, day, except }: Asked): Promise<void> {
    if (rule.code !== 'carry_over') return;
    const next = await this.accounts.asset(manager, into!);
    if (next.kind !== asset.kind || next.id === asset.id || (next.vintage ?? 0) <= (asset.vintage ?? 0))
      throw refuse('CARRY_OVER_ASSET', { asset: asset.code, into: next.code });
    const found = this.rules.carryOvers.find(
      (one) => one.from.includes(asset.vintage ?? 0) && one.into.includes(next.vintage ?? 0),
    );
    if (!found)
      throw refuse('CARRY_OVER_RULE', {
        ...{ asset: asset.code, into: next.code },
        known: this.rules.carryOvers.map((one) => `${one.from.join(' ')} → ${one.into.join(' ')}`).join('; '),
      });
    if (day > found.book_until)
      throw refuse('CARRY_OVER_LATE', { apply: found.apply_until, book: found.book_until, day });
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('carry_over'), hashtext($1))`, [holder]);
    const { late, ...figures } = await this.limit(manager, found, holder, except);
    if (late[0]) throw refuse('CARRY_OVER_ARREARS', late[0]);
    if (BigInt(figures.used) + BigInt(amount) <= BigInt(figures.limit)) return;
    throw refuse('CARRY_OVER_LIMIT', {
      ...{ limit: figures.limit, base: found.base, multiple: found.multiple, on: found.holding_on, asked: amount },
      ...{ sold: figures.sold, bought: figures.bought, formula: figures.formula, holding: figures.holding },
      ...{ issued: figures.issued?.tonnes ?? '–', used: figures.used },
    });
  }

  /** With every figure behind it. As somebody who sees the holder's deals and accounts. */
  async limit(manager: EntityManager, rule: CarryOverRule, holder: string, except?: string): Promise<CarryOverLimit> {
    const [{ sold, bought }] = await manager.query(
      `SELECT COALESCE(sum(quantity) FILTER (WHERE seller = $1), 0)::text AS sold,
         COALESCE(sum(quantity) FILTER (WHERE buyer = $1), 0)::text AS bought
       FROM (SELECT asset, seller_id AS seller, buyer_id AS buyer, quantity FROM market_deal WHERE trade_date BETWEEN $3 AND $4
         UNION ALL SELECT asset, organisation_id, counterparty_id, amount::bigint FROM registry_operation
           WHERE operation = 'transfer' AND status = 'posted' AND business_date BETWEEN $3 AND $4) t
       JOIN ledger_asset s ON s.code = t.asset AND s.kind = 'allowance' AND s.vintage = ANY($2)`,
      [holder, rule.from, ...rule.sales],
    );
    const [{ holding }] = await manager.query(
      `SELECT COALESCE(sum(a.posted - l.later), 0)::text AS holding FROM ledger_account a
       JOIN ledger_asset s ON s.id = a.asset_id AND s.kind = 'allowance' AND s.vintage = ANY($2)
       CROSS JOIN LATERAL (SELECT COALESCE((SELECT sum(amount) FROM ledger_transfer WHERE to_account = a.id AND business_date > $3), 0)
         - COALESCE((SELECT sum(amount) FROM ledger_transfer WHERE from_account = a.id AND business_date > $3), 0) AS later) l
       WHERE a.organisation_id = $1 AND a.purpose IN ('available', 'order_hold', 'pledge', 'judicial')`,
      [holder, rule.from, rule.holding_on],
    );
    const [{ used }] = await manager.query(
      `SELECT COALESCE(sum(p.amount::bigint), 0)::text AS used FROM registry_operation p
       JOIN ledger_asset s ON s.code = p.asset AND s.vintage = ANY($2)
       WHERE p.organisation_id = $1 AND p.operation = 'carry_over' AND p.status IN ('proposed', 'approved', 'posted')
         AND p.id IS DISTINCT FROM $3`,
      [holder, rule.from, except ?? null],
    );
    const issued = await this.issued(manager, rule, holder);
    const formula = formulaOf(rule, BigInt(sold) - BigInt(bought));
    const limit = least([formula, BigInt(holding), ...(issued ? [BigInt(issued.tonnes)] : [])]);
    return {
      ...{ rule, sold, bought, formula: `${formula}`, holding, issued, limit: `${limit}`, used },
      late: await this.late(manager, rule, holder),
    };
  }

  /** What an issued account of this year's carry-over allows; the last one counts. */
  private async issued(
    manager: EntityManager,
    { into }: CarryOverRule,
    holder: string,
  ): Promise<CarryOverLimit['issued']> {
    const figures = this.rules.verified.carry_over;
    const [row] = await manager.query(
      `SELECT t.number, floor((t.content->'outputs'->>f.output)::numeric)::text AS tonnes FROM statement t
       JOIN unnest($2::text[], $3::text[]) AS f(method, output) ON f.method = t.content->>'method'
       WHERE t.organisation_id = $1 AND extract(year FROM (t.content->>'periodEnd')::date) = ANY($4)
       ORDER BY t.number DESC LIMIT 1`,
      [holder, figures.map(({ method }) => method), figures.map(({ output }) => output), into],
    );
    return row ?? null;
  }

  private async late(manager: EntityManager, rule: CarryOverRule, holder: string): Promise<CarryOverLimit['late']> {
    const years = rule.settled.map((year) => this.rules.years.get(year)!);
    return manager.query(
      `SELECT b.year, b.due::text, y.deadline::text, COALESCE(p.done, 0)::text AS "inTime" FROM obligation b
       JOIN unnest($2::int[], $3::date[]) AS y(year, deadline) ON y.year = b.year
       LEFT JOIN LATERAL (SELECT sum(amount::bigint) AS done FROM registry_operation WHERE organisation_id = b.organisation_id
         AND year = b.year AND operation IN ('surrender', 'offset') AND status = 'posted' AND business_date <= y.deadline) p ON true
       WHERE b.organisation_id = $1 AND b.due > COALESCE(p.done, 0) ORDER BY b.year`,
      [holder, years.map(({ year }) => year), years.map(({ deadline }) => deadline)],
    );
  }
}
