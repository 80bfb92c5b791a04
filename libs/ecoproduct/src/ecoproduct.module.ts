import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { GepController } from './account/gep.controller';
import { GepService } from './account/gep.service';
import { Deflators } from './account/series/deflators';
import { SeriesService } from './account/series/series.service';
import { SeeaController } from './account/seea.controller';
import { SeeaLayout } from './account/seea/layout';
import { SeeaReport } from './account/seea/seea.report';
import { SeeaService } from './account/seea/seea.service';
import { AuditorController } from './auditor/auditor.controller';
import { AuditorService } from './auditor/auditor.service';
import { AreaReader } from './catalogue/area-reader';
import { CatalogueForm } from './catalogue/catalogue-form';
import { CatalogueController } from './catalogue/catalogue.controller';
import { CatalogueService } from './catalogue/catalogue.service';
import { BarrierTargets } from './indicator/barrier-targets';
import { IndicatorController } from './indicator/indicator.controller';
import { IndicatorService } from './indicator/indicator.service';
import { Services } from './service/services';
import { ProductBacking } from './tradeable/product-backing';
import { UseController } from './use/use.controller';
import { UseService } from './use/use.service';
import { rasterControllers, rasterHandlers, rasterProviders } from './raster';
import { RuleSetController } from './ruleset/rule-set.controller';
import { RuleSetService } from './ruleset/rule-set.service';

/** Ecological products: what there is, what it is worth, what it is used for, and whether the barrier holds. */
@Module({})
export class EcoproductModule {
  /** `areas` reads drawn places; geometry belongs to another room. */
  static serving({ areas }: { areas: AreaReader }): DynamicModule {
    const reader: Provider = { provide: AreaReader, useValue: areas };
    return {
      module: EcoproductModule,
      controllers: [
        AuditorController,
        GepController,
        SeeaController,
        CatalogueController,
        IndicatorController,
        UseController,
        ...rasterControllers,
        RuleSetController,
      ],
      providers: [
        reader,
        Services,
        AuditorService,
        SeeaLayout,
        SeeaService,
        SeeaReport,
        GepService,
        Deflators,
        SeriesService,
        CatalogueForm,
        CatalogueService,
        ProductBacking,
        BarrierTargets,
        IndicatorService,
        UseService,
        ...rasterProviders,
        RuleSetService,
      ],
      exports: [CatalogueService],
    };
  }

  /** What runs in the background. */
  static working(): DynamicModule {
    return { module: EcoproductModule, providers: [ProductBacking, ...rasterHandlers] };
  }
}
