import { type DynamicModule, Module } from '@nestjs/common';
import { ObligationController } from './obligation/obligation.controller';
import { Surrender } from './obligation/surrender';
import { ReconciliationController } from './reconciliation/reconciliation.controller';
import { ReconciliationService } from './reconciliation/reconciliation.service';
import { FinishHandler } from './registry/finish.handler';
import { RegistryController } from './registry/registry.controller';
import { RegistryService } from './registry/registry.service';
import { RegistryRules } from './registry/rules';

const providers = [RegistryRules, RegistryService, Surrender];

/** Registry, obligations and the trading centre's day. */
@Module({})
export class MarketModule {
  static serving(): DynamicModule {
    return {
      module: MarketModule,
      controllers: [RegistryController, ObligationController, ReconciliationController],
      providers: [...providers, ReconciliationService],
    };
  }

  static working(): DynamicModule {
    return { module: MarketModule, providers: [...providers, FinishHandler] };
  }
}
