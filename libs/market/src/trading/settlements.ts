/** What every way of trading needs: sizes, prices, entries of the book within the transaction, holds given back. */
import { Injectable } from '@nestjs/common';
import { type AssetRow, fromMinor, LedgerService, type Leg, toMinor } from '@qingheng/ledger';
import { type Actor, faultOf } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import type { MarketRule } from './market-rules';
import { feeOf } from './pricing';
import { refuseTrade as refuse } from './trading.messages';

export const MONEY = { code: 'CNY', kind: 'money', unit: '元', scale: 2 } as const;
const ROUTE = 'market';

@Injectable()
export class Settlements {
  constructor(private readonly ledger: LedgerService) {}

  /** Within this transaction: with what the book refuses, everything else is undone as well. Returns the request. */
  async post(
    manager: EntityManager,
    actor: Actor,
    key: string,
    reference: string,
    businessDate: string,
    legs: Leg[],
  ): Promise<string> {
    const command = { legs, businessDate, reference, maker: actor.userId };
    const { request, code, detail } = await this.ledger.within(manager, { route: ROUTE, key, command });
    if (code === 'POSTED') return request;
    if (code === 'LIMIT') throw await this.notEnough(manager, legs, detail!);
    throw refuse('NOT_SETTLED', { code });
  }

  /** What is left of a hold goes back to where it came from. */
  async giveBack(manager: EntityManager, actor: Actor, of: { id: string; hold: string }, today: string): Promise<void> {
    const [hold] = await manager.query(
      `SELECT account_id AS held, origin_account AS origin FROM ledger_hold WHERE id = $1 AND resolved < amount`,
      [of.hold],
    );
    if (!hold) return;
    await this.post(manager, actor, `release/${of.id}`, of.id, today, [
      { kind: 'release', from: hold.held, to: hold.origin, of: of.hold },
    ]);
  }

  private async notEnough(
    manager: EntityManager,
    legs: Leg[],
    detail: Record<string, string | number>,
  ): Promise<Error> {
    const [row] = await manager.query(
      'SELECT s.code, s.scale FROM ledger_account a JOIN ledger_asset s ON s.id = a.asset_id WHERE a.id = $1',
      [legs[Number(detail.leg)]!.from],
    );
    const shown = (minor: unknown) => fromMinor(String(minor), row.scale);
    return refuse('NOT_ENOUGH', { asset: row.code, asked: shown(detail.asked), available: shown(detail.available) });
  }
}

/** Fen, of a price in yuan with at most two decimals. */
export function priceOf(text: string): bigint {
  const fen = /^\d{1,9}(\.\d{1,2})?$/.test(text) ? BigInt(toMinor(text.replace(/^0+(?=\d)/, ''), 2)) : 0n;
  if (fen <= 0n) throw refuse('PRICE_INVALID', {}, [faultOf('PRICE_INVALID', { column: 'price' })]);
  return fen;
}

export function requireSize({ mode, least, most }: MarketRule, { scale }: AssetRow, quantity: bigint): void {
  const tooMuch = most !== undefined && quantity > BigInt(toMinor(most, scale));
  if (quantity > 0n && quantity >= BigInt(toMinor(least, scale)) && !tooMuch) return;
  const params = { quantity: fromMinor(quantity, scale), mode, least, most: most ?? '∞' };
  throw refuse('ORDER_SIZE', params, [faultOf('ORDER_SIZE', { column: 'quantity' }, params)]);
}

/** A buyer who offers puts the fee aside as well. */
export const withFee = (amount: bigint, { fee }: MarketRule): bigint => amount + feeOf(amount, fee);

/** The region's day. */
export async function todayOf(manager: EntityManager): Promise<string> {
  const [{ today }] = await manager.query(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
  return today;
}
