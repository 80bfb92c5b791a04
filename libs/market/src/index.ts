/** Environmental rights: registry operations, obligations, the trading centre's day. */
export { MarketModule } from './market.module';
import { Auction1700000004500 } from './auction/auction.migration';
import { Market1700000004000 } from './market.migration';

import { ObligationReminder1700000004400 } from './obligation/reminder.migration';
import { ReconciliationLines1700000004300 } from './reconciliation/lines.migration';
import { Reconciliation1700000004100 } from './reconciliation/reconciliation.migration';
import { Trading1700000004200 } from './trading/trading.migration';

export const marketMigrations = [
  Market1700000004000,
  Reconciliation1700000004100,
  Trading1700000004200,
  ReconciliationLines1700000004300,
  ObligationReminder1700000004400,
  Auction1700000004500,
];
export { BoardService } from './trading/board.service';
