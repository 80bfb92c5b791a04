import { LedgerModule } from '@qingheng/ledger';
import { MarketModule } from '@qingheng/market';
import { CompensationModule } from '@qingheng/compensation';
import { SinkWorkModule } from '@qingheng/sink';
import { EcoproductModule } from '@qingheng/ecoproduct';
import { FactorModule } from '@qingheng/factor';
import { FootprintModule } from '@qingheng/footprint';
import { PipelineModule } from '@qingheng/pipeline';
import {
  AuditModule,
  ConfigModule,
  DatabaseModule,
  FilesModule,
  JobsModule,
  KeysModule,
  LoggingModule,
  type PlatformConfig,
  PurgeIdempotencyKeys,
  ReportModule,
} from '@qingheng/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { entities } from '../api/schema';
import { Heartbeat } from './heartbeat';

@Module({})
export class WorkerModule {
  static for(config: PlatformConfig): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.for(config),
        LoggingModule,
        DatabaseModule.for(entities),
        JobsModule.working(),
        AuditModule,
        KeysModule,
        ReportModule,
        LedgerModule.working(),
        PipelineModule.working(),
        FactorModule.working(),
        FootprintModule.working(),
        MarketModule.working(),
        FilesModule,
        CompensationModule.working(),
        SinkWorkModule,
        EcoproductModule.working(),
      ],
      providers: [PurgeIdempotencyKeys, Heartbeat],
    };
  }
}
