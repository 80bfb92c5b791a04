/**
 * One-way auctions (单向竞价): a seller announces a quantity and a lowest price; bids are sealed and their money held; after the end
 * the best prices are served first, each at its own price, in one transaction of the book. What is not sold goes back.
 */
import { Injectable } from '@nestjs/common';
import { AccountsService, type AssetRow, fromMinor, type Leg, toMinor } from '@qingheng/ledger';
import { type Actor, AuditService, faultOf, refuse as refuseAny, systemActor, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { Behind } from '../registry/behind';
import { MarketRules } from '../trading/market-rules';
import { amountOf, feeOf } from '../trading/pricing';
import { MONEY, priceOf, requireSize, Settlements, todayOf, withFee } from '../trading/settlements';
import { refuseTrade as refuse } from '../trading/trading.messages';
import { type Auction, AUCTION, auctionOf, auctionView, type Bid, BID, bidView } from './auction.record';

export interface NewAuction {
  asset: string;
  quantity: string;
  floor: string;
  opensAt: string;
  closesAt: string;
  note?: string;
}

@Injectable()
export class AuctionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settlements: Settlements,
    private readonly accounts: AccountsService,
    private readonly rules: MarketRules,
    private readonly behind: Behind,
    private readonly audit: AuditService,
  ) {}

  announce(actor: Actor, wish: NewAuction) {
    return this.work.run(systemActor, async (manager) => {
      const asset = await this.accounts.asset(manager, wish.asset);
      const today = await todayOf(manager);
      const rule = this.rules.on(today, asset.kind, 'auction');
      if (!rule) throw refuse('NOT_TRADED', { kind: asset.kind, mode: 'auction' });
      const quantity = BigInt(toMinor(wish.quantity, asset.scale));
      requireSize(rule, asset, quantity);
      await this.behind.require(manager, asset);
      const floor = priceOf(wish.floor);
      if (!(Date.parse(wish.closesAt) > Math.max(Date.parse(wish.opensAt), Date.now())))
        throw refuse('AUCTION_TIMES', {}, [faultOf('AUCTION_TIMES', { column: 'closesAt' })]);
      const [{ id }] = await manager.query('SELECT uuidv7() AS id');
      const account = (purpose: string) =>
        this.accounts.ensure(manager, { owner: actor.organisationId, asset: asset.id, purpose });
      const request = await this.settlements.post(manager, actor, `auction/${id}`, id, today, [
        {
          ...{ kind: 'hold', from: await account('available'), to: await account('order_hold') },
          ...{ amount: String(quantity), hold: {} },
        },
      ]);
      await manager.query(
        `INSERT INTO market_auction (id, organisation_id, asset, quantity, floor_fen, opens_at, closes_at, hold, rule, note, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT min(id) FROM ledger_transfer WHERE request_id = $8), $9, $10, $11)`,
        [
          ...[
            id,
            actor.organisationId,
            asset.code,
            String(quantity),
            String(floor),
            wish.opensAt,
            wish.closesAt,
            request,
          ],
          ...[JSON.stringify(rule), wish.note?.trim() ?? '', JSON.stringify({ id: actor.userId, name: actor.name })],
        ],
      );
      await this.record(manager, actor, 'announced', id, { ...wish });
      return auctionView(await auctionOf(manager, id), actor);
    });
  }

  bid(actor: Actor, auctionId: string, { price, quantity: wanted }: { price: string; quantity: string }) {
    return this.work.run(systemActor, async (manager) => {
      const auction = await auctionOf(manager, auctionId);
      if (auction.organisationId === actor.organisationId) throw refuse('OWN_LISTING');
      if (auction.status !== 'announced' || auction.phase !== 'open') throw refuse('AUCTION_NOT_OPEN');
      const asset = await this.accounts.asset(manager, auction.asset);
      await this.behind.require(manager, asset);
      const quantity = BigInt(toMinor(wanted, asset.scale));
      requireSize({ ...auction.rule, most: fromMinor(auction.quantity, asset.scale) }, asset, quantity);
      const priceFen = priceOf(price);
      if (priceFen < BigInt(auction.floorFen))
        throw refuse('BELOW_FLOOR', { price, floor: fromMinor(auction.floorFen, 2) }, [
          faultOf('BELOW_FLOOR', { column: 'price' }, { price, floor: fromMinor(auction.floorFen, 2) }),
        ]);
      const today = await todayOf(manager);
      const [{ id }] = await manager.query('SELECT uuidv7() AS id');
      const money = await this.accounts.openAsset(manager, MONEY);
      const account = (purpose: string) =>
        this.accounts.ensure(manager, { owner: actor.organisationId, asset: money, purpose });
      const amount = withFee(amountOf(priceFen, quantity, asset.scale), auction.rule);
      const request = await this.settlements.post(manager, actor, `bid/${id}`, id, today, [
        {
          ...{ kind: 'hold', from: await account('available'), to: await account('order_hold') },
          ...{ amount: String(amount), hold: {} },
        },
      ]);
      await manager.query(
        `INSERT INTO market_bid (id, auction_id, organisation_id, price_fen, quantity, hold, created_by)
         VALUES ($1, $2, $3, $4, $5, (SELECT min(id) FROM ledger_transfer WHERE request_id = $6), $7)`,
        [
          ...[id, auctionId, actor.organisationId, String(priceFen), String(quantity), request],
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      // Neither price nor quantity go into the trail of others before the end.
      await this.record(manager, actor, 'bid', auctionId, { bid: id });
      return { id, price, quantity: wanted, held: fromMinor(amount, 2) };
    });
  }

  withdraw(actor: Actor, bidId: string): Promise<void> {
    return this.work.run(systemActor, async (manager) => {
      const [bid]: Bid[] = await manager.query(`${BID} WHERE b.id = $1 AND b.organisation_id = $2 FOR UPDATE OF b`, [
        bidId,
        actor.organisationId,
      ]);
      if (!bid) throw refuseAny('NOT_FOUND');
      const auction = await auctionOf(manager, bid.auctionId);
      if (bid.status !== 'open' || auction.phase !== 'open') throw refuse('AUCTION_NOT_OPEN');
      await manager.query(`UPDATE market_bid SET status = 'withdrawn' WHERE id = $1`, [bidId]);
      await this.settlements.giveBack(manager, actor, bid, await todayOf(manager));
      await this.record(manager, actor, 'withdrawn', bid.auctionId, { bid: bidId });
    });
  }

  /** Those that are over and not settled yet. One that fails does not keep the others. */
  async settleDue(): Promise<void> {
    const due: { id: string }[] = await this.work.run(systemActor, (manager) =>
      manager.query(
        `SELECT id FROM market_auction WHERE status = 'announced' AND closes_at < clock_timestamp() ORDER BY closes_at LIMIT 100`,
      ),
    );
    for (const { id } of due) await this.settle(systemActor, id);
  }

  /** Once, whoever asks and however often. */
  settle(actor: Actor, auctionId: string) {
    return this.work.run(systemActor, async (manager) => {
      const auction = await auctionOf(manager, auctionId, { lock: true });
      if (auction.status !== 'announced') return auctionView(auction, actor);
      if (auction.phase !== 'over') throw refuse('AUCTION_NOT_OVER', { closes: auction.closesAt });
      const asset = await this.accounts.asset(manager, auction.asset);
      const today = await todayOf(manager);
      const bids: Bid[] = await manager.query(
        `${BID} WHERE b.auction_id = $1 AND b.status = 'open' ORDER BY b.price_fen DESC, b.at, b.id`,
        [auctionId],
      );
      // What stands on nothing any more is not dealt: all goes back.
      const offered = (await this.behind.stands(manager, asset)) ? BigInt(auction.quantity) : 0n;
      let left = offered;
      for (const bid of bids) {
        const quantity = BigInt(bid.quantity) < left ? BigInt(bid.quantity) : left;
        if (quantity > 0n) await this.deliver(manager, actor, { auction, bid, asset, quantity, today });
        await manager.query('UPDATE market_bid SET status = $2, won = $3 WHERE id = $1', [
          ...[bid.id, quantity > 0n ? 'won' : 'lost', String(quantity)],
        ]);
        await this.settlements.giveBack(manager, actor, bid, today);
        left -= quantity;
      }
      const sold = offered - left;
      if (sold < BigInt(auction.quantity)) await this.settlements.giveBack(manager, actor, auction, today);
      await manager.query(
        `UPDATE market_auction SET status = 'settled', sold = $2, settled_at = clock_timestamp() WHERE id = $1`,
        [auctionId, String(sold)],
      );
      await this.record(manager, actor, 'settled', auctionId, {
        bids: bids.length,
        left: String(BigInt(auction.quantity) - sold),
      });
      return auctionView(await auctionOf(manager, auctionId), actor);
    });
  }

  /** Auctions are announced to all; whose they are is not, which is why the service looks them up and not the reader. */
  async list(actor: Actor) {
    const auctions: Auction[] = await this.work.run(systemActor, (manager) =>
      manager.query(`${AUCTION} ORDER BY a.id DESC LIMIT 200`),
    );
    const bids: Bid[] = await this.work.run(actor, (manager) =>
      manager.query(`${BID} WHERE b.auction_id = ANY($1) ORDER BY b.id`, [auctions.map(({ id }) => id)]),
    );
    return {
      items: auctions.map((auction) => ({
        ...auctionView(auction, actor),
        // Those who oversee see the bids when they no longer move anybody.
        bids: bids
          .filter((bid) => bid.auctionId === auction.id)
          .filter((bid) => bid.organisationId === actor.organisationId || auction.status === 'settled')
          .map((bid) => bidView(bid, auction.scale)),
      })),
    };
  }

  private async deliver(
    manager: EntityManager,
    actor: Actor,
    won: { auction: Auction; bid: Bid; asset: AssetRow; quantity: bigint; today: string },
  ): Promise<void> {
    const { auction, bid, asset, quantity, today } = won;
    const money = await this.accounts.openAsset(manager, MONEY);
    const account = (owner: string | null, of: number, purpose: string) =>
      this.accounts.ensure(manager, { owner, asset: of, purpose });
    const priceFen = BigInt(bid.priceFen);
    const amount = amountOf(priceFen, quantity, asset.scale);
    const fee = feeOf(amount, auction.rule.fee);
    const purse = await account(bid.organisationId, money, 'order_hold');
    const proceeds = await account(auction.organisationId, money, 'available');
    const legs: Leg[] = [
      {
        ...{ kind: 'deliver', from: await account(auction.organisationId, asset.id, 'order_hold') },
        ...{ to: await account(bid.organisationId, asset.id, 'available'), amount: String(quantity), of: auction.hold },
      },
      { kind: 'pay', from: purse, to: proceeds, amount: String(amount), of: bid.hold },
    ];
    if (fee > 0n) {
      const fees = await account(null, money, 'fee');
      legs.push({ kind: 'fee', from: purse, to: fees, amount: String(fee), of: bid.hold });
      legs.push({ kind: 'fee', from: proceeds, to: fees, amount: String(fee) });
    }
    const [{ id }] = await manager.query('SELECT uuidv7() AS id');
    const request = await this.settlements.post(manager, actor, `deal/${id}`, id, today, legs);
    await manager.query(
      `INSERT INTO market_deal (id, auction_id, mode, asset, seller_id, buyer_id, quantity, price_fen, amount_fen, buyer_fee_fen,
         seller_fee_fen, trade_date, request_id, taken_by) VALUES ($1, $2, 'auction', $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12)`,
      [
        ...[id, auction.id, asset.code, auction.organisationId, bid.organisationId, String(quantity), String(priceFen)],
        ...[String(amount), String(fee), today, request, JSON.stringify({ id: actor.userId, name: actor.name })],
      ],
    );
  }

  private record(manager: EntityManager, actor: Actor, act: string, id: string, details: Record<string, unknown>) {
    return this.audit.record(manager, {
      actor,
      action: `auction.${act}`,
      subject: { type: 'auction', id },
      details,
    });
  }
}
