/** The closing price that a day is measured by: of our own deals where there were any, otherwise of the exchange. */
import { Injectable } from '@nestjs/common';
import { type AssetRow, toMinor } from '@qingheng/ledger';
import type { EntityManager } from 'typeorm';
import { closeOf } from '../trading/pricing';
import { OfficialHistory } from './official-history';

@Injectable()
export class Prices {
  constructor(private readonly history: OfficialHistory) {}

  async closeBefore(
    manager: EntityManager,
    asset: AssetRow,
    day: string,
  ): Promise<{ day: string; fen: bigint } | undefined> {
    const [own] = await manager.query(
      `SELECT trade_date::text AS day, sum(amount_fen)::text AS amount, sum(quantity)::text AS quantity FROM market_deal
       WHERE asset = $1 AND mode = 'listed' AND trade_date = (SELECT max(trade_date) FROM market_deal
         WHERE asset = $1 AND mode = 'listed' AND trade_date < $2) GROUP BY trade_date`,
      [asset.code, day],
    );
    if (own) return { day: own.day, fen: closeOf(BigInt(own.amount), BigInt(own.quantity), asset.scale) };
    const official = this.history.closeBefore(asset.code, day);
    return official && { day: official.date, fen: BigInt(toMinor(official.close, 2)) };
  }
}
