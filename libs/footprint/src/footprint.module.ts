import { type DynamicModule, Module } from '@nestjs/common';
import { DoubleUseGuard } from './guard/double-use.guard';
import { LabelController } from './label/label.controller';
import { LabelService } from './label/label.service';
import { pactControllers, pactServing, pactWorking } from './pact/pact.providers';

/** Product carbon footprints: what their approved results become, how the public verifies it, whom they are exchanged with. */
@Module({})
export class FootprintModule {
  static serving(): DynamicModule {
    return {
      module: FootprintModule,
      controllers: [LabelController, ...pactControllers],
      providers: [LabelService, DoubleUseGuard, ...pactServing],
    };
  }

  static working(): DynamicModule {
    return { module: FootprintModule, providers: pactWorking };
  }
}
