import { type DynamicModule, Module } from '@nestjs/common';
import { DossierController } from './dossier/dossier.controller';
import { DossierService } from './dossier/dossier.service';
import { DoubleUseGuard } from './guard/double-use.guard';
import { LabelController } from './label/label.controller';
import { LabelService } from './label/label.service';
import { LabelKindService } from './label-kind/label-kind.service';
import { LabelRules } from './label-kind/label-rules';
import { LinkController } from './link/link.controller';
import { LinkService } from './link/link.service';
import { LinkValues } from './link/link-values';
import { SolvedController } from './link/solved.controller';
import { RoundService } from './link/round.service';
import { pactControllers, pactServing, pactWorking } from './pact/pact.providers';
import { ReadinessController } from './readiness/readiness.controller';
import { ReadinessService } from './readiness/readiness.service';

/** Product carbon footprints: what their approved results become, how the public verifies it, whom they are exchanged with. */
@Module({})
export class FootprintModule {
  static serving(): DynamicModule {
    return {
      module: FootprintModule,
      controllers: [
        ...[DossierController, ReadinessController, LabelController, LinkController, SolvedController],
        ...pactControllers,
      ],
      providers: [
        LabelService,
        LabelRules,
        LabelKindService,
        DoubleUseGuard,
        LinkService,
        LinkValues,
        RoundService,
        DossierService,
        ReadinessService,
        ...pactServing,
      ],
    };
  }

  static working(): DynamicModule {
    return { module: FootprintModule, providers: [LinkValues, ...pactWorking] };
  }
}
