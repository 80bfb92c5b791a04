import { type DynamicModule, Module } from '@nestjs/common';
import { rasterControllers, rasterHandlers, rasterProviders } from './raster';
import { RuleSetController } from './ruleset/rule-set.controller';
import { RuleSetService } from './ruleset/rule-set.service';

/** Ecological products: what there is, what it is worth, what it is used for, and whether the barrier holds. */
@Module({})
export class EcoproductModule {
  static serving(): DynamicModule {
    return {
      module: EcoproductModule,
      controllers: [...rasterControllers, RuleSetController],
      providers: [...rasterProviders, RuleSetService],
    };
  }

  /** What runs in the background. */
  static working(): DynamicModule {
    return { module: EcoproductModule, providers: [...rasterHandlers] };
  }
}
