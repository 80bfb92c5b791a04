/** By the clock: auctions that are over are settled. */
import { defineJob, defineSchedule, type Handler, JobHandler } from '@qingheng/platform';
import { AuctionService } from './auction.service';

const settleAuctions = defineJob<Record<string, never>>('market/settle-auctions');
defineSchedule(settleAuctions, 60);

@JobHandler(settleAuctions)
export class AuctionHandler implements Handler<Record<string, never>> {
  constructor(private readonly auctions: AuctionService) {}

  handle(): Promise<void> {
    return this.auctions.settleDue();
  }
}
