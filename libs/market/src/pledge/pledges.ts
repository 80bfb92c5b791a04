/**
 * Pledges: valued when they are asked for, by the last close or by a price with its source and day; lent on up to the value less a
 * haircut; released in part only as far as the rest still covers what is lent; handed on as a whole to another lender.
 */
import { Injectable } from '@nestjs/common';
import { type AssetRow, fromMinor, toMinor } from '@qingheng/ledger';
import { type Actor, type Page, pageOf, Role, systemActor, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { Prices } from '../history/prices';
import { refuse } from '../market.messages';
import type { NewOperationDto } from '../registry/operation.dto';
import { type OperationRule, RegistryRules } from '../registry/rules';
import type { PledgeDto } from './pledge.dto';
import { PLEDGE, type PledgeRow, viewOf } from './pledge.record';
import { less, limitOf, valueOf, yuan } from './valuation';

interface Asked {
  rule: OperationRule;
  asset: AssetRow;
  holder: string;
  /** Minor units; empty for all that is left. */
  amount: string;
  day: string;
  wish: NewOperationDto;
}

const DAY = 86_400_000;

@Injectable()
export class Pledges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: RegistryRules,
    private readonly prices: Prices,
  ) {}

  /** What the operation has to say of the pledge; refused with its figures where it does not hold. */
  async details(manager: EntityManager, asked: Asked): Promise<Record<string, string>> {
    switch (asked.rule.code) {
      case 'pledge':
        return this.valued(asked);
      case 'unpledge':
        return this.released(manager, asked);
      case 'transfer_pledge':
        return this.handedOn(manager, asked);
      default:
        return {};
    }
  }

  /** The trading centre, which releases and hands on pledges, sees all of them; others what the database shows. */
  list(
    actor: Actor,
    { limit, after, open }: { limit: number; after?: string; open?: boolean },
  ): Promise<Page<PledgeDto>> {
    return this.work.run(actor.roles.includes(Role.Trader) ? systemActor : actor, async (manager) => {
      const rows: PledgeRow[] = await manager.query(
        `${PLEDGE} WHERE p.status = 'posted' AND ($1::bigint IS NULL OR p.number < $1)
           AND ($2::boolean IS NOT TRUE OR h.resolved < h.amount) ORDER BY p.number DESC LIMIT $3`,
        [after ?? null, open ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, ({ number }) => [number]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  /** Of one account, for its statement: the account was seen by whoever asks, so its pledges may be. */
  ofAccount(account: string): Promise<PledgeDto[]> {
    return this.work.run(systemActor, async (manager) => {
      const rows: PledgeRow[] = await manager.query(
        `${PLEDGE} WHERE p.status = 'posted' AND h.account_id = $1 ORDER BY p.number`,
        [account],
      );
      return rows.map(viewOf);
    });
  }

  private async valued({ asset, amount, day, wish }: Asked): Promise<Record<string, string>> {
    const rule = this.rules.pledges.get(asset.kind)!;
    const haircut = wish.haircut ?? rule.haircut;
    if (less(haircut, rule.haircut))
      throw refuse('PLEDGE_HAIRCUT', { kind: asset.kind, least: rule.haircut, given: haircut });
    const price = await this.priceOf(asset, day, rule.price_age, wish);
    const value = valueOf(price.unitPrice, BigInt(amount), asset.scale);
    const details = { ...price, haircut, value: yuan(value), loan: yuan(BigInt(toMinor(wish.loan!, 2))) };
    covered(asset, BigInt(amount), details);
    return details;
  }

  /** Deals of others make the close, so it is looked up as the service. A close bounds what anybody may say of a price. */
  private async priceOf(
    asset: AssetRow,
    day: string,
    age: number,
    { unitPrice, priceSource, priceDate }: NewOperationDto,
  ): Promise<{ unitPrice: string; priceSource: string; priceDate: string }> {
    const fresh = (date: string): boolean => date <= day && Date.parse(day) - Date.parse(date) <= age * DAY;
    const last = await this.work.run(systemActor, (manager) => this.prices.closeBefore(manager, asset, day));
    const close = last && fresh(last.day) ? last : undefined;
    if (unitPrice === undefined) {
      if (!close) throw refuse('PLEDGE_PRICE_MISSING', { asset: asset.code, day, age });
      return { unitPrice: yuan(close.fen), priceSource: '收盘价 closing price', priceDate: close.day };
    }
    if (!priceSource?.trim() || !priceDate) throw refuse('PLEDGE_PRICE_SOURCE');
    if (!fresh(priceDate)) throw refuse('PLEDGE_PRICE_AGE', { date: priceDate, day, age });
    if (close && less(yuan(close.fen), unitPrice))
      throw refuse('PLEDGE_PRICE_ABOVE', { price: unitPrice, close: yuan(close.fen), on: close.day });
    return { unitPrice, priceSource: priceSource.trim(), priceDate };
  }

  /** Nothing to say where the hold is unknown: the book refuses that. */
  private async current(manager: EntityManager, { holder, wish }: Asked): Promise<PledgeRow | undefined> {
    const [row]: PledgeRow[] = await manager.query(
      `${PLEDGE} WHERE p.status = 'posted' AND h.id = $1 AND p.organisation_id = $2`,
      [wish.hold, holder],
    );
    return row;
  }

  private async released(manager: EntityManager, asked: Asked): Promise<Record<string, string>> {
    const row = await this.current(manager, asked);
    if (!row?.unit_price || asked.amount === '') return {};
    const rest = BigInt(row.left) - BigInt(asked.amount);
    if (rest <= 0n) return {};
    const loan = asked.wish.loan === undefined ? row.loan! : yuan(BigInt(toMinor(asked.wish.loan, 2)));
    covered(asked.asset, rest, {
      ...{ unitPrice: row.unit_price, priceSource: row.price_source!, priceDate: row.price_date! },
      ...{ haircut: row.haircut!, loan },
    });
    return { loan };
  }

  private async handedOn(manager: EntityManager, asked: Asked): Promise<Record<string, string>> {
    if (asked.amount !== '') throw refuse('PLEDGE_WHOLE');
    const row = await this.current(manager, asked);
    if (!row) return {};
    if (row.expires) throw refuse('PLEDGE_EXPIRES', { hold: row.hold });
    if (row.lender === asked.wish.lender!.trim()) throw refuse('PLEDGE_SAME_LENDER', { lender: row.lender });
    if (!row.unit_price) return {};
    return {
      ...{ unitPrice: row.unit_price, priceSource: row.price_source!, priceDate: row.price_date! },
      ...{ haircut: row.haircut!, loan: row.loan!, previousLender: row.lender },
      value: yuan(valueOf(row.unit_price, BigInt(row.left), asked.asset.scale)),
    };
  }
}

function covered(
  { unit, scale }: AssetRow,
  quantity: bigint,
  said: { unitPrice: string; priceSource: string; priceDate: string; haircut: string; loan: string },
): void {
  const value = valueOf(said.unitPrice, quantity, scale);
  const limit = limitOf(value, said.haircut);
  if (BigInt(toMinor(said.loan, 2)) <= limit) return;
  throw refuse('PLEDGE_LOAN', {
    ...{ loan: said.loan, limit: yuan(limit), quantity: fromMinor(quantity, scale), unit, value: yuan(value) },
    ...{ price: said.unitPrice, source: said.priceSource, date: said.priceDate, haircut: said.haircut },
  });
}
