/** Environmental rights: registry operations, obligations, the trading centre's day. */
export { MarketModule } from './market.module';
import { Market1700000004000 } from './market.migration';

export const marketMigrations = [Market1700000004000];
