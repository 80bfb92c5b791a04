/** An auction and a bid as their rows are read, and as people see them. */
import { fromMinor } from '@qingheng/ledger';
import { type Actor, refuse as refuseAny } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import type { MarketRule } from '../trading/market-rules';

export interface Auction {
  id: string;
  number: string;
  organisationId: string;
  asset: string;
  unit: string;
  scale: number;
  quantity: string;
  floorFen: string;
  opensAt: string;
  closesAt: string;
  /** By the database's clock. */
  phase: 'before' | 'open' | 'over';
  hold: string;
  rule: MarketRule;
  note: string;
  status: 'announced' | 'settled' | 'cancelled';
  sold: string;
}

export interface Bid {
  id: string;
  auctionId: string;
  organisationId: string;
  priceFen: string;
  quantity: string;
  hold: string;
  status: 'open' | 'withdrawn' | 'won' | 'lost';
  won: string;
  at: string;
}

export const AUCTION = `SELECT a.id, a.number, a.organisation_id AS "organisationId", a.asset, s.unit, s.scale, a.quantity::text,
  a.floor_fen::text AS "floorFen", to_json(a.opens_at)#>>'{}' AS "opensAt", to_json(a.closes_at)#>>'{}' AS "closesAt",
  CASE WHEN clock_timestamp() < a.opens_at THEN 'before' WHEN clock_timestamp() <= a.closes_at THEN 'open' ELSE 'over' END AS phase,
  a.hold::text, a.rule, a.note, a.status, a.sold::text
  FROM market_auction a JOIN ledger_asset s ON s.code = a.asset`;

export const BID = `SELECT b.id, b.auction_id AS "auctionId", b.organisation_id AS "organisationId", b.price_fen::text AS "priceFen",
  b.quantity::text, b.hold::text, b.status, b.won::text, to_json(b.at)#>>'{}' AS at FROM market_bid b`;

export async function auctionOf(manager: EntityManager, id: string, { lock = false } = {}): Promise<Auction> {
  const [row] = await manager.query(`${AUCTION} WHERE a.id = $1${lock ? ' FOR UPDATE OF a' : ''}`, [id]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row;
}

/** Who sells is told to nobody but the seller, as with other offers. */
export const auctionView = (
  { floorFen, quantity, sold, scale, hold: _, organisationId, ...auction }: Auction,
  actor: Actor,
) => ({
  ...auction,
  mine: organisationId === actor.organisationId,
  floor: fromMinor(floorFen, 2),
  quantity: fromMinor(quantity, scale),
  sold: fromMinor(sold, scale),
});

export const bidView = ({ priceFen, quantity, won, hold: _, organisationId: __, ...bid }: Bid, scale: number) => ({
  ...bid,
  price: fromMinor(priceFen, 2),
  quantity: fromMinor(quantity, scale),
  won: fromMinor(won, scale),
});
