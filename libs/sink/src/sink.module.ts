import { Module } from '@nestjs/common';
import { AreaService } from './area/area.service';
import { CreditsController, CreditsReader } from './issuance/credits.controller';
import { IssuanceService } from './issuance/issuance.service';
import { MonitoringService } from './monitoring/monitoring.service';
import { ProjectController } from './project/project.controller';
import { ProjectService } from './project/project.service';
import { ReserveController } from './reserve/reserve.controller';
import { ReserveService } from './reserve/reserve.service';
import { ReversalController } from './reversal/reversal.controller';
import { ReversalService } from './reversal/reversal.service';
import { SinkRules } from './sink-rules';
import { UncertaintyController } from './uncertainty/uncertainty.controller';
import { UncertaintyService } from './uncertainty/uncertainty.service';
import { PeriodFiling } from './verification/period-filing';
import { VerificationController } from './verification/verification.controller';
import { VerificationService } from './verification/verification.service';

/** Carbon sinks: projects, the land they count, when they are monitored, verified, what is issued and drawn back, the reserve. */
@Module({
  controllers: [
    ProjectController,
    VerificationController,
    CreditsController,
    ReversalController,
    UncertaintyController,
    ReserveController,
  ],
  providers: [
    ProjectService,
    AreaService,
    MonitoringService,
    SinkRules,
    PeriodFiling,
    VerificationService,
    IssuanceService,
    CreditsReader,
    ReversalService,
    UncertaintyService,
    ReserveService,
  ],
})
export class SinkModule {}
