/**
 * Offers of supply and demand, and deals: what is offered is put on hold, and who takes it settles at once, units against money
 * and fees in one request of the book, so that neither side is ever without the other.
 */
import { Injectable } from '@nestjs/common';
import { AccountsService, type AssetRow, fromMinor, type Leg, toMinor } from '@qingheng/ledger';
import { type Actor, AuditService, faultOf, refuse as refuseAny, systemActor, UnitOfWork } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';
import { Prices } from '../history/prices';
import { Behind } from '../registry/behind';
import { endOfTerm } from '../registry/term';
import { type Listing, listingOf, listingView } from './listing.record';
import { type MarketRule, MarketRules, type Mode } from './market-rules';
import { amountOf, bandOf, feeOf } from './pricing';
import { MONEY, priceOf, requireSize, Settlements, todayOf, withFee } from './settlements';
import { refuseTrade as refuse } from './trading.messages';

export interface Offer {
  side: 'supply' | 'demand';
  mode: Mode;
  asset: string;
  price: string;
  quantity: string;
  counterparty?: string;
  note?: string;
}

@Injectable()
export class TradingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settlements: Settlements,
    private readonly accounts: AccountsService,
    private readonly rules: MarketRules,
    private readonly prices: Prices,
    private readonly behind: Behind,
    private readonly audit: AuditService,
  ) {}

  offer(actor: Actor, offer: Offer) {
    return this.work.run(systemActor, async (manager) => {
      const asset = await this.accounts.asset(manager, offer.asset);
      const today = await todayOf(manager);
      const rule = this.rules.on(today, asset.kind, offer.mode);
      if (!rule) throw refuse('NOT_TRADED', { kind: asset.kind, mode: offer.mode });
      await this.requireTerm(manager, asset, today);
      await this.behind.require(manager, asset);
      const priceFen = priceOf(offer.price);
      const quantity = BigInt(toMinor(offer.quantity, asset.scale));
      requireSize(rule, asset, quantity);
      await this.requireBand(manager, rule, asset, priceFen, today);
      if ((offer.mode === 'block') !== (offer.counterparty !== undefined)) throw refuse('COUNTERPARTY_NEEDED');
      if (offer.counterparty === actor.organisationId) throw refuse('OWN_LISTING');
      const [{ id }] = await manager.query('SELECT uuidv7() AS id');
      const money = await this.accounts.openAsset(manager, MONEY);
      const held = offer.side === 'supply' ? asset.id : money;
      const account = (purpose: string) =>
        this.accounts.ensure(manager, { owner: actor.organisationId, asset: held, purpose });
      const amount = offer.side === 'supply' ? quantity : withFee(amountOf(priceFen, quantity, asset.scale), rule);
      const request = await this.settlements.post(manager, actor, `hold/${id}`, id, today, [
        {
          ...{ kind: 'hold', from: await account('available'), to: await account('order_hold') },
          ...{ amount: String(amount), hold: {} },
        },
      ]);
      await manager.query(
        `INSERT INTO market_listing (id, organisation_id, side, mode, asset, price_fen, quantity, remaining, counterparty_id,
           hold, rule, note, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8,
           (SELECT min(id) FROM ledger_transfer WHERE request_id = $9), $10, $11, $12)`,
        [
          ...[id, actor.organisationId, offer.side, offer.mode, asset.code, String(priceFen), String(quantity)],
          ...[offer.counterparty ?? null, request, JSON.stringify(rule), offer.note?.trim() ?? ''],
          JSON.stringify({ id: actor.userId, name: actor.name }),
        ],
      );
      await this.record(manager, actor, 'offered', id, { ...offer });
      return listingView(manager, this.behind, id);
    });
  }

  /** Takes all or part of an offer. */
  take(actor: Actor, listingId: string, wanted: string): Promise<{ deal: string; number: string; amount: string }> {
    return this.work.run(systemActor, async (manager) => {
      const listing = await this.open(manager, actor, listingId);
      if (listing.organisationId === actor.organisationId) throw refuse('OWN_LISTING');
      const asset = await this.accounts.asset(manager, listing.asset);
      const quantity = BigInt(toMinor(wanted, asset.scale));
      if (quantity > BigInt(listing.remaining))
        throw refuse('LISTING_LESS', { remaining: fromMinor(listing.remaining, asset.scale) });
      // A block goes as a whole: in parts it would no longer be one.
      if (listing.mode === 'block' && quantity !== BigInt(listing.remaining))
        requireSize(listing.rule, asset, quantity);
      const today = await todayOf(manager);
      await this.requireTerm(manager, asset, today);
      await this.behind.require(manager, asset);
      const [{ id }] = await manager.query('SELECT uuidv7() AS id');
      const priceFen = BigInt(listing.priceFen);
      const amount = amountOf(priceFen, quantity, asset.scale);
      if (amount === 0n) throw refuse('PRICE_INVALID');
      const fee = feeOf(amount, listing.rule.fee);
      const supply = listing.side === 'supply';
      const [seller, buyer] = supply
        ? [listing.organisationId, actor.organisationId]
        : [actor.organisationId, listing.organisationId];
      const legs = await this.settlement(manager, { listing, asset, seller, buyer, quantity, amount, fee });
      const request = await this.settlements.post(manager, actor, `deal/${id}`, id, today, legs);
      const [{ number }] = await manager.query(
        `INSERT INTO market_deal (id, listing_id, mode, asset, seller_id, buyer_id, quantity, price_fen, amount_fen,
           buyer_fee_fen, seller_fee_fen, trade_date, request_id, taken_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13) RETURNING number`,
        [
          ...[id, listingId, listing.mode, asset.code, seller, buyer, String(quantity), String(priceFen)],
          ...[String(amount), String(fee), today, request, JSON.stringify({ id: actor.userId, name: actor.name })],
        ],
      );
      const left = BigInt(listing.remaining) - quantity;
      await manager.query('UPDATE market_listing SET remaining = $2, status = $3 WHERE id = $1', [
        ...[listingId, String(left), left === 0n ? 'filled' : 'open'],
      ]);
      // What was put aside for fees and rounded otherwise in parts goes back with the last part.
      if (left === 0n && !supply) await this.settlements.giveBack(manager, actor, listing, today);
      await this.record(manager, actor, 'taken', listingId, { deal: number, quantity: wanted });
      return { deal: id, number, amount: fromMinor(amount, 2) };
    });
  }

  cancel(actor: Actor, listingId: string) {
    return this.work.run(systemActor, async (manager) => {
      const listing = await this.open(manager, actor, listingId);
      if (listing.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
      await this.settlements.giveBack(manager, actor, listing, await todayOf(manager));
      await manager.query(`UPDATE market_listing SET status = 'cancelled' WHERE id = $1`, [listingId]);
      await this.record(manager, actor, 'cancelled', listingId, {});
      return listingView(manager, this.behind, listingId);
    });
  }

  /** Open, and seen by whoever asks: what is offered to somebody else does not exist for others. */
  private async open(manager: EntityManager, actor: Actor, id: string): Promise<Listing> {
    const listing = await listingOf(manager, id, { lock: true });
    const mine = [listing.organisationId, listing.counterpartyId].includes(actor.organisationId);
    if (listing.mode === 'block' && !mine) throw refuseAny('NOT_FOUND');
    if (listing.status !== 'open') throw refuse('LISTING_ENDED', { status: listing.status });
    return listing;
  }

  private async settlement(
    manager: EntityManager,
    deal: {
      listing: Listing;
      asset: AssetRow;
      seller: string;
      buyer: string;
      quantity: bigint;
      amount: bigint;
      fee: bigint;
    },
  ): Promise<Leg[]> {
    const { listing, asset, seller, buyer, quantity, amount, fee } = deal;
    const money = await this.accounts.openAsset(manager, MONEY);
    const account = (owner: string | null, of: number, purpose: string) =>
      this.accounts.ensure(manager, { owner, asset: of, purpose });
    const supply = listing.side === 'supply';
    const units = await account(seller, asset.id, supply ? 'order_hold' : 'available');
    const purse = await account(buyer, money, supply ? 'available' : 'order_hold');
    const of = { of: listing.hold };
    const fees = fee > 0n ? await account(null, money, 'fee') : '';
    const proceeds = await account(seller, money, 'available');
    return [
      {
        ...{ kind: 'deliver', from: units, to: await account(buyer, asset.id, 'available'), amount: String(quantity) },
        ...(supply && of),
      },
      { kind: 'pay', from: purse, to: proceeds, amount: String(amount), ...(!supply && of) },
      ...(fee > 0n
        ? [
            { kind: 'fee', from: purse, to: fees, amount: String(fee), ...(!supply && of) },
            { kind: 'fee', from: proceeds, to: fees, amount: String(fee) },
          ]
        : []),
    ];
  }

  private async requireTerm(manager: EntityManager, asset: AssetRow, today: string): Promise<void> {
    const last = await endOfTerm(manager, asset);
    if (last !== undefined && last < today) throw refuse('TERM_OVER', { asset: asset.code, last });
  }

  private async requireBand(
    manager: EntityManager,
    rule: MarketRule,
    asset: AssetRow,
    priceFen: bigint,
    today: string,
  ): Promise<void> {
    const last = rule.band ? await this.prices.closeBefore(manager, asset, today) : undefined;
    if (!rule.band || !last) return;
    const { low, high } = bandOf(last.fen, rule.band);
    if (priceFen >= low && priceFen <= high) return;
    const yuan = (fen: bigint) => fromMinor(fen, 2);
    const params = { price: yuan(priceFen), close: yuan(last.fen), on: last.day, low: yuan(low), high: yuan(high) };
    throw refuse('PRICE_BAND', params, [faultOf('PRICE_BAND', { column: 'price' }, params)]);
  }

  private record(manager: EntityManager, actor: Actor, act: string, id: string, details: Record<string, unknown>) {
    return this.audit.record(manager, {
      actor,
      action: `listing.${act}`,
      subject: { type: 'listing', id },
      details,
    });
  }
}
