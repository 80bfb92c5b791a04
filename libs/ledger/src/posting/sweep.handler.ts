/** By the clock: posts what nobody was woken for and gives back what holds have run out, by the clock of the database. */
import { defineJob, defineSchedule, type Handler, JobHandler, systemActor, UnitOfWork } from '@qingheng/platform';
import { LedgerService } from './ledger.service';
import { Poster } from './poster';

export const sweepLedger = defineJob<Record<string, never>>('ledger.sweep');
defineSchedule(sweepLedger, 10);

@JobHandler(sweepLedger)
export class SweepHandler implements Handler<Record<string, never>> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly poster: Poster,
    private readonly ledger: LedgerService,
  ) {}

  async handle(): Promise<void> {
    await this.work.run(systemActor, async (manager) => {
      const due: { id: string; account: string; origin: string; today: string }[] = await manager.query(
        `SELECT id, account_id AS account, origin_account AS origin,
           (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today FROM ledger_hold
         WHERE resolved < amount AND expires_at <= now() ORDER BY expires_at LIMIT 5000`,
      );
      if (!due.length) return;
      await this.ledger.submit(
        manager,
        systemActor,
        due.map(({ id, account, origin, today }) => ({
          route: 'expiry',
          // Of an instant: had part of it been used between two sweeps, the key would be the same and the rest is all there is.
          key: id,
          command: { businessDate: today, legs: [{ kind: 'expire', from: account, to: origin, of: id }] },
        })),
      );
    });
    await this.poster.postAll();
  }
}
