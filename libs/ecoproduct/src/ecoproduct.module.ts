import { type DynamicModule, Module } from '@nestjs/common';
import { AuditorController } from './auditor/auditor.controller';
import { AuditorService } from './auditor/auditor.service';
import { Services } from './service/services';

/** Ecological products: what there is, what it is worth, what it is used for, and whether the barrier holds. */
@Module({})
export class EcoproductModule {
  static serving(): DynamicModule {
    return {
      module: EcoproductModule,
      controllers: [AuditorController],
      providers: [Services, AuditorService],
    };
  }

  /** What runs in the background. */
  static working(): DynamicModule {
    return { module: EcoproductModule, providers: [] };
  }
}
