/** The factor library as people keep it: proposed, passed by a second person, published; nothing filed changes by itself. */
export { FactorModule } from './factor.module';
import { Factor1700000007000 } from './factor.migration';
import { FactorWithdrawal1700000016100 } from './withdrawal/withdrawal.migration';

export const factorMigrations = [Factor1700000007000, FactorWithdrawal1700000016100];
export { type MovedFigure, writeFigures } from './shadow/figures';
