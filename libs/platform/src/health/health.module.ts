import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { HealthController } from './health.controller';
import { Metrics } from './metrics';

@Module({
  controllers: [HealthController],
  providers: [Metrics, { provide: APP_INTERCEPTOR, useExisting: Metrics }],
})
export class HealthModule {}
