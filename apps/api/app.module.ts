import { CompensationModule } from '@qingheng/compensation';
import { EcoproductModule } from '@qingheng/ecoproduct';
import { FactorModule } from '@qingheng/factor';
import { FootprintModule } from '@qingheng/footprint';
import { LedgerModule } from '@qingheng/ledger';
import { MarketModule } from '@qingheng/market';
import { PipelineModule } from '@qingheng/pipeline';
import {
  AccessModule,
  AuditModule,
  ConfigModule,
  DatabaseModule,
  FilesModule,
  HealthModule,
  IdempotencyInterceptor,
  IdentityModule,
  JobsModule,
  LoggingModule,
  type PlatformConfig,
  ReferenceModule,
  ReportModule,
} from '@qingheng/platform';
import { SinkModule } from '@qingheng/sink';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { entities } from './schema';

/** Requests a minute from one address; narrower limits stand at their routes. */
const LIMIT = { ttl: 60_000, limit: 1_200 };

@Module({})
export class AppModule {
  static for(config: PlatformConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.for(config),
        LoggingModule,
        ThrottlerModule.forRoot([LIMIT]),
        DatabaseModule.for(entities),
        JobsModule.asking(),
        AuditModule,
        IdentityModule,
        AccessModule,
        FilesModule,
        HealthModule,
        ReferenceModule,
        ReportModule,
        LedgerModule.serving(),
        PipelineModule.serving(),
        MarketModule.serving(),
        FactorModule.serving(),
        FootprintModule.serving(),
        SinkModule,
        CompensationModule.serving(),
        EcoproductModule.serving(),
      ],
      providers: [
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
    };
  }
}
