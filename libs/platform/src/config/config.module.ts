import { type DynamicModule, Global, Module } from '@nestjs/common';
import { PlatformConfig } from './platform-config';

@Global()
@Module({})
export class ConfigModule {
  static for(config: PlatformConfig): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: PlatformConfig, useValue: config }], exports: [PlatformConfig] };
  }
}
