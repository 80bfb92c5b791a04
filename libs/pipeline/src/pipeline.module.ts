import { type DynamicModule, Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { PlatformConfig } from '@qingheng/platform';
import { ConstantsController } from './constants/constants.controller';
import { ConstantsService } from './constants/constants.service';
import { FilingController } from './filing/filing.controller';
import { FilingReader } from './filing/filing-view';
import { FilingService } from './filing/filing.service';
import { IssueController } from './issue/issue.controller';
import { IssueService } from './issue/issue.service';
import { Issuers } from './issue/issuers';
import { StatementController } from './issue/statement.controller';
import { StatementService } from './issue/statement.service';
import { MethodsController } from './methods/methods.controller';
import { MethodsService } from './methods/methods.service';
import { MethodProposalController } from './methods/proposal/method-proposal.controller';
import { MethodProposalService } from './methods/proposal/method-proposal.service';
import { MethodTrialService } from './methods/trial/method-trial.service';
import { ReviewController } from './review/review.controller';
import { ReviewService } from './review/review.service';
import { ComparisonService } from './run/comparison.service';
import { LostRuns } from './run/lost-runs';
import { RunController } from './run/run.controller';
import { RunHandler } from './run/run.handler';
import { RunService } from './run/run.service';
import { TableSources } from './run/table-sources';
import { ValueSources } from './run/value-sources';
import { WorkbookController } from './workbook/workbook.controller';

@Module({})
export class PipelineModule {
  /** Filing, review and issue over HTTP. */
  static serving(): DynamicModule {
    return {
      module: PipelineModule,
      global: true,
      imports: [
        MulterModule.registerAsync({
          inject: [PlatformConfig],
          useFactory: ({ maxUploadBytes }: PlatformConfig) => ({ limits: { fileSize: maxUploadBytes, files: 1 } }),
        }),
      ],
      // Named paths before the one with an id: /filings/template.xlsx is no filing.
      controllers: [
        WorkbookController,
        ConstantsController,
        FilingController,
        IssueController,
        MethodsController,
        MethodProposalController,
        ReviewController,
        RunController,
        StatementController,
      ],
      providers: [
        MethodsService,
        ConstantsService,
        MethodProposalService,
        MethodTrialService,
        FilingService,
        FilingReader,
        RunService,
        ComparisonService,
        ValueSources,
        ReviewService,
        IssueService,
        Issuers,
        TableSources,
        StatementService,
      ],
      exports: [
        MethodsService,
        ConstantsService,
        FilingService,
        RunService,
        ValueSources,
        Issuers,
        StatementService,
        TableSources,
        FilingReader,
      ],
    };
  }

  /** Runs in the background. */
  static working(): DynamicModule {
    return {
      module: PipelineModule,
      global: true,
      providers: [MethodsService, RunHandler, LostRuns, ValueSources],
      exports: [ValueSources],
    };
  }
}
