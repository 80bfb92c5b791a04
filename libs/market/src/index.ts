/** Environmental rights: registry operations, obligations, the trading centre's day. */
export { MarketModule } from './market.module';
import { Market1700000004000 } from './market.migration';

import { Reconciliation1700000004100 } from './reconciliation/reconciliation.migration';

export const marketMigrations = [Market1700000004000, Reconciliation1700000004100];
