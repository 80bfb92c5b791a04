/** What is on offer, what was dealt, and the day's bulletin, which is nothing but the deals added up. */
import { Injectable } from '@nestjs/common';
import { fromMinor } from '@qingheng/ledger';
import { type Actor, type Page, pageOf, refuse as refuseAny, Role, systemActor, UnitOfWork } from '@qingheng/platform';
import { Behind } from '../registry/behind';
import { type Listing, LISTING, listingViews } from './listing.record';
import { closeOf } from './pricing';

interface Deal {
  id: string;
  number: string;
  asset: string;
  unit: string;
  scale: number;
  mode: string;
  seller: string;
  buyer: string;
  quantity: string;
  price: string;
  amount: string;
  buyer_fee: string;
  seller_fee: string;
  tradeDate: string;
  at: string;
}

export interface Traded {
  on: string;
  mode: string;
  quantity: string;
  price: string;
  amount: string;
}

const DEAL = `SELECT d.id, d.number, d.asset, a.unit, a.scale, d.mode, s.name AS seller, b.name AS buyer, d.quantity::text,
  d.price_fen::text AS price, d.amount_fen::text AS amount, d.buyer_fee_fen::text AS buyer_fee, d.seller_fee_fen::text AS seller_fee,
  d.trade_date::text AS "tradeDate", to_json(d.at)#>>'{}' AS at
  FROM market_deal d JOIN organisation s ON s.id = d.seller_id JOIN organisation b ON b.id = d.buyer_id
  JOIN ledger_asset a ON a.code = d.asset`;
const PARTY = (who: string): string => `(${who}::uuid IS NULL OR ${who} IN (d.seller_id, d.buyer_id))`;
/** The trading centre and those who oversee see every deal, others their own. */
const partyOf = ({ scope, roles, organisationId }: Actor): string | null =>
  scope === 'all' || roles.includes(Role.Trader) ? null : organisationId;
const dealView = ({ scale, quantity, price, amount, buyer_fee, seller_fee, ...deal }: Deal) => ({
  ...deal,
  ...{ quantity: fromMinor(quantity, scale), price: fromMinor(price, 2), amount: fromMinor(amount, 2) },
  ...{ buyerFee: fromMinor(buyer_fee, 2), sellerFee: fromMinor(seller_fee, 2) },
});

@Injectable()
export class BoardService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly behind: Behind,
  ) {}

  /** Newest first; those of others while they are open, one's own also afterwards. */
  listings(
    actor: Actor,
    {
      asset,
      side,
      mine,
      after,
      limit,
    }: { asset?: string; side?: string; mine?: boolean; after?: string; limit: number },
  ): Promise<Page<object>> {
    return this.work.run(actor, async (manager) => {
      const rows: Listing[] = await manager.query(
        `${LISTING} WHERE ($1::text IS NULL OR l.asset = $1) AND ($2::text IS NULL OR l.side = $2)
           AND CASE WHEN $3::uuid IS NULL THEN l.status = 'open' ELSE l.organisation_id = $3 END
           AND ($4::uuid IS NULL OR l.id < $4) ORDER BY l.id DESC LIMIT $5`,
        [asset ?? null, side ?? null, mine ? actor.organisationId : null, after ?? null, limit + 1],
      );
      const page = pageOf(rows, limit, ({ id }) => [id]);
      return { ...page, items: await listingViews(manager, this.behind, page.items) };
    });
  }

  /** Those who traded see each other's names, which is why the service looks them up and not the reader. */
  deals(actor: Actor, { after, limit }: { after?: string; limit: number }): Promise<Page<object>> {
    return this.work.run(systemActor, async (manager) => {
      const rows: Deal[] = await manager.query(
        `${DEAL} WHERE ($1::uuid IS NULL OR d.id < $1) AND ${PARTY('$3')} ORDER BY d.id DESC LIMIT $2`,
        [after ?? null, limit + 1, partyOf(actor)],
      );
      const page = pageOf(rows, limit, ({ id }) => [id]);
      return { ...page, items: page.items.map(dealView) };
    });
  }

  /** What an asset was last dealt at, newest first. Open to all: it names nobody. */
  traded(asset: string, limit: number): Promise<Traded[]> {
    return this.work.run(systemActor, async (manager) => {
      const rows: { on: string; mode: string; quantity: string; price: string; amount: string; scale: number }[] =
        await manager.query(
          `SELECT d.trade_date::text AS on, d.mode, d.quantity::text, d.price_fen::text AS price, d.amount_fen::text AS amount, a.scale
           FROM market_deal d JOIN ledger_asset a ON a.code = d.asset WHERE d.asset = $1 ORDER BY d.id DESC LIMIT $2`,
          [asset, limit],
        );
      return rows.map(({ scale, quantity, price, amount, ...row }) => ({
        ...row,
        ...{ quantity: fromMinor(quantity, scale), price: fromMinor(price, 2), amount: fromMinor(amount, 2) },
      }));
    });
  }

  deal(actor: Actor, id: string) {
    return this.work.run(systemActor, async (manager) => {
      const [row] = await manager.query(`${DEAL} WHERE d.id = $1 AND ${PARTY('$2')}`, [id, partyOf(actor)]);
      if (!row) throw refuseAny('NOT_FOUND');
      return dealView(row);
    });
  }

  /** Open is the first listed deal, close their mean by quantity; blocks stand apart. Public: it names nobody. */
  bulletin(date: string) {
    return this.work.run(systemActor, async (manager) => {
      const rows: Record<string, string | null>[] = await manager.query(
        `SELECT d.asset, a.unit, a.scale::text, (array_agg(price_fen::text ORDER BY d.id) FILTER (WHERE mode = 'listed'))[1] AS open,
           max(price_fen) FILTER (WHERE mode = 'listed')::text AS high, min(price_fen) FILTER (WHERE mode = 'listed')::text AS low,
           sum(quantity) FILTER (WHERE mode = 'listed')::text AS listed, sum(amount_fen) FILTER (WHERE mode = 'listed')::text AS listed_fen,
           sum(quantity) FILTER (WHERE mode = 'block')::text AS block, sum(amount_fen) FILTER (WHERE mode = 'block')::text AS block_fen,
           sum(quantity) FILTER (WHERE mode = 'auction')::text AS auction, sum(amount_fen) FILTER (WHERE mode = 'auction')::text AS auction_fen,
           count(*)::text AS deals
         FROM market_deal d JOIN ledger_asset a ON a.code = d.asset WHERE trade_date = $1 GROUP BY d.asset, a.unit, a.scale
         ORDER BY d.asset`,
        [date],
      );
      return {
        date,
        items: rows.map((row) => {
          const scale = Number(row.scale);
          const fen = (value: string | null | undefined) => (value ? fromMinor(value, 2) : null);
          const units = (value: string | null | undefined) => fromMinor(value ?? '0', scale);
          return {
            ...{ asset: row.asset, unit: row.unit, open: fen(row.open), high: fen(row.high), low: fen(row.low) },
            close: row.listed ? fen(String(closeOf(BigInt(row.listed_fen!), BigInt(row.listed), scale))) : null,
            ...{ listed: units(row.listed), listedAmount: fen(row.listed_fen) ?? '0.00' },
            ...{ block: units(row.block), blockAmount: fen(row.block_fen) ?? '0.00', deals: Number(row.deals) },
            ...{ auction: units(row.auction), auctionAmount: fen(row.auction_fen) ?? '0.00' },
          };
        }),
      };
    });
  }
}
