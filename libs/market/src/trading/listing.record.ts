/** An offer as its row is read. */
import { type BackingView, fromMinor } from '@qingheng/ledger';
import { refuse as refuseAny } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import type { Behind } from '../registry/behind';
import type { MarketRule, Mode } from './market-rules';

export interface Listing {
  id: string;
  number: string;
  organisationId: string;
  /** Only one's own is named: who offers is not told to others. */
  organisation: string | null;
  side: 'supply' | 'demand';
  mode: Mode;
  asset: string;
  kind: string;
  unit: string;
  scale: number;
  priceFen: string;
  quantity: string;
  remaining: string;
  counterpartyId: string | null;
  hold: string;
  rule: MarketRule;
  note: string;
  status: 'open' | 'filled' | 'cancelled';
  createdAt: string;
}

export const LISTING = `SELECT l.id, l.number, l.organisation_id AS "organisationId", o.name AS organisation, l.side, l.mode, l.asset, s.kind, s.unit,
  s.scale, l.price_fen::text AS "priceFen", l.quantity::text, l.remaining::text, l.counterparty_id AS "counterpartyId",
  l.hold::text, l.rule, l.note, l.status, to_json(l.created_at)#>>'{}' AS "createdAt"
  FROM market_listing l LEFT JOIN organisation o ON o.id = l.organisation_id JOIN ledger_asset s ON s.code = l.asset`;

export async function listingOf(manager: EntityManager, id: string, { lock = false } = {}): Promise<Listing> {
  const [row] = await manager.query(`${LISTING} WHERE l.id = $1${lock ? ' FOR UPDATE OF l' : ''}`, [id]);
  if (!row) throw refuseAny('NOT_FOUND');
  return row;
}

/** As they are shown, with what stands behind them. */
export async function listingViews(manager: EntityManager, behind: Behind, rows: readonly Listing[]) {
  const views = await behind.views(manager, rows);
  return rows.map((row) => viewOf(row, views.get(row.asset) ?? null));
}

export const listingView = async (manager: EntityManager, behind: Behind, id: string) =>
  (await listingViews(manager, behind, [await listingOf(manager, id)]))[0]!;

const viewOf = (
  { priceFen, quantity, remaining, scale, hold: _, kind: __, ...listing }: Listing,
  behind: BackingView | null,
) => ({
  ...listing,
  behind,
  price: fromMinor(priceFen, 2),
  quantity: fromMinor(quantity, scale),
  remaining: fromMinor(remaining, scale),
});
