import { type DynamicModule, Module } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { BookStateService } from './book/book-state.service';
import { ProgrammeBook } from './book/programme-book';
import { DeadlineController } from './deadline/deadline.controller';
import { DeadlineHandler } from './deadline/deadline.handler';
import { DeadlineRules } from './deadline/deadline.rules';
import { ExplanationService } from './explanation/explanation.service';
import { FindingService } from './grassland/finding.service';
import { FineService } from './grassland/fine.service';
import { GrasslandController } from './grassland/grassland.controller';
import { ParcelService } from './grassland/parcel.service';
import { DecisionService } from './notice/decision.service';
import { NoticeController } from './notice/notice.controller';
import { PublishedService } from './notice/published.service';
import { NoticeService } from './notice/notice.service';
import { ArrearsService } from './payment/arrears.service';
import { BatchService } from './payment/batch.service';
import { PaymentController } from './payment/payment.controller';
import { PaymentFileService } from './payment/payment-file.service';
import { ReturnService } from './payment/return.service';
import { BankTemplates } from './payment/template/bank-template';
import { FileCipher } from './privacy/file-cipher';
import { HouseholdSeal } from './privacy/household-seal';
import { ParameterService } from './programme/parameter.service';
import { ProgrammeController } from './programme/programme.controller';
import { ProgrammeService } from './programme/programme.service';
import { HouseholdService } from './roster/household.service';
import { RosterController } from './roster/roster.controller';
import { RosterHandler } from './roster/roster.handler';
import { RosterService } from './roster/roster.service';
import { BannerHandler } from './run/banner.handler';
import { CalculationService } from './run/calculation.service';
import { ChangesService } from './run/changes.service';
import { CloseHandler } from './run/close.handler';
import { CalculationController } from './run/run.controller';
import { WithholdingController } from './withholding/withholding.controller';
import { WithholdingService } from './withholding/withholding.service';
import { SettleLost } from './settle-lost';

/** Ecological compensation: from a pool to every household, explained and paid. */
@Module({})
export class CompensationModule {
  static serving(): DynamicModule {
    return {
      module: CompensationModule,
      controllers: [
        ProgrammeController,
        RosterController,
        CalculationController,
        NoticeController,
        PaymentController,
        WithholdingController,
        DeadlineController,
        GrasslandController,
      ],
      providers: [
        HouseholdSeal,
        FileCipher,
        ProgrammeService,
        ParameterService,
        RosterService,
        HouseholdService,
        CalculationService,
        ChangesService,
        DeadlineRules,
        ExplanationService,
        ProgrammeBook,
        BookStateService,
        DecisionService,
        NoticeService,
        PublishedService,
        BankTemplates,
        BatchService,
        PaymentFileService,
        ReturnService,
        ArrearsService,
        WithholdingService,
        ParcelService,
        FindingService,
        FineService,
      ],
    };
  }

  /** Imports and calculations in the background. */
  static working(): DynamicModule {
    return {
      module: CompensationModule,
      providers: [
        MethodsService,
        HouseholdSeal,
        FileCipher,
        RosterHandler,
        BannerHandler,
        CloseHandler,
        SettleLost,
        DeadlineRules,
        DeadlineHandler,
      ],
    };
  }
}
