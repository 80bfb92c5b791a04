import { type DynamicModule, Module } from '@nestjs/common';
import { ParameterService } from './programme/parameter.service';
import { ProgrammeController } from './programme/programme.controller';
import { ProgrammeService } from './programme/programme.service';

/** Ecological compensation: from a pool to every household, explained and paid. */
@Module({})
export class CompensationModule {
  static serving(): DynamicModule {
    return {
      module: CompensationModule,
      controllers: [ProgrammeController],
      providers: [ProgrammeService, ParameterService],
    };
  }
}
