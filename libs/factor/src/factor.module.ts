import { type DynamicModule, Module } from '@nestjs/common';
import { MethodsService } from '@qingheng/pipeline';
import { ReferenceService } from '@qingheng/platform';
import { ExportController } from './export/export.controller';
import { ImportController } from './import/import.controller';
import { ProposalController } from './proposal/proposal.controller';
import { ProposalService } from './proposal/proposal.service';
import { RestatementController } from './restatement/restatement.controller';
import { RestatementService } from './restatement/restatement.service';
import { ShadowController } from './shadow/shadow.controller';
import { ShadowHandler } from './shadow/shadow.handler';
import { ShadowService } from './shadow/shadow.service';
import { WithdrawalController } from './withdrawal/withdrawal.controller';
import { WithdrawalService } from './withdrawal/withdrawal.service';

/** The factor library: proposals, imports, exports, and what a new version would do to filed results. */
@Module({})
export class FactorModule {
  static serving(): DynamicModule {
    return {
      module: FactorModule,
      controllers: [
        ...[ProposalController, ImportController, ExportController, ShadowController, RestatementController],
        WithdrawalController,
      ],
      providers: [ProposalService, ShadowService, RestatementService, WithdrawalService],
    };
  }

  static working(): DynamicModule {
    return { module: FactorModule, providers: [MethodsService, ReferenceService, ShadowHandler] };
  }
}
