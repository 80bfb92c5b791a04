import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsController } from './account/accounts.controller';
import { AccountsService } from './account/accounts.service';
import { Backings } from './account/backings';
import { PositionsController } from './account/positions.controller';
import { PositionsService } from './account/positions.service';
import { ClaimRegister } from './claim/claim-register';
import { ClaimRules } from './claim/claim-rules';
import { ClaimsController } from './claim/claims.controller';
import { LedgerService } from './posting/ledger.service';
import { Poster } from './posting/poster';
import { SweepHandler } from './posting/sweep.handler';

const providers = [Poster, LedgerService, AccountsService, PositionsService, ClaimRules, ClaimRegister, Backings];

@Module({})
export class LedgerModule {
  /** The book over HTTP, and for the domains. */
  static serving(): DynamicModule {
    return {
      module: LedgerModule,
      global: true,
      controllers: [AccountsController, PositionsController, ClaimsController],
      providers,
      exports: providers,
    };
  }

  /** Sweeping in the background. */
  static working(): DynamicModule {
    return { module: LedgerModule, global: true, providers: [...providers, SweepHandler], exports: providers };
  }
}
