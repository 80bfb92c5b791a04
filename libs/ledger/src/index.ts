/** The book: double entry for units and money, lots with serials, holds; on Postgres. */
export { Book, type AccountState, type HoldState, type Request } from './book/book';
export { canonical, hashOfCommand, type Answer, type AnswerCode, type LedgerCommand, type Leg } from './book/command';
export { Lots, parseSerials, printSerials, type Range } from './book/lots';
export { LedgerService, type Asked } from './posting/ledger.service';
export { verifyBook, type BookState } from './posting/verify';
export { SweepHandler } from './posting/sweep.handler';
export { AccountsService, type AccountView, type AssetRow, type NewAsset } from './account/accounts.service';
export { type Backing, Backings, type BackingView } from './account/backings';
export { ClaimRegister } from './claim/claim-register';
export { landSubject } from './claim/land';
export { ClaimRules } from './claim/claim-rules';
export type { Claim, Claimable, NewClaim } from './claim/claim.types';
export { fromMinor, toMinor } from './account/assets';
export { refuse as refuseByLedger } from './ledger.messages';
export { LedgerModule } from './ledger.module';
export { Poster } from './posting/poster';
import { LedgerClaims1700000003400 } from './schema/claims.migration';
import { LedgerLand1700000016300 } from './schema/land.migration';
import { LedgerLighter1700000072300 } from './schema/lighter.migration';
import { LedgerPost1700000003200 } from './schema/post.migration';
import { LedgerPurposes1700000003300 } from './schema/purposes.migration';
import { LedgerRules1700000003100 } from './schema/rules.migration';
import { LedgerTables1700000003000 } from './schema/tables.migration';

export const ledgerMigrations = [
  LedgerTables1700000003000,
  LedgerRules1700000003100,
  LedgerPost1700000003200,
  LedgerPurposes1700000003300,
  LedgerClaims1700000003400,
  LedgerLand1700000016300,
  LedgerLighter1700000072300,
];
