import { Module } from '@nestjs/common';
import { AreaService } from './area/area.service';
import { OutsideClaimController, OutsideClaims } from './area/outside-claims';
import { Overlaps } from './area/overlaps';
import { PreviewService } from './area/preview.service';
import { DoubleSampleController } from './double-sample/double-sample.controller';
import { DoubleSampleService } from './double-sample/double-sample.service';
import { EvidenceService } from './evidence/evidence.service';
import { ImportController } from './import/import.controller';
import { ImportHandler } from './import/import.handler';
import { ImportService } from './import/import.service';
import { LostImports } from './import/lost-imports';
import { SpeciesList } from './import/species';
import { CreditsController, CreditsReader } from './issuance/credits.controller';
import { IssuanceService } from './issuance/issuance.service';
import { MonitoringService } from './monitoring/monitoring.service';
import { FieldController } from './plot/field.controller';
import { PlotService } from './plot/plot.service';
import { ProjectController } from './project/project.controller';
import { ProjectService } from './project/project.service';
import { ReserveController } from './reserve/reserve.controller';
import { ReserveService } from './reserve/reserve.service';
import { StandService } from './reserve/stand/stand.service';
import { ReversalController } from './reversal/reversal.controller';
import { ReversalService } from './reversal/reversal.service';
import { SinkRules } from './sink-rules';
import { SoilController } from './soil/soil.controller';
import { StageController } from './stage/stage.controller';
import { StageService } from './stage/stage.service';
import { StockHandler } from './stock/stock.handler';
import { StockService } from './stock/stock.service';
import { StratumService } from './stratum/stratum.service';
import { UncertaintyController } from './uncertainty/uncertainty.controller';
import { UncertaintyService } from './uncertainty/uncertainty.service';
import { PeriodFiling } from './verification/period-filing';
import { VerificationController } from './verification/verification.controller';
import { VerificationService } from './verification/verification.service';

/** Carbon sinks: projects, the land they count, when they are monitored, verified, what is issued and drawn back, the reserve. */
@Module({
  controllers: [
    ProjectController,
    StageController,
    ImportController,
    FieldController,
    OutsideClaimController,
    VerificationController,
    CreditsController,
    ReversalController,
    UncertaintyController,
    DoubleSampleController,
    SoilController,
    ReserveController,
  ],
  providers: [
    ProjectService,
    AreaService,
    Overlaps,
    PreviewService,
    OutsideClaims,
    StratumService,
    PlotService,
    SpeciesList,
    ImportService,
    StockService,
    EvidenceService,
    MonitoringService,
    SinkRules,
    StageService,
    PeriodFiling,
    VerificationService,
    IssuanceService,
    CreditsReader,
    ReversalService,
    UncertaintyService,
    DoubleSampleService,
    ReserveService,
    StandService,
  ],
})
export class SinkModule {}

/** Imports of field forms and stocks, in the background. */
@Module({ providers: [SpeciesList, ImportHandler, StockHandler, LostImports] })
export class SinkWorkModule {}
