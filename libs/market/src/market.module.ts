import { type DynamicModule, Module } from '@nestjs/common';
import { OfficialHistory } from './history/official-history';
import { Prices } from './history/prices';
import { AuctionController } from './auction/auction.controller';
import { AuctionHandler } from './auction/auction.handler';
import { AuctionService } from './auction/auction.service';
import { CarryOver } from './carry-over/carry-over';
import { CarryOverController } from './carry-over/carry-over.controller';
import { FromStatementService } from './obligation/from-statement.service';
import { ObligationController } from './obligation/obligation.controller';
import { PlanService } from './obligation/plan.service';
import { ReminderHandler } from './obligation/reminder.handler';
import { Surrender } from './obligation/surrender';
import { PledgeController } from './pledge/pledge.controller';
import { Pledges } from './pledge/pledges';
import { TradingCalendar } from './history/trading-calendar';
import { BreakService } from './reconciliation/break.service';
import { DayReportService } from './reconciliation/day-report.service';
import { ReconciliationController } from './reconciliation/reconciliation.controller';
import { ReconciliationRules } from './reconciliation/reconciliation-rules';
import { ReconciliationService } from './reconciliation/reconciliation.service';
import { AttributeUse } from './registry/attribute-use';
import { Behind } from './registry/behind';
import { FinishHandler } from './registry/finish.handler';
import { OperationsBoard } from './registry/operations-board';
import { RegistryController } from './registry/registry.controller';
import { RegistryService } from './registry/registry.service';
import { RegistryRules } from './registry/rules';
import { AccountStatementController } from './statement/account-statement.controller';
import { BoardService } from './trading/board.service';
import { MarketRules } from './trading/market-rules';
import { Settlements } from './trading/settlements';
import { TradingController } from './trading/trading.controller';
import { TradingService } from './trading/trading.service';

const providers = [
  ...[RegistryRules, Behind, AttributeUse, RegistryService, OperationsBoard, Surrender, CarryOver, Pledges],
  ...[OfficialHistory, Prices, MarketRules, Settlements, AuctionService],
];

/** Registry, obligations and the trading centre's day. */
@Module({})
export class MarketModule {
  static serving(): DynamicModule {
    return {
      module: MarketModule,
      controllers: [
        RegistryController,
        PledgeController,
        CarryOverController,
        ObligationController,
        ReconciliationController,
        TradingController,
        AccountStatementController,
        AuctionController,
      ],
      providers: [
        ...providers,
        FromStatementService,
        PlanService,
        ReconciliationService,
        BreakService,
        DayReportService,
        ReconciliationRules,
        TradingCalendar,
        BoardService,
        TradingService,
      ],
      exports: [BoardService],
    };
  }

  static working(): DynamicModule {
    return { module: MarketModule, providers: [...providers, FinishHandler, ReminderHandler, AuctionHandler] };
  }
}
